import { existsSync } from "node:fs";
import { mkdir, readdir, readFile, writeFile } from "node:fs/promises";
import path from "node:path";
import { expect } from "vitest";
import { REPLACED_VARIABLES, VARIABLES } from "../../src/results/exports.ts";
import { openBoth } from "../parity/hosts.ts";
import { POST_LOG } from "../support/post-log.ts";
import { filesHolding } from "../support/snapshot.ts";
import { AZ, answer, changed, expectLogin, expectSilentPost, openAzScene, scenarioInputs, withAz } from "./support.ts";

const SYSTEM = "/etc/ssl/certs/ca-certificates.crt";

const LOGIN = {
  "azureProfile.json": {
    installationId: "i",
    subscriptions: [{ id: "s", name: "Theirs", state: "Enabled", user: {} }],
  },
  "service_principal_entries.json": [{ client_id: "c", tenant: "t", client_secret: "their-secret" }],
};

/**
 * The cleanup of azure/login runs `az account clear` with the variables that are set at that time (azure/login,
 * Utils.ts).
 */
withAz("azure/login, before this step, clears its own login after it", async () => {
  const { emulator, runner, inputs } = await openAzScene();
  const folder = path.join(runner.home, ".azure");
  // az contacts Entra even to log out, here through a proxy that inspects TLS.
  const entra = "https://login.microsoftonline.com/organizations";
  const configuration = {
    issuer: `${entra}/v2.0`,
    authorization_endpoint: `${entra}/oauth2/v2.0/authorize`,
    token_endpoint: `${entra}/oauth2/v2.0/token`,
  };
  const effect = answer(200, JSON.stringify(configuration));
  emulator.inject({ match: { path: /^\/organizations\// }, times: Number.POSITIVE_INFINITY, effect });
  Object.assign(runner.base, { REQUESTS_CA_BUNDLE: path.join(runner.workspace, "root.pem") });
  await mkdir(folder);
  for (const [name, content] of Object.entries(LOGIN))
    await writeFile(path.join(folder, name), JSON.stringify(content), { mode: 0o600 });
  const workspace = await readdir(runner.workspace);
  await expectLogin(runner, await runner.main(inputs));
  await expectSilentPost(runner);
  const clear = await runner.step(AZ, ["account", "clear"]);
  expect([clear.exitCode, clear.raw]).toEqual([0, ""]);
  expect(filesHolding(folder, "their-secret")).toEqual([]);
  expect(filesHolding(folder, "Theirs")).toEqual([]);
  expect(await readdir(runner.workspace)).toEqual(workspace);
});

withAz("whatever was set before is the same in the posts of docker/login-action and others", async () => {
  const { runner, inputs } = await openAzScene();
  // Values of the job's own for everything that the step may set.
  const theirs = Object.fromEntries(
    [...VARIABLES, ...REPLACED_VARIABLES.map((name) => ({ name, secret: false }))]
      .filter(({ name, secret }) => !secret && !/_CA_|CERT_FILE|CAINFO|_CONFIG_DIR|proxy/i.test(name))
      .map(({ name }) => [name, `their ${name}`]),
  );
  const docker = { DOCKER_CONFIG: path.join(runner.home, ".docker"), AZURE_CONFIG_DIR: path.join(runner.home, "az") };
  Object.assign(runner.base, theirs, docker);
  const before = { ...runner.base };
  await expectLogin(runner, await runner.main(inputs));
  await expectSilentPost(runner);
  expect({ ...runner.base, ...runner.exported }).toMatchObject(before);
});

withAz("two nested logins on both hosts: post restores the first one's variables, then the original ones", async () => {
  const both = await openBoth();
  for (const side of both.sides) {
    const { runner } = side;
    const inputs = await scenarioInputs(both.emulator, runner);
    expect((await side.login(inputs)).exitCode).toBe(0);
    const first = { ...side.variables().open };
    expect((await side.login({ ...inputs, "cloud-name": "Second" })).exitCode).toBe(0);
    expect(side.variables().open["AZURE_CONFIG_DIR"]).not.toBe(first["AZURE_CONFIG_DIR"]);
    expect((await runner.post(1)).log).toEqual(POST_LOG);
    expect(side.variables().open).toMatchObject(first);
    expect((await runner.step(AZ, ["account", "show", "--query", "environmentName"])).raw).toContain("AzureStackUser");
    expect((await runner.post(0)).log).toEqual(POST_LOG);
    expect(side.variables().open["AZURE_CONFIG_DIR"]).toBe(path.join(runner.home, ".azure"));
  }
});

/** Post steps of earlier steps run after the one of this step, with the variables that it exported. */
withAz("the posts of other steps find no secret and no path into the folder that is gone", async () => {
  const { emulator, runner, inputs } = await openAzScene();
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
    AZURE_CONFIG_DIR: path.join(runner.home, ".azure"),
    AZURE_CORE_COLLECT_TELEMETRY: "true",
    AZURE_CORE_INSTANCE_DISCOVERY: "true",
    AZURE_CORE_ERROR_RECOMMENDATION: "on",
    AZURE_CLIENT_SECRET: "",
    ARM_CLIENT_SECRET: "",
    AZURE_SECRET: "",
    // Node reads no root in it, and prints nothing.
    NODE_EXTRA_CA_CERTS: "/dev/null",
    // requests reads REQUESTS_CA_BUNDLE before CURL_CA_BUNDLE.
    REQUESTS_CA_BUNDLE: own.CURL_CA_BUNDLE,
    // The file replaces OpenSSL's roots. Without a root, OpenSSL would trust nobody.
    SSL_CERT_FILE: existsSync(SYSTEM) ? SYSTEM : "",
    CURL_CA_BUNDLE: own.CURL_CA_BUNDLE,
    // Perl's LWP reads PERL_LWP_SSL_CA_FILE before HTTPS_CA_FILE.
    PERL_LWP_SSL_CA_FILE: own.HTTPS_CA_FILE,
    GIT_SSL_CAINFO: "/later/step.pem",
    AZURE_TENANT_ID: own.AZURE_TENANT_ID,
    // Names the tenant of the login, and no path.
    ARM_TENANT_ID: emulator.tenantId,
  });
  const node = await runner.step(process.execPath, ["-e", "console.log('quiet')"]);
  expect(node.log).toBe("quiet\n");
});
