import { beforeEach, describe, expect, test } from "vitest";
import { HOST, type Keeper, keeperOf, managerOf, VAULTS, vaultOf } from "./keyvault-support.ts";
import { accessToken, document, refusal, send } from "./support.ts";

let keeper: Keeper;
beforeEach(async () => {
  keeper = await keeperOf();
});

describe("the vault's door", () => {
  test("nobody: 401, and where a token is to be had", async () => {
    for (const [options, authority] of [
      [{}, "https://login.windows.net/"],
      [{ idp: "adfs" }, "https://adfs.local.azurestack.external/adfs/"],
    ] as const) {
      const { stamp, kv, audience } = await keeperOf(options);
      const answer = await kv("GET", "/secrets", undefined, {});
      expect(refusal(answer)).toEqual([401, "Unauthorized"]);
      expect(document(answer)).toEqual({
        error: { code: "Unauthorized", message: "Request is missing a Bearer or PoP token." },
      });
      const challenge = `Bearer authorization="${authority}${stamp.tenant.id}", resource="${audience}"`;
      expect(answer.headers["www-authenticate"]).toBe(challenge);
      expect(audience).toMatch(/^https:\/\/vault\./);
    }
  });

  test("a token of Resource Manager's, and one of the operator's vaults", async () => {
    const { stamp, kv, audience } = keeper;
    for (const other of [stamp.audiences.user, stamp.audiences.admin.replace("management", "vault")]) {
      const answer = await kv("GET", "/secrets", undefined, { token: await accessToken(stamp, other) });
      expect(refusal(answer)).toEqual([401, "Unauthorized"]);
      expect(answer.body).toContain(`AKV10022: Invalid audience. Expected ${audience}, found: ${other}.`);
      expect(answer.headers["www-authenticate"]).toContain(`resource="${audience}"`);
    }
  });

  test("a token of another stamp, and one that has expired", async () => {
    let now = Date.now();
    const { stamp, kv, audience } = await keeperOf({ now: () => now });
    const other = await accessToken((await managerOf()).stamp, audience);
    expect((await kv("GET", "/secrets", undefined, { token: other })).status).toBe(401);
    const token = await accessToken(stamp, audience);
    now += 4_000_000;
    expect((await kv("GET", "/secrets", undefined, { token })).body).toContain("TokenExpired");
  });

  test("a token of a tenant that is not the vault's", async () => {
    const tenantId = "11111111-2222-4333-8444-555555555555";
    const { kv } = await keeperOf({}, ["all"], { tenantId });
    const answer = await kv("GET", "/secrets");
    expect(refusal(answer)).toEqual([401, "Unauthorized"]);
    expect(answer.body).toContain("AKV10032");
    expect(answer.headers["www-authenticate"]).toContain(tenantId);
  });

  test.each([
    ["7.3", "2311", "7.1"],
    ["2015-06-01", "2311", "7.1"],
    ["7.0", "2008", "2016-10-01"],
    ["7.1", "1808", "2016-10-01"],
  ] as const)("API version %s, at a %s", async (version, build, newest) => {
    const { stamp, audience } = await keeperOf({ build });
    const url = `${HOST}/secrets?api-version=${version}`;
    expect((await send(stamp, "GET", url)).status).toBe(401);
    const answer = await send(stamp, "GET", url, { token: await accessToken(stamp, audience) });
    expect(refusal(answer)).toEqual([400, "BadParameter"]);
    expect(answer.body).toContain(
      `The specified version (${version}) is not recognized. Consider using the latest supported version (${newest}).`,
    );
  });

  test.each(["7.1", "7.0", "2016-10-01"])("API version %s opens it", async (version) => {
    const { stamp, audience } = keeper;
    const token = await accessToken(stamp, audience);
    expect((await send(stamp, "GET", `${HOST}/secrets?api-version=${version}`, { token })).status).toBe(200);
    expect(refusal(await send(stamp, "GET", `${HOST}/secrets`, { token }))).toEqual([400, "BadParameter"]);
  });

  test("no vault: no such name", async () => {
    const { stamp, audience } = keeper;
    const token = await accessToken(stamp, audience);
    const answer = await send(stamp, "GET", `${HOST.replace("one", "two")}/secrets?api-version=7.0`, { token });
    expect([answer.status, answer.body]).toEqual([400, "<h2>Bad Request - Invalid Hostname</h2>"]);
  });
});

describe("access policies", () => {
  const CALLS = [
    ["get", "GET", "/secrets/pw"],
    ["list", "GET", "/secrets"],
    ["list", "GET", "/secrets/pw/versions"],
    ["set", "PUT", "/secrets/pw"],
    ["set", "PATCH", "/secrets/pw/1"],
    ["delete", "DELETE", "/secrets/pw"],
  ] as const;

  test.each(CALLS)("%s is needed to %s %s, and enough", async (permission, method, path) => {
    const rest = ["get", "list", "set", "delete"].filter((other) => other !== permission);
    const without = await keeperOf({}, rest);
    const answer = await without.kv(method, path, { value: "x" });
    expect(refusal(answer)).toEqual([403, "Forbidden"]);
    const { clientId, objectId } = without.stamp.application;
    expect(answer.body).toContain(`'appid=${clientId};oid=${objectId};iss=https://sts.windows.net/`);
    expect(answer.body).toContain(
      `does not have secrets ${permission} permission on key vault 'Kv-One;location=local'`,
    );
    const { kv } = await keeperOf({}, [permission.toUpperCase()]);
    expect((await kv(method, path, { value: "x" })).status).not.toBe(403);
  });

  test.each([
    ["another object", { objectId: "11111111-2222-4333-8444-555555555555" }],
    ["another tenant", { tenantId: "11111111-2222-4333-8444-555555555555" }],
    ["keys", { permissions: { keys: ["all"] } }],
  ])("for %s grant nothing here", async (_, changes) => {
    const { stamp, arm } = await managerOf();
    const { location, properties } = vaultOf(stamp);
    const accessPolicies = properties.accessPolicies.map((policy) => ({ ...policy, ...changes }));
    await arm("PUT", `${VAULTS}/kv-one`, { location, properties: { ...properties, accessPolicies } });
    const token = await accessToken(stamp, keeper.audience);
    const answer = await send(stamp, "GET", `${HOST}/secrets?api-version=2016-10-01`, { token });
    expect(refusal(answer)).toEqual([403, "Forbidden"]);
  });
});
