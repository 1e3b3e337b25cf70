import { describe, expect, test } from "vitest";
import { type Fault, throttled, unavailable } from "../../emulator/server.ts";
import {
  answer,
  expectFailure,
  expectLogin,
  METADATA,
  openScene,
  requestsTo,
  SUBSCRIPTIONS,
  TOKEN,
} from "./support.ts";

const ATTEMPTS = 4;
const MANAGEMENT = "management.local.azurestack.external";
const ENTRA = "login.microsoftonline.com";
const CUT: Fault["effect"] = { cutAfter: 20 };

/** The duration of the metadata stage in the log. */
function stampMilliseconds(log: string): number {
  return Number(/^stamp: .*\((\d+) ms\)$/m.exec(log)?.[1]);
}

describe.concurrent("a temporary failure is tried again, and the login succeeds", () => {
  const passing: readonly (readonly [string, Fault["effect"], number, number])[] = [
    ["503 twice", unavailable(), 2, 0],
    ["429 with Retry-After", throttled(1), 1, 1000],
    ["408", answer(408, ""), 1, 0],
    ["a connection that drops", "drop", 1, 0],
    ["an answer that breaks off", CUT, 1, 0],
  ];

  test.for(passing)("%s", async ([, effect, times, milliseconds], { onTestFinished }) => {
    const { emulator, runner, inputs } = await openScene({}, {}, onTestFinished);
    emulator.inject({ match: METADATA, times, effect });
    const result = await runner.main(inputs);
    await expectLogin(runner, result);
    expect(requestsTo(emulator, METADATA)).toHaveLength(times + 1);
    expect(stampMilliseconds(result.log)).toBeGreaterThanOrEqual(milliseconds);
  });
});

describe.concurrent("a permanent failure ends after the same number of attempts", () => {
  type Staying = readonly [string, typeof METADATA, Fault["effect"], string, string];
  const staying: readonly Staying[] = [
    ["503", METADATA, unavailable(), "AZS212", `${MANAGEMENT}/metadata/endpoints answered 503`],
    ["500", METADATA, answer(500, "broken"), "AZS212", "answered 500, also when tried again: broken"],
    ["502", METADATA, answer(502, ""), "AZS212", "answered 502, also when tried again"],
    ["408", METADATA, answer(408, ""), "AZS212", "answered 408"],
    ["429 with Retry-After", METADATA, throttled(0), "AZS212", "answered 429"],
    ["429 without Retry-After", METADATA, answer(429, ""), "AZS212", "answered 429"],
    ["a connection that drops", METADATA, "drop", "AZS204", `${MANAGEMENT} broke off`],
    ["an answer that breaks off", METADATA, CUT, "AZS204", `${MANAGEMENT} broke off`],
    ["503 for the token", TOKEN, unavailable(), "AZS212", ENTRA],
    ["a connection that drops for the token", TOKEN, "drop", "AZS204", `${ENTRA} broke off`],
    ["503 for the subscriptions", SUBSCRIPTIONS, unavailable(), "AZS212", `${MANAGEMENT}/subscriptions answered 503`],
  ];

  test.for(staying)("%s", async ([, match, effect, code, says], { onTestFinished }) => {
    const { emulator, runner, inputs } = await openScene({}, {}, onTestFinished);
    emulator.inject({ match, times: Number.POSITIVE_INFINITY, effect });
    const text = await expectFailure(runner, await runner.main(inputs), code);
    expect(text).toContain(says);
    expect(requestsTo(emulator, match)).toHaveLength(ATTEMPTS);
  });
});
