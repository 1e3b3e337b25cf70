import { describe, expect, test } from "vitest";
import { authorityRule, readAuthority } from "../../../src/stamp/authority.ts";
import { failureOf } from "../failures.ts";

const DOMAIN = "local.azurestack.external";
const URL_ASKED = `https://management.${DOMAIN}`;
const read = (loginEndpoint: string, trusted: readonly string[] = []) =>
  readAuthority(loginEndpoint, authorityRule(DOMAIN, trusted), DOMAIN, URL_ASKED);

describe("an authority is allowed", () => {
  test.each([
    ["Entra", "https://login.microsoftonline.com/", "aad", "https://login.microsoftonline.com"],
    ["Entra's older name", "https://login.windows.net", "aad", "https://login.windows.net"],
    ["Entra in capitals", "HTTPS://Login.MicrosoftOnline.com/", "aad", "https://login.microsoftonline.com"],
    ["Entra with its port", "https://login.windows.net:443/", "aad", "https://login.windows.net"],
    [
      "Entra with a tenant",
      "https://login.microsoftonline.com/contoso.com",
      "aad",
      "https://login.microsoftonline.com",
    ],
    ["Entra of a government", "https://login.microsoftonline.us/", "aad", "https://login.microsoftonline.us"],
    ["the stamp's AD FS", `https://adfs.${DOMAIN}/adfs`, "adfs", `https://adfs.${DOMAIN}`],
    ["the same with a slash", `https://adfs.${DOMAIN}/adfs/`, "adfs", `https://adfs.${DOMAIN}`],
    ["the same in capitals", `https://ADFS.${DOMAIN}/ADFS`, "adfs", `https://adfs.${DOMAIN}`],
    ["AD FS on a port of the stamp", `https://adfs.${DOMAIN}:8443/adfs`, "adfs", `https://adfs.${DOMAIN}:8443`],
    ["a path that begins like AD FS", `https://sts.${DOMAIN}/adfsx`, "aad", `https://sts.${DOMAIN}`],
    ["AD FS further down the path", `https://sts.${DOMAIN}/tenant/adfs`, "aad", `https://sts.${DOMAIN}`],
  ])("%s", (_, loginEndpoint, identityProvider, host) => {
    const established = !host.endsWith(DOMAIN) && !host.includes(`${DOMAIN}:`);
    const party = established ? "entra" : "adfs";
    expect(read(loginEndpoint)).toEqual({ identityProvider, host, loginEndpoint, party, established });
  });

  test("whose host is neither Entra's nor the stamp's, for somebody else's", () => {
    const party = (loginEndpoint: string) => read(loginEndpoint, ["sts.contoso.com"]).party;
    expect([party("https://sts.contoso.com/"), party("https://sts.contoso.com/adfs")]).toEqual(["authority", "adfs"]);
  });

  test.each([
    ["sts.contoso.com", "https://sts.contoso.com/adfs"],
    ["sts.contoso.com:8443", "https://sts.contoso.com:8443/adfs"],
  ])("when it is trusted: %s", (trusted, loginEndpoint) => {
    expect(read(loginEndpoint, [trusted])).toMatchObject({ identityProvider: "adfs", loginEndpoint });
  });
});

describe("an authority is refused", () => {
  test.each<[string, string, readonly string[]]>([
    ["another host", "https://login.evil.com/", []],
    ["Entra's name in front of another", "https://login.microsoftonline.com.evil.com/", []],
    ["a look-alike of Entra", "https://login.microsoft0nline.com/", []],
    ["a host below Entra's", "https://x.login.microsoftonline.com/", []],
    ["Entra on another port", "https://login.microsoftonline.com:8443/", []],
    ["Entra with a dot at its end", "https://login.microsoftonline.com./", []],
    ["Entra's name as the user", "https://login.microsoftonline.com@evil.com/", []],
    ["Entra's name as the user, with a backslash", "https://evil.com\\@login.microsoftonline.com/", []],
    ["the stamp's name in front of another", `https://adfs.${DOMAIN}.evil.com/adfs`, []],
    ["a host that ends like the stamp", `https://evil${DOMAIN}/adfs`, []],
    ["another region", "https://adfs.remote.azurestack.external/adfs", []],
    ["a trusted host on another port", "https://sts.contoso.com:8443/adfs", ["sts.contoso.com"]],
    ["a trusted host without its port", "https://sts.contoso.com/adfs", ["sts.contoso.com:8443"]],
    ["a host below a trusted one", "https://x.sts.contoso.com/adfs", ["sts.contoso.com"]],
  ])("%s", async (_, loginEndpoint, trusted) => {
    const { problem, fix } = await failureOf("AZS213", () => read(loginEndpoint, trusted));
    expect(problem).toContain(loginEndpoint);
    expect(problem).toContain(DOMAIN);
    expect(fix).toContain("trusted-authorities");
  });

  test.each([
    ["a user", `https://user@adfs.${DOMAIN}/adfs`],
    ["a user and a password", `https://user:pass@adfs.${DOMAIN}/adfs`],
    ["a password alone", `https://:pass@adfs.${DOMAIN}/adfs`],
  ])("that carries %s", async (_, loginEndpoint) => {
    await failureOf("AZS213", () => read(loginEndpoint));
  });

  // As documented at readAuthority: AZS213 would call Entra's own host unknown.
  test.each([
    ["http", "http://login.microsoftonline.com/"],
    ["http on the stamp", `http://adfs.${DOMAIN}/adfs`],
    ["another scheme", "ftp://login.microsoftonline.com/"],
    ["no URL", "login.microsoftonline.com"],
  ])("that is no https URL: %s", async (_, loginEndpoint) => {
    await failureOf("AZS210", () => read(loginEndpoint));
  });

  // URL.parse ignores line breaks, but az and the log get the original text, and a line in the log can be a command.
  test.each(["\n::add-mask::x", "\r\n::stop-commands::x", "\t--debug"])("with %j in it", (more) => {
    expect(() => read(`https://adfs.${DOMAIN}/adfs${more}`)).toThrow(/^AZS21/);
  });
});

test("the rule names its hosts", () => {
  expect(authorityRule(DOMAIN, ["sts.contoso.com"]).named).toBe(
    `Microsoft Entra's hosts, hosts below ${DOMAIN}, sts.contoso.com`,
  );
});
