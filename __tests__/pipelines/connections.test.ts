import { describe, expect, test } from "vitest";
import type { ServiceConnection } from "../../emulator/agent/connections.ts";
import type { Emulator } from "../../emulator/server.ts";
import {
  certificateConnection,
  errorsOf,
  expectPassed,
  expectTaskFailure,
  federatedConnection,
  openTablePipeline,
  secretConnection,
  stackConnection,
  warningsOf,
} from "./support.ts";

/** A job with one connection, and inputs that name neither the credential nor the endpoint. */
async function openWith(make: (emulator: Emulator) => ServiceConnection, idp: "aad" | "adfs" = "aad") {
  const scene = await openTablePipeline({
    stamp: { idp },
    prepare: (emulator, devOps) => void devOps.connect(make(emulator)),
  });
  const { endpoint: _, clientId: __, clientSecret: ___, ...rest } = scene.inputs;
  return { ...scene, inputs: { ...rest, azureConnection: "asdk" } };
}

/** @param subject that the application trusts; by default the connection's own */
async function openFederated(subject?: string) {
  const scene = await openTablePipeline({
    prepare: (emulator, server) => {
      const federation = server.connect(federatedConnection(emulator));
      emulator.application.registerFederation({ ...federation, subject: subject ?? federation.subject });
    },
  });
  const { clientSecret: _, clientId: __, endpoint: ___, ...rest } = scene.inputs;
  return { ...scene, inputs: { ...rest, azureConnection: "asdk" } };
}

describe("a service connection for a stamp says where, and who logs in", () => {
  test("with a secret", async () => {
    const { agent, emulator, inputs } = await openWith(secretConnection);
    const step = await agent.main(inputs);
    expectPassed(step);
    expect(agent.outputs).toMatchObject({
      clientId: emulator.application.clientId,
      resourceManagerEndpoint: emulator.endpoint,
      subscriptionName: "Default Tenant Subscription",
    });
    expect(step.log).not.toContain(emulator.application.secret);
  });

  test("with a certificate, whose key is masked line by line", async () => {
    const { agent, emulator, inputs } = await openWith(certificateConnection);
    expectPassed(await agent.main(inputs));
    const { keyPem } = emulator.application.certificates.registered;
    const shown = await agent.step("cat", [agent.exported["AZURE_CLIENT_CERTIFICATE_PATH"] ?? ""]);
    expect(shown.raw).toContain(keyPem.split("\n")[3]);
    for (const line of keyPem.split("\n").filter((one) => one.length > 40)) expect(shown.log).not.toContain(line);
  });

  test("with AD FS, whose tenant it does not know", async () => {
    const { agent, emulator, inputs } = await openWith((stamp) => {
      const { authorization, ...rest } = secretConnection(stamp, { enableAdfsAuthentication: "true" });
      const parameters = { ...authorization.parameters, tenantid: "the AD FS" };
      return { ...rest, authorization: { ...authorization, parameters } };
    }, "adfs");
    expectPassed(await agent.main(inputs));
    expect(agent.outputs).toMatchObject({ identityProvider: "adfs", tenantId: emulator.tenantId });
  });

  test("with workload identity federation: no secret anywhere", async () => {
    const { agent, devOps, inputs } = await openFederated();
    const step = await agent.main(inputs);
    expectPassed(step);
    expect(step.log).toMatch(/oidc: az cannot get a new ID token/);
    expect(agent.exported).toHaveProperty("AZURE_FEDERATED_TOKEN_FILE");
    const asked = devOps.requests.filter(({ method }) => method === "POST");
    expect(asked).toHaveLength(1);
    expect(asked[0]?.query).toMatchObject({ serviceConnectionId: devOps.connections[0]?.id });
    expect(step.log).not.toContain(devOps.system.accessToken);
    expect(agent.secretVariables).toEqual({});
  });
});

