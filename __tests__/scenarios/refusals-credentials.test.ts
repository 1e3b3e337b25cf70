import { writeFile } from "node:fs/promises";
import path from "node:path";
import { beforeAll, describe, expect, test } from "vitest";
import { type ClientCertificate, makeClientCertificate } from "../../emulator/certificates.ts";
import type { Runner } from "../../emulator/runner.ts";
import { shareStamp } from "./shared-stamp.ts";

const stamp = shareStamp();
const PASSWORD = "opens-the-pfx";

const made: { good?: ClientCertificate; expired?: ClientCertificate; early?: ClientCertificate; pfx?: Buffer } = {};
beforeAll(async () => {
  const [good, expired, early] = await Promise.all([
    makeClientCertificate(),
    makeClientCertificate({ subject: "old", notBefore: new Date("2024-01-01"), days: 30 }),
    makeClientCertificate({ subject: "early", notBefore: new Date(Date.now() + 3 * 86_400_000) }),
  ]);
  Object.assign(made, { good, expired, early, pfx: good.pfx3des(PASSWORD) });
});

/** Writes `client` into the workspace. */
const file = (content: () => string | Buffer | undefined) => async (runner: Runner) =>
  writeFile(path.join(runner.workspace, "client"), content() ?? "");
const pem = (certificate: ClientCertificate | undefined) => `${certificate?.keyPem}${certificate?.certPem}`;
const CERTIFICATE = { "client-secret": undefined, "client-certificate": "client" };

describe("exactly one credential, of the kind that auth-type says", () => {
  const table: readonly (readonly [string, Readonly<Record<string, string | undefined>>, string, string])[] = [
    ["none", { "client-secret": undefined }, "AZS110", "set client-secret or client-certificate"],
    ["an empty secret", { "client-secret": "" }, "AZS110", "a missing one arrives as an empty text"],
    ["two", { "client-certificate": "client" }, "AZS111", "client-secret, client-certificate"],
    ["no client-id", { "client-id": undefined }, "AZS109", "set client-id"],
    ["auth-type certificate with a secret", { "auth-type": "certificate" }, "AZS112", "client-secret is given"],
    ["auth-type secret with a certificate", { ...CERTIFICATE, "auth-type": "secret" }, "AZS112", "remove client-cert"],
    ["auth-type secret without", { "client-secret": undefined, "auth-type": "secret" }, "AZS109", "set client-secret"],
    [
      "auth-type certificate without",
      { "client-secret": undefined, "auth-type": "certificate" },
      "AZS109",
      "set client-certificate",
    ],
    ["auth-type password without", { "auth-type": "password", "client-secret": undefined }, "AZS100", "set username"],
    ["auth-type password with a secret", { "auth-type": "password" }, "AZS112", "client-secret is given"],
    ["auth-type oidc without the permission", { "auth-type": "oidc" }, "AZS121", "id-token: write"],
    ["a user beside a secret", { username: "ci@contoso.com" }, "AZS111", "client-secret, username"],
    ["a user without password", { "client-secret": undefined, username: "ci@contoso.com" }, "AZS109", "set password"],
    ["a user's password alone", { "client-secret": undefined, password: PASSWORD }, "AZS109", "set username"],
    ["a password without certificate", { "client-certificate-password": PASSWORD }, "AZS117", "set client-certificate"],
  ];

  test.each(table)("%s", async (_what, changes, code, says) => {
    const { text, log } = await stamp.refuses(
      changes,
      code,
      file(() => pem(made.good)),
    );
    expect(text).toContain(says);
    expect(log).not.toContain(PASSWORD);
  });

  test.each(["SECRET", "Auto", "service_principal"])("auth-type %s is taken in any case", async (authType) => {
    await stamp.accepts({ "auth-type": authType });
  });
});

describe("a secret that the authority refuses, and that looks wrongly copied", () => {
  test.each([
    ["in quotes", '"not-the-secret-of-anybody"', "is in quotes"],
    ["with a space behind it", "not-the-secret-of-anybody ", "begins or ends with white space"],
    ["that is a GUID", "0f8fad5b-d9cb-469f-a165-70867728950e", "as a secret's ID is"],
    ["as it should be", "not-the-secret-of-anybody", "Fix: pass the secret's value"],
  ])("%s", async (_what, secret, says) => {
    const { text, log } = await stamp.accepts({ "client-secret": secret });
    expect(text).toContain(says);
    expect(log).not.toContain(secret.replaceAll(/["\s]/g, ""));
  });
});

describe("a client certificate that cannot work", () => {
  const table: readonly (readonly [string, () => string | Buffer | undefined, string | undefined, string, string])[] = [
    ["without key", () => made.good?.certPem, undefined, "AZS312", "no private key"],
    ["without certificate", () => made.good?.keyPem, undefined, "AZS313", "no certificate"],
    ["of another key", () => `${made.good?.keyPem}${made.early?.certPem}`, undefined, "AZS314", "CN=early"],
    ["with two keys", () => pem(made.good) + made.early?.keyPem, undefined, "AZS315", "2 private keys"],
    ["PFX without password", () => made.pfx, undefined, "AZS316", "client-certificate-password"],
    ["PFX with a wrong password", () => made.pfx, "not-that-password", "AZS317", "client-certificate-password"],
    [
      "base64 of PFX, wrong password",
      () => made.pfx?.toString("base64"),
      "not-that-password",
      "AZS317",
      "does not open",
    ],
    ["no certificate at all", () => "just a text", undefined, "AZS310", "neither PEM blocks nor a PFX"],
    ["a damaged PFX", () => made.pfx?.subarray(0, 900), PASSWORD, "AZS311", "the PFX"],
    ["expired", () => pem(made.expired), undefined, "AZS320", "expired on 2024-01-31"],
    ["not valid yet", () => pem(made.early), undefined, "AZS321", "clock"],
  ];

  test.each(table)("%s", async (_what, content, password, code, says) => {
    const changes = { ...CERTIFICATE, "client-certificate-password": password };
    const { text, log } = await stamp.refuses(changes, code, file(content));
    expect(text).toContain(says);
    expect(text).toContain("client-certificate");
    expect(log).not.toContain("PRIVATE KEY");
    if (password !== undefined) expect(log).not.toContain(password);
  });

  test("a file that is not there", async () => {
    const { text } = await stamp.refuses({ ...CERTIFICATE, "client-certificate": "secrets/client.pfx" }, "AZS115");
    expect(text).toMatch(/client-certificate is read as the path \S+\/workspace\/secrets\/client\.pfx/);
  });

  test("a folder in place of a file", async () => {
    const { text } = await stamp.refuses({ ...CERTIFICATE, "client-certificate": "." }, "AZS115");
    expect(text).toContain("EISDIR");
  });

  test("PEM text whose key is masked line by line before anything is said", async () => {
    const changes = { ...CERTIFICATE, "client-certificate": pem(made.good) + (made.early?.keyPem ?? "") };
    const { log } = await stamp.refuses(changes, "AZS315");
    for (const line of made.good?.keyPem.split("\n").filter((one) => one.length > 3) ?? [])
      expect(log).not.toContain(line);
  });
});
