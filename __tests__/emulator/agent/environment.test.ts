import path from "node:path";
import { describe, expect, test } from "vitest";
import { CONNECTION, environmentOf, openAgent } from "./support.ts";

const input = (name: string, type = "string", more = {}) => ({ name, type, ...more });

describe("inputs", () => {
  test("come by upper-case name, with defaults, trimmed and with macros; a dash stays", async () => {
    const inputs = [
      input("clientId"),
      input("az-path"),
      input("authType", "pickList", { defaultValue: " auto " }),
      input("cleanup", "boolean", { defaultValue: true }),
    ];
    const { environment } = await environmentOf(
      { inputs },
      { CLIENTID: "  $(Who.Am)$(nobody)  ", "az-path": "$($(HOME)" },
      { variables: { "who.am": " i " } },
    );
    expect(environment).toMatchObject({
      INPUT_CLIENTID: " i $(nobody)",
      INPUT_AUTHTYPE: "auto",
      INPUT_CLEANUP: "True",
    });
    expect(environment["INPUT_AZ-PATH"]).toBe(`$(${environment["HOME"]}`);
  });

  test("a file path that is not given is the folder of the sources", async () => {
    const rooted = path.resolve("/etc/root.pem");
    const inputs = [input("a", "filePath"), input("b", "filePath"), input("c", "filePath")];
    const { agent, environment } = await environmentOf({ inputs }, { b: "x/../root.pem", c: rooted });
    const { INPUT_A: none, INPUT_B: relative, INPUT_C: absolute } = environment;
    expect([none, relative, absolute]).toEqual([agent.workspace, path.join(agent.workspace, "root.pem"), rooted]);
  });

  test.each([
    ["that the task does not have", { other: "x" }, "no input other"],
    ["that is required and missing", {}, "Input required: must"],
    ["that names no connection", { must: "x", connection: "nobody" }, "could not be found"],
    ["that names a connection of another type", { must: "x", wrong: CONNECTION.id }, "could not be found"],
    ["that names no secure file", { must: "x", file: "nothing" }, "could not be found"],
  ])("one %s is refused", async (_which, inputs, problem) => {
    const definition = {
      inputs: [
        input("must", "string", { required: true }),
        input("connection", "connectedService:AzureRM"),
        input("wrong", "connectedService:Generic"),
        input("file", "secureFile"),
      ],
    };
    const agent = await openAgent({ main: "", definition }, { connections: [CONNECTION] });
    await expect(agent.main(inputs as Record<string, string>)).rejects.toThrow(problem);
  });
});

test("a service connection comes with the step that names it", async () => {
  const { id } = CONNECTION;
  const inputs = [input("azureConnection", "connectedService:AzureRM")];
  const connections = [CONNECTION, { ...CONNECTION, id: "0a0b0c0d-0102-4304-8506-000000000000", name: "another" }];
  const { environment } = await environmentOf({ inputs }, { azureConnection: "the stamp" }, { connections });
  expect(environment).toMatchObject({
    INPUT_AZURECONNECTION: id,
    [`ENDPOINT_URL_${id}`]: CONNECTION.url,
    [`ENDPOINT_AUTH_SCHEME_${id}`]: "ServicePrincipal",
    [`ENDPOINT_AUTH_PARAMETER_${id}_SERVICEPRINCIPALKEY`]: "key-of-it",
    [`ENDPOINT_DATA_${id}_ENVIRONMENT`]: "AzureStack",
    [`ENDPOINT_DATA_${id}_SCOPE_LEVEL_NAME`]: "Subscription",
    ENDPOINT_URL_SYSTEMVSSCONNECTION: "http://127.0.0.1:1/contoso/",
    ENDPOINT_AUTH_PARAMETER_SYSTEMVSSCONNECTION_ACCESSTOKEN: "token-of-the-job",
  });
  expect(JSON.parse(environment[`ENDPOINT_AUTH_${id}`] ?? "")).toEqual(CONNECTION.authorization);
  expect(JSON.parse(environment[`ENDPOINT_DATA_${id}`] ?? "")).toEqual(CONNECTION.data);
  expect(Object.keys(environment).join()).not.toContain("000000000000");
});

