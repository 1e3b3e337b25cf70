import { describe, expect, test } from "vitest";
import { inOneLine, summarize } from "../../src/results/summary.ts";
import {
  ADFS,
  AZ,
  CLIENT_ID,
  ENDPOINT,
  identityWith,
  inputsWith,
  publicRoot,
  resultsNamed,
  SECRET,
  stampWith,
  TENANT_ID,
} from "./samples.ts";

async function summaryOf(...given: Parameters<typeof resultsNamed>): Promise<string> {
  let markdown = "";
  await summarize(resultsNamed(...given), {
    summarize: async (text) => {
      markdown += text;
    },
  });
  return markdown;
}
const rowOf = (markdown: string, name: string): string =>
  markdown.split("\n").find((line) => line.startsWith(`| ${name} |`)) ?? "";

describe("the log's last line", () => {
  test("says who, where, subscription, profile, az", () => {
    expect(inOneLine(resultsNamed("Team A"))).toBe(
      `Logged in ${CLIENT_ID} (Microsoft Entra ID) to ${ENDPOINT}: subscription "Team A", profile 2020-09-01-hybrid, az 2.66.2.`,
    );
  });

  test("of a person, by name", () => {
    const change = { identity: identityWith({ userName: "ci@contoso.com" }) };
    expect(inOneLine(resultsNamed("Team A", change))).toMatch(/^Logged in ci@contoso\.com \(/);
  });

  test("of an AD FS stamp, without subscription, with an az of unknown version", () => {
    const az = { ...AZ, description: undefined };
    const change = { stamp: stampWith(ADFS), identity: identityWith({ subscription: undefined }), az };
    expect(inOneLine(resultsNamed("", change))).toBe(
      `Logged in ${CLIENT_ID} (AD FS) to ${ENDPOINT}: no subscription, profile 2020-09-01-hybrid, az /usr/bin/az.`,
    );
  });
});

describe("the summary", () => {
  test("is a table", async () => {
    const root = publicRoot(/^CN=ISRG Root X1,/);
    const markdown = await summaryOf("Team A", { inputs: inputsWith({ roots: [root] }) });
    expect(markdown.split("\n")).toEqual([
      "### Azure Stack Hub login",
      "",
      "| | |",
      "|---|---|",
      expect.stringMatching(/^\| Stamp \| .*management\.local\.azurestack\.external \|$/),
      "| Identity provider | Microsoft Entra ID |",
      `| Tenant | ${TENANT_ID} |`,
      `| Application | ${CLIENT_ID} |`,
      "| Subscription | Team A (an ID) |",
      "| Location | local |",
      "| API profile | 2020-09-01-hybrid |",
      "| Cloud | AzureStackUser |",
      "| az | 2.66.2 /usr/bin/az |",
      expect.stringMatching(/^\| CA root \| CN=ISRG Root X1, .*, SHA-256 (\S\S:){31}\S\S, expires 2035-06-04 \|$/),
      "",
    ]);
    expect(markdown).not.toContain(SECRET);
  });

  test("names each root", async () => {
    const roots = [publicRoot(/^CN=ISRG Root X1,/), publicRoot(/^CN=DigiCert Global Root G2,/)];
    const markdown = await summaryOf("Team A", { inputs: inputsWith({ roots }) });
    expect(markdown.match(/^\| CA root \|/gm)).toHaveLength(2);
  });

  test("says that there is no subscription", async () => {
    const markdown = await summaryOf("", { identity: identityWith({ subscription: undefined }) });
    expect(rowOf(markdown, "Subscription")).toBe("| Subscription | none |");
  });
});

describe("a subscription's name stays text", () => {
  test.each([
    ["a cell", "a | b", "a \\| b"],
    ["an escaped cell", "a \\| b", "a \\\\\\| b"],
    ["a row", "a |\n| x | y", "a \\| \\| x \\| y"],
    ["an end of the table", "a\r\n\r\n# b", "a # b"],
    ["HTML", '<img src=x onerror="y">', '\\<img src=x onerror="y"\\>'],
    ["a comment", "<!-- b", "\\<!-- b"],
    ["a link", "[a](b)", "\\[a\\](b)"],
    ["an image", "![a](b)", "!\\[a\\](b)"],
    ["an automatic link", "<b:c>", "\\<b:c\\>"],
    ["code", "`a", "\\`a"],
    ["emphasis", "*a* __b__", "\\*a\\* \\_\\_b\\_\\_"],
    ["other lines", "a\u2028b\u2029c\u000bd", "a b c d"],
  ])("not %s", async (_, name, cell) => {
    const markdown = await summaryOf(name);
    expect(rowOf(markdown, "Subscription")).toBe(`| Subscription | ${cell} (an ID) |`);
    expect(markdown.split("\n")).toHaveLength(14);
  });

  // GitHub turns bare addresses into links too.
  test.each([
    ["a bare link", "https://evil.example/login", /https:\/\//],
    ["a bare link without scheme", "www.evil.example", /www\./],
    ["an entity", "&lt;b&gt;", /(?<!\\)&/],
    ["a strike", "~~a~~", /(?<!\\)~/],
  ])("not %s", async (_, name, live) => {
    expect(rowOf(await summaryOf(name), "Subscription")).not.toMatch(live);
  });
});
