import { setTimeout as sleep } from "node:timers/promises";
import { expect, test } from "vitest";
import { allOrFirstFailure } from "../../../src/io/first-failure.ts";

test("the first failure of the list is thrown, when everything has ended", async () => {
  let ended = false;
  const late = sleep(50).then(() => {
    ended = true;
    throw new Error("first");
  });
  await expect(allOrFirstFailure([late, Promise.reject(new Error("second"))])).rejects.toThrow("first");
  expect(ended).toBe(true);
});

test("a failure ends what only waits", async () => {
  const stop = new AbortController();
  const waiting = sleep(60_000, undefined, { signal: stop.signal });
  const begun = performance.now();
  await expect(allOrFirstFailure([Promise.reject(new Error("first")), waiting], stop)).rejects.toThrow("first");
  expect(performance.now() - begun).toBeLessThan(5000);
});

test("without a failure nothing is ended", async () => {
  const stop = new AbortController();
  await allOrFirstFailure([sleep(1), Promise.resolve()], stop);
  expect(stop.signal.aborted).toBe(false);
});
