import { readFile, writeFile } from "node:fs/promises";
import path from "node:path";
import { rootCertificates } from "node:tls";
import { afterAll, describe, expect, test } from "vitest";
import { makeRoot } from "../../emulator/certificates.ts";
import type { Inputs } from "../../emulator/runner.ts";
import { type Emulator, startEmulator } from "../../emulator/server.ts";
import { clientForms, type Form, type Forms, OLD, rootForms } from "./certificate-forms.ts";
import { WRONG_SECRET } from "./shared-stamp.ts";
import {
  azThatNeverRuns,
  changed,
  expectFailure,
  expectLogin,
  openTableRunner,
  openTableScene,
  scenarioInputs,
  spoken,
  warningsOf,
} from "./support.ts";

/** Without subscriptions a login ends after the authority has accepted the credential, so no az is needed. */
const emulator: Emulator = await startEmulator({ subscriptions: "none" });
afterAll(() => emulator.close());

async function run(input: string, form: Form, changes: Readonly<Record<string, string | undefined>>, code: string) {
  const runner = await openTableRunner(emulator);
  try {
    for (const [name, content] of Object.entries(form.files ?? {})) {
      await writeFile(path.join(runner.workspace, name), content);
    }
    const inputs: Inputs = changed(
      { ...(await scenarioInputs(emulator, runner)), ...(await azThatNeverRuns(runner)) },
      { ...changes, [input]: form.value, "client-certificate-password": form.password },
    );
    const result = await runner.main(inputs);
    const text = await expectFailure(runner, result, code);
    return { text, log: spoken(result), warnings: warningsOf(result.raw), leaks: leaksIn(spoken(result)) };
  } finally {
    await runner.dispose();
  }
}

const keyLines = emulator.application.certificates.registered.keyPem.split("\n").filter((line) => line.length > 40);
const leaksIn = (log: string) => keyLines.filter((line) => log.includes(line));

const byClient = (form: Form, code: string) => run("client-certificate", form, { "client-secret": undefined }, code);
const byRoot = (form: Form, code: string) => run("ca-certificate", form, { "client-secret": WRONG_SECRET }, code);

const client: Forms = clientForms(emulator);
const roots = await rootForms(emulator, rootCertificates.join("\n").concat("\n"));

describe("a client certificate logs in", () => {
  test.each(Object.keys(client))("%s", async (name) => {
    const { warnings, leaks } = await byClient(client[name] ?? {}, "AZS410");
    expect([warnings, leaks]).toEqual([[], []]);
  });
});

describe("a root is trusted", () => {
  test.each(Object.keys(roots))("%s", async (name) => {
    const { left, ...form } = roots[name] ?? {};
    const { warnings } = await byRoot(form, "AZS401");
    expect(warnings).toHaveLength(left === undefined ? 0 : 1);
    for (const subject of left ?? []) expect(warnings[0]).toContain(subject);
    if (left !== undefined) expect(warnings[0]).toContain("Not trusted: ");
  });
});

test("certificates that are left out of the file are in no bundle of later steps", async () => {
  const { emulator: stamp, runner, inputs } = await openTableScene();
  const old = await makeRoot(OLD);
  await writeFile(path.join(runner.workspace, "two.pem"), old.pem + stamp.roots.pem);
  const step = await runner.main({ ...inputs, "ca-certificate": "two.pem" });
  await expectLogin(runner, step);
  expect(warningsOf(step.raw)).toEqual([expect.stringContaining("CN=Old Root")]);
  for (const name of ["REQUESTS_CA_BUNDLE", "SSL_CERT_FILE", "NODE_EXTRA_CA_CERTS"]) {
    const bundle = await readFile(runner.exported[name] ?? "", "utf8");
    expect(bundle).toContain(stamp.roots.pem.trim());
    expect(bundle).not.toContain(old.pem.trim());
  }
});

