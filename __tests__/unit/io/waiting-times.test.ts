import { createHttpHeaders, createPipelineRequest } from "@azure/core-rest-pipeline";
import { expect, test } from "vitest";
import { limitWaiting } from "../../../src/io/retry-after.ts";

const request = createPipelineRequest({ url: "https://management.x" });
const NEVER = undefined;
const inSeconds = (seconds: number) => new Date(Date.now() + seconds * 1000).toUTCString();

test.each<[number, Readonly<Record<string, string>>, string | undefined]>([
  [503, {}, NEVER],
  [503, { "retry-after": "5" }, "5000"],
  [503, { "retry-after": " 60 " }, "60000"],
  [503, { "retry-after": "61" }, NEVER],
  [503, { "retry-after": "0" }, "0"],
  [503, { "retry-after": "0x1000" }, NEVER],
  [503, { "retry-after": "0b11" }, NEVER],
  [503, { "retry-after": "1e9" }, NEVER],
  [503, { "retry-after": "Infinity" }, NEVER],
  [503, { "retry-after": "-5" }, NEVER],
  [503, { "retry-after": "1, 9999" }, NEVER],
  [503, { "retry-after": "9".repeat(400) }, NEVER],
  [503, { "retry-after": inSeconds(-100) }, "0"],
  [503, { "retry-after": inSeconds(3600) }, NEVER],
  [503, { "retry-after": "9999" }, NEVER],
  [503, { "retry-after": "9999-12-31" }, NEVER],
  [503, { "retry-after-ms": "250" }, "250"],
  [503, { "retry-after-ms": "9999999" }, NEVER],
  [503, { "x-ms-retry-after-ms": "1500.5" }, "1500.5"],
  [503, { "x-ms-retry-after-ms": "9999999" }, NEVER],
  [503, { "retry-after-ms": "10", "retry-after": "3600" }, "10"],
  [503, { "retry-after-ms": "9999999", "retry-after": "1" }, NEVER],
  // Without this header, the SDK does not retry after 429.
  [429, {}, "1000"],
  [429, { "retry-after": "0x1000" }, "1000"],
  [429, { "retry-after": "3600" }, NEVER],
  [429, { "x-ms-retry-after-ms": "20" }, "20"],
])("%i with %j waits %s ms", (status, given, expected) => {
  const headers = createHttpHeaders(given);
  limitWaiting({ request, status, headers });
  expect(headers.get("retry-after-ms")).toBe(expected);
  expect([headers.has("retry-after"), headers.has("x-ms-retry-after-ms")]).toEqual([false, false]);
});
