import { spawn } from "node:child_process";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { text } from "node:stream/consumers";
import { setTimeout } from "node:timers/promises";
import { importPKCS8, SignJWT } from "jose";
import { afterEach, describe, expect, test } from "vitest";
import { thumbprints } from "../../emulator/certificates.ts";
import { isObject } from "../../emulator/http.ts";
import { type Emulator, type StampOptions, startEmulator } from "../../emulator/server.ts";
import type { Task } from "./sdk-client.ts";
import { ADFS_TOKEN } from "./support.ts";

const AZ = "04b07795-8ddb-461a-bbee-02f9e1bf7b46";
const CLIENT = path.join(import.meta.dirname, "sdk-client.ts");

const ended: (() => Promise<void>)[] = [];
afterEach(async () => {
  await Promise.all(ended.splice(0).map((end) => end()));
});

async function start(options: Partial<StampOptions> = {}): Promise<Emulator> {
  const emulator = await startEmulator(options);
  ended.push(() => emulator.close());
  return emulator;
}

/** Runs the task in a process that knows only the stamp's proxy and root. */
async function run(emulator: Emulator, task: Partial<Task> & Pick<Task, "kind">, meanwhile?: () => Promise<void>) {
  const folder = await mkdtemp(path.join(tmpdir(), "sdk-"));
  ended.push(() => rm(folder, { recursive: true }));
  const root = path.join(folder, "root.pem");
  await writeFile(root, emulator.roots.pem);
  const { PATH = "" } = process.env;
  const env = { PATH, HOME: folder, HTTPS_PROXY: emulator.proxyUrl, NODE_EXTRA_CA_CERTS: root };
  const child = spawn(process.execPath, ["--no-warnings", CLIENT], { env, stdio: ["pipe", "pipe", "inherit"] });
  child.stdin.end(JSON.stringify({ ...taskFor(emulator), ...task }));
  await meanwhile?.();
  const answer: unknown = JSON.parse(await text(child.stdout));
  return answer;
}

function taskFor(emulator: Emulator): Omit<Task, "kind"> {
  const federated = emulator.connects.length === 0 && emulator.audience.includes(".adfs.");
  return {
    tenant: federated ? "adfs" : emulator.tenantId,
    authorityHost: federated ? "https://adfs.local.azurestack.external" : "https://login.microsoftonline.com",
    disableInstanceDiscovery: federated,
    clientId: emulator.application.clientId,
    credential: emulator.application.secret,
    username: emulator.users.plain.name,
    scope: `${emulator.audience}/.default`,
    endpoint: emulator.endpoint,
    subscription: emulator.subscriptions[1]?.id ?? "",
    location: emulator.location,
  };
}

const done = {
  token: true,
  group: expect.stringMatching(/^\/subscriptions\/.*\/resourceGroups\/sdk$/),
  states: ["Registering", "Registered"],
  left: [],
};
const KINDS: readonly Partial<StampOptions>[] = [{ idp: "aad" }, { idp: "adfs" }];

describe.each(KINDS)("@azure/identity and the hybrid client on %o", (options) => {
  test("with a secret", async () => {
    const emulator = await start(options);
    expect(await run(emulator, { kind: "secret" })).toEqual(done);
    expect(new Set(emulator.connects.map((target) => target.split(".")[0]))).toEqual(
      new Set([options.idp === "adfs" ? "adfs" : "login", "management"]),
    );
  });

  test("with a wrong secret", async () => {
    const answer = await run(await start(options), { kind: "secret", credential: "wrong" });
    expect(answer).toEqual({ error: expect.stringContaining(options.idp === "adfs" ? "MSIS9622" : "AADSTS7000215") });
  });

  test("with a name and a password", async () => {
    const emulator = await start(options);
    const { password } = emulator.users.plain;
    expect(await run(emulator, { kind: "password", clientId: AZ, credential: password })).toEqual(done);
  });

  test("with a device code", async () => {
    const emulator = await start({ ...options, deviceCodeInterval: 1 });
    const approve = async () => {
      while (!emulator.requests.some(({ tokenEndpoint }) => tokenEndpoint !== undefined)) await setTimeout(20);
      emulator.decideDeviceCodes("approve");
    };
    expect(await run(emulator, { kind: "device-code", clientId: AZ }, approve)).toEqual(done);
  });
});

describe("@azure/identity with a certificate", () => {
  test("at Entra, by GUID and by domain, on either login host", async () => {
    const tenants = ["6f3c7c6e-5b0e-4f0a-9c0d-3d1f0e8a2b11", "contoso.onmicrosoft.com"];
    for (const [index, loginHost] of ["login.microsoftonline.com", "login.windows.net"].entries()) {
      const emulator = await start({ loginHost });
      const { certPem, keyPem } = emulator.application.certificates.registered;
      const task = { authorityHost: `https://${loginHost}`, tenant: tenants[index] ?? "" };
      expect(await run(emulator, { kind: "certificate", credential: certPem + keyPem, ...task })).toEqual(done);
    }
  });

  test("that is not registered", async () => {
    const emulator = await start();
    const { certPem, keyPem } = emulator.application.certificates.unregistered;
    const answer = await run(emulator, { kind: "certificate", credential: certPem + keyPem });
    expect(answer).toEqual({ error: expect.stringContaining("AADSTS700027") });
  });

  test("at AD FS: its own assertion is PS256 and refused, an RS256 assertion is taken", async () => {
    const emulator = await start({ idp: "adfs" });
    const { certPem, keyPem } = emulator.application.certificates.registered;
    const refused = await run(emulator, { kind: "certificate", credential: certPem + keyPem });
    expect(refused).toEqual({ error: expect.stringContaining("MSIS9622") });
    const credential = await signed(emulator, keyPem, thumbprints(certPem).x5t);
    const adfs = { tenant: "adfs", authorityHost: new URL(ADFS_TOKEN).origin, disableInstanceDiscovery: true };
    expect(await run(emulator, { kind: "assertion", credential, ...adfs })).toEqual(done);
  });
});

test("@azure/identity with the runner's ID token", async () => {
  const emulator = await start();
  const { requestUrl, requestToken, trustedAudience } = emulator.idTokens;
  const headers = { authorization: `Bearer ${requestToken}` };
  const response = await fetch(`${requestUrl}&audience=${encodeURIComponent(trustedAudience)}`, { headers });
  const answer: unknown = await response.json();
  const credential = isObject(answer) ? String(answer["value"]) : "";
  expect(await run(emulator, { kind: "assertion", credential })).toEqual(done);
});

test("some AD FS stamps refuse the scope that @azure/identity asks for", async () => {
  const answer = await run(await start({ idp: "adfs", acceptsDefaultScope: false }), { kind: "secret" });
  expect(answer).toEqual({ error: expect.stringContaining("MSIS9605") });
});

test("the client of 2020 is refused by a build of 2018", async () => {
  const answer = await run(await start({ build: "1808" }), { kind: "secret" });
  expect(answer).toEqual({ error: expect.stringContaining("The api-version '2019-10-01' is invalid.") });
});

async function signed(emulator: Emulator, keyPem: string, x5t: string): Promise<string> {
  const { clientId } = emulator.application;
  return new SignJWT()
    .setProtectedHeader({ alg: "RS256", x5t })
    .setIssuer(clientId)
    .setSubject(clientId)
    .setAudience(`${ADFS_TOKEN}/`)
    .setJti("sdk")
    .setExpirationTime("5m")
    .sign(await importPKCS8(keyPem, "RS256"));
}
