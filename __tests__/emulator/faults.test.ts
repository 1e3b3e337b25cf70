import { describe, expect, test } from "vitest";
import { captivePortal, createFaults, throttled, truncatedJson, unavailable } from "../../emulator/faults.ts";
import { requestOf } from "./support.ts";

const get = (url: string, method = "GET") => requestOf(method, url);

test("faults of the proxy are met by host and by what the client sends", () => {
  const faults = createFaults();
  faults.inject({ connect: "login", authorized: false, times: 2, effect: "hang" });
  faults.inject({ connect: /^manage/, effect: "inspect" });
  expect(faults.meet(get("https://login/"))).toBeUndefined();
  expect(faults.meetConnect("login", true)).toBeUndefined();
  expect([1, 2, 3].map(() => faults.meetConnect("login", false))).toEqual(["hang", "hang", undefined]);
  expect(faults.meetConnect("management", true)).toBe("inspect");
});

describe("faults", () => {
  test("hit once unless told otherwise", () => {
    const faults = createFaults();
    faults.inject({ effect: "drop" });
    expect([1, 2].map(() => faults.meet(get("https://a/")))).toEqual(["drop", undefined]);
    faults.inject({ effect: "hang", times: 2 });
    expect([1, 2, 3].map(() => faults.meet(get("https://a/")))).toEqual(["hang", "hang", undefined]);
    faults.inject({ effect: "hang", times: Number.POSITIVE_INFINITY });
    expect([1, 2, 3, 4].map(() => faults.meet(get("https://a/")))).toEqual(["hang", "hang", "hang", "hang"]);
  });

  test("let as many pass as told", () => {
    const faults = createFaults();
    faults.inject({ effect: "drop", after: 2 });
    expect([1, 2, 3, 4].map(() => faults.meet(get("https://a/")))).toEqual([undefined, undefined, "drop", undefined]);
  });

  test("hit what they match, and count nothing else", () => {
    const faults = createFaults();
    faults.inject({ match: { host: "a", method: "POST", path: /token$/ }, after: 1, effect: "drop" });
    const others = [get("https://a/token"), get("https://b/token", "POST"), get("https://a/other", "POST")];
    expect(others.map(faults.meet)).toEqual([undefined, undefined, undefined]);
    expect(faults.meet(get("https://a/token", "POST"))).toBeUndefined();
    expect(faults.meet(get("https://a/token", "POST"))).toBe("drop");
    faults.inject({ match: { host: /^management\./ }, effect: "hang" });
    expect(faults.meet(get("https://adminmanagement.x/"))).toBeUndefined();
    expect(faults.meet(get("https://management.x/"))).toBe("hang");
  });

  test("come in the order injected", () => {
    const faults = createFaults();
    faults.inject({ effect: "drop" });
    faults.inject({ effect: "hang" });
    expect([1, 2, 3].map(() => faults.meet(get("https://a/")))).toEqual(["drop", "hang", undefined]);
  });

  test("have names for the usual ones", () => {
    expect(captivePortal()).toMatchObject({
      answer: { status: 200, headers: { "content-type": expect.stringContaining("text/html") } },
    });
    expect(() => JSON.parse(bodyOf(truncatedJson()))).toThrow();
    expect(unavailable(3)).toMatchObject({ answer: { status: 503, headers: { "retry-after": "3" } } });
    expect(throttled(7)).toMatchObject({ answer: { status: 429, headers: { "retry-after": "7" } } });
  });
});

function bodyOf(effect: ReturnType<typeof truncatedJson>): string {
  return typeof effect === "object" && "answer" in effect ? (effect.answer.body ?? "") : "";
}
