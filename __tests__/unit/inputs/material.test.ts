import { randomBytes } from "node:crypto";
import { chmodSync, mkdirSync, writeFileSync } from "node:fs";
import path from "node:path";
import { rootCertificates } from "node:tls";
import { describe, expect, test } from "vitest";
import {
  isListOfPaths,
  readFileOrContent,
  readFilesOrContent,
  splitList,
} from "../../../src/inputs/file-or-content.ts";
import { failureOf } from "../failures.ts";
import { temporaryFolder } from "../folder.ts";

const PEM = rootCertificates[0] ?? "";
const BASE64 = Buffer.from(PEM).toString("base64");

describe("content is taken as it is", () => {
  test.each([
    ["PEM", PEM],
    ["several PEM with text between", `one\n${PEM}\ntwo, with a comma\n${PEM}`],
    ["PEM on one line", PEM.replaceAll("\n", " ")],
    ["base64", BASE64],
    ["base64 in lines", BASE64.replace(/.{76}/g, "$&\r\n")],
    ["base64 with a line break at its end", `${BASE64}\n`],
    ["base64url without padding", Buffer.from(PEM).toString("base64url")],
  ])("%s", async (_, content) => {
    expect(await readFileOrContent(content, "ca-certificate")).toEqual({ content, from: "ca-certificate" });
    expect(await readFilesOrContent(content, "ca-certificate")).toEqual([{ content, from: "ca-certificate" }]);
  });
});

describe("a path", () => {
  test("is read and named", async () => {
    const file = path.join(temporaryFolder(), "root, of all.der");
    writeFileSync(file, Buffer.from([0x30, 0x82, 0xff]));
    const material = await readFileOrContent(file, "client-certificate");
    expect(material).toEqual({
      content: Buffer.from([0x30, 0x82, 0xff]),
      from: `client-certificate (${file})`,
    });
  });

  test("may be relative", async () => {
    const { from } = await readFileOrContent("package.json", "ca-certificate");
    expect(from).toBe(`ca-certificate (${path.resolve("package.json")})`);
  });

  test("may be long", async () => {
    const file = path.join(temporaryFolder(), "a".repeat(200), "root.pem");
    mkdirSync(path.dirname(file));
    writeFileSync(file, "x");
    expect((await readFileOrContent(file, "ca-certificate")).content).toEqual(Buffer.from("x"));
  });

  test.each([", ", "\n", "\r\n  ", ",\n,"])("may be one of several, separated by %j", async (separator) => {
    const folder = temporaryFolder();
    const files = ["one.pem", "two.pem"].map((name) => path.join(folder, name));
    for (const file of files) writeFileSync(file, path.basename(file));
    const materials = await readFilesOrContent(files.join(separator), "ca-certificate");
    expect(materials.map(({ content }) => String(content))).toEqual(["one.pem", "two.pem"]);
  });

  test.each([
    ["is not there", "ENOENT", () => path.join(temporaryFolder(), "root.pem")],
    ["is a folder", "EISDIR", temporaryFolder],
  ])("that %s is refused", async (_, reason, file) => {
    const given = file();
    const { problem, fix } = await failureOf("AZS115", () => readFileOrContent(given, "ca-certificate"));
    expect(problem).toContain("ca-certificate");
    expect(problem).toContain(given);
    expect(problem).toContain(reason);
    expect(fix).toContain("ca-certificate");
  });

  test.skipIf(process.getuid?.() === 0)("that may not be read is refused", async () => {
    const file = path.join(temporaryFolder(), "root.pem");
    writeFileSync(file, PEM);
    chmodSync(file, 0);
    expect((await failureOf("AZS115", () => readFileOrContent(file, "ca-certificate"))).problem).toContain("EACCES");
  });
});

