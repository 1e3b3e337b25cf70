import { execFileSync } from "node:child_process";
import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  truncateSync,
  writeFileSync,
} from "node:fs";
import path from "node:path";
import { pathToFileURL } from "node:url";
import { describe, expect, onTestFinished, test } from "vitest";
import type { Runner } from "../../emulator/runner.ts";
import { credentialInputs } from "../support/credentials.ts";
import { killWhen } from "../support/killing.ts";
import { POST_LOG } from "../support/post-log.ts";
import { snapshot } from "../support/snapshot.ts";
import { shareStamp } from "./shared-stamp.ts";
import {
  answer,
  changed,
  expectFailure,
  expectLogin,
  expectSilentPost,
  HALF_AZ,
  openAzScene,
  openScene,
  openTableScene,
  spoken,
  TOKEN,
} from "./support.ts";

const SECRET_FILE = "azureSecretSpConfig.json";
const CERT_FILE = "azureCertSpConfig.json";
/** In the order of the samples' own `.dist` files. */
const COMMON = ["objectId", "subscriptionId", "tenantId", "resourceManagerEndpointUrl", "location"];

const at = ({ workspace }: Runner, file: string) => path.join(workspace, file);
const read = (file: string): Readonly<Record<string, string>> => JSON.parse(readFileSync(file, "utf8"));

/** Does what a sample does with its file: reads it, requests the metadata, signs in and lists the groups. */
const SAMPLE = `
const { ClientSecretCredential } = await import(${JSON.stringify(moduleUrl("@azure/identity"))});
const { ResourceManagementClient } = await import(${JSON.stringify(moduleUrl("@azure/arm-resources-profile-2020-09-01-hybrid"))});
const config = JSON.parse((await import("node:fs")).readFileSync("../${SECRET_FILE}", "utf8"));
const missing = Object.keys(config).filter((name) => !config[name]);
if (missing.length > 0) throw new Error("missing " + missing);
const metadata = await (await fetch(config.resourceManagerEndpointUrl + "/metadata/endpoints?api-version=2019-10-01")).json();
const { loginEndpoint, audiences } = metadata[0].authentication;
const adfs = loginEndpoint.replace(/\\/$/, "").endsWith("/adfs");
const credential = new ClientSecretCredential(adfs ? "adfs" : config.tenantId, config.clientId, config.clientSecret, {
  authorityHost: new URL(loginEndpoint).origin,
  disableInstanceDiscovery: true,
});
const client = new ResourceManagementClient(credential, config.subscriptionId, {
  endpoint: config.resourceManagerEndpointUrl,
  credentialScopes: audiences[0] + "/.default",
});
await client.resourceGroups.createOrUpdate("sample", { location: config.location });
for await (const group of client.resourceGroups.list()) console.log("group", group.name);
`;

function moduleUrl(name: string): string {
  return pathToFileURL(
    path.resolve("node_modules", name, name.endsWith("identity") ? "dist/commonjs/index.js" : "dist/index.js"),
  ).href;
}

