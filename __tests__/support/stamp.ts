import { writeFile } from "node:fs/promises";
import path from "node:path";
import { afterEach } from "vitest";
import { createRunner, type Inputs, type Runner, type RunnerOptions } from "../../emulator/runner.ts";
import { type Emulator, type StampOptions, startEmulator } from "../../emulator/server.ts";

export const DIST = path.resolve("dist");
/** What a hosted runner's PATH has of the system; no az of a developer's own comes first. */
export const SYSTEM_PATH = "/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin";

export interface Scene {
  readonly emulator: Emulator;
  readonly runner: Runner;
  /** Inputs that log in with the client secret; `root.pem` lies in the workspace. */
  readonly inputs: Inputs;
}

const open: Scene[] = [];

/** A stamp and a runner that reaches it through the proxy only; both end with the test. */
export async function setScene(
  stamp: Partial<StampOptions> = {},
  runnerOptions: Partial<RunnerOptions> = {},
): Promise<Scene> {
  const emulator = await startEmulator(stamp);
  const runner = await createRunner({
    dist: DIST,
    path: SYSTEM_PATH,
    ...runnerOptions,
    environment: { HTTPS_PROXY: emulator.proxyUrl, ...runnerOptions.environment },
  });
  await writeFile(path.join(runner.workspace, "root.pem"), emulator.roots.pem);
  const inputs = {
    endpoint: emulator.endpoint,
    "client-id": emulator.application.clientId,
    "client-secret": emulator.application.secret,
    "ca-certificate": "root.pem",
    "trust-stores": "bundle",
  };
  const scene = { emulator, runner, inputs };
  open.push(scene);
  return scene;
}

afterEach(async () => {
  for (const { emulator, runner } of open.splice(0)) {
    await emulator.close();
    await runner.dispose();
  }
});

/** The hosts that a scene's requests may go to. */
export function allowedHosts({ emulator }: Scene, loginHost: string): readonly string[] {
  return [new URL(emulator.endpoint).host, loginHost];
}
