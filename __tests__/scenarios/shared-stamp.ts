import { afterAll, beforeAll, expect } from "vitest";
import type { Inputs, Runner } from "../../emulator/runner.ts";
import { type Emulator, startEmulator } from "../../emulator/server.ts";
import {
  azThatNeverRuns,
  changed,
  expectFailure,
  expectSilentPost,
  openRunner,
  openTableRunner,
  scenarioInputs,
  spoken,
} from "./support.ts";

type Changes = Readonly<Record<string, string | undefined>>;

export interface Refusal {
  /** Text of the annotation. */
  readonly text: string;
  /** Everything the step printed, without mask commands. */
  readonly log: string;
}

/** One stamp for a file of steps that do not contact it. */
export interface SharedStamp {
  /** Runs the step with changed inputs. It must fail with this code without sending anything. */
  refuses(changes: Changes, code: string, prepare?: (runner: Runner) => Promise<void>): Promise<Refusal>;
  /** Runs the step with changed inputs and a wrong secret. It must accept everything but the secret. */
  accepts(changes: Changes, prepare?: (runner: Runner) => Promise<void>): Promise<Refusal>;
}

export const WRONG_SECRET = "not-the-secret-of-anybody";

export function shareStamp(): SharedStamp {
  let emulator: Emulator | undefined;
  beforeAll(async () => {
    emulator = await startEmulator();
  });
  afterAll(() => emulator?.close());

  const ended = new Set<string>();
  const run = async (changes: Changes, code: string, prepare?: (runner: Runner) => Promise<void>) => {
    if (emulator === undefined) throw new Error("no stamp");
    const before = emulator.connects.length;
    // The bundle runs once for each code.
    const runner = await (ended.has(code) ? openTableRunner : openRunner)(emulator);
    try {
      await prepare?.(runner);
      const working = { ...(await scenarioInputs(emulator, runner)), ...(await azThatNeverRuns(runner)) };
      const inputs: Inputs = changed(working, changes);
      const result = await runner.main(inputs);
      const text = await expectFailure(runner, result, code);
      // Tested once for each code: the post step does not know the error, and everything before it was the same.
      if (!ended.has(code)) await expectSilentPost(runner);
      ended.add(code);
      return { text, log: spoken(result), connects: emulator.connects.slice(before) };
    } finally {
      await runner.dispose();
    }
  };

  return {
    async refuses(changes, code, prepare) {
      const { connects, ...refusal } = await run(changes, code, prepare);
      expect(connects).toEqual([]);
      return refusal;
    },
    async accepts(changes, prepare) {
      const { connects, ...refusal } = await run({ "client-secret": WRONG_SECRET, ...changes }, "AZS401", prepare);
      expect(connects).toContain("login.microsoftonline.com:443");
      return refusal;
    },
  };
}
