import { writeFile } from "node:fs/promises";
import path from "node:path";
import { beforeAll, describe, expect, test } from "vitest";
import { type Authority, makeClientCertificate, makeLeaf, makeRoot } from "../../emulator/certificates.ts";
import type { Runner } from "../../emulator/runner.ts";
import { shareStamp } from "./shared-stamp.ts";

const stamp = shareStamp();
const DAY = 86_400_000;
const inDays = (days: number) => new Date(Date.now() + days * DAY);

type Made = Readonly<Record<"good" | "expired" | "early" | "noAuthority" | "leaf", Authority>> & {
  readonly pfx: Buffer;
};
type Weak = Readonly<Record<"ending" | "sha1" | "short" | "bare", Authority>>;
const made: { roots?: Made; weak?: Weak } = {};

beforeAll(async () => {
  const old = new Date("2020-01-01");
  const [good, expired, early, noAuthority, ending, sha1, short, bare, client] = await Promise.all([
    makeRoot({ subject: "Good Root" }),
    makeRoot({ subject: "Old Root", notBefore: old, days: 365 }),
    makeRoot({ subject: "Early Root", notBefore: inDays(3) }),
    makeRoot({ subject: "No Root", ca: false }),
    makeRoot({ subject: "Ending Root", notBefore: old, days: Math.ceil((Date.now() - old.getTime()) / DAY) + 10 }),
    makeRoot({ subject: "SHA-1 Root", hash: "sha1" }),
    makeRoot({ subject: "Short Root", bits: 1024 }),
    makeRoot({ subject: "Bare Root", keyIdentifiers: false }),
    makeClientCertificate(),
  ]);
  const leaf = await makeLeaf(good, ["management.local.azurestack.external"]);
  made.roots = { good, expired, early, noAuthority, leaf, pfx: client.pfx3des("") };
  made.weak = { ending, sha1, short, bare };
});

const ca = (content: (roots: Made) => string | Buffer) => async (runner: Runner) => {
  if (made.roots !== undefined) await writeFile(path.join(runner.workspace, "ca.pem"), content(made.roots));
};

describe("a CA input that must not be trusted", () => {
  const table: readonly (readonly [string, (roots: Made) => string | Buffer, string, string])[] = [
    ["no certificate", () => "just a text", "AZS301", "contains no certificate"],
    ["a damaged one", () => "-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----\n", "AZS302", "1 of 1"],
    ["with its private key", ({ good }) => good.pem + good.keyPem, "AZS303", "treat it as disclosed"],
    ["a private key alone", ({ good }) => good.keyPem, "AZS303", "contains a private key"],
    ["a PFX", ({ pfx }) => pfx, "AZS303", "contains a private key"],
    ["the server's certificate", ({ leaf }) => leaf.pem, "AZS304", 'issued by "CN=Good Root"'],
    ["self-signed, but no CA", ({ noAuthority }) => noAuthority.pem, "AZS304", "CN=No Root"],
    ["expired", ({ expired }) => expired.pem, "AZS305", "expired on 2020-12-31"],
    ["not valid yet", ({ early }) => early.pem, "AZS306", "clock"],
    ["two, both expired", ({ expired }) => expired.pem + expired.pem, "AZS305", "CN=Old Root"],
  ];

  test.each(table)("%s", async (_what, content, code, says) => {
    const { text, log } = await stamp.refuses({ "ca-certificate": "ca.pem" }, code, ca(content));
    expect(text).toContain(says);
    expect(text).toMatch(/ca-certificate \(\S+\/workspace\/ca\.pem\)/);
    expect(log).not.toContain("-----BEGIN");
  });

  test("a file that is not there", async () => {
    const { text } = await stamp.refuses({ "ca-certificate": "certs/root.cer" }, "AZS115");
    expect(text).toMatch(/ca-certificate is read as the path \S+\/workspace\/certs\/root\.cer/);
  });

  test("one path of several", async () => {
    const { text } = await stamp.refuses({ "ca-certificate": "root.pem, other.pem" }, "AZS115");
    expect(text).toContain("other.pem");
  });

  test("PEM text that carries a key, which must not be printed", async () => {
    const { good } = made.roots ?? {};
    const { log } = await stamp.refuses({ "ca-certificate": `${good?.pem}${good?.keyPem}` }, "AZS303");
    expect(log).not.toContain(good?.keyPem.split("\n")[1]);
  });
});

describe("a weak CA warns, and the login goes on", () => {
  const table: readonly (readonly [string, keyof Weak, RegExp])[] = [
    ["expires within 30 days", "ending", /"CN=Ending Root" .* expires on \d{4}-/],
    ["is signed with SHA-1", "sha1", /"CN=SHA-1 Root" .* is signed with SHA-1/],
    ["has a short key", "short", /"CN=Short Root" .* has an RSA key of 1024 bits/],
    [
      "lacks key identifiers",
      "bare",
      /"CN=Bare Root" .* has no Subject Key Identifier and no Authority Key Identifier/,
    ],
  ];

  test.each(table)("%s", async (_what, name, warning) => {
    const weak = ca(() => made.weak?.[name].pem ?? "");
    const { log } = await stamp.accepts({ "ca-certificate": "root.pem, ca.pem" }, weak);
    const warnings = log.split("\n").filter((line) => line.startsWith("::warning"));
    expect(warnings).toHaveLength(1);
    expect(warnings[0]).toMatch(warning);
  });

  test("a good one does not warn", async () => {
    const { log } = await stamp.accepts(
      { "ca-certificate": "root.pem, ca.pem" },
      ca(({ good }) => good.pem),
    );
    expect(log).not.toContain("::warning");
  });
});
