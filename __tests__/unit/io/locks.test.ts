import { existsSync, mkdirSync, readdirSync, rmdirSync, rmSync, utimesSync, writeFileSync } from "node:fs";
import { mkdir, rm, rmdir, utimes, writeFile } from "node:fs/promises";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { beforeEach, describe, expect, test } from "vitest";
import { exclusively, type LockKeeper } from "../../../src/io/locks.ts";
import { temporaryFolder } from "../folder.ts";

const PATIENCE = { waitMs: 5000, staleMs: 60_000 } as const;

let folder = "";
let lockfile = "";
beforeEach(() => {
  folder = temporaryFolder();
  lockfile = path.join(folder, "installation.lock");
});
/** The lock of another process that was last renewed this many seconds ago. */
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

  // The loss is detected in a timer, at the next renewal. An error there would end the process.
  test("goes on when somebody takes the lock away", async () => {
    const work = exclusively(lockfile, { ...PATIENCE, staleMs: 2000 }, async () => {
      rmSync(lockfile, { recursive: true });
      await sleep(1500);
      return "done";
    });
    expect(await work).toBe("done");
  });

  // Renewals are at least one second apart.
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

  test("that is alive is waited for until the time limit, and stays", async () => {
    heldFor(50);
    const start = performance.now();
    const work = exclusively(lockfile, { ...PATIENCE, waitMs: 600 }, () => expect.unreachable());
    await expect(work).rejects.toMatchObject({ code: "ELOCKED" });
    expect(performance.now() - start).toBeGreaterThan(550);
    expect(existsSync(lockfile)).toBe(true);
  });
});

describe("a lock that another process took over while this one was paused", () => {
  /** Takes the lock like another process that considers its owner dead. */
  const takeOver = () => {
    rmSync(lockfile, { recursive: true });
    mkdirSync(lockfile);
    writeFileSync(path.join(lockfile, "another"), "");
  };
  const isTheirs = () => expect(readdirSync(lockfile)).toEqual(["another"]);

  test("is not held any more, and stays theirs", async () => {
    const held = await exclusively(lockfile, PATIENCE, async (isHeld) => {
      const before = await isHeld();
      takeOver();
      return [before, await isHeld(), await isHeld()];
    });
    expect(held).toEqual([true, false, false]);
    isTheirs();
  });

  test("is not held when they are through, too", async () => {
    const held = await exclusively(lockfile, PATIENCE, async (isHeld) => {
      rmSync(lockfile, { recursive: true });
      return isHeld();
    });
    expect(held).toBe(false);
    expect(readdirSync(folder)).toEqual([]);
  });

  test("stays theirs when the work fails", async () => {
    const work = exclusively(lockfile, PATIENCE, async () => {
      takeOver();
      throw new Error("no");
    });
    await expect(work).rejects.toThrow("no");
    isTheirs();
  });

  test("is not renewed for them, and makes nothing where it is gone", async () => {
    await exclusively(lockfile, { ...PATIENCE, staleMs: 2000 }, async () => {
      rmSync(lockfile, { recursive: true });
      await sleep(1300);
    });
    expect(readdirSync(folder)).toEqual([]);
  });

  // If two processes find the same lock stale, one of them removes the other's new lock.
  test("while it was being taken is left to them", async () => {
    const keeper: LockKeeper = {
      ...own,
      async make(lock, holder) {
        await own.make(lock, holder);
        if (readdirSync(lock).length === 1) writeFileSync(path.join(lock, "another"), "");
      },
    };
    const theirs = setTimeout(() => rmSync(lockfile, { recursive: true, force: true }), 400);
    let tries = 0;
    const once: LockKeeper = { ...own, make: (lock, holder) => (tries++ === 0 ? keeper : own).make(lock, holder) };
    const alone = await exclusively(lockfile, PATIENCE, async () => readdirSync(lockfile).length, once);
    clearTimeout(theirs);
    expect([alone, tries > 1]).toEqual([1, true]);
  });
});

test("a plain file in the lock's place, which nobody renews, is removed", async () => {
  writeFileSync(lockfile, "");
  const then = Date.now() / 1000 - 61;
  utimesSync(lockfile, then, then);
  expect(await exclusively(lockfile, PATIENCE, async () => "mine")).toBe("mine");
  expect(readdirSync(folder)).toEqual([]);
});

/** Takes and removes locks as this user does. */
const own: LockKeeper = {
  async make(lock, holder) {
    await mkdir(lock);
    await writeFile(path.join(lock, holder), "");
  },
  renew: (lock, time) => utimes(lock, time, time),
  async release(lock, holder) {
    await rm(path.join(lock, holder), { force: true });
    await rmdir(lock);
  },
  clear: (lock) => rm(lock, { recursive: true, force: true }),
};

describe("somebody else who keeps the lock, as sudo does,", () => {
  const denied = () => Promise.reject(Object.assign(new Error("denied"), { code: "EACCES" }));

  test("makes it, renews it and removes it", async () => {
    const did: string[] = [];
    const noted: LockKeeper = {
      ...own,
      make: (lock, holder) => own.make(lock, holder).finally(() => did.push("make")),
      renew: (lock, time) => own.renew(lock, time).finally(() => did.push("renew")),
      release: (lock, holder) => own.release(lock, holder).finally(() => did.push("release")),
    };
    await exclusively(lockfile, PATIENCE, async () => undefined, noted);
    expect([did[0], did[1], did.at(-1)]).toEqual(["make", "renew", "release"]);
    expect(readdirSync(folder)).toEqual([]);
  });

  test.each<[string, Partial<LockKeeper>]>([
    ["make it", { make: denied }],
    ["renew it", { renew: denied }],
  ])("and cannot %s says so at once", async (_, change) => {
    const start = performance.now();
    const work = exclusively(lockfile, PATIENCE, () => expect.unreachable(), { ...own, ...change });
    await expect(work).rejects.toMatchObject({ code: "EACCES" });
    expect(performance.now() - start).toBeLessThan(1000);
    // The library does not wait for the removal.
    await expect.poll(() => readdirSync(folder)).toEqual([]);
  });

  test("and cannot remove it fails nobody's work", async () => {
    expect(await exclusively(lockfile, PATIENCE, async () => "done", { ...own, release: denied })).toBe("done");
  });

  // Under load a `sudo touch` ends long after it has changed the time.
  test("and is slow to say that it renewed it does not lose it", async () => {
    const slow: LockKeeper = {
      ...own,
      async renew(lock, time) {
        await own.renew(lock, time);
        await sleep(400);
      },
    };
    const held = await exclusively(
      lockfile,
      { ...PATIENCE, staleMs: 6000 },
      async (isHeld) => {
        const seen: boolean[] = [];
        for (const end = performance.now() + 2600; performance.now() < end; await sleep(50)) seen.push(await isHeld());
        return seen;
      },
      slow,
    );
    expect(held).not.toContain(false);
    expect(readdirSync(folder)).toEqual([]);
  });
});
