/** The machine of an example's job. */

import { chown, mkdir, readdir, writeFile } from "node:fs/promises";
import path from "node:path";
import { createRunner, type Runner, type RunnerOptions } from "../../../emulator/runner.ts";
import type { Emulator } from "../../../emulator/server.ts";
import { servingPathFor } from "../../support/azs.ts";
import { DIST } from "../../support/bundles.ts";

import type { Texts } from "./workflow.ts";

/**
 * Jobs run as a user without rights, so that `trust-stores: auto` does not change this machine's stores. Debian's
 * `daemon` owns nothing, and no test gives it sudo.
 */
const DAEMON = { uid: 1, gid: 1 };
export const user = process.getuid?.() === 0 ? DAEMON : undefined;

export function createMachine(emulator: Emulator, options: Partial<RunnerOptions>): Promise<Runner> {
  return createRunner({
    dist: DIST,
    // The stamp's proxy reaches no package index, so an attempt of the step to replace the az would take seconds.
    path: servingPathFor(user),
    ...(user === undefined ? {} : { user }),
    ...options,
    environment: { HTTPS_PROXY: emulator.proxyUrl, ...options.environment },
  });
}

/** Gives a folder and everything in it to the runner's user. */
export async function own(folder: string): Promise<void> {
  if (user === undefined) return;
  const entries = await readdir(folder, { recursive: true });
  for (const entry of ["", ...entries]) await chown(path.join(folder, entry), user.uid, user.gid);
}

/** Writes files that the runner's user owns. */
export async function place(folder: string, files: Texts): Promise<void> {
  for (const [name, content] of Object.entries(files)) {
    await mkdir(path.dirname(path.join(folder, name)), { recursive: true });
    await writeFile(path.join(folder, name), content);
  }
  await own(folder);
}
