import { beforeEach, describe, expect, test } from "vitest";
import type { Stamp } from "../../emulator/stamp/state.ts";
import { accessToken, DISABLED, document, ENABLED, ENDPOINT, refusal, send, stampOf } from "./support.ts";

const BASE = `${ENDPOINT}/subscriptions/${ENABLED}`;
const VERSION = "?api-version=2019-10-01";

let stamp: Stamp;
let token: string;
beforeEach(async () => {
  stamp = await stampOf();
  token = await accessToken(stamp);
});

const call = (method: string, path: string, json?: unknown) =>
  send(stamp, method, `${BASE}${path}${VERSION}`, { token, json });

describe("resource groups", () => {
  test("made, found without case, changed, made again", async () => {
    const made = await call("PUT", "/resourcegroups/Web", { location: "Local", tags: { a: "1" } });
    expect([made.status, document(made)]).toEqual([
      201,
      {
        id: `/subscriptions/${ENABLED}/resourceGroups/Web`,
        name: "Web",
        location: "local",
        tags: { a: "1" },
        properties: { provisioningState: "Succeeded" },
      },
    ]);
    expect(document(await call("GET", "/resourceGroups/WEB"))).toMatchObject({ name: "Web" });
    expect((await call("HEAD", "/resourcegroups/web")).status).toBe(204);
    expect(document(await call("PATCH", "/resourcegroups/web", { tags: { b: "2" } }))).toMatchObject({
      tags: { b: "2" },
    });
    expect((await call("PUT", "/resourcegroups/web", { location: "local" })).status).toBe(200);
    expect(document(await call("GET", "/resourcegroups"))).toMatchObject({ value: [{ name: "Web", tags: {} }] });
  });

  test.each([
    ["another location", { location: "westeurope" }, [400, "LocationNotAvailableForResourceGroup"]],
    ["no location", {}, [400, "LocationRequired"]],
    ["tags that are none", { location: "local", tags: "a" }, [400, "InvalidRequestContent"]],
    ["no body", undefined, [400, "InvalidRequestContent"]],
  ])("%s is refused", async (_, body, expected) => {
    expect(refusal(await call("PUT", "/resourcegroups/g", body))).toEqual(expected);
    expect(document(await call("GET", "/resourcegroups"))).toEqual({ value: [] });
  });

  test("an unknown group", async () => {
    for (const [method, path] of [
      ["GET", ""],
      ["PATCH", ""],
      ["DELETE", ""],
      ["GET", "/resources"],
    ] as const) {
      expect(refusal(await call(method, `/resourcegroups/none${path}`, {}))).toEqual([404, "ResourceGroupNotFound"]);
    }
    expect((await call("HEAD", "/resourcegroups/none")).status).toBe(404);
    const disks = await send(
      stamp,
      "GET",
      `${BASE}/resourcegroups/none/providers/Microsoft.Compute/disks?api-version=2020-06-01`,
      { token },
    );
    expect(refusal(disks)).toEqual([404, "ResourceGroupNotFound"]);
  });

  test("groups of one subscription are not those of another", async () => {
    const other = "00000000-0000-4000-8000-000000000001";
    stamp = await stampOf({
      subscriptions: [
        { id: ENABLED, name: "a", state: "Enabled" },
        { id: other, name: "b", state: "Enabled" },
      ],
    });
    token = await accessToken(stamp);
    await call("PUT", "/resourcegroups/g", { location: "local" });
    const elsewhere = await send(stamp, "GET", `${ENDPOINT}/subscriptions/${other}/resourcegroups/g${VERSION}`, {
      token,
    });
    expect(elsewhere.status).toBe(404);
  });
});

describe("deleting a group", () => {
  test("is accepted, goes on, and is done", async () => {
    await call("PUT", "/resourcegroups/g", { location: "local" });
    const accepted = await call("DELETE", "/resourcegroups/G");
    expect([accepted.status, accepted.body]).toEqual([202, ""]);
    const { location = "" } = accepted.headers;
    expect(location).toMatch(new RegExp(`^${BASE}/operationresults/[0-9a-f-]+\\${VERSION}$`));
    expect(document(await call("GET", "/resourcegroups/g"))).toMatchObject({
      properties: { provisioningState: "Deleting" },
    });
    for (const method of ["PUT", "PATCH", "DELETE"]) {
      expect(refusal(await call(method, "/resourcegroups/g", { location: "local" }))).toEqual([
        409,
        "ResourceGroupBeingDeleted",
      ]);
    }
    const polls = [await send(stamp, "GET", location, { token }), await send(stamp, "GET", location, { token })];
    expect(polls.map(({ status }) => status)).toEqual([202, 200]);
    expect((await call("HEAD", "/resourcegroups/g")).status).toBe(404);
  });

  test("its result is asked for with a token, a version, and under its subscription", async () => {
    await call("PUT", "/resourcegroups/g", { location: "local" });
    const { location = "" } = (await call("DELETE", "/resourcegroups/g")).headers;
    expect((await send(stamp, "GET", location)).status).toBe(401);
    expect((await send(stamp, "GET", location.split("?")[0] ?? "", { token })).status).toBe(400);
    const elsewhere = location.replace(ENABLED, DISABLED);
    expect(refusal(await send(stamp, "GET", elsewhere, { token }))).toEqual([404, "OperationNotFound"]);
    expect(refusal(await call("GET", "/operationresults/none"))).toEqual([404, "OperationNotFound"]);
  });
});
