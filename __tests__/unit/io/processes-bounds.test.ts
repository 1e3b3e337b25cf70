import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { afterAll, describe, expect, test } from "vitest";
import { type ProcessOptions, processes } from "../../../src/io/processes.ts";

const NOWHERE = { record: async () => undefined };
const DEAF = "trap '' TERM INT HUP; exec <&-; while :; do sleep 1; done";

const folder = mkdtempSync(path.join(tmpdir(), "azs-bounds-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

let runs = 0;

/** Runs a shell script that can write its process ID and those of its children to `$PIDS`. */
async function run(script: string, options: ProcessOptions = {}, signal?: AbortSignal) {
  runs += 1;
  const pids = path.join(folder, `pids-${runs}`);
  writeFileSync(pids, "");
  const start = performance.now();
  const outcome = await processes(process.env, NOWHERE, signal).run("sh", ["-c", `echo $$ >> "$PIDS"; ${script}`], {
    ...options,
    environment: { PIDS: pids },
  });
  const milliseconds = performance.now() - start;
  await sleep(100);
  const left = readFileSync(pids, "utf8").trim().split("\n").filter(isRunning);
  return { ...outcome, milliseconds, left };
}

function isRunning(pid: string): boolean {
  return existsSync(`/proc/${pid}/stat`) && !/\) [ZX] /.test(readFileSync(`/proc/${pid}/stat`, "utf8"));
}

describe.runIf(process.platform === "linux")("a program is ended with all that it started", () => {
  const late = { by: "time", reason: "after 0.5 seconds" };
  const table: readonly (readonly [string, string, ProcessOptions?])[] = [
    ["that sleeps", "sleep 60"],
    ["that heeds no signal and no end of its input", DEAF],
    ["whose child does", `sh -c 'echo $$ >> "$PIDS"; ${DEAF.replaceAll("'", `'"'"'`)}'; true`],
    ["whose grandchild does", `sh -c 'sh -c '"'"'echo $$ >> "$PIDS"; sleep 60; true'"'"'; true'; true`],
    ["whose child is in a session of its own", `setsid -w sh -c 'echo $$ >> "$PIDS"; sleep 60; true'; true`],
    ["that nobody listens to", "sleep 60", { unheard: true }],
    ["that nobody listens to, and its child", "sh -c 'echo $$ >> \"$PIDS\"; sleep 60; true'; true", { unheard: true }],
  ];

  test.concurrent.for(table)("%s", async ([, script, options]) => {
    const outcome = await run(script, { withinMs: 500, ...options });
    expect(outcome).toMatchObject({ exitCode: -1, ended: late, left: [] });
    expect(outcome.stderr).toContain("it was ended after 0.5 seconds");
    expect(outcome.milliseconds).toBeLessThan(4000);
  });

  test.concurrent("when the time is up that the step may wait", async () => {
    const outcome = await run("echo first; sleep 60", {}, AbortSignal.timeout(500));
    expect(outcome).toMatchObject({ exitCode: -1, stdout: "first", ended: { by: "time" }, left: [] });
  });

  test.concurrent("at once when that time was up before", async () => {
    expect(await run("sleep 60", {}, AbortSignal.abort())).toMatchObject({ exitCode: -1, ended: { by: "time" } });
  });

  test.concurrent.for([
    ["standard output", "yes"],
    ["standard error", "yes >&2"],
    ["a line without end", "cat /dev/zero"],
  ])("that writes without end: %s", async ([, script = ""]) => {
    const outcome = await run(script);
    expect(outcome).toMatchObject({
      exitCode: -1,
      ended: { by: "output", reason: "when it had written 2 MB" },
      left: [],
    });
    expect(outcome.stdout.length + outcome.stderr.length).toBeLessThan(2_200_000);
    expect(outcome.milliseconds).toBeLessThan(10_000);
  });
});

describe.concurrent("a program that has ended", () => {
  test("is not waited for when its child keeps its output open; the child is ended", async () => {
    const outcome = await run(`sh -c 'echo $$ >> "$PIDS"; sleep 60; true' & echo done; exit 3`);
    expect(outcome).toMatchObject({ exitCode: 3, stdout: "done", left: [] });
    expect(outcome.ended).toBeUndefined();
    expect(outcome.milliseconds).toBeLessThan(5000);
  });

  test("may leave a child that has let go of its output", async () => {
    const outcome = await run(`sh -c 'sleep 3; true' >/dev/null 2>&1 & echo $! >> "$PIDS"; exit 0`);
    expect(outcome.left).toHaveLength(1);
    expect(outcome.milliseconds).toBeLessThan(1500);
  });
});

describe.concurrent("a conversation", () => {
  const talk = async (script: string) => {
    const child = await processes(process.env, NOWHERE).start("sh", ["-c", script]);
    return child ?? expect.unreachable("it was not started");
  };

  test("is ended when no line comes in time", async () => {
    const child = await talk("echo up; cat >/dev/null");
    expect(await child.within(5000, child.next)).toBe("up");
    expect(await child.within(300, child.next)).toBeUndefined();
    expect(child.ended()).toEqual({ by: "time", reason: "after 0.3 seconds" });
    expect(await child.end()).toBe("");
  });

  test.for([
    ["in a line", "cat /dev/zero", "when it had written a line of 1 MB"],
    ["in lines", "yes", "when it had written 2 MB"],
    ["on standard error", "yes >&2", "when it had written 2 MB"],
  ])("is ended when it writes without end, %s", async ([, script = "", words]) => {
    const child = await talk(script);
    for (let line = await child.next(); line !== undefined; line = await child.next());
    expect(child.ended()).toEqual({ by: "output", reason: words });
  });
});

test("lines before a flood can be read, even late", async () => {
  const child = await processes(process.env, NOWHERE).start("sh", ["-c", "echo first; cat /dev/zero"]);
  await sleep(1500);
  expect([await child?.next(), await child?.next()]).toEqual(["first", undefined]);
  expect(child?.ended()).toMatchObject({ by: "output" });
});
