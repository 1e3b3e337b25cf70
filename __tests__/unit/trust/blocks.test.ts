import { describe, expect, test } from "vitest";
import * as blocks from "../../../src/trust/store/pem-entries.ts";
import { certificateBlocks, holds } from "../../../src/trust/store/pem-entries.ts";
import { endedOn } from "../../../src/trust/store/store.ts";
import { publicRoot } from "../samples.ts";
import { jobNamed, NOW, outcome, playedMachine, withDead } from "./machines.ts";

const ISRG = publicRoot(/^CN=ISRG Root X1,/);
const OTHER = publicRoot(/^CN=DigiCert Global Root G2,/);
const NON_ASCII = publicRoot(/^CN=NetLock Arany/);
const inDays = (days: number, milliseconds = 0) => new Date(NOW.getTime() + days * 86_400_000 + milliseconds);
const JOB = "azs-login-11111111-1111-1111-1111-111111111111";
const SECOND = "azs-login-22222222-2222-2222-2222-222222222222";
const addRoots = (text: string, roots: readonly (typeof ISRG)[], job: string, now: Date) =>
  blocks.addRoots(text, roots, jobNamed(job), now);
/** A job ends, and others may have died. */
const removeJob = (text: string, job: string | undefined, now: Date, ...dead: readonly string[]) =>
  blocks.removeNeeds(text, endedOn({ ...withDead(playedMachine(async () => outcome(0)).machine, ...dead), now }, job));

const TEXTS: readonly (readonly [string, string])[] = [
  ["that is empty", ""],
  ["that ends with a line break", `# theirs\n${OTHER.pem}`],
  ["that ends without one", `# theirs\n${OTHER.pem.trimEnd()}`],
  ["that ends with empty lines", `${OTHER.pem}\n\n\n`],
  ["in CRLF", `# theirs\r\n${OTHER.pem.replaceAll("\n", "\r\n")}`],
  ["in CRLF that ends without one", OTHER.pem.trimEnd().replaceAll("\n", "\r\n")],
  ["of white space", " \n\t\n"],
  ["with a byte order mark", `\uFEFF${OTHER.pem}`],
  ["with somebody's like-minded comments", `# azs-login: begin\n# azs-login: end\n${OTHER.pem}`],
];

describe.each(TEXTS)("a text %s", (_, text) => {
  test.each([
    ["one root", [ISRG]],
    ["several roots", [ISRG, NON_ASCII]],
    ["no root", []],
  ])("is restored to the byte after %s", (_name, roots) => {
    const added = addRoots(text, roots, JOB, NOW);
    expect(roots.every((root) => holds(added, root))).toBe(true);
    expect(added.startsWith(text)).toBe(true);
    expect(removeJob(added, JOB, NOW)).toBe(text);
  });

  test("is restored by the last of two jobs, whichever that is", () => {
    const both = addRoots(addRoots(text, [ISRG], JOB, NOW), [ISRG, NON_ASCII], SECOND, NOW);
    expect(certificateBlocks(both)).toHaveLength(certificateBlocks(text).length + 2);
    for (const [first, last] of [
      [JOB, SECOND],
      [SECOND, JOB],
    ] as const) {
      const one = removeJob(both, first, NOW);
      expect(holds(one, ISRG)).toBe(true);
      expect(holds(one, NON_ASCII)).toBe(last === SECOND);
      expect(removeJob(one, last, NOW)).toBe(text);
    }
  });

  test("stays as it is when a job ends that it does not know", () => {
    const added = addRoots(text, [ISRG], JOB, NOW);
    expect(removeJob(added, SECOND, NOW)).toBe(added);
    expect(removeJob(text, JOB, NOW)).toBe(text);
  });
});

describe("a root that was there before", () => {
  test.each([
    ["as PEM", ISRG.pem],
    ["in CRLF", ISRG.pem.replaceAll("\n", "\r\n")],
    ["in long lines", ISRG.pem.replace(/(?<=[A-Za-z0-9+/])\n(?=[A-Za-z0-9+/])/g, "")],
    ["among others", `${OTHER.pem}# theirs\n${ISRG.pem}${OTHER.pem}`],
  ])("stays theirs, %s", (_, text) => {
    const added = addRoots(text, [ISRG], JOB, NOW);
    expect(added).toBe(text);
    expect(removeJob(added, JOB, NOW)).toBe(text);
  });

  test("is not seen in a certificate of other bytes", () => {
    expect(holds(ISRG.pem.replace(/\n/, "\nA"), ISRG)).toBe(false);
    expect(holds(OTHER.pem, ISRG)).toBe(false);
  });
});

