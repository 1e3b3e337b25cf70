import { execFile } from "node:child_process";
import { mkdir, writeFile } from "node:fs/promises";
import path from "node:path";
import { promisify } from "node:util";
import { describe, expect, test } from "vitest";
import { leftBehind, lookAround, trustsIn } from "../../emulator/after-post/machine.ts";
import { makeRoot } from "../../emulator/certificates.ts";
import { temporary } from "../support/provisioning.ts";

test("finds new files and variables, but no script of a step", async () => {
  const temp = await temporary("after-post-");
  await writeFile(path.join(temp, "there-before"), "");
  const before = lookAround({ RUNNER_TEMP: temp, ARM_ENDPOINT: "https://management.local.azurestack.external" });
  const folder = path.join(temp, "azs-login-12345678-1234-4234-8234-123456789abc");
  await mkdir(folder);
  await writeFile(path.join(temp, "87654321-1234-4234-8234-123456789abc.sh"), "");
  const after = lookAround({
    RUNNER_TEMP: temp,
    AZURE_CONFIG_DIR: path.join(folder, "azure"),
    PATH: "/tool/azs-login-az",
  });
  expect(leftBehind(before, after)).toEqual([folder, "the variable AZURE_CONFIG_DIR"]);
});

test("finds the root in an az of the tool cache, among others", async () => {
  const tools = await temporary("after-post-");
  const [root, other] = await Promise.all([makeRoot(), makeRoot()]);
  const bundle = path.join(tools, "azs-login-az/2.66.2-1/x64/lib/site-packages/certifi/cacert.pem");
  await mkdir(path.dirname(bundle), { recursive: true });
  await writeFile(bundle, `# Label: "x"\n${other.pem}`);
  expect(trustsIn({ RUNNER_TOOL_CACHE: tools }, root.pem)).toEqual([]);
  await writeFile(bundle, `# Label: "x"\n${other.pem}\n${root.pem}`);
  expect(trustsIn({ RUNNER_TOOL_CACHE: tools }, root.pem)).toEqual([`the root in ${bundle}`]);
});

// On other systems no variable names the system's roots.
describe.runIf(process.platform === "linux")("after post, with roots of the system's own", () => {
  /** Runs the check. @param bundle PEM of the roots that the system trusts @param root PEM of the stamp's root */
  async function after(bundle: string, root: string): Promise<{ readonly stdout: string; readonly stderr: string }> {
    const temp = await temporary("after-post-");
    const file = path.join(await temporary("after-post-"), "roots.pem");
    await writeFile(file, bundle);
    const env = {
      HOME: temp,
      SSL_CERT_FILE: file,
      SSL_CERT_DIR: temp,
      RUNNER_TEMP: temp,
      RUNNER_TOOL_CACHE: temp,
      STATE_before: JSON.stringify(lookAround({ RUNNER_TEMP: temp })),
      "INPUT_CA-CERTIFICATE": root,
    };
    return promisify(execFile)(process.execPath, [path.resolve("emulator/after-post/after.ts")], { env });
  }

  test("the stamp's root among them is reported as left behind", async () => {
    const [root, other] = await Promise.all([makeRoot(), makeRoot()]);
    await expect(after(other.pem + root.pem, root.pem)).rejects.toMatchObject({
      code: 1,
      stdout: "::error::Left behind: the root in the system's store\n",
    });
    expect((await after(other.pem, root.pem)).stdout).toBe("Post left nothing behind.\n");
  });

  test("none is an error, because then nothing can be checked", async () => {
    const { pem } = await makeRoot();
    await expect(after("", pem)).rejects.toMatchObject({
      code: 1,
      stderr: expect.stringContaining("The system has no root at all"),
    });
  });
});
