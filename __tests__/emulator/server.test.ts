import { setTimeout } from "node:timers/promises";
import { afterEach, describe, expect, test } from "vitest";
import { isObject } from "../../emulator/http.ts";
import { captivePortal, type Emulator, type StampOptions, startEmulator } from "../../emulator/server.ts";
import { fetchThrough, presentedChain, secured, tunnel } from "./wire.ts";

const running: Emulator[] = [];
afterEach(async () => {
  await Promise.all(running.splice(0).map((emulator) => emulator.close()));
});

async function start(options: Partial<StampOptions> = {}): Promise<Emulator> {
  const emulator = await startEmulator(options);
  running.push(emulator);
  return emulator;
}

const METADATA = "/metadata/endpoints?api-version=1.0";

async function token(emulator: Emulator, secret = emulator.application.secret) {
  const form = { client_id: emulator.application.clientId, client_secret: secret, grant_type: "client_credentials" };
  const body = new URLSearchParams({ ...form, scope: `${emulator.audience}/.default` }).toString();
  const url = `https://login.microsoftonline.com/${emulator.tenantId}/oauth2/v2.0/token`;
  const headers = { "content-type": "application/x-www-form-urlencoded" };
  return fetchThrough(emulator, url, { method: "POST", body, headers });
}

/** Calls Resource Manager below the enabled subscription. */
async function armOf(emulator: Emulator) {
  const answer: unknown = JSON.parse((await token(emulator)).body);
  const bearer = isObject(answer) ? String(answer["access_token"]) : "";
  return (method: string, path: string, body?: unknown) =>
    fetchThrough(emulator, `${emulator.endpoint}/subscriptions/${emulator.subscriptions[1]?.id}${path}`, {
      method,
      body: body === undefined ? "" : JSON.stringify(body),
      headers: { authorization: `Bearer ${bearer}` },
    });
}

async function makeVault(emulator: Emulator, name: string): Promise<void> {
  const arm = await armOf(emulator);
  const provider = "/providers/Microsoft.KeyVault";
  await arm("POST", `${provider}/register?api-version=2018-02-01`);
  while (!(await arm("GET", `${provider}?api-version=2018-02-01`)).body.includes('"Registered"'));
  await arm("PUT", "/resourceGroups/g?api-version=2018-02-01", { location: "local" });
  const properties = { tenantId: emulator.tenantId, sku: { family: "A", name: "standard" }, accessPolicies: [] };
  const path = `/resourceGroups/g${provider}/vaults/${name}?api-version=2016-10-01`;
  expect((await arm("PUT", path, { location: "local", properties })).status).toBe(201);
}

