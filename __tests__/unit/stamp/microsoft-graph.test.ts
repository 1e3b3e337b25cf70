import { expect, test } from "vitest";
import { microsoftGraphOf } from "../../../src/stamp/microsoft-graph.ts";

const STAMPS = "https://graph.local.azurestack.external/";
const graphOf = (identityProvider: "aad" | "adfs", host: string) =>
  microsoftGraphOf(
    { identityProvider, host, loginEndpoint: `${host}/`, party: "entra" as const, established: true },
    STAMPS,
  );

test.each([
  ["login.microsoftonline.com", "https://graph.microsoft.com/"],
  ["login.windows.net", "https://graph.microsoft.com/"],
  ["login.microsoftonline.us", "https://graph.microsoft.us/"],
  ["login.usgovcloudapi.net", "https://graph.microsoft.us/"],
  ["login.chinacloudapi.cn", "https://microsoftgraph.chinacloudapi.cn"],
  ["login.partner.microsoftonline.cn", "https://microsoftgraph.chinacloudapi.cn"],
  ["login.microsoftonline.de", "https://graph.microsoft.de"],
  ["login.contoso.com", "https://graph.microsoft.com/"],
])("an Entra at %s has its graph at %s", (host, graph) => {
  expect(graphOf("aad", `https://${host}`)).toBe(graph);
});

test("an AD FS has the stamp's graph", () => {
  expect(graphOf("adfs", "https://adfs.local.azurestack.external")).toBe(STAMPS);
});