describe.each(["aad", "adfs"] as const)("%s: the samples' file", (idp) => {
  test("of a secret works for a sample, and is gone after post", async () => {
    const { emulator, runner, inputs } = await openTableScene({ idp });
    mkdirSync(at(runner, "resourcegroup"));
    const before = snapshot(runner.workspace, runner.temp);
    const step = await runner.main(changed(inputs, { "sample-config": SECRET_FILE }));
    await expectLogin(runner, step);

    const file = at(runner, SECRET_FILE);
    const config = read(file);
    expect(Object.keys(config)).toEqual(["clientId", "clientSecret", ...COMMON]);
    expect(config).toEqual({
      clientId: emulator.application.clientId,
      clientSecret: emulator.application.secret,
      objectId: emulator.application.objectId,
      subscriptionId: runner.outputs["subscription-id"],
      tenantId: emulator.tenantId,
      resourceManagerEndpointUrl: emulator.endpoint,
      location: "local",
    });
    expect(statSync(file).mode & 0o777).toBe(0o600);
    expect(step.raw.match(/^::warning::.*$/gm)?.filter((line) => !HALF_AZ.test(line)) ?? []).toEqual([]);
    expect(spoken(step)).toMatch(new RegExp(`^sample-config: ${file} \\(\\d+ ms\\)$`, "m"));
    for (const shown of [spoken(step), runner.summary, JSON.stringify([runner.outputs, runner.exported])]) {
      expect(shown).not.toContain(emulator.application.secret);
    }

    const sample = await runner.step(process.execPath, [
      "--use-env-proxy",
      "--no-warnings",
      "--input-type=module",
      "-e",
      `process.chdir("resourcegroup");${SAMPLE}`,
    ]);
    expect(sample.log).toBe("group sample\n");
    await expectSilentPost(runner);
    expect(snapshot(runner.workspace, runner.temp)).toEqual(before);
  });

  test.each(["pem", "pfx"] as const)("of a certificate (%s) names a PFX that its password opens", async (kind) => {
    const { emulator, runner, inputs } = await openTableScene({ idp });
    const { inputs: given, secrets } = await credentialInputs(kind, emulator);
    const wanted = { "client-secret": undefined, ...given, "sample-config": at(runner, CERT_FILE) };
    const step = await runner.main(changed(inputs, wanted));
    await expectLogin(runner, step);
    const config = read(at(runner, CERT_FILE));
    expect(Object.keys(config)).toEqual(["clientId", "certPath", "certPass", ...COMMON]);
    expect(config["certPass"]).toBe(given["client-certificate-password"] ?? "");
    expect(config["certPath"]).toBe(runner.exported["ARM_CLIENT_CERTIFICATE_PATH"]);
    const openssl = ["pkcs12", "-in", config["certPath"] ?? "", "-passin", "stdin", "-nodes", "-legacy"];
    const opened = execFileSync("openssl", openssl, {
      input: `${config["certPass"]}\n`,
      encoding: "utf8",
      stdio: "pipe",
    });
    expect(opened).toContain("BEGIN PRIVATE KEY");
    for (const secret of secrets) expect(spoken(step)).not.toContain(secret);
    await expectSilentPost(runner);
    expect(existsSync(at(runner, CERT_FILE))).toBe(false);
  });
});

/** A file of the user's own, with its own content and mode. */
function oldFile(runner: Runner): string {
  writeFileSync(at(runner, SECRET_FILE), Buffer.from('{"clientId": "\u00ff"}\r\n', "latin1"));
  chmodSync(at(runner, SECRET_FILE), 0o664);
  return at(runner, SECRET_FILE);
}

