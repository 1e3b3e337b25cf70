import { existsSync, mkdirSync, readdirSync, rmdirSync, utimesSync } from "node:fs";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { beforeEach, describe, expect, test } from "vitest";
import { exclusively } from "../../../src/io/locks.ts";
import { temporaryFolder } from "../folder.ts";

const PATIENCE = { waitMs: 5000, staleMs: 60_000 } as const;

let folder = "";
let lockfile = "";
beforeEach(() => {
  folder = temporaryFolder();
  lockfile = path.join(folder, "installation.lock");
});
/** The lock of another process, that many seconds without a sign of life. */
const heldFor = (seconds: number): void => {
  mkdirSync(lockfile);
  const then = Date.now() / 1000 - seconds;
  utimesSync(lockfile, then, then);
};

describe("work under a lock", () => {
  test("comes one after the other, and leaves nothing", async () => {
    let inside = 0;
    const most: number[] = [];
    const work = (result: string) =>
      exclusively(lockfile, PATIENCE, async () => {
        inside += 1;
        most.push(inside);
        await sleep(30);
        inside -= 1;
        return result;
      });
    expect(await Promise.all([work("one"), work("two"), work("three")])).toEqual(["one", "two", "three"]);
    expect(most).toEqual([1, 1, 1]);
    expect(readdirSync(folder)).toEqual([]);
  });

  test("holds the lock at the path that is given", async () => {
    expect(await exclusively(lockfile, PATIENCE, async () => readdirSync(folder))).toEqual(["installation.lock"]);
  });

  test("that fails comes out as its error, and the next one need not wait", async () => {
    const error = new Error("no");
    await expect(exclusively(lockfile, PATIENCE, () => Promise.reject(error))).rejects.toBe(error);
    expect(await exclusively(lockfile, { ...PATIENCE, waitMs: 0 }, async () => "next")).toBe("next");
  });

  // The lock is missed when it is to be renewed, in a timer: an error there would end the process.
  test("goes on when somebody takes the lock away", async () => {
    const work = exclusively(lockfile, { ...PATIENCE, staleMs: 2000 }, async () => {
      rmdirSync(lockfile);
      await sleep(1500);
      return "done";
    });
    expect(await work).toBe("done");
  });

  // Updates come each second at the earliest.
  test("keeps its lock longer than a dead process would", async () => {
    const patience = { ...PATIENCE, staleMs: 2000 };
    let done = false;
    const next = await exclusively(lockfile, patience, async () => {
      const waiting = exclusively(lockfile, patience, async () => done);
      await sleep(3500);
      done = true;
      return { waiting };
    });
    expect(await next.waiting).toBe(true);
  });
});

describe("the lock of another process", () => {
  test("is waited for", async () => {
    heldFor(0);
    const waiting = exclusively(lockfile, PATIENCE, async () => "mine");
    await sleep(300);
    rmdirSync(lockfile);
    expect(await waiting).toBe("mine");
  });

  test("that is dead is taken over at once", async () => {
    heldFor(61);
    expect(await exclusively(lockfile, { ...PATIENCE, waitMs: 0 }, async () => "mine")).toBe("mine");
    expect(existsSync(lockfile)).toBe(false);
  });

  test("that lives is waited for in vain, and stays", async () => {
    heldFor(50);
    const start = performance.now();
    const work = exclusively(lockfile, { ...PATIENCE, waitMs: 600 }, () => expect.unreachable());
    await expect(work).rejects.toMatchObject({ code: "ELOCKED" });
    expect(performance.now() - start).toBeGreaterThan(550);
    expect(existsSync(lockfile)).toBe(true);
  });
});
