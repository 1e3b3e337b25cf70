import { setTimeout as sleep } from "node:timers/promises";
import type { Inputs, Runner } from "../../emulator/runner.ts";

const POLL_MS = 5;
const PATIENCE_MS = 45_000;

/** Runs the login step and kills it with SIGKILL as soon as a condition is true. */
export async function killWhen(runner: Runner, inputs: Inputs, condition: () => boolean): Promise<void> {
  let kill = () => {};
  const step = runner.main(inputs, (child) => {
    kill = () => child.kill("SIGKILL");
  });
  let ended = false;
  step.finally(() => {
    ended = true;
  });
  for (let waited = 0; !condition(); waited += POLL_MS) {
    if (ended) throw new Error(`the step ended before it could be killed:\n${(await step).log}`);
    if (waited > PATIENCE_MS) {
      kill();
      throw new Error(`the moment to kill the step did not come:\n${(await step).log}`);
    }
    await sleep(POLL_MS);
  }
  kill();
  const { exitCode } = await step;
  if (exitCode !== null) throw new Error(`the step ended by itself with ${exitCode}`);
}