describe("TLS", () => {
  test.each(["management", "adminmanagement", "portal", "adminportal"])(
    "%s has a certificate of the root",
    async (label) => {
      const socket = await secured(await start(), `${label}.local.azurestack.external`);
      expect(socket.authorized).toBe(true);
      socket.destroy();
    },
  );

  test("a storage account's names exist as long as the account, with a certificate of the root", async () => {
    const emulator = await start();
    const arm = await armOf(emulator);
    const hosts = ["blob", "queue", "table"].map((service) => `acc.${service}.local.azurestack.external`);
    for (const host of hosts) await expect(tunnel(emulator, host)).rejects.toThrow("CONNECT 403");
    await arm("PUT", "/resourceGroups/g?api-version=2018-02-01", { location: "local" });
    const path = "/resourceGroups/g/providers/Microsoft.Storage/storageAccounts/acc?api-version=2019-06-01";
    const made = await arm("PUT", path, { location: "local", kind: "Storage", sku: { name: "Standard_LRS" } });
    expect(made.status, made.body).toBe(200);
    for (const host of hosts) {
      const socket = await secured(emulator, host);
      expect(socket.authorized, host).toBe(true);
      socket.destroy();
    }
    await arm("DELETE", path);
    for (const host of hosts) await expect(tunnel(emulator, host)).rejects.toThrow("CONNECT 403");
  });

  test("a vault's name exists as long as the vault", async () => {
    const emulator = await start();
    const host = "kv-one.vault.local.azurestack.external";
    await expect(tunnel(emulator, host)).rejects.toThrow("CONNECT 403");
    await makeVault(emulator, "kv-one");
    const socket = await secured(emulator, host);
    expect(socket.authorized).toBe(true);
    socket.destroy();
    await expect(tunnel(emulator, host.replace("vault", "adminvault"))).rejects.toThrow("CONNECT 403");
  });

  test("the login service has a certificate of its own", async () => {
    const emulator = await start();
    const [stamp, login] = [
      await secured(emulator, "management.local.azurestack.external"),
      await secured(emulator, "login.microsoftonline.com"),
    ];
    const names = [stamp, login].map((socket) => socket.getPeerCertificate().subjectaltname);
    expect(names[0]).not.toContain("login.microsoftonline.com");
    expect(names[1]).toBe("DNS:login.microsoftonline.com");
    for (const socket of [stamp, login]) socket.destroy();
  });

  test("a client that does not trust the root is not served", async () => {
    const [emulator, other] = [await start(), await start()];
    const attempt = secured(emulator, "management.local.azurestack.external", other.roots.pem);
    await expect(attempt).rejects.toThrow(/certificate/i);
    expect(emulator.requests).toEqual([]);
  });

  test.each<[Partial<StampOptions>, readonly string[]]>([
    [{}, ["AzureStackSelfSignedRootCert"]],
    [{ presentsRoot: false }, []],
    [{ intermediate: true }, ["AzureStackIssuingCA", "AzureStackSelfSignedRootCert"]],
    [{ intermediate: true, presentsRoot: false }, ["AzureStackIssuingCA"]],
  ])("what comes after the leaf with %j: %j", async (options, above) => {
    const emulator = await start(options);
    const host = "management.local.azurestack.external";
    const chain = await presentedChain(emulator, host);
    expect(chain.slice(1).map(({ subject }) => subject.CN)).toEqual(above);
    if (above.includes("AzureStackSelfSignedRootCert")) {
      expect(chain.at(-1)?.fingerprint256).toBe(emulator.roots.fingerprint256);
    }
    // A client that trusts the root can connect.
    (await secured(emulator, host)).destroy();
  });

  test("another name in the handshake gets no certificate, also from a client that would take any", async () => {
    await expect(presentedChain(await start(), "management.example.org")).rejects.toThrow();
  });
});

describe("the proxy", () => {
  test.each([
    ["example.org", 443],
    ["management.local.azurestack.external.example.org", 443],
    ["a.b.vault.local.azurestack.external", 443],
    ["vault.local.azurestack.external", 443],
    ["adfs.local.azurestack.external", 443],
    ["login.windows.net", 443],
    ["management.local.azurestack.external", 30015],
    ["127.0.0.1", 443],
  ])("refuses %s:%i, and remembers it", async (host, port) => {
    const emulator = await start();
    await expect(tunnel(emulator, host, port)).rejects.toThrow("CONNECT 403");
    expect(emulator.connects).toEqual([`${host}:${port}`]);
  });

  test("names of AD FS exist on an AD FS stamp, those of Entra do not", async () => {
    const emulator = await start({ idp: "adfs" });
    for (const label of ["adfs", "graph"]) (await tunnel(emulator, `${label}.local.azurestack.external`)).destroy();
    await expect(tunnel(emulator, "login.microsoftonline.com")).rejects.toThrow("CONNECT 403");
  });

  test("what is no CONNECT is refused and remembered", async () => {
    const emulator = await start();
    const response = await fetch(`${emulator.proxyUrl}/`, { headers: { host: "example.org" } });
    expect(response.status).toBe(403);
    expect(emulator.connects).toHaveLength(1);
  });
});

