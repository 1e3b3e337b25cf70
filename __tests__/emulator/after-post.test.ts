import { mkdir, writeFile } from "node:fs/promises";
import path from "node:path";
import { expect, test } from "vitest";
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
