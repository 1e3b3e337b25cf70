import { readFile } from "node:fs/promises";
import { describe, expect, test } from "vitest";
import { makeIntermediate, makeRoot } from "../../emulator/certificates.ts";
import { describeRoot } from "../../emulator/emulator.ts";
import { shareStamp } from "./shared-stamp.ts";
import { changed, expectFailure, expectLogin, openTableScene } from "./support.ts";

const stamp = shareStamp();
const SHA256 = "AB".repeat(32);

describe("a fingerprint that is not one is refused before anything is asked", () => {
  test.each([
    ["too short", SHA256.slice(2)],
    ["too long", `${SHA256}AB`],
    ["no hex", SHA256.replace("AB", "XY")],
    ["two of them", `${SHA256}, ${SHA256}`],
    ["two of them on lines", `${SHA256}\n${SHA256}`],
    ["openssl's whole line", `sha256 Fingerprint=${SHA256}`],
    ["MD5", "AB".repeat(16)],
  ])("%s", async (_, value) => {
    const { text } = await stamp.refuses({ "ca-fingerprint": value, "ca-certificate": undefined }, "AZS124");
    expect(text).toContain("64 hexadecimal digits");
    expect(text).toContain("of one root");
  });

  test.each(["AB".repeat(20), Array.from({ length: 20 }, () => "ab").join(":")])("SHA-1: %s", async (value) => {
    const { text } = await stamp.refuses({ "ca-fingerprint": value }, "AZS125");
    expect(text).toContain("A SHA-256 fingerprint is required");
    expect(text).toContain("openssl x509 -in root.pem -noout -fingerprint -sha256");
  });

  test("beside everything else that is wrong", async () => {
    const { text } = await stamp.refuses({ "ca-fingerprint": "AB", isolate: "yes", endpoint: undefined }, "AZS100");
    for (const code of ["AZS101", "AZS107", "AZS124"]) expect(text).toContain(`- ${code}: `);
  });

  test("of no given root, beside everything else that is wrong", async () => {
    const { text } = await stamp.refuses({ "ca-fingerprint": SHA256, isolate: "yes" }, "AZS100");
    for (const code of ["AZS107", "AZS307"]) expect(text).toContain(`- ${code}: `);
  });
});

describe("beside ca-certificate", () => {
  test("a fingerprint of none of the roots is refused before anything is asked", async () => {
    const given = await Promise.all([makeRoot({ subject: "One" }), makeRoot({ subject: "Another" })]);
    const pem = given.map((root) => root.pem).join("");
    const { text } = await stamp.refuses({ "ca-certificate": pem, "ca-fingerprint": SHA256 }, "AZS307");
    expect(text).toContain(SHA256.replaceAll(/..(?=.)/g, "$&:"));
    for (const root of given) expect(text).toContain(describeRoot(root.pem).fingerprint256);
  });

  test("a fingerprint of an intermediate is refused, with the root's", async () => {
    const root = await makeRoot();
    const between = await makeIntermediate(root);
    const changes = {
      "ca-certificate": between.pem + root.pem,
      "ca-fingerprint": describeRoot(between.pem).fingerprint256,
    };
    const { text } = await stamp.refuses(changes, "AZS308");
    expect(text).toContain("CN=AzureStackIssuingCA");
    expect(text).toContain(describeRoot(root.pem).fingerprint256);
  });

  test("a certificate that cannot be read is the only problem", async () => {
    const { text } = await stamp.refuses({ "ca-certificate": "missing.pem", "ca-fingerprint": SHA256 }, "AZS115");
    expect(text).not.toContain("ca-fingerprint");
  });

  test("another root in the file is not trusted", async () => {
    const { emulator, runner, inputs } = await openTableScene();
    const other = await makeRoot({ subject: "Another" });
    const both = other.pem + emulator.roots.pem;
    const step = await runner.main(
      changed(inputs, { "ca-certificate": both, "ca-fingerprint": describeRoot(other.pem).fingerprint256 }),
    );
    expect(emulator.requests).toEqual([]);
    await expectFailure(runner, step, "AZS205");
    expect(step.log).toContain('"CN=AzureStackSelfSignedRootCert" in ca-certificate is not trusted');
  });

  test.each<[string, (fingerprint: string) => string]>([
    ["as OpenSSL prints it", (fingerprint) => fingerprint],
    ["in small letters without colons", (fingerprint) => fingerprint.replaceAll(":", "").toLowerCase()],
    ["as Windows shows it", (fingerprint) => `\u200e${fingerprint.replaceAll(":", " ").toLowerCase()}`],
  ])("only the root that has it is trusted: %s", async (_, written) => {
    const { emulator, runner, inputs } = await openTableScene({ presentsRoot: false });
    const { pem, fingerprint256 } = emulator.roots;
    const other = await makeRoot({ subject: "Another" });
    const given = { "ca-certificate": other.pem + pem, "ca-fingerprint": written(fingerprint256) };
    const step = await runner.main(changed(inputs, given));
    await expectLogin(runner, step);
    expect(step.log).toContain('"CN=Another" in ca-certificate is not trusted');
    expect(runner.outputs["ca-fingerprint"]).toBe(fingerprint256);
    const bundle = await readFile(runner.outputs["ca-bundle"] ?? "", "utf8");
    expect([bundle.includes(pem), bundle.includes(other.pem)]).toEqual([true, false]);
    await runner.post();
  });
});
