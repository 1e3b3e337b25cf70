import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { startDeadline } from "../../../src/io/deadline.ts";

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

test("the signal aborts when the time is up, and not before", async () => {
  const { signal } = startDeadline(1000);
  await vi.advanceTimersByTimeAsync(999);
  expect(signal.aborted).toBe(false);
  await vi.advanceTimersByTimeAsync(1);
  expect(signal.aborted).toBe(true);
});

test("work done aside does not count, also when it overlaps or fails", async () => {
  const { signal, aside } = startDeadline(1000);
  await vi.advanceTimersByTimeAsync(400);
  const work = (ms: number) => () => new Promise((resolve) => setTimeout(resolve, ms));
  const long = aside(work(5000));
  const failed = aside(() => Promise.reject(new Error("no"))).catch((error: Error) => error.message);
  await vi.advanceTimersByTimeAsync(5000);
  await long;
  expect(await failed).toBe("no");
  await vi.advanceTimersByTimeAsync(599);
  expect(signal.aborted).toBe(false);
  await vi.advanceTimersByTimeAsync(1);
  expect(signal.aborted).toBe(true);
});
