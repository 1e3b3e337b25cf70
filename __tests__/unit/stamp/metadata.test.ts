import { describe, expect, test } from "vitest";
import { readMetadata } from "../../../src/stamp/metadata.ts";
import { failureOf } from "../failures.ts";

const URL_ASKED = "https://management.local.azurestack.external/metadata/endpoints?api-version=2015-01-01";
const AUDIENCE = "https://management.adfs.azurestack.local/6ccd9d5b-0000-0000-0000-000000000000";
const AUTHENTICATION = {
  loginEndpoint: "https://adfs.local.azurestack.external/adfs",
  audiences: [AUDIENCE, "https://another"],
};
const OBJECT = {
  galleryEndpoint: "https://providers.local.azurestack.local:30016/",
  graphEndpoint: "https://graph.local.azurestack.external/",
  portalEndpoint: "https://portal.local.azurestack.external/",
  authentication: AUTHENTICATION,
};
const ENTRY = {
  name: "AzureStack-User",
  portal: "https://portal.local.azurestack.external/",
  gallery: "https://providers.local.azurestack.local:30016/",
  graph: "https://graph.local.azurestack.external/",
  graphAudience: "https://graph.local.azurestack.external/",
  resourceManager: "https://management.local.azurestack.external/",
  authentication: { ...AUTHENTICATION, tenant: "common", identityProvider: "AAD" },
  suffixes: { storage: "local.azurestack.external", keyVaultDns: "vault.local.azurestack.external" },
};
const READ = {
  loginEndpoint: AUTHENTICATION.loginEndpoint,
  audience: AUDIENCE,
  graph: OBJECT.graphEndpoint,
  gallery: OBJECT.galleryEndpoint,
  portal: OBJECT.portalEndpoint,
};

describe("metadata is read", () => {
  test("as an object", () => {
    const none = { storageSuffix: undefined, keyvaultSuffix: undefined, tenant: undefined };
    expect(readMetadata(OBJECT, URL_ASKED)).toEqual({ ...READ, ...none });
  });

  test("as an array", () => {
    expect(readMetadata([ENTRY], URL_ASKED)).toEqual({
      ...READ,
      storageSuffix: "local.azurestack.external",
      keyvaultSuffix: "vault.local.azurestack.external",
      tenant: "common",
    });
  });

  test("with the portal as the documentation's sample spells it", () => {
    const { portalEndpoint, ...rest } = OBJECT;
    expect(readMetadata({ ...rest, "portal Endpoint": portalEndpoint }, URL_ASKED).portal).toBe(portalEndpoint);
  });

  test("letter by letter", () => {
    const authentication = { loginEndpoint: "https://ADFS.Contoso.com/adfs/", audiences: ["https://Management.X//"] };
    const { loginEndpoint, audience } = readMetadata({ ...OBJECT, authentication }, URL_ASKED);
    expect([loginEndpoint, audience]).toEqual([authentication.loginEndpoint, authentication.audiences[0]]);
  });

  test.each([
    "https://x/$(System.AccessToken)",
    "https://x/\u0000",
    "https://x/ y",
    'https://x/";id;"',
    "https://x/`id`",
  ])("refusing what later steps might expand or run: %j", (odd) => {
    for (const field of ["galleryEndpoint", "portalEndpoint", "graphEndpoint"]) {
      expect(() => readMetadata({ ...OBJECT, [field]: odd }, URL_ASKED)).toThrow(new RegExp(`^AZS222: .*${field}`));
    }
    const authentication = { ...OBJECT.authentication, audiences: [odd] };
    expect(() => readMetadata({ ...OBJECT, authentication }, URL_ASKED)).toThrow(/^AZS222: .*audiences\.0/);
  });

  test("with the graph's audience before its address", () => {
    const entry = { ...ENTRY, graph: "https://graph.x/", graphAudience: "https://graph.y/" };
    expect(readMetadata([entry], URL_ASKED).graph).toBe("https://graph.y/");
  });

  test("without gallery and portal", () => {
    const metadata = readMetadata(
      { graphEndpoint: OBJECT.graphEndpoint, portalEndpoint: "", authentication: AUTHENTICATION },
      URL_ASKED,
    );
    expect([metadata.gallery, metadata.portal]).toEqual([undefined, undefined]);
  });
});

describe("of several entries", () => {
  const cloud = { ...ENTRY, name: "AzureCloud", resourceManager: "https://management.azure.com/", gallery: "wrong" };

  test.each([
    ["first", [ENTRY, cloud]],
    ["last", [cloud, ENTRY]],
    ["in capitals", [cloud, { ...ENTRY, resourceManager: "https://MANAGEMENT.local.azurestack.external:443" }]],
    ["behind broken ones", [null, "text", { resourceManager: 1 }, { resourceManager: "no URL" }, ENTRY]],
  ])("the stamp's own is taken, %s", (_, entries) => {
    expect(readMetadata(entries, URL_ASKED).gallery).toBe(ENTRY.gallery);
  });

  test("the first is taken when none is the stamp's", () => {
    expect(readMetadata([{ ...ENTRY, resourceManager: "https://elsewhere.contoso.com" }, cloud], URL_ASKED)).toEqual(
      readMetadata([ENTRY], URL_ASKED),
    );
  });
});

describe("incomplete metadata is refused with the names of what is missing", () => {
  const login = "authentication.loginEndpoint";
  const audiences = "authentication.audiences";
  const all = [login, audiences, "graphEndpoint"];
  test.each<[string, unknown, readonly string[]]>([
    ["no login endpoint", { ...OBJECT, authentication: { audiences: [AUDIENCE] } }, [login]],
    ["an empty login endpoint", { ...OBJECT, authentication: { ...AUTHENTICATION, loginEndpoint: "" } }, [login]],
    ["no audiences", { ...OBJECT, authentication: { ...AUTHENTICATION, audiences: [] } }, [audiences]],
    ["no graph", { ...OBJECT, graphEndpoint: undefined }, ["graphEndpoint"]],
    ["no authentication", { ...OBJECT, authentication: null }, [login, audiences]],
    ["an empty object", {}, all],
    ["an empty array", [], all],
    ["null", null, all],
    ["a text", "metadata", all],
    ["a number", 7, all],
  ])("%s", async (_, document, missing) => {
    const { problem } = await failureOf("AZS210", () => readMetadata(document, URL_ASKED));
    expect(problem).toBe(`the metadata of ${URL_ASKED} lacks ${missing.join(", ")}.`);
  });
});
