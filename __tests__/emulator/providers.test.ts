import { describe, expect, test } from "vitest";
import type { StampOptions } from "../../emulator/stamp/options.ts";
import { accessToken, DISABLED, document, ENABLED, ENDPOINT, refusal, send, stampOf } from "./support.ts";

const KEY_VAULT = `/subscriptions/${ENABLED}/providers/Microsoft.KeyVault`;
const STORAGE = `/subscriptions/${ENABLED}/providers/Microsoft.Storage`;

/** Calls to a stamp, and its clock. */
async function callerOf(options: Partial<StampOptions>) {
  let now = Date.now();
  const stamp = await stampOf({ now: () => now, ...options });
  const token = await accessToken(stamp);
  const call = (method: string, path: string, json?: unknown) =>
    send(stamp, method, `${ENDPOINT}${path}?api-version=2016-02-01`, { token, json });
  const state = async (method: string, path: string) => document(await call(method, path))["registrationState"];
  const wait = (milliseconds: number) => {
    now += milliseconds;
  };
  return { call, state, wait };
}

test("a registration is through when its time is over, not when it is read", async () => {
  const { state, wait } = await callerOf({ registrationTime: 5000 });
  expect(await state("POST", `${KEY_VAULT}/register`)).toBe("Registering");
  for (const passed of [0, 2000, 2999]) {
    wait(passed);
    expect(await state("GET", KEY_VAULT)).toBe("Registering");
  }
  wait(1);
  expect(await state("GET", KEY_VAULT)).toBe("Registered");
});

test("a second request does not restart a registration in progress", async () => {
  const { state, wait } = await callerOf({ registrationTime: 5000 });
  await state("POST", `${KEY_VAULT}/register`);
  wait(4000);
  expect(await state("POST", `${KEY_VAULT}/register`)).toBe("Registering");
  wait(1000);
  expect(await state("POST", `${KEY_VAULT}/register`)).toBe("Registered");
});

test("one that never ends", async () => {
  const { state, wait } = await callerOf({ registrationTime: Number.POSITIVE_INFINITY });
  await state("POST", `${KEY_VAULT}/register`);
  wait(3_000_000);
  expect(await state("GET", KEY_VAULT)).toBe("Registering");
});

describe("a provider that is in no plan of the offer", () => {
  test("is not listed, and whoever names it is told which are", async () => {
    const { call } = await callerOf({ notOffered: ["microsoft.keyvault"] });
    const listed = await call("GET", `/subscriptions/${ENABLED}/providers`);
    expect(listed.body).toContain("Microsoft.Storage");
    expect(listed.body).not.toContain("Microsoft.KeyVault");
    for (const [method, path] of [
      ["GET", KEY_VAULT],
      ["POST", `${KEY_VAULT}/register`],
    ] as const) {
      const answer = await call(method, path);
      expect(refusal(answer)).toEqual([400, "DisallowedProvider"]);
      expect(answer.body).toMatch(/permitted provider namespaces is 'Microsoft\.Resources,(?!.*KeyVault)/);
    }
  });
});

describe("a reader", () => {
  test("reads", async () => {
    const { call } = await callerOf({ role: "Reader" });
    for (const path of [KEY_VAULT, `/subscriptions/${ENABLED}/providers`, `/subscriptions/${ENABLED}/resourcegroups`]) {
      expect((await call("GET", path)).status).toBe(200);
    }
  });

  test.each([
    ["POST", `${KEY_VAULT}/register`, "Microsoft.KeyVault/register/action", ""],
    ["POST", `${STORAGE}/unregister`, "Microsoft.Storage/unregister/action", ""],
    [
      "PUT",
      `/subscriptions/${ENABLED}/resourcegroups/g`,
      "Microsoft.Resources/subscriptions/resourcegroups/write",
      "/resourceGroups/g",
    ],
    [
      "DELETE",
      `/subscriptions/${ENABLED}/resourcegroups/g`,
      "Microsoft.Resources/subscriptions/resourcegroups/delete",
      "/resourceGroups/g",
    ],
    ["POST", `${STORAGE}/checkNameAvailability`, "Microsoft.Storage/checkNameAvailability/action", ""],
  ])("may not %s %s", async (method, path, action, below) => {
    const { call } = await callerOf({ role: "Reader" });
    const answer = await call(method, path, { location: "local" });
    expect(refusal(answer)).toEqual([403, "AuthorizationFailed"]);
    expect(answer.body).toContain(`perform action '${action}' over scope '/subscriptions/${ENABLED}${below}'`);
  });

  test("is refused in the same way whether the provider exists or not", async () => {
    const { call } = await callerOf({ role: "Reader" });
    const unknown = await call("POST", `/subscriptions/${ENABLED}/providers/Microsoft.Magic/register`);
    expect(refusal(unknown)).toEqual([403, "AuthorizationFailed"]);
    const disabled = await call("POST", `/subscriptions/${DISABLED}/providers/Microsoft.KeyVault/register`);
    expect(refusal(disabled)).toEqual([403, "AuthorizationFailed"]);
  });
});

describe("a build before 1808", () => {
  test("knows no newer version than its profile pins, and says which it knows", async () => {
    const stamp = await stampOf({ build: "1807" });
    const token = await accessToken(stamp);
    const newer = await send(stamp, "GET", `${ENDPOINT}${KEY_VAULT}?api-version=2018-02-01`, { token });
    expect(refusal(newer)).toEqual([400, "InvalidApiVersionParameter"]);
    expect(newer.body).toContain("The supported versions are '2016-02-01,2015-11-01,");
    const own = await send(stamp, "GET", `${ENDPOINT}${STORAGE}?api-version=2016-02-01`, { token });
    expect(document(own)).toMatchObject({ namespace: "Microsoft.Storage" });
  });
});
