import { existsSync } from "node:fs";
import { readFile, writeFile } from "node:fs/promises";
import path from "node:path";
import { expect } from "vitest";
import { changed, expectLogin, expectSilentPost, openScene, withAz } from "./support.ts";

const SYSTEM = "/etc/ssl/certs/ca-certificates.crt";

/** The posts of steps that came before this one run after its own, with what it exported. */
withAz("the posts of other steps find no secret and no path into the folder that is gone", async () => {
  const { emulator, runner, inputs } = await openScene();
  await writeFile(path.join(runner.workspace, "own.pem"), `# Theirs\n${emulator.roots.pem}`);
  const pem = path.join(runner.workspace, "own.pem");
  const own = { CURL_CA_BUNDLE: pem, HTTPS_CA_FILE: pem, AZURE_TENANT_ID: "theirs" };
  Object.assign(runner.base, own);
  await expectLogin(runner, await runner.main(changed(inputs, { "export-credentials": "true" })));
  const before = { ...runner.exported };
  expect(await readFile(before["PERL_LWP_SSL_CA_FILE"] ?? "", "utf8")).toMatch(/^# Theirs\n/);
  await runner.step("sh", ["-c", 'echo GIT_SSL_CAINFO=/later/step.pem >> "$GITHUB_ENV"']);
  await expectSilentPost(runner);

  const inFolder = Object.keys(before).filter((name) => before[name]?.includes("azs-login-"));
  expect(inFolder).toEqual(expect.arrayContaining(["AZURE_CONFIG_DIR", "SSL_CERT_FILE", "NODE_EXTRA_CA_CERTS"]));
  for (const [name, value] of Object.entries(runner.exported)) {
    expect(value, name).not.toContain("azs-login-");
    expect(value, name).not.toBe(emulator.application.secret);
  }
  expect(runner.exported).toMatchObject({
    AZURE_CONFIG_DIR: "",
    AZURE_CLIENT_SECRET: "",
    ARM_CLIENT_SECRET: "",
    AZURE_SECRET: "",
    // Node reads no root in it, and says nothing.
    NODE_EXTRA_CA_CERTS: "/dev/null",
    // requests reads the one before the other.
    REQUESTS_CA_BUNDLE: own.CURL_CA_BUNDLE,
    // It replaces OpenSSL's roots: without any it would trust nobody.
    SSL_CERT_FILE: existsSync(SYSTEM) ? SYSTEM : "",
    CURL_CA_BUNDLE: own.CURL_CA_BUNDLE,
    // Perl's LWP reads the one before the other.
    PERL_LWP_SSL_CA_FILE: own.HTTPS_CA_FILE,
    GIT_SSL_CAINFO: "/later/step.pem",
    // Says who logged in, and leads nowhere.
    AZURE_TENANT_ID: emulator.tenantId,
  });
  const node = await runner.step(process.execPath, ["-e", "console.log('quiet')"]);
  expect(node.log).toBe("quiet\n");
});