describe("an input wins over the connection", () => {
  test("a secret that is given", async () => {
    const { agent, emulator, inputs } = await openWith(secretConnection);
    const step = await agent.main({ ...inputs, clientSecret: "wrong-on-purpose" });
    expectTaskFailure(step, "AZS401");
    expect(emulator.requests.at(-1)?.formFields).toContain("client_secret");
  });

  test("an endpoint that is given", async () => {
    const { agent, inputs } = await openWith(secretConnection);
    const step = await agent.main({ ...inputs, endpoint: "https://management.elsewhere.azurestack.external" });
    expect(expectTaskFailure(step, "AZS2\\d\\d")).toContain("management.elsewhere.azurestack.external");
  });

  test("a certificate that is given, over the connection's secret", async () => {
    const { agent, emulator, inputs } = await openWith(secretConnection);
    const { keyPem, certPem } = emulator.application.certificates.registered;
    expectPassed(await agent.main({ ...inputs, clientCertificate: keyPem + certPem }));
    expect(emulator.requests.every(({ formFields }) => !formFields.includes("client_secret"))).toBe(true);
  });
});

describe("a service connection for another cloud", () => {
  const elsewhere = (emulator: Emulator) => ({
    ...secretConnection(emulator, { environment: "AzureCloud" }),
    url: "https://management.azure.com/",
  });

  test("does not say where", async () => {
    const { agent, emulator, inputs } = await openWith(elsewhere);
    const text = expectTaskFailure(await agent.main(inputs), "AZS142");
    expect(text).toContain("AzureCloud");
    expect(emulator.connects).toEqual([]);
  });

  test("says who, where the endpoint is given", async () => {
    const { agent, emulator, inputs } = await openWith(elsewhere);
    expectPassed(await agent.main({ ...inputs, endpoint: emulator.endpoint }));
  });
});

test("a connection whose identity Azure Stack Hub does not take", async () => {
  const { agent, emulator, inputs } = await openWith((stamp) =>
    stackConnection(stamp, { scheme: "ManagedServiceIdentity", parameters: {} }),
  );
  expect(expectTaskFailure(await agent.main(inputs), "AZS141")).toContain("ManagedServiceIdentity");
  expect(emulator.connects).toEqual([]);
});

const WHOLE_CREDS = {
  clientId: "8883311c-8e0d-4535-b58d-4215e615b82b",
  clientSecret: "a secret of no application",
  tenantId: "6f3c7c6e-5b0e-4f0a-9c0d-3d1f0e8a2b11",
  resourceManagerEndpointUrl: "https://management.local.azurestack.external",
};

test("a connection beside creds", async () => {
  const { agent, inputs } = await openWith(secretConnection);
  expectTaskFailure(await agent.main({ ...inputs, creds: JSON.stringify(WHOLE_CREDS) }), "AZS143");
});

describe("workload identity federation that does not work", () => {
  test("because the application trusts another connection", async () => {
    const { agent, inputs } = await openFederated("sc://contoso/infrastructure/another");
    const step = await agent.main(inputs);
    expect(expectTaskFailure(step, "AZS406")).toContain("sc://contoso/infrastructure/asdk");
  });

  test.each([
    [
      "a refusal",
      403,
      '{"message":"The connection is disabled."}',
      [/The connection is disabled\./, /Service connections/],
    ],
    [
      "a page",
      404,
      "<h1>Page not found</h1>",
      [/the CI's service for ID tokens/, /HTML page \(404: "Page not found"\)/],
    ],
    ["an outage", 500, "{}", [/answered 500, also when tried again/, /status page/]],
    ["no word", 200, "", [/status 200 and no token/, /run the job again/]],
  ] as const)("because Azure DevOps gives no token, but %s", async (_what, status, body, says) => {
    const { agent, devOps, inputs } = await openFederated();
    devOps.inject({ match: { method: "POST" }, times: Number.POSITIVE_INFINITY, effect: { answer: { status, body } } });
    const step = await agent.main(inputs);
    const text = expectTaskFailure(step, "AZS416");
    for (const words of says) expect(text).toMatch(words);
    expect(text).not.toMatch(/id-token: write|\bendpoint\b|\bstamp\b/);
    expect(errorsOf(step).join()).not.toContain(devOps.system.accessToken);
    expect(warningsOf(step)).toEqual([]);
  });

  test("at first: it is asked for again after a passing failure", async () => {
    const { agent, devOps, inputs } = await openFederated();
    devOps.inject({ match: { method: "POST" }, effect: { answer: { status: 503 } } });
    devOps.inject({ match: { method: "POST" }, effect: "drop" });
    expectPassed(await agent.main(inputs));
    expect(devOps.requests.filter(({ method }) => method === "POST")).toHaveLength(3);
  });
});
