import { randomUUID } from "node:crypto";
import { describe, expect, test } from "vitest";
import { GROUP, groupOf, SUBSCRIPTION } from "./provider-support.ts";
import { accessToken, document, refusal, send } from "./support.ts";

const ROLES = `${SUBSCRIPTION}/providers/Microsoft.Authorization/roleDefinitions`;
const READER = `${ROLES}/acdd72a7-3385-48ef-bd42-f606fba81ae7`;
const ASSIGNMENTS = `${GROUP}/providers/Microsoft.Authorization/roleAssignments`;

describe("role assignments", () => {
  test("an owner gives a role once, sees it and takes it away", async () => {
    const { stamp, arm } = await groupOf({ role: "Owner" });
    const principalId = stamp.users.plain.objectId;
    const properties = { roleDefinitionId: READER, principalId };
    const one = `${ASSIGNMENTS}/${randomUUID()}`;
    expect((await arm("PUT", one, { properties })).status).toBe(201);
    expect(refusal(await arm("PUT", `${ASSIGNMENTS}/${randomUUID()}`, { properties }))).toEqual([
      409,
      "RoleAssignmentExists",
    ]);
    const found = document(await arm("GET", `${ASSIGNMENTS}?$filter=principalId eq '${principalId}'`));
    expect(found).toMatchObject({ value: [{ properties: { principalId, scope: GROUP } }] });
    const atScope = document(
      await arm("GET", `${SUBSCRIPTION}/providers/Microsoft.Authorization/roleAssignments?$filter=atScope()`),
    );
    expect(atScope).toMatchObject({ value: [{ properties: { principalId: stamp.application.objectId } }] });
    expect((await arm("DELETE", one)).status).toBe(200);
    expect((await arm("DELETE", one)).status).toBe(204);
  });

  test.each<[string, "Owner" | "Contributor", object, readonly [number, string]]>([
    ["a stranger", "Owner", { principalId: randomUUID() }, [400, "PrincipalNotFound"]],
    ["no role", "Owner", { roleDefinitionId: `${ROLES}/${randomUUID()}` }, [404, "RoleDefinitionDoesNotExist"]],
    ["nobody", "Owner", { principalId: undefined }, [400, "InvalidPrincipalId"]],
    ["a contributor's wish", "Contributor", {}, [403, "AuthorizationFailed"]],
  ])("refused: %s", async (_, role, changes, expected) => {
    const { stamp, arm } = await groupOf({ role });
    const properties = { roleDefinitionId: READER, principalId: stamp.users.plain.objectId, ...changes };
    expect(refusal(await arm("PUT", `${ASSIGNMENTS}/${randomUUID()}`, { properties }))).toEqual(expected);
  });

  test("the properties without their envelope, as az sends them, are malformed", async () => {
    const { stamp, arm } = await groupOf({ role: "Owner" });
    const bare = { roleDefinitionId: READER, principalId: stamp.users.plain.objectId };
    expect(refusal(await arm("PUT", `${ASSIGNMENTS}/${randomUUID()}`, bare))).toEqual([
      400,
      "MalformedRoleAssignmentRequest",
    ]);
  });

  test("newer API versions are refused, and so are unknown filters", async () => {
    const { arm } = await groupOf();
    expect(refusal(await arm("GET", ASSIGNMENTS, undefined, "2022-04-01"))).toEqual([400, "NoRegisteredProviderFound"]);
    expect(refusal(await arm("GET", `${ASSIGNMENTS}?$filter=x eq 1`))).toEqual([400, "UnsupportedQuery"]);
    expect(document(await arm("GET", `${ROLES}?$filter=roleName eq 'Reader'`))).toMatchObject({
      value: [{ id: READER }],
    });
  });
});

describe.each(["aad", "adfs"] as const)("Graph, %s", (idp) => {
  const host = idp === "adfs" ? "graph.local.azurestack.external" : "graph.microsoft.com";

  test("finds the application and users; only with a token of its own", async () => {
    const { stamp } = await groupOf({ idp });
    const token = await accessToken(stamp, `https://${host}/`);
    const { clientId, objectId } = stamp.application;
    const ask = (path: string, bearer = token) => send(stamp, "GET", `https://${host}/v1.0/${path}`, { token: bearer });
    const filter = `servicePrincipals?$filter=servicePrincipalNames/any(c:c eq '${clientId}')`;
    expect(document(await ask(filter))).toMatchObject({ value: [{ id: objectId, appId: clientId }] });
    expect(document(await ask(`users/${stamp.users.plain.objectId}`))).toMatchObject({
      userPrincipalName: stamp.users.plain.name,
    });
    const json = { ids: [objectId, stamp.users.plain.objectId], types: ["user", "servicePrincipal"] };
    const both = document(await send(stamp, "POST", `https://${host}/v1.0/directoryObjects/getByIds`, { token, json }));
    expect(both).toMatchObject({ value: [{}, {}] });
    expect(refusal(await ask(`users/${randomUUID()}`))).toEqual([404, "Request_ResourceNotFound"]);
    expect(refusal(await ask("users?$filter=age gt 5"))).toEqual([400, "Request_UnsupportedQuery"]);
    expect(refusal(await ask("users", await accessToken(stamp)))).toEqual([401, "InvalidAuthenticationToken"]);
  });

  test("refuses an application that may not read the directory", async () => {
    const { stamp } = await groupOf({ idp, readsDirectory: false });
    const token = await accessToken(stamp, `https://${host}/`);
    expect(refusal(await send(stamp, "GET", `https://${host}/v1.0/users`, { token }))).toEqual([
      403,
      "Authorization_RequestDenied",
    ]);
  });
});