describe("requests", () => {
  test("are remembered without what is secret", async () => {
    const emulator = await start();
    const secret = "s3cr3t-value";
    emulator.application.registerSecret(secret);
    const { status, body } = await token(emulator, secret);
    expect(status).toBe(200);
    const access = String(JSON.parse(body).access_token);
    const headers = { authorization: `Bearer ${access}` };
    await fetchThrough(emulator, `${emulator.endpoint}/subscriptions?api-version=2016-06-01`, { headers });
    expect(emulator.requests).toEqual([
      {
        host: "login.microsoftonline.com",
        method: "POST",
        path: `/${emulator.tenantId}/oauth2/v2.0/token`,
        query: {},
        apiVersion: undefined,
        status: 200,
        tokenEndpoint: "entra-v2",
        authorized: false,
        formFields: ["client_id", "client_secret", "grant_type", "scope"],
        form: {
          client_id: emulator.application.clientId,
          grant_type: "client_credentials",
          scope: `${emulator.audience}/.default`,
        },
      },
      {
        host: "management.local.azurestack.external",
        method: "GET",
        path: "/subscriptions",
        query: { "api-version": "2016-06-01" },
        apiVersion: "2016-06-01",
        status: 200,
        tokenEndpoint: undefined,
        authorized: true,
        formFields: [],
        form: {},
      },
    ]);
    for (const hidden of [secret, access]) expect(JSON.stringify(emulator.requests)).not.toContain(hidden);
  });

  test("many at once, on a connection that is kept", async () => {
    const emulator = await start();
    const answers = await Promise.all(
      Array.from({ length: 40 }, () => fetchThrough(emulator, emulator.endpoint + METADATA)),
    );
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([200]));
    const socket = await secured(emulator, "management.local.azurestack.external");
    const received: Buffer[] = [];
    socket.on("data", (data: Buffer) => received.push(data));
    const ask = `GET ${METADATA} HTTP/1.1\r\nHost: management.local.azurestack.external:443\r\n\r\n`;
    socket.write(ask);
    await setTimeout(100);
    socket.write(ask);
    await setTimeout(100);
    expect(
      Buffer.concat(received)
        .toString()
        .match(/HTTP\/1\.1 200/g),
    ).toHaveLength(2);
  });

  test("the runner's ID tokens are served beside the proxy", async () => {
    const emulator = await start();
    const headers = { authorization: `Bearer ${emulator.idTokens.requestToken}` };
    const response = await fetch(`${emulator.idTokens.requestUrl}&audience=x`, { headers });
    expect(await response.json()).toEqual({ value: expect.any(String) });
    expect((await fetch(`${emulator.idTokens.requestUrl}&audience=x`)).status).toBe(401);
    expect(JSON.stringify(emulator.requests)).not.toContain(emulator.idTokens.requestToken);
  });

  test("a host header that is none of the names", async () => {
    const emulator = await start();
    const answer = await fetchThrough(emulator, emulator.endpoint + METADATA, { headers: { host: "example.org" } });
    expect(answer.status).toBe(400);
  });
});

describe("faults on the wire", () => {
  test("an answer instead of the stamp's", async () => {
    const emulator = await start();
    emulator.inject({ match: { path: /metadata/ }, effect: captivePortal() });
    const [first, second] = [
      await fetchThrough(emulator, emulator.endpoint + METADATA),
      await fetchThrough(emulator, emulator.endpoint + METADATA),
    ];
    expect(first.headers["content-type"]).toContain("text/html");
    expect(second.headers["content-type"]).toContain("application/json");
  });

  test("a drop, a cut, a delay", async () => {
    const emulator = await start();
    emulator.inject({ effect: "drop" });
    await expect(fetchThrough(emulator, emulator.endpoint + METADATA)).rejects.toThrow();
    emulator.inject({ effect: { cutAfter: 10 } });
    await expect(fetchThrough(emulator, emulator.endpoint + METADATA)).rejects.toThrow(/aborted/);
    emulator.inject({ effect: { delay: 150 } });
    const started = Date.now();
    expect((await fetchThrough(emulator, emulator.endpoint + METADATA)).status).toBe(200);
    expect(Date.now() - started).toBeGreaterThanOrEqual(145);
    expect(emulator.requests.map(({ status }) => status)).toEqual([0, 200, 200]);
  });

  test("a request that hangs ends when the emulator closes, and nothing is left open", async () => {
    const emulator = await startEmulator();
    emulator.inject({ effect: "hang" });
    const hanging = fetchThrough(emulator, emulator.endpoint + METADATA);
    hanging.catch(() => undefined);
    await secured(emulator, "login.microsoftonline.com");
    const idle = await tunnel(emulator, "management.local.azurestack.external");
    while (emulator.requests.length === 0) await setTimeout(5);
    const started = Date.now();
    await emulator.close();
    expect(Date.now() - started).toBeLessThan(500);
    await expect(hanging).rejects.toThrow();
    await expect(tunnel(emulator, "management.local.azurestack.external")).rejects.toThrow(/ECONNREFUSED/);
    idle.destroy();
  });
});