describe("the error for an unsupported form says what it is", () => {
  const { registered } = emulator.application.certificates;
  const armored = (content: Buffer) =>
    `-----BEGIN CERTIFICATE-----\n${content.toString("base64")}\n-----END CERTIFICATE-----\n`;
  const der = (pem: string) => Buffer.from(pem.replaceAll(/-----[^-]+-----|\s/g, ""), "base64");
  const [pfx, keyDer, certDer] = [registered.pfx3des(""), der(registered.keyPem), der(registered.certPem)];
  const { files } = roots["what openssl s_client -showcerts prints"] ?? {};
  const withoutRoot = String(files?.["given"]).replaceAll(emulator.roots.pem, "");
  const emptyPkcs7 = Buffer.from("3023060b2a864886f70d010702a0143012020101310030090607", "hex");

  type Case = readonly [what: string, input: "root" | "client", form: Form, code: string, ...says: string[]];
  const cases: readonly Case[] = [
    [
      "a root's URL",
      "root",
      { value: "https://pki.contoso.com/certs/root.crt" },
      "AZS129",
      "of pki.contoso.com",
      "curl",
    ],
    [
      "a URL with a secret in it",
      "root",
      { value: `https://user:${WRONG_SECRET}@pki.contoso.com/x?sig=${WRONG_SECRET}` },
      "AZS129",
      "pki.contoso.com",
    ],
    ["a file URL", "root", { value: "file:///etc/ssl/root.pem" }, "AZS129", "file:"],
    [
      "a client certificate's URL",
      "client",
      { value: "https://contoso.vault.azure.net/secrets/ci" },
      "AZS129",
      "contoso.vault.azure.net",
    ],
    [
      "one URL in a list of paths",
      "root",
      { value: "root.pem, https://pki.contoso.com/other.crt" },
      "AZS129",
      "pki.contoso.com",
    ],
    ["a PFX by certutil as a root", "root", { value: armored(pfx) }, "AZS303", "treat it as disclosed"],
    ["a key by certutil as a root", "root", { value: armored(keyDer) + emulator.roots.pem }, "AZS303"],
    [
      "a PFX in PEM beside the root",
      "root",
      { value: `${emulator.roots.pem}-----BEGIN PKCS12-----\n${pfx.toString("base64")}\n-----END PKCS12-----\n` },
      "AZS303",
    ],
    ["s_client's output without the root", "root", { value: withoutRoot }, "AZS304", "CN=Strange Root"],
    [
      "a .p7b without certificates",
      "root",
      { value: `-----BEGIN PKCS7-----\n${emptyPkcs7.toString("base64")}\n-----END PKCS7-----\n` },
      "AZS301",
    ],
    [
      "a PKCS #7 that is damaged",
      "root",
      { value: `-----BEGIN PKCS7-----\n${pfx.toString("base64").replace(/^.{8}/, "MIIBBgYJ")}\n-----END PKCS7-----\n` },
      "AZS301",
    ],
    ["a certificate by certutil without its key", "client", { value: armored(certDer) }, "AZS312"],
    [
      "two files with a key each",
      "client",
      { value: "a.pem, b.pem", files: { "a.pem": registered.keyPem, "b.pem": registered.keyPem + registered.certPem } },
      "AZS315",
      "a.pem) and client-certificate (",
    ],
    [
      "two paths, one of them wrong",
      "client",
      { value: "cert.pem, kei.pem", files: { "cert.pem": registered.certPem } },
      "AZS115",
      "kei.pem",
    ],
    [
      "a PFX by certutil with another password",
      "client",
      { value: armored(registered.pfx3des("right")), password: "wrong-password" },
      "AZS317",
    ],
  ];

  test.each(cases.map((one) => [one[0], one] as const))("%s", async (_, [, input, form, code, ...says]) => {
    const { text, log, leaks } = await (input === "root" ? byRoot : byClient)(form, code);
    for (const said of says) expect(text).toContain(said);
    expect(leaks).toEqual([]);
    expect(log).not.toContain(WRONG_SECRET);
  });
});
