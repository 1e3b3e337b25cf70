import { readdirSync, rmSync } from "node:fs";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { beforeEach, expect, test, vi } from "vitest";
import { failureOf } from "../failures.ts";
import { machine } from "./install-folders.ts";

let place: ReturnType<typeof machine>;
let tools = "";
beforeEach(() => {
  place = machine();
  tools = path.join(place.root, "tools");
});

/** The lock that a job has while it installs. */
function lock(): string {
  const [name = ""] = readdirSync(tools).filter((file) => file.endsWith(".lock"));
  return path.join(tools, name);
}

test("a job that has lost its lock says so, and leaves the folder to the one that has it", async () => {
  let folder = "";
  const meanwhile = async () => {
    folder = String(place.orders[0]?.["folder"]);
    rmSync(lock(), { recursive: true });
    // It renews its lock after a third of the ten seconds after which a lock is stale.
    await sleep(4500);
  };
  const { problem } = await failureOf("AZS526", () => place.provision({ meanwhile }));
  expect(problem).toContain("2.66.2");
  expect(readdirSync(folder)).not.toEqual([]);
});

test("a job that waits in vain for another one says how long", async () => {
  let problem = "";
  const meanwhile = async () => {
    let now = performance.now();
    vi.spyOn(performance, "now").mockImplementation(() => {
      now += 11 * 60_000;
      return now;
    });
    ({ problem } = await failureOf("AZS525", () => place.provision()));
    vi.restoreAllMocks();
  };
  expect((await place.provision({ meanwhile })).isIntact()).toBe(true);
  expect(problem).toMatch(/another job .* 2\.66\.2 .* for 20 minutes/);
});
