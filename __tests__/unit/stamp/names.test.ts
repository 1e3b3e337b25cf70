import { describe, expect, test } from "vitest";
import { isBelow, readNames } from "../../../src/stamp/stamp-names.ts";

describe("the names of a stamp", () => {
  test.each([
    ["management.local.azurestack.external", "user", "local.azurestack.external", "local", ".vault."],
    ["adminmanagement.local.azurestack.external", "admin", "local.azurestack.external", "local", ".adminvault."],
    ["management.east.stack.contoso.com", "user", "east.stack.contoso.com", "east", ".vault."],
    ["management.region-1.contoso.com", "user", "region-1.contoso.com", "region-1", ".vault."],
    // The operator chose the name, or there is a load balancer: everything except the first label is still right.
    ["arm.east.contoso.com", "user", "east.contoso.com", "east", ".vault."],
    ["adminmanagementx.east.contoso.com", "user", "east.contoso.com", "east", ".vault."],
    ["management.adminmanagement.contoso.com", "user", "adminmanagement.contoso.com", "adminmanagement", ".vault."],
  ])("%s", (host, kind, domain, location, vault) => {
    expect(readNames(host)).toEqual({ kind, domain, location, keyvaultSuffix: `${vault}${domain}` });
  });
});

describe("below local.azurestack.external", () => {
  test.each([
    ["the domain", "local.azurestack.external", true],
    ["its AD FS", "adfs.local.azurestack.external", true],
    ["a vault", "one.vault.local.azurestack.external", true],
    ["a host whose label ends like it", "adfs-local.azurestack.external", false],
    ["a host that ends like it without a dot", "evillocal.azurestack.external", false],
    ["a host that begins like it", "local.azurestack.external.evil.com", false],
    ["a host that holds it", "adfs.local.azurestack.external.evil.com", false],
    ["the domain above", "azurestack.external", false],
    ["another region", "adfs.remote.azurestack.external", false],
    ["nothing", "", false],
  ])("%s", (_, host, below) => {
    expect(isBelow(host, "local.azurestack.external")).toBe(below);
  });
});

test.each(["com", ""])("nobody is below %j", (domain) => {
  expect(isBelow("evil.com", domain)).toBe(false);
  expect(isBelow(domain, domain)).toBe(false);
});

test("nobody is below the rest of an IP address", () => {
  const { domain } = readNames("10.1.2.3");
  expect(isBelow("66.1.2.3", domain)).toBe(false);
});
