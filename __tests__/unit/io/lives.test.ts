import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdirSync, writeFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, test } from "vitest";
import { asLife, isOver, type Life, lifeOf } from "../../../src/io/lives.ts";
import { temporaryFolder } from "../folder.ts";

const isLinux = process.platform === "linux";
/** No process has this ID (proc(5), pid_max is 2^22 at most). */
const NOBODY = { pid: 2 ** 22 + 1, start: "1" };

/** A job of this process, with its folder. */
function job({ unfinished = false } = {}): Life {
  const folder = path.join(temporaryFolder(), "job");
  mkdirSync(folder);
  if (unfinished) writeFileSync(path.join(folder, "unfinished"), "");
  return lifeOf(folder);
}
const gone = () => path.join(temporaryFolder(), "gone");
const AGAIN = (life: Life) => ({ pid: life.step.pid, start: `${Number(life.step.start) + 1}` });

describe("a job", () => {
  test.each<[string, boolean, () => Life]>([
    ["that is at work", false, () => job({ unfinished: true })],
    ["that is through with the step", false, () => job()],
    ["whose step ended, as it does", false, () => ({ ...job(), step: NOBODY })],
    ["whose step was killed", true, () => ({ ...job({ unfinished: true }), step: NOBODY })],
    ["whose folder is gone", true, () => ({ ...job(), folder: gone() })],
    ["whose folder's folder is gone", true, () => ({ ...job(), folder: path.join(gone(), "job") })],
    ["of another boot", true, () => ({ ...job(), boot: "another" })],
    ["of another machine, whatever its boot", false, () => ({ ...job(), machine: "another", boot: "another" })],
    ["whose runner is gone", true, () => ({ ...job(), runner: NOBODY })],
    ["without a runner that is known", false, () => ({ ...job(), runner: undefined })],
    [
      "of another container, whose runner is not to be seen",
      false,
      () => ({ ...job(), processes: "pid:[1]", runner: NOBODY }),
    ],
    [
      "of another container, whose step is not to be seen",
      false,
      () => ({ ...job({ unfinished: true }), processes: "pid:[1]", step: NOBODY }),
    ],
    [
      "of another container, whose folder is not to be seen",
      false,
      () => ({ ...job(), paths: "mnt:[1]", folder: gone() }),
    ],
    [
      "with paths of its own, whose runner is gone",
      true,
      () => ({ ...job(), paths: "mnt:[1]", folder: gone(), runner: NOBODY }),
    ],
    [
      "of another container before this boot",
      true,
      () => ({ ...job(), boot: "another", processes: "pid:[1]", paths: "mnt:[1]" }),
    ],
  ])("%s is over: %s", (_, over, life) => {
    expect(isOver(life())).toBe(over);
  });

  test.runIf(isLinux).each<[string, boolean, (life: Life) => Partial<Life>]>([
    ["runner's, by another process", true, (life) => ({ runner: AGAIN(life) })],
    ["step's, by another process", true, (life) => ({ step: AGAIN(life) })],
    ["runner's, by the same", false, (life) => ({ runner: life.step })],
    ["runner's, by who knows whom", false, (life) => ({ runner: { pid: life.step.pid, start: undefined } })],
  ])("whose ID is used, the %s, is over: %s", (_, over, change) => {
    const life = job({ unfinished: true });
    expect(life.step.start).toMatch(/^\d+$/);
    expect(isOver({ ...life, ...change(life) })).toBe(over);
  });

  test("ends with its runner, also one that nobody asked for its exit code", async () => {
    const child = spawn(process.execPath, ["-e", "setTimeout(() => undefined, 30000)"], { stdio: "ignore" });
    await once(child, "spawn");
    const pid = child.pid ?? 0;
    const life: Life = { ...job(), runner: { pid, start: undefined } };
    expect(isOver(life)).toBe(false);
    const ended = once(child, "exit");
    child.kill("SIGKILL");
    await ended;
    expect(isOver(life)).toBe(true);
  });
});

describe("what was written of a life", () => {
  test("comes back through JSON", () => {
    const life = job();
    expect(asLife(JSON.parse(JSON.stringify(life)))).toEqual(life);
    const { runner: _, ...alone } = life;
    expect(asLife(JSON.parse(JSON.stringify(alone)))).toEqual(alone);
  });

  const WHOLE = { machine: "m", boot: "b", processes: "", paths: "", step: { pid: 1 }, folder: "/f" };
  test.each<[string, unknown]>([
    ["nothing", undefined],
    ["null", null],
    ["a text", "life"],
    ["a list", []],
    ["no part", {}],
    ["no machine", { ...WHOLE, machine: undefined }],
    ["no boot", { ...WHOLE, boot: undefined }],
    ["a folder that is no path", { ...WHOLE, folder: 7 }],
    ["no step", { ...WHOLE, step: undefined }],
    ["a step without an ID", { ...WHOLE, step: { start: "1" } }],
    // kill(2) reads these as groups of processes.
    ["a step of all processes", { ...WHOLE, step: { pid: -1 } }],
    ["a step of this group", { ...WHOLE, step: { pid: 0 } }],
    ["a step with half an ID", { ...WHOLE, step: { pid: 1.5 } }],
    ["a step that started at a number", { ...WHOLE, step: { pid: 1, start: 1 } }],
    ["a runner that is none", { ...WHOLE, runner: null }],
    ["a runner without an ID", { ...WHOLE, runner: {} }],
  ])("%s is none", (_, value) => {
    expect(asLife(value)).toBeUndefined();
  });

  test("with all its parts is one", () => expect(asLife(WHOLE)).toEqual(WHOLE));
});