test("a secure file comes as its ID, name and ticket", async () => {
  const secureFiles = [{ id: "5ec0e3f1-0102-4304-8506-070809101112", name: "client.pfx", ticket: "admit-one" }];
  const inputs = [input("certificate", "secureFile")];
  const { environment } = await environmentOf({ inputs }, { certificate: "client.pfx" }, { secureFiles });
  expect(environment).toMatchObject({
    INPUT_CERTIFICATE: secureFiles[0]?.id,
    [`SECUREFILE_NAME_${secureFiles[0]?.id}`]: "client.pfx",
    [`SECUREFILE_TICKET_${secureFiles[0]?.id}`]: "admit-one",
  });
});

test("variables come by environment name, secret ones apart; a step's folder is that of the sources", async () => {
  const { agent, environment, cwd } = await environmentOf(
    {},
    {},
    { variables: { "my.var name": "1", "MY-VAR": "2" }, secretVariables: { "my.secret": "hidden-value" } },
  );
  expect(environment).toMatchObject({
    MY_VAR_NAME: "1",
    "MY-VAR": "2",
    SECRET_MY_SECRET: "hidden-value",
    SECRET_SYSTEM_ACCESSTOKEN: "token-of-the-job",
    AGENT_TEMPDIRECTORY: agent.temp,
    SYSTEM_DEFAULTWORKINGDIRECTORY: agent.workspace,
    SYSTEM_OIDCREQUESTURI:
      "http://127.0.0.1:1/contoso/p/_apis/distributedtask/hubs/build/plans/plan/jobs/job/oidctoken",
    TASK_DISPLAYNAME: "Fake",
    TF_BUILD: "True",
  });
  expect(environment).not.toHaveProperty("MY_SECRET");
  expect(JSON.parse(environment["VSTS_SECRET_VARIABLES"] ?? "")).toEqual(["system.accessToken", "my.secret"]);
  expect(JSON.parse(environment["VSTS_PUBLIC_VARIABLES"] ?? "")).toContain("my.var name");
  expect(cwd).toBe(agent.workspace);
});

test("a script gets no secret but by its own env, where macros are expanded", async () => {
  const agent = await openAgent({ main: "" }, { secretVariables: { password: "hidden-value" } });
  const shown = await agent.step("env", [], {
    " GIVEN ": "  is $(password) ",
    "OTHER-ONE": "$(nothing)",
    LANGUAGE_HERE: "$(LANG)",
    PARTLY: "$($(password)",
  });
  expect(shown.raw).toContain("GIVEN=is hidden-value\n");
  expect(shown.raw).toContain("LANGUAGE_HERE=C.UTF-8\n");
  expect(shown.raw).toContain("PARTLY=$(hidden-value\n");
  expect(shown.raw).toContain("OTHER-ONE=$(nothing)\n");
  expect(shown.raw).not.toMatch(/^(?:SECRET_|ENDPOINT_AUTH_|VSTS_)/m);
  expect(shown.log).toContain("GIVEN=is ***");
});

describe("a task that this agent cannot run", () => {
  test.each([
    ["has no handler for Linux", { execution: { PowerShell3: { target: "x.ps1" } } }, "not capable"],
    ["has an older handler only", { execution: { Node20_1: { target: "main.cjs" } } }, "Node 24 only"],
    ["needs a newer agent", { minimumAgentVersion: "4.1000.0" }, "needs an agent 4.1000.0"],
  ])("because it %s", async (_why, definition, problem) => {
    const run = async () => (await openAgent({ main: "", definition })).main({});
    await expect(run()).rejects.toThrow(problem);
  });
});
