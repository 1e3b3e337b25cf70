import { readFile, writeFile } from "node:fs/promises";
import path from "node:path";
import { describe, expect, test } from "vitest";
import { presentedChain } from "../emulator/wire.ts";
import { POST_LOG } from "../support/post-log.ts";
import { temporaryFolder } from "../unit/folder.ts";
import { changed, expectFailure, expectLogin, expectSilentPost, openAzScene, withAz } from "./support.ts";

const HOST = "management.local.azurestack.external";

describe("the root that the endpoint presents", () => {
  const table = [
    ["Entra", { idp: "aad" }],
    ["AD FS", { idp: "adfs" }],
    ["an intermediate between", { intermediate: true }],
  ] as const;

  withAz.each(table)("is trusted when it has the fingerprint: %s", async (_, options) => {
    const { emulator, runner, inputs } = await openAzScene(options);
    const { pem, fingerprint256 } = emulator.roots;
    const step = await runner.main(changed(inputs, { "ca-certificate": undefined, "ca-fingerprint": fingerprint256 }));
    await expectLogin(runner, step);
    expect(runner.outputs["ca-fingerprint"]).toBe(fingerprint256);
    expect(runner.summary).toContain(fingerprint256);
    expect(step.log).toContain("root: CN=AzureStackSelfSignedRootCert");

    const bundles = [
      "REQUESTS_CA_BUNDLE",
      "SSL_CERT_FILE",
      "CURL_CA_BUNDLE",
      "GIT_SSL_CAINFO",
      "NODE_EXTRA_CA_CERTS",
      "PERL_LWP_SSL_CA_FILE",
    ];
    for (const name of bundles) expect(await readFile(runner.exported[name] ?? "", "utf8")).toContain(pem);
    expect(runner.outputs["ca-bundle"]).toBe(runner.exported["REQUESTS_CA_BUNDLE"]);
    const list = await runner.step("az", ["group", "list"]);
    expect([list.exitCode, list.log.trim()]).toEqual([0, "[]"]);
    expect(await runner.post()).toMatchObject({ exitCode: 0, log: POST_LOG });
  });

  test("is not trusted when it has another one, and nothing is sent", async () => {
    const [{ emulator, runner, inputs }, other] = [await openAzScene(), await openAzScene()];
    const expected = other.emulator.roots.fingerprint256;
    const step = await runner.main(changed(inputs, { "ca-certificate": undefined, "ca-fingerprint": expected }));
    expect(emulator.requests).toEqual([]);
    expect(emulator.connects).toEqual([`${HOST}:443`]);
    const text = await expectFailure(runner, step, "AZS322");
    expect(text).toContain(expected);
    expect(text).toContain(emulator.roots.fingerprint256);
    expect(text).toContain(HOST);
    await expectSilentPost(runner);
  });

  test.each([
    ["server certificate", 0],
    ["intermediate", 1],
  ])("is named when the fingerprint is that of the %s", async (_, index) => {
    const { emulator, runner, inputs } = await openAzScene({ intermediate: true });
    const chain = (await presentedChain(emulator, HOST)).map(({ fingerprint256 }) => fingerprint256);
    expect(chain).toHaveLength(3);
    const step = await runner.main(changed(inputs, { "ca-certificate": undefined, "ca-fingerprint": chain[index] }));
    expect(emulator.requests).toEqual([]);
    const text = await expectFailure(runner, step, "AZS308");
    expect(text).toContain(chain[index]);
    expect(text).toContain(emulator.roots.fingerprint256);
  });

  test.each([true, false])("is asked for when it is not presented (intermediate: %s)", async (intermediate) => {
    const { emulator, runner, inputs } = await openAzScene({ presentsRoot: false, intermediate });
    const { fingerprint256 } = emulator.roots;
    const step = await runner.main(changed(inputs, { "ca-certificate": undefined, "ca-fingerprint": fingerprint256 }));
    expect(emulator.requests).toEqual([]);
    const text = await expectFailure(runner, step, "AZS309");
    expect(text).toContain('lacks its root, "CN=AzureStackSelfSignedRootCert"');
    expect(text).toContain("as ca-certificate");
  });

  withAz("may come from Node's own store when it is not presented", async () => {
    const file = path.join(temporaryFolder(), "extra.pem");
    const { emulator, runner, inputs } = await openAzScene(
      { presentsRoot: false, intermediate: true },
      { NODE_EXTRA_CA_CERTS: file },
    );
    const { pem, fingerprint256 } = emulator.roots;
    await writeFile(file, pem);
    const step = await runner.main(changed(inputs, { "ca-certificate": undefined, "ca-fingerprint": fingerprint256 }));
    await expectLogin(runner, step);
    expect(runner.outputs["ca-fingerprint"]).toBe(fingerprint256);
    expect(await readFile(runner.outputs["ca-bundle"] ?? "", "utf8")).toContain(pem);
    await runner.post();
  });
});
