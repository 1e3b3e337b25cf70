import { execFileSync } from "node:child_process";
import { describe, expect, test } from "vitest";
import { configuredProxy, proxyFor, proxyForLater, proxyForPython } from "../../../src/io/proxy.ts";
import { failureOf } from "../failures.ts";

const PROXY = "http://proxy:3128";
const isDirect = (url: string, no_proxy: string, more: object = {}) =>
  proxyFor(new URL(url), { https_proxy: PROXY, no_proxy, ...more }).proxy === undefined;

/**
 * Host, list, and whether the connection is direct. The first rows are curl's own table (tests/unit/unit1614.c). Only
 * curl 7.86 read a domain as a single host; that row is as before and after it. The next rows are from GitHub's
 * documentation, the last are lists that users write.
 */
const TABLE: readonly (readonly [host: string, list: string, direct: boolean])[] = [
  ["www.example.com", "localhost,.example.com,.example.de", true],
  ["www.example.com.", "localhost,.example.com,.example.de", true],
  ["example.com", "localhost,.example.com,.example.de", true],
  ["example.com.", "localhost,.example.com,.example.de", true],
  ["www.example.com", "localhost,.example.com.,.example.de", true],
  ["www.example.com", "localhost,www.example.com.,.example.de", true],
  ["example.com", "localhost,example.com,.example.de", true],
  ["www.example.com", "localhost,example.com,.example.de", true],
  ["127.0.0.1", "127.0.0.1,localhost", true],
  ["127.0.0.1", "127.0.0.1,localhost,", true],
  ["127.0.0.1", "127.0.0.1/8,localhost,", true],
  ["127.0.0.1", "127.0.0.1/28,localhost,", true],
  ["127.0.0.1", "localhost,127.0.0.1", true],
  ["localhost", "localhost,127.0.0.1", true],
  ["localhost", "127.0.0.1,localhost", true],
  ["foobar", "barfoo", false],
  ["foobar", "foobar", true],
  ["192.168.0.1", "foobar", false],
  ["192.168.0.1", "192.168.0.0/16", true],
  ["192.168.0.1", "192.168.0.0/24", true],
  ["192.168.0.1", "192.168.0.0/32", false],
  ["192.168.0.1", "192.168.0.0", false],
  ["192.168.1.1", "192.168.0.0/24", false],
  ["192.168.1.1", "foo, bar, 192.168.0.0/24", false],
  ["192.168.1.1", "foo, bar, 192.168.0.0/16", true],
  ["192.160.0.1", "192.160.0.1/33", false],
  ["192.160.0.1", "192.160.0.1/-1", false],
  ["bar", "foo, bar, 192.168.0.0/16", true],
  ["BAr", "foo,,,,,              bar, 192.168.0.0/16", true],
  ["www.example.com", "foo, .example.com", true],
  ["www.example.com", "www2.example.com, .example.net", false],
  ["example.com", ".example.com, .example.net", true],
  ["nonexample.com", ".example.com, .example.net", false],
  ["nonexample.com", "example.com", false],

  ["myserver.local", "myserver.local:443,example.org", true],
  ["myserver.local", "myserver.local:8443,example.org", false],
  ["www.example.org", "example.org:443", true],
  ["10.0.0.1", "10.0.0.1:443", true],
  ["10.0.0.1", "10.0.0.1:80", false],

  ["www.example.com", "*.example.com", true],
  ["nonexample.com", "*.example.com", false],
  ["www.example.com", "EXAMPLE.COM", true],
  ["www.example.com", "*", true],
  ["www.example.com", "localhost,*", true],
  ["www.example.com", " ", false],
  ["www.example.com", ",", false],
  ["www.example.com", ".", false],
  ["www.example.com", "com", true],
  ["www.example.com", "ample.com", false],
  ["www.example.com", "http://www.example.com", false],
  ["www.example.com", "(.*)", false],
];
/** az's requests does not support IPv6 addresses in a list. No stamp has one as its name. */
const VERSION_6: typeof TABLE = [
  ["[::1]", "foo, bar, 192.168.0.0/16", false],
  ["[::1]", "foo, bar, ::1/64", true],
  ["[::1]", "[::1]:443", true],
  ["[::1]", "[::2]", false],
  ["[fe80::ab47:4396:55c9:8474]", "fe80::ab47:4396:55c9:8474/64", true],
  ["[::1]", "::1/129,::1/-1", false],
];

test.each([...TABLE, ...VERSION_6])("https://%s with no_proxy=%s: direct %s", (host, list, direct) => {
  expect(isDirect(`https://${host}/`, list)).toBe(direct);
});

test.each([
  ["http://ci:100%@proxy:3128", "100%"],
  ["http://ci:%ff@proxy:3128", "%ff"],
  ["ci:a%40b@proxy:3128", "a@b"],
])("the password in %s is %s", (https_proxy, password) => {
  const { proxy } = proxyFor(new URL("https://a.example"), { https_proxy });
  expect(decodeURIComponent(proxy?.password ?? "")).toBe(password);
});

test("a port of the URL's own", () => {
  expect(isDirect("https://a.example:8443/", "a.example:8443")).toBe(true);
  expect(isDirect("https://a.example:8443/", "a.example:443")).toBe(false);
  expect(isDirect("https://a.example:8443/", "a.example")).toBe(true);
});

