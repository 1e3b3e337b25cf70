import { expect, test } from "vitest";
import { openScene } from "../scenarios/support.ts";
import { SERVING_AZ } from "../support/azs.ts";

const READER = "acdd72a7-3385-48ef-bd42-f606fba81ae7";
const API = "api-version=2015-07-01";

test.concurrent.for(["aad", "adfs"] as const)(
  "az role and az ad, %s: listed, given, taken away",
  async (idp, context) => {
    const { emulator, runner, inputs } = await openScene({ idp, role: "Owner" }, {}, context.onTestFinished);
    const login = await runner.main({ ...inputs, "az-path": SERVING_AZ });
    expect(login.exitCode, login.log).toBe(0);
    const run = (...args: readonly string[]) => runner.step(SERVING_AZ, [...args, "--only-show-errors"]);
    const ok = async (...args: readonly string[]): Promise<unknown> => {
      const { exitCode, log } = await run(...args);
      expect(exitCode, `${args.join(" ")}: ${log}`).toBe(0);
      return log === "" ? undefined : JSON.parse(log);
    };
    const { application, users, endpoint, audience } = emulator;
    const scope = `/subscriptions/${runner.outputs["subscription-id"]}`;
    const [who, role] = [users.plain.objectId, ["--role", "Reader", "--scope", scope]];

    expect(await ok("role", "definition", "list", "-n", "Reader")).toMatchObject([{ name: READER }]);
    expect(await ok("ad", "sp", "show", "--id", application.clientId)).toMatchObject({ id: application.objectId });
    // A stamp refuses what az sends as malformed (emulator/authorization/role-assignments.ts).
    const refused = await run("role", "assignment", "create", "--assignee", who, ...role);
    expect([refused.exitCode, refused.log]).toEqual([1, expect.stringContaining("(MalformedRoleAssignmentRequest)")]);

    // The recipe of docs/az.md instead.
    const name = "3f2b8c1e-7d54-4e0a-9b61-5a2c7d9e4f10";
    const definition = `${scope}/providers/Microsoft.Authorization/roleDefinitions/${READER}`;
    const url = `${endpoint}${scope}/providers/Microsoft.Authorization/roleAssignments/${name}?${API}`;
    const body = JSON.stringify({ properties: { roleDefinitionId: definition, principalId: who } });
    expect(await ok("rest", "--method", "put", "--url", url, "--resource", audience, "--body", body)).toMatchObject({
      name,
    });
    const assigned = ["role", "assignment", "list", "--assignee", who, "--scope", scope];
    expect(await ok(...assigned)).toMatchObject([{ name, properties: { roleDefinitionName: "Reader" } }]);
    await ok("role", "assignment", "delete", "--assignee", who, ...role);
    expect(await ok(...assigned)).toEqual([]);
  },
);
