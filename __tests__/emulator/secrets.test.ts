import { beforeEach, describe, expect, test } from "vitest";
import { HOST, type Keeper, keeperOf } from "./keyvault-support.ts";
import { accessToken, document, refusal, send } from "./support.ts";

let keeper: Keeper;
beforeEach(async () => {
  keeper = await keeperOf();
});

describe("secrets", () => {
  test("set, got, set again, got by version, listed, deleted", async () => {
    const { kv, stamp } = keeper;
    const set = await kv("PUT", "/secrets/Pw", { value: "one", contentType: "text/plain", tags: { a: "1" } });
    const first = document(set);
    const id = String(first["id"]);
    expect(id).toMatch(/^https:\/\/kv-one\.vault\.local\.azurestack\.external\/secrets\/Pw\/[0-9a-f]{32}$/);
    const now = Math.floor(stamp.options.now() / 1000);
    const { created } = first["attributes"] as { created: number };
    expect(now - created).toBeLessThan(60);
    const attributes = { enabled: true, created, updated: created, recoveryLevel: "Purgeable" };
    expect(first).toEqual({ value: "one", id, contentType: "text/plain", tags: { a: "1" }, attributes });

    const second = document(await kv("PUT", "/secrets/pw", { value: "two" }));
    expect(document(await kv("GET", "/secrets/PW"))).toEqual(second);
    expect(document(await kv("GET", new URL(id).pathname))).toEqual(first);
    expect(document(await kv("GET", "/secrets"))).toEqual({
      value: [{ id: `${HOST}/secrets/Pw`, attributes: second["attributes"] }],
      nextLink: null,
    });
    expect(document(await kv("GET", "/secrets/pw/versions"))).toMatchObject({ value: [{ id }, { id: second["id"] }] });

    const gone = await kv("DELETE", "/secrets/pw");
    expect([gone.status, document(gone)["id"], gone.body.includes("two")]).toEqual([200, second["id"], false]);
    for (const path of ["/secrets/pw", new URL(id).pathname, "/secrets/pw/versions"]) {
      const answer = await kv("GET", path);
      expect(refusal(answer)).toEqual([404, "SecretNotFound"]);
    }
    expect(refusal(await kv("DELETE", "/secrets/pw"))).toEqual([404, "SecretNotFound"]);
    expect(document(await kv("GET", "/secrets"))).toEqual({ value: [], nextLink: null });
  });

  test("attributes are kept, changed, and obeyed", async () => {
    const { kv } = keeper;
    const { id } = document(await kv("PUT", "/secrets/pw", { value: "x", attributes: { nbf: 1, exp: 2_000_000_000 } }));
    const version = new URL(String(id)).pathname;
    expect(document(await kv("GET", version))).toMatchObject({ attributes: { nbf: 1, exp: 2_000_000_000 } });
    const changed = await kv("PATCH", version, { attributes: { enabled: false }, contentType: "t", value: "y" });
    expect(document(changed)).toMatchObject({ contentType: "t", attributes: { enabled: false, nbf: 1 } });
    expect(changed.body).not.toContain('"value"');
    const answer = await kv("GET", "/secrets/pw");
    expect(refusal(answer)).toEqual([403, "Forbidden"]);
    expect(answer.body).toContain("SecretDisabled");
    await kv("PATCH", version, { attributes: { enabled: true } });
    expect(document(await kv("GET", "/secrets/pw"))).toMatchObject({ value: "x" });
    expect(refusal(await kv("PATCH", `${version.slice(0, -1)}`, {}))).toEqual([404, "SecretNotFound"]);
  });

  test.each<[string, string, unknown]>([
    ["an underscore in the name", "/secrets/p_w", { value: "x" }],
    ["a name too long", `/secrets/${"a".repeat(128)}`, { value: "x" }],
    ["no value", "/secrets/pw", {}],
    ["a value that is no text", "/secrets/pw", { value: 1 }],
    ["a value too long", "/secrets/pw", { value: "x".repeat(25_601) }],
    ["no body", "/secrets/pw", undefined],
    ["an end before the beginning", "/secrets/pw", { value: "x", attributes: { nbf: 2, exp: 1 } }],
    ["a time that is none", "/secrets/pw", { value: "x", attributes: { exp: "soon" } }],
    ["tags that are none", "/secrets/pw", { value: "x", tags: "a" }],
  ])("%s is refused", async (_, path, body) => {
    expect(refusal(await keeper.kv("PUT", path, body))).toEqual([400, "BadParameter"]);
    expect(document(await keeper.kv("GET", "/secrets"))).toMatchObject({ value: [] });
  });

  test("a list comes in pages", async () => {
    const { kv, stamp, audience } = keeper;
    for (let count = 0; count < 27; count += 1) await kv("PUT", `/secrets/s${count}`, { value: "x" });
    const first = document(await kv("GET", "/secrets"));
    expect(first["value"]).toHaveLength(25);
    const token = await accessToken(stamp, audience);
    const second = document(await send(stamp, "GET", String(first["nextLink"]), { token }));
    expect(second).toMatchObject({ value: [{ id: `${HOST}/secrets/s25` }, {}], nextLink: null });
    expect(document(await kv("GET", "/secrets?maxresults=2"))["value"]).toHaveLength(2);
    expect(refusal(await kv("GET", "/secrets?maxresults=26"))).toEqual([400, "BadParameter"]);
  });

  test("a vault made again keeps its secrets; what is no secret is not there", async () => {
    const { kv } = keeper;
    await kv("PUT", "/secrets/pw", { value: "x" });
    for (const path of ["/keys", "/secrets/pw/backup", "/deletedsecrets"]) {
      expect((await kv("POST", path)).status).toBe(501);
    }
  });
});
