import { describe, expect, test } from "vitest";
import { ADMIN_ENDPOINT, document, documents, ENDPOINT, refusal, send, stampOf } from "./support.ts";

const ask = async (version: string, options = {}, endpoint = ENDPOINT) =>
  send(await stampOf(options), "GET", `${endpoint}/metadata/endpoints?api-version=${version}`);

describe("metadata", () => {
  test.each(["1.0", "2015-01-01"])("%s answers the object, on every build", async (version) => {
    for (const build of ["1808", "2008", "2311"] as const) {
      expect(document(await ask(version, { build }))).toEqual({
        galleryEndpoint: "https://portal.local.azurestack.external:30015/",
        graphEndpoint: "https://graph.windows.net/",
        portalEndpoint: "https://portal.local.azurestack.external/",
        authentication: {
          loginEndpoint: "https://login.microsoftonline.com/",
          audiences: ["https://management.contoso.onmicrosoft.com/4de154de-f8a8-4017-af41-df619da68155"],
        },
      });
    }
  });

  test("2020-06-01 answers an array, without the resource manager's own name, and not on an 1808", async () => {
    const response = await ask("2020-06-01", { build: "2008" });
    const [first] = documents(response);
    expect(first).toMatchObject({
      name: "AzureStack-User-4de154de-f8a8-4017-af41-df619da68155",
      graphAudience: "https://graph.windows.net/",
      suffixes: { keyVaultDns: "vault.local.azurestack.external", storage: "local.azurestack.external" },
    });
    expect(first).not.toHaveProperty("resourceManager");
    expect(refusal(await ask("2020-06-01", { build: "1808" }))).toEqual([400, "InvalidApiVersionParameter"]);
  });

  test.each(["2022-09-01", "2016-06-01", "x"])("%s is refused", async (version) => {
    const response = await ask(version);
    expect(refusal(response)).toEqual([400, "InvalidApiVersionParameter"]);
    expect(response.body).toContain(`The api-version '${version}' is invalid. The supported versions are '`);
  });

  test("a version must be named", async () => {
    const stamp = await stampOf();
    for (const query of ["", "?api-version="]) {
      const response = await send(stamp, "GET", `${ENDPOINT}/metadata/endpoints${query}`);
      expect(refusal(response)).toEqual([400, "MissingApiVersionParameter"]);
    }
    const post = await send(stamp, "POST", `${ENDPOINT}/metadata/endpoints?api-version=1.0`);
    expect(post.status).toBe(405);
  });

  test("AD FS and the operator's endpoint have their own names", async () => {
    expect(document(await ask("1.0", { idp: "adfs" }))).toMatchObject({
      graphEndpoint: "https://graph.local.azurestack.external/",
      authentication: {
        loginEndpoint: "https://adfs.local.azurestack.external/adfs",
        audiences: ["https://management.adfs.azurestack.local/4de154de-f8a8-4017-af41-df619da68155"],
      },
    });
    const admin = document(await ask("1.0", {}, ADMIN_ENDPOINT));
    expect(admin).toMatchObject({ portalEndpoint: "https://adminportal.local.azurestack.external/" });
    expect(JSON.stringify(admin)).toContain("https://adminmanagement.contoso.onmicrosoft.com/");
    const array = documents(await ask("2020-06-01", {}, ADMIN_ENDPOINT));
    expect(array).toMatchObject([{ suffixes: { keyVaultDns: "adminvault.local.azurestack.external" } }]);
  });

  test("region, domain and login host are the stamp's", async () => {
    const response = await ask(
      "1.0",
      { region: "east", fqdn: "cloud.example.org", loginHost: "login.windows.net" },
      "https://management.east.cloud.example.org",
    );
    expect(document(response)).toMatchObject({
      portalEndpoint: "https://portal.east.cloud.example.org/",
      authentication: { loginEndpoint: "https://login.windows.net/" },
    });
  });

  test("the answer can be rewritten", async () => {
    expect(document(await ask("1.0", { metadata: () => ({ portalEndpoint: 1 }) }))).toEqual({ portalEndpoint: 1 });
  });
});
