import { X509Certificate } from "node:crypto";
import { createServer } from "node:https";
import { describe, expect, test } from "vitest";
import { makeIntermediate, makeLeaf, makeRoot } from "../../emulator/certificates.ts";
import { listen, proxyTo } from "./servers.ts";
import { changed, expectFailure, openScene } from "./support.ts";

const HOST = "management.local.azurestack.external";
const root = await makeRoot({ subject: "Contoso Root" });
const issuing = await makeIntermediate(root, { subject: "Contoso Issuing CA" });
const leaf = await makeLeaf(issuing, [HOST]);
const replaced = await makeRoot({ subject: "Contoso Root" });
const another = await makeRoot({ subject: "Another Root" });
const sha256 = ({ pem }: { readonly pem: string }) => new X509Certificate(pem).fingerprint256;

/** Starts a server with this chain that is not a stamp. @returns the error of a step that gets these roots */
async function refusedFor(chain: string, given: string | undefined, code: string): Promise<string> {
  const server = createServer({ key: leaf.keyPem, cert: chain }, (_, response) => response.writeHead(404).end("no"));
  const { runner, inputs } = await openScene({}, { HTTPS_PROXY: await proxyTo(await listen(server)) });
  return expectFailure(runner, await runner.main(changed(inputs, { "ca-certificate": given })), code);
}

describe("a server that leaves its intermediate out", () => {
  test("is named if the root was given; with both in ca-certificate the login works", async () => {
    const text = await refusedFor(leaf.pem, root.pem, "AZS205");
    expect(text).toContain(`The server does not send "CN=Contoso Issuing CA"`);
    expect(text).toContain(`the issuer of "CN=${HOST}"`);
    expect(text).toContain(`issued by "CN=Contoso Root" (SHA-256 ${sha256(root)})`);
    expect(text).toContain("both in ca-certificate");
    expect(text).not.toMatch(/missing root/i);

    const followed = await refusedFor(leaf.pem, root.pem + issuing.pem, "AZS2");
    expect(followed).not.toContain("AZS205");
  });

  test("is named if no root was given", async () => {
    const text = await refusedFor(leaf.pem, undefined, "AZS205");
    expect(text).toContain(`The server does not send "CN=Contoso Issuing CA"`);
    expect(text).not.toMatch(/which is in ca-certificate|missing root/i);
  });
});

describe("a chain that ends in another root than the given one", () => {
  test.each([
    ["another stamp's", another],
    ["the root of before a redeployment, of the same name", replaced],
  ])("names both: %s", async (_, given) => {
    const text = await refusedFor(leaf.pem + issuing.pem + root.pem, given.pem, "AZS205");
    expect(text).toContain(`Missing root: CN=Contoso Root; SHA-256 fingerprint: ${sha256(root)}`);
    expect(text).toContain(`ca-certificate contains "${given === another ? "CN=Another Root" : "CN=Contoso Root"}"`);
    expect(text).toContain(sha256(given));
    expect(text).toMatch(/another stamp.*proxy on the way inspects TLS/s);
  });

  test("names the root if only its intermediate was given", async () => {
    const text = await refusedFor(leaf.pem, issuing.pem, "AZS205");
    expect(text).toContain(`"CN=Contoso Root"`);
    expect(text).toContain(`"CN=Contoso Issuing CA"`);
  });
});
