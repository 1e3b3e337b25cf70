import { afterEach, beforeEach, expect, test, vi } from "vitest";
import type { Az } from "../../src/az/serving-az.ts";
import { startDeadline } from "../../src/io/deadline.ts";
import { logInPerson } from "../../src/job/device-code.ts";
import { AZ, DEVICE_CODE, stampWith } from "./samples.ts";

const DONE = { exitCode: 0, output: "", errors: "", reason: "", stopped: false };
const OPENING = { setUpCloud: async () => undefined };
const HOST = { notice: () => undefined, debug: () => undefined, mask: () => undefined };

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

test("az that waits for a code longer than codes are good for is given up, whatever the authority told it", async () => {
  const az: Az = { ...AZ, run: ({ name }) => (name === "login" ? new Promise(() => {}) : Promise.resolve(DONE)) };
  const deadline = startDeadline(1000);
  const end = logInPerson(az, OPENING, DEVICE_CODE, "2020-09-01-hybrid", stampWith(), HOST, deadline).catch(String);
  await vi.advanceTimersByTimeAsync(15 * 60_000);
  expect(deadline.signal.aborted).toBe(false);
  await vi.advanceTimersByTimeAsync(60_000);
  expect(await end).toContain("AZS420: ");
});
