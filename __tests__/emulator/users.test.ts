import { decodeJwt } from "jose";
import { describe, expect, test } from "vitest";
import type { StampOptions } from "../../emulator/stamp/options.ts";
import type { Stamp } from "../../emulator/stamp/state.ts";
import { decideFlows } from "../../emulator/sts/devices.ts";
import { document, ENDPOINT, send, stampOf, tokenUrl } from "./support.ts";

const AZ = "04b07795-8ddb-461a-bbee-02f9e1bf7b46";
const DEVICE_CODE = "urn:ietf:params:oauth:grant-type:device_code";

function scopeOf(stamp: Stamp): string {
  return `${stamp.audiences.user}/.default offline_access openid profile`;
}

async function ask(stamp: Stamp, form: Record<string, string>) {
  const response = await send(stamp, "POST", tokenUrl(stamp), { form: { client_id: AZ, ...form } });
  const answer = document(response);
  const { error, error_codes: codes, error_description: description = "" } = answer;
  return { answer, verdict: [response.status, error, codes], description: String(description) };
}

function password(stamp: Stamp, changes: Record<string, string> = {}) {
  const { name, password: word } = stamp.users.plain;
  return ask(stamp, { grant_type: "password", username: name, password: word, scope: scopeOf(stamp), ...changes });
}

const KINDS: readonly Partial<StampOptions>[] = [{ idp: "aad" }, { idp: "adfs" }];

describe.each(KINDS)("people of %o", (options) => {
  test("a name and a password make tokens that Resource Manager takes", async () => {
    const stamp = await stampOf(options);
    const { answer } = await password(stamp, { username: stamp.users.plain.name.toUpperCase() });
    const access = decodeJwt(String(answer["access_token"]));
    expect(access).toMatchObject({
      aud: stamp.audiences.user,
      oid: stamp.users.plain.objectId,
      appid: AZ,
      upn: stamp.users.plain.name,
    });
    const id = decodeJwt(String(answer["id_token"]));
    expect(id).toMatchObject({ aud: AZ, tid: stamp.tenant.id });
    expect(id["preferred_username"] ?? id["upn"]).toBe(stamp.users.plain.name);
    const token = String(answer["access_token"]);
    expect((await send(stamp, "GET", `${ENDPOINT}/subscriptions?api-version=2016-06-01`, { token })).status).toBe(200);
  });

  test("a refresh token makes more, for the client that it was given to", async () => {
    const stamp = await stampOf(options);
    const { answer } = await password(stamp);
    const form = { grant_type: "refresh_token", refresh_token: String(answer["refresh_token"]), scope: scopeOf(stamp) };
    expect((await ask(stamp, form)).verdict[0]).toBe(200);
    const other = { ...form, client_id: "1950a258-227b-4e31-a9cf-717495945fc2" };
    expect((await ask(stamp, other)).verdict.slice(0, 2)).toEqual([400, "invalid_grant"]);
    expect((await ask(stamp, { ...form, refresh_token: "x" })).verdict.slice(0, 2)).toEqual([400, "invalid_grant"]);
  });

  test("a device code waits, works once, and can be declined or expire", async () => {
    let now = Date.now();
    const stamp = await stampOf({ ...options, now: () => now, deviceCodeInterval: 1 });
    const url = tokenUrl(stamp).replace(/token$/, "devicecode");
    const start = async () =>
      document(await send(stamp, "POST", url, { form: { client_id: AZ, scope: scopeOf(stamp) } }));
    const poll = (flow: Record<string, unknown>) =>
      ask(stamp, { grant_type: DEVICE_CODE, device_code: String(flow["device_code"]) });
    const first = await start();
    expect(first).toMatchObject({
      interval: 1,
      expires_in: 900,
      message: expect.stringContaining(String(first["user_code"])),
    });
    expect((await poll(first)).verdict.slice(0, 2)).toEqual([400, "authorization_pending"]);
    decideFlows(stamp, stamp.users.plain);
    expect(decodeJwt(String((await poll(first)).answer["access_token"]))).toMatchObject({
      oid: stamp.users.plain.objectId,
    });
    expect((await poll(first)).verdict[0]).toBe(400);
    const second = await start();
    decideFlows(stamp, "declined");
    expect((await poll(second)).verdict[1]).toMatch(/declined|denied/);
    const third = await start();
    now += 901_000;
    expect((await poll(third)).verdict.slice(0, 2)).toEqual([400, "expired_token"]);
    expect((await poll({ device_code: "x" })).verdict[0]).toBe(400);
  });

  test("a resource that the directory does not have", async () => {
    const { verdict } = await password(await stampOf(options), { scope: "https://example.org/.default" });
    expect(verdict.slice(0, 2)).toEqual([400, "invalid_resource"]);
  });
});

describe("Entra refuses people", () => {
  test.each([
    ["a wrong password", { password: "wrong" }, [400, "invalid_grant", [50126]]],
    ["an unknown name", { username: "nobody@contoso.onmicrosoft.com" }, [400, "invalid_grant", [50034]]],
    [
      "an unknown client",
      { client_id: "0b1c7a52-5d3e-4b53-8a1b-2f64f5e0f7aa" },
      [400, "unauthorized_client", [700016]],
    ],
    ["no scope", { scope: "" }, [400, "invalid_request", [900144]]],
  ])("%s", async (_, changes, expected) => {
    expect((await password(await stampOf(), changes)).verdict).toEqual(expected);
  });

  test("a confidential client without its credential", async () => {
    const stamp = await stampOf();
    const { verdict } = await password(stamp, { client_id: stamp.application.clientId });
    expect(verdict).toEqual([401, "invalid_client", [7000218]]);
  });

  test("a password where a second factor is needed", async () => {
    const stamp = await stampOf();
    const { name, password: word } = stamp.users.guarded;
    expect((await password(stamp, { username: name, password: word })).verdict).toEqual([
      400,
      "invalid_grant",
      [50076],
    ]);
  });

  test("the home realm of its own domain is managed, of others unknown", async () => {
    const stamp = await stampOf();
    const realm = async (user: string) =>
      document(await send(stamp, "GET", `https://login.microsoftonline.com/common/userrealm/${user}?api-version=1.0`))[
        "account_type"
      ];
    expect(await realm("ci@contoso.onmicrosoft.com")).toBe("Managed");
    expect(await realm("ci@example.org")).toBe("Unknown");
  });
});

test("AD FS refuses a wrong password and an unknown name alike", async () => {
  const stamp = await stampOf({ idp: "adfs" });
  for (const changes of [{ password: "wrong" }, { username: "nobody@azurestack.local" }]) {
    const { description } = await password(stamp, changes);
    expect(description).toBe("MSIS9659: Invalid 'username' or 'password'.");
  }
});
