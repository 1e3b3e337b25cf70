import { execFile } from "node:child_process";
import { promisify } from "node:util";
import { describe, expect } from "vitest";
import { AZ, withAz } from "../scenarios/support.ts";

const run = promisify(execFile);

describe("the demo", () => {
  for (const host of ["github", "pipelines"]) {
    withAz(`on ${host} logs in, makes a group and leaves`, async () => {
      const { stdout } = await run(process.execPath, ["emulator/cli.ts", "--host", host, "--idp", "adfs", "--az", AZ]);
      expect(stdout).toContain(`azs-login on ${host} with endpoint https://management.local.azurestack.external`);
      expect(stdout).toContain('"name": "MyResourceGroup"');
      expect(stdout).toContain("| Identity provider | AD FS |");
      expect(stdout).not.toMatch(/exit code [^0]|##vso|::error/);
    });
  }

  withAz("says what it knows when it is asked for something else", async () => {
    await expect(run(process.execPath, ["emulator/cli.ts", "--host", "jenkins"])).rejects.toMatchObject({
      code: 2,
      stderr: expect.stringContaining("--host is jenkins, not one of github, pipelines: see npm run demo -- --help\n"),
    });
  });
});
