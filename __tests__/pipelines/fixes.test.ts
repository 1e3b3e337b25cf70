/** Follows the fix of each error literally, and checks that the error is gone. */
import { describe, expect, test } from "vitest";
import { azThatNeverRuns, changed } from "../scenarios/support.ts";
import { PIPELINES_FIXES } from "./fixes.ts";
import { expectTaskFailure, openAgentAt, openTablePipeline } from "./support.ts";

describe("the fix of an input of the task is followed", () => {
  test.each(PIPELINES_FIXES)("$code: $name", async ({ code, connection, prepare, inputs, says, follow }) => {
    const scene = await openTablePipeline({
      prepare: (emulator, devOps) => {
        if (connection !== undefined) devOps.connect(connection(emulator));
        prepare?.(devOps, emulator);
      },
    });
    const { emulator, devOps } = scene;
    const wrong = { clientSecret: "not-the-secret-of-anybody", ...inputs };
    const { "az-path": azPath } = await azThatNeverRuns(scene.agent);
    const given = changed({ ...scene.inputs, azPath: azPath ?? "" }, wrong);
    expect(expectTaskFailure(await scene.agent.main(given), code)).toMatch(says);

    const followed = follow(emulator);
    const variables = followed.secretVariables === undefined ? {} : { secretVariables: followed.secretVariables };
    if (followed.connection !== undefined) devOps.connect(followed.connection);
    const agent = await openAgentAt(emulator, devOps, variables);
    await azThatNeverRuns(agent);
    const own = { caCertificate: emulator.roots.pem };
    expectTaskFailure(await agent.main(changed({ ...given, ...own }, followed.inputs ?? {})), "AZS40[15]");
  });
});
