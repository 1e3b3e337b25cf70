/** What a job on an emulated stamp needs: inputs that log in, and a PATH. */
import { existsSync, symlinkSync } from "node:fs";
import { writeFile } from "node:fs/promises";
import path from "node:path";
import type { Inputs, Runner } from "./runner.ts";
import type { Emulator } from "./server.ts";

/** The folders of the system in a hosted runner's PATH. This keeps a developer's own az from being found first. */
export const SYSTEM_PATH = "/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin";

/**
 * Inputs that log in with the client secret and change no trust store of the machine. `root.pem` is in the workspace.
 */
export async function workingInputs(emulator: Emulator, runner: Pick<Runner, "workspace">) {
  await writeFile(path.join(runner.workspace, "root.pem"), emulator.roots.pem);
  return {
    endpoint: emulator.endpoint,
    "client-id": emulator.application.clientId,
    "client-secret": emulator.application.secret,
    "ca-certificate": "root.pem",
    "trust-stores": "bundle",
  } as const satisfies Inputs;
}

/** Programs of the machine that a step and its az need; az is not among them. */
const PROGRAMS = ["sh", "env", "cat", "uname", "ldconfig"];

/** Fills a folder that is the only one of a PATH, with the system's shell and the given programs. */
export function fillPath(folder: string, programs: readonly string[]): void {
  for (const program of [...PROGRAMS, ...programs]) {
    const places = path.isAbsolute(program) ? [program] : SYSTEM_PATH.split(":").map((bin) => path.join(bin, program));
    const file = places.find((place) => existsSync(place));
    if (file === undefined) throw new Error(`there is no ${program} on this machine`);
    symlinkSync(file, path.join(folder, path.basename(program)));
  }
}