/** Pasted with additional characters around it, but still recognisable. */
describe("content is found within", () => {
  test.each([
    ["quotes", `"${BASE64}"`],
    ["typographic quotes and a comma", `“${BASE64}”,`],
    ["base64:", `base64:${BASE64}`],
    ["a data URL", `data:application/x-pkcs12;base64,${BASE64}`],
    ["a data URL in quotes", ` 'data:;base64,${BASE64}' `],
    ["zsh's sign for no line break", `${BASE64}%`],
    ["JSON", JSON.stringify(BASE64).replaceAll("/", "\\/")],
    ["a URL", `"${encodeURIComponent(BASE64)}"`],
  ])("%s", async (_, value) => {
    for (const material of [
      await readFileOrContent(value, "ca-certificate"),
      (await readFilesOrContent(value, "ca-certificate"))[0],
    ])
      expect(material).toEqual({ content: BASE64, from: "ca-certificate" });
  });

  test("lines of base64 with \\n between", async () => {
    const value = BASE64.replaceAll(/.{64}/g, "$&\\n");
    expect(await readFileOrContent(`"${value}"`, "ca-certificate")).toEqual({ content: value, from: "ca-certificate" });
  });

  test("a list", async () => {
    const folder = temporaryFolder();
    writeFileSync(path.join(folder, "one.pem"), "1");
    const materials = await readFilesOrContent(`${folder}/one.pem\n"${BASE64}"`, "ca-certificate");
    expect(materials.map(({ content }) => String(content))).toEqual(["1", BASE64]);
  });
});

test("a value that was made to be slow is not", async () => {
  const start = performance.now();
  for (const part of [" ", '"', "a ", "\\n", "data:;", "=", "/ ", "a,", "A\n"]) {
    for (const end of ["", "…", '"'])
      await readFilesOrContent(`MII${part.repeat(100_000 / part.length)}${end}`, "x").catch(() => 0);
  }
  expect(performance.now() - start).toBeLessThan(3000);
});

describe("what can be no path is not shown", () => {
  const KEY = randomBytes(1200).toString("base64");

  test.each([
    ["base64 with something in it", `${KEY}…`],
    ["twice", `${Buffer.from("x".repeat(400)).toString("base64")}${KEY}`],
    ["a part of base64", KEY.slice(0, 120)],
    ["lines of it", `${KEY.replaceAll(/.{64}/g, "$&\n")}…`],
    ["behind a name", `PFX=${KEY}`],
    ["in a path", `./certificates/${KEY}`],
    ["a secret", "k3V8Q~1ZxR.mP0wYt7LbN_4aSdFgHjKlQwErTyUi"],
    ["a passphrase", "Correct horse battery staple"],
    ["a path of 5000 characters", `${"folder/".repeat(700)}x.pem`],
  ])("%s", async (_, value) => {
    for (const read of [readFileOrContent, readFilesOrContent]) {
      const { message } = await failureOf("AZS128", () => read(value, "client-certificate"));
      expect(message).toContain(`${value.length} characters`);
      expect(message).not.toContain(value.slice(0, 12));
    }
  });

  test.each([
    "certificates/client.pfx",
    "C:\\Users\\ci\\client certificate (2).pfx",
    "../stamp-root.pem",
    "$HOME/client.pem",
    "client",
    "/etc/azs/AzureStackSelfSignedRootCert.pem",
    "/tmp/tmp.Ab3dE9fGh1/azure-stack-root.crt",
  ])("but %s is a path that is not there", async (value) => {
    const { problem } = await failureOf("AZS115", () => readFileOrContent(value, "client-certificate"));
    expect(problem).toContain(path.resolve(value));
  });
});

test.each<[string, readonly string[]]>([
  ["", []],
  [" , \r\n ,", []],
  ["one", ["one"]],
  ["one, two,three\r\nfour\n\n five ", ["one", "two", "three", "four", "five"]],
])("the list %j", (text, entries) => {
  expect(splitList(text)).toEqual(entries);
});

test("a text of more than 1,000 entries is no list of paths", async () => {
  const list = (count: number) => Array.from({ length: count }, (_, number) => `roots/${number}.pem`).join(",");
  expect([await isListOfPaths(list(1000)), await isListOfPaths(list(1001))]).toEqual([true, false]);
});