describe("an existing file", () => {
  test("is replaced until post", async () => {
    const { runner, inputs } = await openTableScene();
    const file = oldFile(runner);
    const before = snapshot(runner.workspace, runner.temp);
    await expectLogin(runner, await runner.main(changed(inputs, { "sample-config": SECRET_FILE })));
    expect(read(file)["clientSecret"]).toBe(inputs["client-secret"]);
    expect(statSync(file).mode & 0o777).toBe(0o600);
    await expectSilentPost(runner);
    expect(snapshot(runner.workspace, runner.temp)).toEqual(before);
  });

  test("is back when the step fails, before post", async () => {
    const { emulator, runner, inputs } = await openAzScene();
    oldFile(runner);
    const before = snapshot(runner.workspace);
    emulator.inject({ match: TOKEN, after: 1, times: 9, effect: answer(400, '{"error":"broken"}') });
    const step = await runner.main(changed(inputs, { "sample-config": SECRET_FILE }));
    await expectFailure(runner, step, "AZS503");
    expect(step.raw).toContain("sample-config: ");
    expect(snapshot(runner.workspace)).toEqual(before);
    await expectSilentPost(runner);
    expect(snapshot(runner.workspace)).toEqual(before);
  });

  test("is back in a folder that a later step emptied", async () => {
    const { runner, inputs } = await openTableScene();
    oldFile(runner);
    const before = snapshot(at(runner, SECRET_FILE));
    await expectLogin(runner, await runner.main(changed(inputs, { "sample-config": SECRET_FILE })));
    await runner.step("/bin/sh", ["-c", "rm -rf ./*"]);
    await expectSilentPost(runner);
    expect(snapshot(at(runner, SECRET_FILE))).toEqual(before);
  });

  test.skipIf(!existsSync("/dev/shm"))("survives a kill while it moves to another volume", async () => {
    const temp = mkdtempSync("/dev/shm/azs-temp-");
    onTestFinished(() => rmSync(temp, { recursive: true, force: true }));
    const { runner, inputs } = await openScene({}, { RUNNER_TEMP: temp });
    const file = oldFile(runner);
    // Large enough that copying it takes longer than looking into the folder.
    truncateSync(file, 48 * 1024 * 1024);
    const before = snapshot(runner.workspace, temp);
    const copying = () => readdirSync(temp, { recursive: true }).some((name) => String(name).includes("replaced-"));
    await killWhen(runner, changed(inputs, { "sample-config": SECRET_FILE }), copying);
    expect((await runner.post()).log).toEqual(POST_LOG);
    expect(snapshot(runner.workspace, temp)).toEqual(before);
  });

  test("stays replaced with cleanup: false", async () => {
    const { runner, inputs } = await openTableScene();
    oldFile(runner);
    await expectLogin(runner, await runner.main(changed(inputs, { "sample-config": SECRET_FILE, cleanup: "false" })));
    await runner.post();
    expect(read(at(runner, SECRET_FILE))["clientSecret"]).toBe(inputs["client-secret"]);
  });
});

test("values that are not known are named in a warning", async () => {
  const { runner, inputs } = await openTableScene({ subscriptions: "none" });
  const step = await runner.main(changed(inputs, { "sample-config": SECRET_FILE, "allow-no-subscriptions": "true" }));
  await expectLogin(runner, step);
  expect(step.raw).toMatch(/^::warning::.*azureSecretSpConfig\.json has no value for subscriptionId,/m);
});

describe("the path is checked with the other inputs", () => {
  const stamp = shareStamp();

  test("a folder that is not there", async () => {
    const { text } = await stamp.refuses({ "sample-config": "samples/config.json" }, "AZS127");
    expect(text).toContain("workspace/samples/config.json");
  });

  test("a link that is checked out leads nowhere", async () => {
    let target = "";
    const link = async (runner: Runner) => {
      target = at(runner, "../elsewhere");
      mkdirSync(target);
      symlinkSync(target, at(runner, "samples"));
    };
    await stamp.refuses({ "sample-config": "samples/config.json" }, "AZS127", link);
    expect(target).not.toBe("");
  });

  test("a link in the file's place is not followed", async () => {
    const link = async (runner: Runner) => symlinkSync(at(runner, "root.pem"), at(runner, SECRET_FILE));
    await stamp.refuses({ "sample-config": SECRET_FILE }, "AZS127", link);
  });
});

test("a link that appears while the step runs is not followed either", async () => {
  const { emulator, runner, inputs } = await openTableScene();
  emulator.inject({ match: TOKEN, effect: { delay: 500 } });
  const step = runner.main(changed(inputs, { "sample-config": SECRET_FILE }));
  while (!emulator.requests.some(({ path: asked }) => TOKEN.path?.test(asked))) await new Promise(setImmediate);
  symlinkSync(at(runner, "target"), at(runner, SECRET_FILE));
  await expectFailure(runner, await step, "AZS340");
  expect(readdirSync(runner.workspace)).not.toContain("target");
  await expectSilentPost(runner);
});
