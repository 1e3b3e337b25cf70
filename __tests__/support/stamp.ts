import { afterEach } from "vitest";
import { workingInputs } from "../../emulator/job.ts";
import { createRunner, type Inputs, type Runner, type RunnerOptions } from "../../emulator/runner.ts";
import { type Emulator, type StampOptions, startEmulator } from "../../emulator/server.ts";
import { servingPath } from "./azs.ts";
import { DIST } from "./bundles.ts";

export interface Scene {
  readonly emulator: Emulator;
  readonly runner: Runner;
  /** `workingInputs` */
  readonly inputs: Inputs;
}

const open: Scene[] = [];

/**
 * A stamp and a runner that reaches it only through the proxy. Both end with the test.
 *
 * @param jobVariables added to the variables that a runner sets, once the stamp is known
 */
export async function setScene(
  stamp: Partial<StampOptions> = {},
  runnerOptions: Partial<RunnerOptions> = {},
  jobVariables: (emulator: Emulator) => Inputs = () => ({}),
): Promise<Scene> {
  const emulator = await startEmulator(stamp);
  const runner = await createRunner({
    dist: DIST,
    path: servingPath(),
    ...runnerOptions,
    environment: { HTTPS_PROXY: emulator.proxyUrl, ...runnerOptions.environment, ...jobVariables(emulator) },
  });
  const scene = { emulator, runner, inputs: await workingInputs(emulator, runner) };
  open.push(scene);
  return scene;
}

afterEach(async () => {
  for (const { emulator, runner } of open.splice(0)) {
    await emulator.close();
    await runner.dispose();
  }
});

/** The hosts to which requests of a scene may go. */
export function allowedHosts({ emulator }: Scene, loginHost: string): readonly string[] {
  return [new URL(emulator.endpoint).host, loginHost];
}