/** How requests reads the variables, in one Python for all rows. */
function asked(rows: readonly { readonly url: string; readonly environment: object }[]): readonly (string | null)[] {
  const script = `
import json, os, sys
from requests.utils import get_environ_proxies, select_proxy
for row in json.load(sys.stdin):
    for name in [name for name in os.environ if name.lower().endswith("_proxy")]: del os.environ[name]
    os.environ.update(row["environment"])
    print(json.dumps(select_proxy(row["url"], get_environ_proxies(row["url"]))))`;
  const input = JSON.stringify(rows);
  const lines = execFileSync("/usr/bin/python3", ["-c", script], { input, encoding: "utf8" }).trim().split("\n");
  return lines.map((line) => JSON.parse(line) as string | null);
}

test("az's Python goes the same way with what it is given", () => {
  const environments = TABLE.map(([host, no_proxy]) => ({
    url: `https://${host.replace(/\.$/, "")}/`,
    environment: proxyForPython({ HTTPS_PROXY: PROXY, ALL_PROXY: "http://other", NO_PROXY: no_proxy }),
  }));
  const ways = asked(environments);
  expect(TABLE.map(([host, list], index) => [host, list, ways[index] === null])).toEqual(TABLE);
});

describe("later steps", () => {
  const hosts = ["https://management.local.azurestack.external", "https://login.microsoftonline.com/t"];
  const urls = hosts.map((url) => new URL(url));
  const table: readonly (readonly [name: string, environment: Readonly<Record<string, string>>, added: object])[] = [
    ["no proxy", { NO_PROXY: "*.azurestack.external" }, {}],
    ["a domain that both read", { https_proxy: PROXY, NO_PROXY: "x, .azurestack.external" }, {}],
    ["nothing of the stamp's", { https_proxy: PROXY, NO_PROXY: "*.other.example" }, {}],
    [
      "a domain with a star",
      { HTTPS_PROXY: PROXY, NO_PROXY: "*.azurestack.external,x" },
      { NO_PROXY: "*.azurestack.external,x,.azurestack.external" },
    ],
    [
      "host and port, as GitHub's documentation has it",
      { HTTPS_PROXY: PROXY, no_proxy: "management.local.azurestack.external:443", NO_PROXY: "x" },
      { no_proxy: "management.local.azurestack.external:443,.management.local.azurestack.external" },
    ],
    [
      "spaces for commas",
      { HTTPS_PROXY: PROXY, NO_PROXY: "x azurestack.external" },
      { NO_PROXY: "x azurestack.external,.azurestack.external" },
    ],
    ["all", { HTTPS_PROXY: PROXY, NO_PROXY: "*" }, {}],
    ["one that is empty in small letters", { https_proxy: "", HTTPS_PROXY: PROXY }, { https_proxy: PROXY }],
  ];
  test.each(table)("get what az needs to go the same way: %s", (_, environment, added) => {
    expect(proxyForLater(urls, environment)).toEqual(added);
  });

  test("and then az does", () => {
    const rows = table.flatMap(([name, environment, added]) =>
      hosts.map((url) => ({ name, url, environment: { ...environment, ...added } })),
    );
    const ways = asked(rows).map((way) => way !== null);
    expect(ways).toEqual(rows.map(({ url, environment }) => proxyFor(new URL(url), environment).proxy !== undefined));
  });
});

test.each([
  ["small letters first", { https_proxy: "http://a", HTTPS_PROXY: "http://b" }, "a"],
  ["an empty one is none", { https_proxy: "", HTTPS_PROXY: "http://b", all_proxy: "http://c" }, "b"],
  ["for all protocols", { ALL_PROXY: "http://c" }, "c"],
  ["that of http alone is none", { http_proxy: "http://d" }, undefined],
  ["without a scheme", { HTTPS_PROXY: "user:word@e:8080" }, "e"],
  ["a scheme in capital letters", { HTTPS_PROXY: "HTTPS://f" }, "f"],
])("the proxy: %s", (_, environment, host) => {
  expect(proxyFor(new URL("https://a.example"), environment).proxy?.hostname).toBe(host);
  expect(configuredProxy(environment)?.hostname).toBe(host);
});

test.each([
  ["socks5://proxy:1080", "a proxy of the kind socks5"],
  ["socks5h://user:hunter2@proxy:1080", "a proxy of the kind socks5h"],
  ["our proxy", "something that is no URL"],
])("%s is refused, unless it is not asked", async (value, says) => {
  const environment = { ALL_PROXY: value };
  const work = async () => proxyFor(new URL("https://a.example"), environment);
  const failure = await failureOf("AZS216", work);
  expect(failure.problem).toContain(`ALL_PROXY names ${says}`);
  expect(failure.message).not.toContain("hunter2");
  expect(configuredProxy(environment)).toBeUndefined();
  const exception = { variable: "NO_PROXY", entry: ".example" };
  expect(proxyFor(new URL("https://a.example"), { ...environment, NO_PROXY: ".example" })).toEqual({
    proxy: undefined,
    exception,
  });
});
