import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { describe, expect, onTestFinished, test } from "vitest";
import { downloadSecureFile, requestIdToken } from "../../../src/host/azure-devops.ts";
import { idTokenOf } from "../../../src/host/github-id-token.ts";

/** A server of a CI or of an attacker. It has its address and the credentials that it received. */
async function serve(answer: (request: IncomingMessage, response: ServerResponse) => void) {
  const credentials: string[] = [];
  const server = createServer((request, response) => {
    credentials.push(request.headers.authorization ?? "");
    answer(request, response);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`, credentials };
}

const azureDevOps = (url: string) => ({
  url,
  project: "p",
  accessToken: "access token",
  proxy: undefined,
  cert: undefined,
});

describe("an endpoint for ID tokens that leads elsewhere", () => {
  const ASKERS: readonly (readonly [ci: string, ask: (url: string) => Promise<string>])[] = [
    [
      "GitHub",
      (url) => {
        const variables = { ACTIONS_ID_TOKEN_REQUEST_URL: url, ACTIONS_ID_TOKEN_REQUEST_TOKEN: "request token" };
        return idTokenOf(variables, "api://AzureADTokenExchange");
      },
    ],
    ["Azure DevOps", (url) => requestIdToken(azureDevOps(url), url, "connection")],
  ];

  test.each(ASKERS)("is not followed: %s", async (_, ask) => {
    const thief = await serve((_, response) => response.end(JSON.stringify({ value: "theirs", oidcToken: "theirs" })));
    const ci = await serve((_, response) => response.writeHead(307, { location: thief.url }).end());
    await expect(ask(ci.url)).rejects.toThrow("status 307");
    expect(ci.credentials).toHaveLength(1);
    expect(thief.credentials).toEqual([]);
  });
});

test("a secure file without end is not read to its end", async () => {
  const { url } = await serve(({ method, url: asked = "" }, response) => {
    if (method === "OPTIONS") return void response.setHeader("content-type", "application/json").end(LOCATIONS);
    if (!asked.includes("securefiles")) return void response.writeHead(404).end();
    const more = () => {
      while (response.write("-".repeat(50_000)));
      response.once("drain", more);
    };
    more();
  });
  await expect(downloadSecureFile(azureDevOps(url), "file", "ticket")).rejects.toThrow("longer than 1000 kB");
});

/** A server's description of its API, as far as secure files need it. */
const LOCATIONS = JSON.stringify({
  count: 1,
  value: [
    {
      id: "adcfd8bc-b184-43ba-bd84-7c8c6a2ff421",
      area: "distributedtask",
      resourceName: "securefiles",
      routeTemplate: "{project}/_apis/{area}/{resource}/{secureFileId}",
      resourceVersion: 1,
      minVersion: "1.0",
      maxVersion: "7.2",
      releasedVersion: "0.0",
    },
  ],
});
