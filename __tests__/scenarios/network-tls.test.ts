import { createServer as createTlsServer } from "node:https";
import { createServer as createTcpServer } from "node:net";
import { beforeAll, describe, expect, test } from "vitest";
import { type Authority, makeLeaf, makeRoot } from "../../emulator/certificates.ts";
import { listen, proxyTo } from "./servers.ts";
import { changed, expectFailure, openScene } from "./support.ts";

const HOST = "management.local.azurestack.external";
const DAY = 86_400_000;

describe("the error names a CA that the runner does not trust, and how to pass it", () => {
  const table: readonly (readonly [string, boolean, boolean])[] = [
    ["no CA given", true, false],
    ["no CA given, the host does not present it", false, false],
    ["another CA given", true, true],
    ["another CA given, the host does not present its own", false, true],
  ];

  test.each(table)("%s", async (_what, presentsRoot, another) => {
    const { emulator, runner, inputs } = await openScene({ presentsRoot });
    const given = another ? (await makeRoot({ subject: "Another Root" })).pem : undefined;
    const result = await runner.main(changed(inputs, { "ca-certificate": given }));
    expect(emulator.requests).toEqual([]);
    const text = await expectFailure(runner, result, "AZS205");
    expect(text).toContain(HOST);
    expect(text).toContain("CN=AzureStackSelfSignedRootCert");
    expect(text).toContain("pass it as ca-certificate");
    if (presentsRoot) expect(text).toContain(emulator.roots.fingerprint256);
    else expect(text).toContain("not presented by the host");
  });
});

test("NODE_TLS_REJECT_UNAUTHORIZED of the job does not turn verification off", async () => {
  const { emulator, runner, inputs } = await openScene({}, { NODE_TLS_REJECT_UNAUTHORIZED: "0" });
  const result = await runner.main(changed(inputs, { "ca-certificate": undefined }));
  expect(emulator.requests.filter(({ tokenEndpoint }) => tokenEndpoint !== undefined)).toEqual([]);
  await expectFailure(runner, result, "AZS205");
});

describe("a certificate that is not valid for the stamp", () => {
  const made: { root?: Authority } = {};
  beforeAll(async () => {
    made.root = await makeRoot();
  });

  const table: readonly (readonly [string, string, Parameters<typeof makeLeaf>[2], string])[] = [
    ["of another name", "management.other.example", {}, "it was issued for other names"],
    ["expired", HOST, { notBefore: new Date("2024-01-01"), days: 30 }, "it has expired"],
    ["not valid yet", HOST, { notBefore: new Date(Date.now() + 3 * DAY) }, "it is not valid yet"],
  ];

  test.each(table)("%s", async (_what, name, options, says) => {
    const root = made.root ?? (await makeRoot());
    const leaf = await makeLeaf(root, [name], options);
    const requests: string[] = [];
    const server = createTlsServer({ key: leaf.keyPem, cert: leaf.pem + root.pem }, ({ url = "" }) =>
      requests.push(url),
    );
    const { runner, inputs } = await openScene({}, { HTTPS_PROXY: await proxyTo(await listen(server)) });
    const result = await runner.main(changed(inputs, { "ca-certificate": root.pem }));
    expect(requests).toEqual([]);
    const text = await expectFailure(runner, result, "AZS206");
    expect(text).toContain(`${HOST} is not valid: ${says}`);
  });

  test("a server that speaks no TLS", async () => {
    const server = createTcpServer((socket) => {
      socket.on("error", () => undefined).once("data", () => socket.end("HTTP/1.1 400 Bad Request\r\n\r\n"));
    });
    const { runner, inputs } = await openScene({}, { HTTPS_PROXY: await proxyTo(await listen(server)) });
    const text = await expectFailure(runner, await runner.main(inputs), "AZS207");
    expect(text).toContain(HOST);
  });
});
