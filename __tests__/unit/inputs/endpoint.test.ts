import { describe, expect, test } from "vitest";
import { readEndpoint } from "../../../src/inputs/endpoint.ts";
import { failureOf } from "../failures.ts";

const HOST = "management.local.azurestack.external";

describe("an endpoint is read", () => {
  test.each([
    ["as it is", `https://${HOST}`, `https://${HOST}`],
    ["without scheme", HOST, `https://${HOST}`],
    ["with a trailing slash", `https://${HOST}/`, `https://${HOST}`],
    ["without scheme, with slashes", `${HOST}///`, `https://${HOST}`],
    ["in any case", "HTTPS://Management.LOCAL.AzureStack.external/", `https://${HOST}`],
    ["with the port of https", `${HOST}:443`, `https://${HOST}`],
    ["with a port of its own", `${HOST}:30024/`, `https://${HOST}:30024`],
    [
      "of the operator",
      "adminmanagement.local.azurestack.external",
      "https://adminmanagement.local.azurestack.external",
    ],
    ["with another first label", "arm.east.contoso.com", "https://arm.east.contoso.com"],
    ["that only contains a portal's name", "management.portal.contoso.com", "https://management.portal.contoso.com"],
  ])("%s", (_, text, url) => {
    const endpoint = readEndpoint(text);
    expect(endpoint).toEqual({ url, hostname: new URL(url).hostname });
  });
});

describe("an endpoint is refused with the one to set", () => {
  test.each([
    ["http", "AZS103", `http://${HOST}/`],
    ["another scheme", "AZS103", `ftp://${HOST}`],
    ["a user name", "AZS104", `https://user@${HOST}`],
    ["a user name without scheme", "AZS104", `user:pass@${HOST}`],
    ["a password alone", "AZS104", `https://:pass@${HOST}`],
    ["a secret in the query over http", "AZS103", `http://${HOST}/?code=pass@`],
    ["a user over http", "AZS104", `http://user:pass@${HOST}`],
    ["a query", "AZS105", `https://${HOST}/?api-version=1.0`],
    ["a fragment", "AZS105", `https://${HOST}/#here`],
    ["a path", "AZS105", `https://${HOST}/metadata/endpoints`],
    ["the portal", "AZS106", "https://portal.local.azurestack.external"],
    ["the portal in capitals", "AZS106", "Portal.Local.AzureStack.External/"],
    ["the portal as a browser shows it", "AZS106", "https://portal.local.azurestack.external/#@tenant/dashboard"],
    ["the portal over http", "AZS103", "http://portal.local.azurestack.external"],
  ])("%s: %s", async (_, code, text) => {
    const { fix, message } = await failureOf(code, () => readEndpoint(text));
    expect(fix).toContain(`https://${HOST}`);
    expect(message).not.toContain("pass@");
  });

  test("the operator's portal", async () => {
    const { fix } = await failureOf("AZS106", () => readEndpoint("adminportal.local.azurestack.external:8443"));
    expect(fix).toContain("https://adminmanagement.local.azurestack.external:8443.");
  });
});

describe("an endpoint is refused", () => {
  test.each([
    ["nothing", "AZS101", ""],
    ["one word", "AZS102", "management"],
    ["a domain without the stamp's name", "AZS102", "contoso.com"],
    ["a sentence", "AZS102", "my stamp in the east.contoso.com"],
    ["a port that is none", "AZS102", `${HOST}:99999`],
    ["an IPv6 address", "AZS102", "https://[::1]"],
    ["a slash too few", "AZS102", `https:/${HOST}`],
  ])("%s: %s", async (_, code, text) => {
    await failureOf(code, () => readEndpoint(text));
  });

  test.each([
    "https://user:hunter2@management",
    "user:hunter2@management",
    "https://user:hun@ter2@management",
    "https://user:hun/ter2@management",
    "git+ssh://user:hunter2@management",
  ])("without the password that stands in it: %s", async (text) => {
    const { message } = await failureOf("AZS102", () => readEndpoint(text));
    expect(message).not.toMatch(/hun|ter2/);
  });
});
