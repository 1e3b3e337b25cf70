import { expect } from "vitest";
import { expectLogin, openAzScene, withAz } from "./support.ts";

withAz(
  "AZURE_CLI_DISABLE_CONNECTION_VERIFICATION of the job does not turn az's verification off in the step",
  async () => {
    const { runner, inputs } = await openAzScene(
      {},
      { AZURE_CLI_DISABLE_CONNECTION_VERIFICATION: "1", RUNNER_DEBUG: "1" },
    );
    const step = await runner.main(inputs);
    await expectLogin(runner, step);
    // With debug logging the log contains az's own messages; az warns of each request that it does not verify.
    expect(step.log).toContain("az login: exit code 0");
    expect(step.log).not.toMatch(/verification disabled|InsecureRequestWarning|Unverified HTTPS/i);
  },
);
