import { expect, test } from "vitest";
import { proxyPasswords } from "../../../src/host/proxy-passwords.ts";

test.each<[Readonly<Record<string, string>>, readonly string[]]>([
  [{}, []],
  [{ HTTPS_PROXY: "http://proxy:3128", NO_PROXY: "http://a:b@c" }, []],
  [{ https_proxy: "http://ci:secret@proxy:3128" }, ["secret"]],
  [{ ALL_PROXY: "socks5://ci:secret@proxy:3128" }, ["secret"]],
  [{ HTTP_PROXY: "ci:secret@proxy:3128" }, ["secret"]],
  [{ HTTPS_PROXY: "http://ci:a%40b@proxy" }, ["a%40b", "a@b"]],
  [{ HTTPS_PROXY: "http://ci:100%@proxy" }, ["100%"]],
  [{ AGENT_PROXYPASSWORD: "p%40s", HTTPS_PROXY: "our proxy" }, ["p%40s"]],
])("of %j: %j", (environment, passwords) => {
  expect(proxyPasswords(environment)).toEqual(passwords);
});