describe("the entry of a job that died", () => {
  const dead = addRoots("theirs\n", [ISRG], JOB, NOW);

  test("stays for as long as a job can run", () => {
    expect(removeJob(dead, SECOND, inDays(5))).toBe(dead);
  });

  test("goes with the next job after that", () => {
    expect(removeJob(dead, SECOND, inDays(5, 1))).toBe("theirs\n");
  });

  test("stays while a living job needs the root", () => {
    const shared = addRoots(dead, [ISRG], SECOND, inDays(4));
    const later = removeJob(shared, "a third job", inDays(6));
    expect(holds(later, ISRG)).toBe(true);
    expect(later).not.toContain(JOB);
    expect(removeJob(later, SECOND, inDays(6))).toBe("theirs\n");
  });

  test("goes with the next job when it is seen to be over", () => {
    expect(removeJob(dead, SECOND, NOW, SECOND)).toBe(dead);
    expect(removeJob(dead, SECOND, NOW, JOB)).toBe("theirs\n");
    expect(removeJob(dead, undefined, NOW, JOB)).toBe("theirs\n");
  });

  test.each([
    ["an earlier version wrote without its life", / as \{.*\}/, ""],
    ["has a life that is no JSON", / as \{.*\}/, " as {boot}"],
    ["has a life without its parts", / as \{.*\}/, ' as {"boot":"two","step":{}}'],
  ])("that %s stays until its time is over", (_name, life, other) => {
    const old = dead.replace(life, other);
    expect(old).not.toBe(dead);
    expect(removeJob(old, SECOND, inDays(5), JOB)).toBe(old);
    expect(removeJob(old, SECOND, inDays(5, 1))).toBe("theirs\n");
    expect(removeJob(old, JOB, NOW)).toBe("theirs\n");
  });

  test("comes through with a folder of any name", () => {
    const folder = "/tmp/größer \u{1F600}\n# azs-login: end\u007f";
    const { life } = jobNamed(JOB);
    const text = blocks.addRoots("theirs\n", [ISRG], { name: JOB, life: { ...life, folder } }, NOW);
    expect(text).toMatch(/^[\x20-\x7e\n]*$/);
    const seen: unknown[] = [];
    expect(blocks.removeNeeds(text, (need) => seen.push(need) > 0)).toBe("theirs\n");
    expect(seen).toEqual([{ job: JOB, since: NOW, life: { ...life, folder } }]);
  });
});

describe("what somebody appends after an entry", () => {
  test.each([
    ["with a final line break", OTHER.pem],
    ["without one", OTHER.pem.trimEnd()],
  ])("stays readable in a text %s", (_, text) => {
    const appended = `${addRoots(text, [ISRG], JOB, NOW)}${NON_ASCII.pem}`;
    const left = removeJob(appended, JOB, NOW);
    expect(left.startsWith(text)).toBe(true);
    expect(left.endsWith(NON_ASCII.pem)).toBe(true);
    // OpenSSL reads a certificate only if BEGIN is at the start of a line.
    expect(left.match(/^-----BEGIN CERTIFICATE-----$/gm)).toHaveLength(2);
  });
});

describe("the header of an entry", () => {
  const lines = (root: typeof ISRG) => addRoots("", [root], JOB, NOW).split("\n");
  const field = (root: typeof ISRG, name: string) =>
    lines(root)
      .find((line) => line.startsWith(`# ${name}: `))
      ?.slice(name.length + 4);

  test("has the documentation's fields in their order, with certifi's values", () => {
    expect(lines(ISRG).slice(0, 11)).toEqual([
      "",
      expect.stringMatching(/^# azs-login: begin 96bcec06264976f3/),
      `# azs-login: needed by ${JOB} since 2026-11-21T03:00:00.000Z as {"machine":"a-machine","boot":"one","processes":"","paths":"","step":{"pid":4000000,"start":"1"},"folder":"/tmp/${JOB}"}`,
      "# Issuer: CN=ISRG Root X1, O=Internet Security Research Group, C=US",
      "# Subject: CN=ISRG Root X1, O=Internet Security Research Group, C=US",
      '# Label: "ISRG Root X1"',
      "# Serial: 172886928669790476064670243504169061120",
      "# MD5 Fingerprint: 0c:d2:f9:e0:da:17:73:e9:ed:86:4d:a5:e3:70:e7:4e",
      "# SHA1 Fingerprint: ca:bd:2a:79:a1:07:6a:31:f2:1d:25:36:35:cb:03:9d:43:29:a5:e8",
      "# SHA256 Fingerprint: 96:bc:ec:06:26:49:76:f3:74:60:77:9a:cf:28:c5:a7:cf:e8:a3:c0:aa:e1:1a:8f:fc:ee:05:c0:bd:df:08:c6",
      "-----BEGIN CERTIFICATE-----",
    ]);
  });

  test.each([
    ["CN=AzureStackCertificationAuthority", '"AzureStackCertificationAuthority"'],
    ["CN=Root, OU=PKI, O=Contoso", '"Root"'],
    ["CN=Contoso\\, Inc, C=US", '"Contoso, Inc"'],
    ['CN=The "Root", C=US', '"The \\"Root\\""'],
    ["OU=No common name, O=Contoso", '"OU=No common name, O=Contoso"'],
    ["OU=ACN=x, CN=Root", '"Root"'],
  ])("labels %s", (subject, label) => {
    expect(field({ ...ISRG, subject }, "Label")).toBe(label);
  });

  test.each([
    ["01", "1"],
    ["00FF", "255"],
    ["7B2E", "31534"],
    ["FFFFFFFFFFFFFFFFFFFF", "1208925819614629174706175"],
  ])("states serial %s", (serial, decimal) => {
    expect(field({ ...ISRG, serial }, "Serial")).toBe(decimal);
  });

  // certifi.contents() reads cacert.pem as ASCII: one other character breaks it for every program of that Python.
  test("is ASCII", () => {
    expect(addRoots("", [NON_ASCII], JOB, NOW)).toMatch(/^[\x20-\x7e\n]*$/);
  });
});
