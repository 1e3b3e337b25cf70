import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { readdirSync, readFileSync } from "node:fs";
import { cp, mkdir, mkdtemp, readdir, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { describe, expect, type TestContext, test, vi } from "vitest";

const SCRIPTS = [
  ...["emulator/cli.ts", "emulator/serve.ts"],
  ...["wheels", "lock", "package", "az", "act", "terraform", "docs", "build", "workflows"].map(
    (name) => `scripts/${name}.ts`,
  ),
];

/** Each test has its own, because tests run at the same time. */
type Finished = TestContext["onTestFinished"];

async function temporary(finished: Finished): Promise<string> {
  const folder = await mkdtemp(path.join(tmpdir(), "manners-"));
  finished(() => rm(folder, { recursive: true, force: true }));
  return folder;
}

interface How {
  readonly finished: Finished;
  readonly cwd?: string;
  /** Node unless another one is named. */
  readonly program?: string;
}

/** Starts a script in a process group of its own, so that a test can see which processes remain. */
function start(scratch: string, args: readonly string[], environment: NodeJS.ProcessEnv, how: How) {
  const env = { PATH: process.env["PATH"], TMPDIR: scratch, ...environment };
  const child = spawn(how.program ?? process.execPath, args, {
    cwd: how.cwd,
    env,
    detached: true,
    stdio: ["ignore", "pipe", "pipe"],
  });
  how.finished(() => void endGroup(child));
  const said = { out: "", error: "" };
  child.stdout.setEncoding("utf8").on("data", (text: string) => {
    said.out += text;
  });
  child.stderr.setEncoding("utf8").on("data", (text: string) => {
    said.error += text;
  });
  return { child, said, ended: once(child, "close") };
}

function endGroup({ pid = 0 }: ChildProcess): boolean {
  try {
    return process.kill(-pid, "SIGKILL");
  } catch {
    return false;
  }
}

/** Processes of its group that are still running. A zombie does not count. */
function runningIn({ pid }: ChildProcess): readonly string[] {
  return readdirSync("/proc").filter((name) => {
    const [, state, group] = /\) (\S) \d+ (\d+) /.exec(/^\d+$/.test(name) ? statusOf(name) : "") ?? [];
    return Number(group) === pid && state !== "Z" && state !== "X";
  });
}

function statusOf(pid: string): string {
  try {
    return readFileSync(`/proc/${pid}/stat`, "utf8");
  } catch {
    return "";
  }
}

/** A process that was just killed may still exist for a moment. */
const expectNoneLeft = (child: ChildProcess) =>
  vi.waitFor(() => expect(runningIn(child)).toEqual([]), { timeout: 10_000 });

describe.each(SCRIPTS)("%s", (script) => {
  test.concurrent("--help is its usage; a wrong option is one line", async ({ onTestFinished: finished }) => {
    const scratch = await temporary(finished);
    const [help, wrong] = ["--help", "--nonsense"].map((option) => start(scratch, [script, option], {}, { finished }));
    if (help === undefined || wrong === undefined) expect.unreachable();
    expect((await help.ended)[0]).toBe(0);
    expect(help.said.out).toMatch(/^npm run \w+/);
    expect((await wrong.ended)[0]).toBe(2);
    expect(wrong.said.error).toMatch(/^Unknown option '--nonsense': see npm run \w+ -- --help\n$/);
  });
});

const SIGNALS = ["SIGINT", "SIGTERM"] as const;
test.for(SIGNALS)("%s ends the demo and all that it started", async (signal, { onTestFinished: finished }) => {
  const scratch = await temporary(finished);
  const { child, said, ended } = start(scratch, ["emulator/cli.ts", "--az", process.execPath], {}, { finished });
  while (!said.out.includes("▸")) await once(child.stdout, "data");
  child.kill(signal);
  expect((await ended)[0]).toBe(signal === "SIGINT" ? 130 : 143);
  await expectNoneLeft(child);
  expect(await readdir(scratch)).toEqual([]);
  expect(said.out).not.toContain("\u001b");
});

/** Scripts that wait for a program with this name. What they read first is in their working folder. */
const WAITING: readonly (readonly [script: string, program: string, signal: "SIGINT" | "SIGTERM" | "SIGHUP"])[] = [
  ["wheels", "python3", "SIGINT"],
  ["lock", "uv", "SIGTERM"],
  ["package", "node_modules/.bin/tfx", "SIGHUP"],
];

const WAITS = "%s says every five seconds what it waits for, and a signal ends it";
test.concurrent.for(WAITING)(WAITS, async ([name, program, signal], { onTestFinished: finished }) => {
  const [folder, scratch] = [await temporary(finished), await temporary(finished)];
  await cp("azure-pipelines", path.join(folder, "azure-pipelines"), { recursive: true });
  for (const file of ["package.json", "LICENSE", "docs/pipelines.md"]) await cp(file, path.join(folder, file));
  const file = path.join(folder, program);
  await mkdir(path.dirname(file), { recursive: true });
  await writeFile(file, `#!/bin/sh\nmktemp -d\nsleep 600 & wait\n`, { mode: 0o755 });
  const env = { PATH: `${folder}:${process.env["PATH"]}` };
  const { child, said, ended } = start(scratch, [path.resolve(`scripts/${name}.ts`)], env, { cwd: folder, finished });
  while (!/… .+: \d+ s\n/.test(said.error)) await once(child.stderr, "data");
  child.kill(signal);
  expect((await ended)[0]).toBe({ SIGINT: 130, SIGTERM: 143, SIGHUP: 129 }[signal]);
  await expectNoneLeft(child);
  expect(await readdir(scratch)).toEqual([]);
  expect(said.out + said.error).not.toContain("\u001b");
});

test.for([
  ["a file", {}, false],
  ["a file", { FORCE_COLOR: "1" }, true],
  ["a terminal", {}, true],
  ["a terminal", { NO_COLOR: "1" }, false],
] as const)("on %s with %j in the environment, output has colours: %s", async (row, { onTestFinished: finished }) => {
  const [where, environment, coloured] = row;
  const scratch = await temporary(finished);
  const [demo, options] = ["emulator/cli.ts", ["--az", process.execPath]];
  // util-linux's script, which gives a program a terminal.
  const inTerminal = ["-qec", [process.execPath, demo, ...options].join(" "), "/dev/null"];
  const [program, args] = where === "a file" ? [process.execPath, [demo, ...options]] : ["script", inTerminal];
  const { said, ended } = start(scratch, args, { TERM: "xterm", ...environment }, { program, finished });
  await ended;
  expect(said.out.includes("\u001b[1m")).toBe(coloured);
});

test("a reader that goes ends the emulator", async ({ onTestFinished: finished }) => {
  const scratch = await temporary(finished);
  const command = `"${process.execPath}" "${path.resolve("emulator/serve.ts")}" | head -1`;
  const child = spawn("sh", ["-c", command], { env: { ...process.env, TMPDIR: scratch }, detached: true });
  finished(() => void endGroup(child));
  await once(child, "close");
  await expectNoneLeft(child);
});
