import { createPublicKey } from "node:crypto";
import { jwtVerify } from "jose";
import { beforeAll, describe, expect, onTestFinished, test } from "vitest";
import { type AzureDevOps, startAzureDevOps } from "../../emulator/azure-devops/server.ts";
import { CONNECTION } from "./agent/support.ts";

const FEDERATED = { ...CONNECTION, id: "fed00000-0102-4304-8506-070809101112", name: "oidc" };

let devOps: AzureDevOps;
let federation: ReturnType<AzureDevOps["connect"]>;
let file: ReturnType<AzureDevOps["store"]>;

beforeAll(async () => {
  devOps = await startAzureDevOps();
  devOps.connect(CONNECTION);
  federation = devOps.connect({
    ...FEDERATED,
    authorization: { scheme: "WorkloadIdentityFederation", parameters: { serviceprincipalid: "x", tenantid: "y" } },
  });
  file = devOps.store("client.pfx", Buffer.from([0, 255, 128, 10]));
  return () => devOps.close();
});

function ask(path: string, options: RequestInit = {}): Promise<Response> {
  const headers = { authorization: `Bearer ${devOps.system.accessToken}`, ...options.headers };
  return fetch(devOps.system.url + path, { ...options, headers });
}

function tokenPath({ project = devOps.identity.projectId, job = devOps.identity.jobId } = {}): string {
  return `${project}/_apis/distributedtask/hubs/build/plans/${devOps.identity.planId}/jobs/${job}/oidctoken`;
}

describe("ID tokens", () => {
  const post = { method: "POST" };

  test("are for a connection of the job, ten minutes long", async () => {
    const response = await ask(`${tokenPath()}?api-version=7.1&serviceConnectionId=${FEDERATED.id}`, post);
    const { oidcToken } = (await response.json()) as { oidcToken: string };
    const { payload } = await jwtVerify(oidcToken, createPublicKey(federation.publicKeyPem), {
      issuer: federation.issuer,
      audience: "api://AzureADTokenExchange",
      subject: "sc://contoso/infrastructure/oidc",
    });
    expect((payload.exp ?? 0) - Date.now() / 1000).toBeGreaterThan(590);
    expect(federation.issuer).toBe(`https://vstoken.dev.azure.com/${devOps.identity.collectionId}`);
  });

  test.each([
    ["no version", () => `${tokenPath()}?serviceConnectionId=${FEDERATED.id}`, post, 400],
    ["a version that is under preview", () => `${tokenPath()}?api-version=7.2`, post, 400],
    ["a version that is not yet", () => `${tokenPath()}?api-version=8.0-preview`, post, 400],
    ["a version that never was", () => `${tokenPath()}?api-version=2019-01-01`, post, 400],
    ["another project", () => `${tokenPath({ project: "other" })}?api-version=7.1`, post, 404],
    ["another job", () => `${tokenPath({ job: "other" })}?api-version=7.1`, post, 404],
    ["a connection of nobody", () => `${tokenPath()}?api-version=7.1&serviceConnectionId=none`, post, 404],
    ["one with a secret", () => `${tokenPath()}?api-version=7.1&serviceConnectionId=${CONNECTION.id}`, post, 400],
    ["another method", () => `${tokenPath()}?api-version=7.1`, {}, 405],
    ["a body that is no JSON", () => `${tokenPath()}?api-version=7.1`, { ...post, body: "a=b" }, 415],
    ["another token", () => `${tokenPath()}?api-version=7.1`, { ...post, headers: { authorization: "Bearer x" } }, 401],
  ])("are refused for %s", async (_what, path, options, status) => {
    expect((await ask(path(), options)).status).toBe(status);
  });
});

describe("a secure file", () => {
  const accept = { headers: { accept: "application/octet-stream;api-version=7.2-preview.1" } };
  const path = (id = file.id, ticket = file.ticket) =>
    `infrastructure/_apis/distributedtask/securefiles/${id}?ticket=${ticket}&download=false`;

  test("comes byte by byte, with its ticket, as the library asks", async () => {
    const basic = Buffer.from(`PAT:${devOps.system.accessToken}`).toString("base64");
    const response = await ask(path(), { headers: { ...accept.headers, authorization: `Basic ${basic}` } });
    expect([...new Uint8Array(await response.arrayBuffer())]).toEqual([0, 255, 128, 10]);
    expect(JSON.stringify(devOps.requests)).not.toContain(file.ticket);
  });

  test.each([
    ["another ticket", () => path(file.id, "other"), accept, 404],
    ["another file", () => path("other"), accept, 404],
    [
      "a version without preview",
      () => path(),
      { headers: { accept: "application/octet-stream;api-version=7.1" } },
      400,
    ],
    ["no token", () => path(), { headers: { ...accept.headers, authorization: "" } }, 401],
  ])("is refused for %s", async (_what, where, options, status) => {
    expect((await ask(where(), options)).status).toBe(status);
  });
});

test("says where its resources are, to those with a token", async () => {
  const response = await ask("_apis/distributedtask", { method: "OPTIONS" });
  const { value } = (await response.json()) as { value: { id: string; resourceName: string }[] };
  expect(value.map(({ resourceName }) => resourceName)).toEqual(["securefiles", "oidctoken"]);
  const headers = { authorization: "" };
  expect((await ask("_apis/distributedtask", { method: "OPTIONS", headers })).status).toBe(401);
});

test("can be told to fail", async () => {
  const other = await startAzureDevOps();
  onTestFinished(() => other.close());
  other.inject({ match: {}, effect: { answer: { status: 503 } } });
  expect((await fetch(other.system.url)).status).toBe(503);
});
