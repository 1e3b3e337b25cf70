import { setTimeout as sleep } from "node:timers/promises";
import type { Inputs, Runner, StepResult } from "../../emulator/runner.ts";

const POLL_MS = 5;
const PATIENCE_MS = 45_000;
const MOST_TRIES = 5;

/**
 * Runs the login step and kills it with SIGKILL as soon as a condition is true. On a busy machine a short moment may pass
 * between two looks: if the step succeeded meanwhile, it is undone and runs again.
 */
export async function killWhen(runner: Runner, inputs: Inputs, condition: () => boolean): Promise<void> {
  for (let tries = 1; ; tries += 1) {
    const { exitCode, log } = await killOnce(runner, inputs, condition);
    if (exitCode === null) return;
    if (exitCode !== 0 || tries === MOST_TRIES) throw new Error(`the step ended by itself with ${exitCode}:\n${log}`);
    await runner.post();
  }
}

async function killOnce(runner: Runner, inputs: Inputs, condition: () => boolean): Promise<StepResult> {
  let kill = () => {};
  let hasEnded = false;
  const step = runner.main(inputs, (child) => {
    kill = () => child.kill("SIGKILL");
  });
  step.finally(() => {
    hasEnded = true;
  });
  for (let waited = 0; !hasEnded && !condition(); waited += POLL_MS) {
    if (waited > PATIENCE_MS) {
      kill();
      throw new Error(`the moment to kill the step did not come:\n${(await step).log}`);
    }
    await sleep(POLL_MS);
  }
  kill();
  return step;
}
