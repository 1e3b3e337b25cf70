import { createServer as createHttpServer } from "node:http";
import { createServer as createTcpServer } from "node:net";
import { describe, expect, test } from "vitest";
import { makeIntermediate, makeLeaf, makeRoot } from "../../emulator/certificates.ts";
import { describeRoot } from "../../emulator/emulator.ts";
import type { Inputs } from "../../emulator/runner.ts";
import { ALL_NAMES_ARE_LOOPBACK, listen, proxyTo, silentServer } from "./servers.ts";
import { changed, expectFailure, openScene } from "./support.ts";

const HOST = "management.local.azurestack.external";
const DAY = 86_400_000;

/** A runner whose proxy leads to something other than its stamp. */
async function runWith(proxy: string, fingerprint: string) {
  const { runner, inputs } = await openScene({}, { HTTPS_PROXY: proxy });
  const given: Inputs = changed(inputs, { "ca-certificate": undefined, "ca-fingerprint": fingerprint });
  return { runner, result: await runner.main(given) };
}

describe("the unverified handshake", () => {
  test("sends nothing, and no other follows if the fingerprint does not match", async () => {
    const [root, other] = [await makeRoot(), describeRoot((await makeRoot()).pem)];
    const { port, heard, met } = await silentServer(await makeLeaf(root, [HOST]), root.pem);
    const { runner, result } = await runWith(await proxyTo(port), other.fingerprint256);
    expect([met(), Buffer.concat(heard).toString()]).toEqual([1, ""]);
    await expectFailure(runner, result, "AZS322");
  });

  test("is followed by verified ones: a leaf that the root did not sign is not believed", async () => {
    const [root, evil] = [await makeRoot(), await makeRoot()];
    const forged = await makeLeaf({ pem: root.pem, keyPem: evil.keyPem }, [HOST]);
    const { port, heard, met } = await silentServer(forged, root.pem);
    const { runner, result } = await runWith(await proxyTo(port), describeRoot(root.pem).fingerprint256);
    expect(result.log).toContain("root: CN=AzureStackSelfSignedRootCert");
    expect([met() > 1, Buffer.concat(heard).toString()]).toEqual([true, ""]);
    expect(await expectFailure(runner, result, "AZS206")).toContain("a signature of its chain is wrong");
  });

  test("is followed by verified ones: a leaf of the right root for another host is not believed", async () => {
    const root = await makeRoot();
    const leaf = await makeLeaf(root, ["management.other.example"]);
    const { port, heard } = await silentServer(leaf, root.pem);
    const { runner, result } = await runWith(await proxyTo(port), describeRoot(root.pem).fingerprint256);
    expect(Buffer.concat(heard).toString()).toBe("");
    expect(await expectFailure(runner, result, "AZS206")).toContain("it was issued for other names");
  });

  test.each([
    ["has expired", "AZS305", { notBefore: new Date("2024-01-01"), days: 30 }],
    ["is not valid yet", "AZS306", { notBefore: new Date(Date.now() + 3 * DAY) }],
  ])("does not make a root trusted that %s", async (_, code, options) => {
    const root = await makeRoot(options);
    const { port, heard } = await silentServer(await makeLeaf(root, [HOST]), root.pem);
    const { runner, result } = await runWith(await proxyTo(port), describeRoot(root.pem).fingerprint256);
    expect(Buffer.concat(heard).toString()).toBe("");
    expect(await expectFailure(runner, result, code)).toContain(`the certificate chain of ${HOST}`);
  });

  test("does not make a server's own certificate trusted", async () => {
    const own = await makeRoot({ subject: HOST, ca: false });
    const { port, heard } = await silentServer(own, "");
    const { runner, result } = await runWith(await proxyTo(port), describeRoot(own.pem).fingerprint256);
    expect(Buffer.concat(heard).toString()).toBe("");
    await expectFailure(runner, result, "AZS308");
  });

  test("reads no chain of more than 20 certificates", async () => {
    const root = await makeRoot();
    let chain = root.pem;
    let issuer = root;
    for (let number = 0; number < 21; number++) {
      issuer = await makeIntermediate(issuer, { subject: `CA ${number}` });
      chain = issuer.pem + chain;
    }
    const { port, heard } = await silentServer(await makeLeaf(issuer, [HOST]), chain);
    const { runner, result } = await runWith(await proxyTo(port), describeRoot(root.pem).fingerprint256);
    expect(Buffer.concat(heard).toString()).toBe("");
    expect(await expectFailure(runner, result, "AZS225")).toContain("more than 20 certificates");
  });

  test("is tried again when the connection breaks off", async () => {
    const [root, other] = [await makeRoot(), describeRoot((await makeRoot()).pem)];
    const { port } = await silentServer(await makeLeaf(root, [HOST]), root.pem);
    const { runner, result } = await runWith(await proxyTo(port, 2), other.fingerprint256);
    await expectFailure(runner, result, "AZS322");
  });
});

test("without a proxy it is the same", async () => {
  const [root, other] = [await makeRoot(), describeRoot((await makeRoot()).pem)];
  const { port, heard, met } = await silentServer(await makeLeaf(root, [HOST]), root.pem);
  const { runner, inputs } = await openScene({}, { HTTPS_PROXY: "", NODE_OPTIONS: ALL_NAMES_ARE_LOOPBACK });
  const result = await runner.main(
    changed(inputs, {
      endpoint: `https://${HOST}:${port}`,
      "ca-certificate": undefined,
      "ca-fingerprint": other.fingerprint256,
    }),
  );
  expect([met(), Buffer.concat(heard).toString()]).toEqual([1, ""]);
  const text = await expectFailure(runner, result, "AZS322");
  expect(text).toContain(`${HOST}:${port}`);
  expect(text).toContain(describeRoot(root.pem).fingerprint256);
});

describe("a connection that fails before there is a chain gets the usual error", () => {
  const FINGERPRINT = Array.from({ length: 32 }, () => "AB").join(":");

  test("connection refused", async () => {
    const { runner, result } = await runWith("http://127.0.0.1:1", FINGERPRINT);
    await expectFailure(runner, result, "AZS202");
  });

  test("a name that does not resolve", async () => {
    const { runner, result } = await runWith("http://proxy.azurestack.invalid:3128", FINGERPRINT);
    await expectFailure(runner, result, "AZS201");
  });

  test.each([
    [403, "AZS226"],
    [407, "AZS227"],
  ])("a proxy that answers %i", async (status, code) => {
    const proxy = createHttpServer().on("connect", (_request, client) => {
      client.on("error", () => client.destroy()).end(`HTTP/1.1 ${status} No\r\nContent-Length: 0\r\n\r\n`);
    });
    const { runner, result } = await runWith(`http://ci:hunter2@127.0.0.1:${await listen(proxy)}`, FINGERPRINT);
    expect(result.log).not.toContain("hunter2");
    expect(await expectFailure(runner, result, code)).toContain(`: ${status} No`);
  });

  test("a server that speaks no TLS", async () => {
    const server = createTcpServer((socket) => {
      socket.on("error", () => undefined).once("data", () => socket.end("HTTP/1.1 400 Bad Request\r\n\r\n"));
    });
    const { runner, result } = await runWith(await proxyTo(await listen(server)), FINGERPRINT);
    await expectFailure(runner, result, "AZS207");
  });

  test("a connection that always breaks off", async () => {
    const { runner, result } = await runWith(await proxyTo(1, 100), FINGERPRINT);
    await expectFailure(runner, result, "AZS204");
  });
});
