import { expect, test } from "vitest";
import { expectFailure, expectSilentPost, openScene } from "./support.ts";

/** Like Node 24.4, which the first runners with `node24` have. */
const WITHOUT_ROOTS_AT_RUN_TIME = `--import=data:text/javascript,${encodeURIComponent(
  "import tls from 'node:tls'; import { syncBuiltinESMExports } from 'node:module'; " +
    "delete tls.setDefaultCACertificates; syncBuiltinESMExports();",
)}`;

test("a runner whose Node cannot trust a root at run time must be updated; nothing is sent", async () => {
  const { emulator, runner, inputs } = await openScene({}, { NODE_OPTIONS: WITHOUT_ROOTS_AT_RUN_TIME });
  const text = await expectFailure(runner, await runner.main(inputs), "AZS902");
  expect(text).toContain("update the runner");
  expect(emulator.connects).toEqual([]);
  await expectSilentPost(runner);
});
