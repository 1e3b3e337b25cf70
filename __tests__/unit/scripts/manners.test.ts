import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { readdir } from "node:fs/promises";
import path from "node:path";
import { describe, expect, onTestFinished, test } from "vitest";
import { temporary } from "../../support/provisioning.ts";

const SCRIPTS = [
  ...["emulator/cli.ts", "emulator/serve.ts"],
  ...["wheels", "lock", "package", "az", "act", "terraform", "docs", "build", "workflows"].map(
    (name) => `scripts/${name}.ts`,
  ),
];

/** A script in a process group of its own, so that a test sees what is left of it. */
function start(scratch: string, args: readonly string[], environment: NodeJS.ProcessEnv = {}) {
  const env = { PATH: process.env["PATH"], TMPDIR: scratch, ...environment };
  const child = spawn(process.execPath, args, { env, detached: true, stdio: ["ignore", "pipe", "pipe"] });
  onTestFinished(() => void endGroup(child));
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

/** Processes of its group that have not ended: one that nobody has waited for yet has. */
function runningIn({ pid }: ChildProcess): readonly string[] {
  const entries = readdirSync("/proc").filter((name) => /^\d+$/.test(name) && existsSync(`/proc/${name}/stat`));
  return entries.filter((name) => {
    const [, state, group] = /\) (\S) \d+ (\d+) /.exec(readFileSync(`/proc/${name}/stat`, "utf8")) ?? [];
    return Number(group) === pid && state !== "Z" && state !== "X";
  });
}

describe.each(SCRIPTS)("%s", (script) => {
  test.concurrent("--help is its usage; a wrong option is one line", async () => {
    const scratch = await temporary("manners-");
    const [help, wrong] = [start(scratch, [script, "--help"]), start(scratch, [script, "--nonsense"])];
    expect((await help.ended)[0]).toBe(0);
    expect(help.said.out).toMatch(/^npm run \w+/);
    expect((await wrong.ended)[0]).toBe(2);
    expect(wrong.said.error).toMatch(/^Unknown option '--nonsense': see npm run \w+ -- --help\n$/);
  });
});

test.each(["SIGINT", "SIGTERM"] as const)("%s ends the demo and all that it started", async (signal) => {
  const scratch = await temporary("manners-");
  const { child, said, ended } = start(scratch, ["emulator/cli.ts", "--az", process.execPath]);
  while (!said.out.includes("▸")) await once(child.stdout, "data");
  child.kill(signal);
  expect((await ended)[0]).toBe(signal === "SIGINT" ? 130 : 143);
  expect(runningIn(child)).toEqual([]);
  expect(await readdir(scratch)).toEqual([]);
  expect(said.out).not.toContain("\u001b");
});

test("a reader that goes ends the emulator", async () => {
  const scratch = await temporary("manners-");
  const command = `"${process.execPath}" "${path.resolve("emulator/serve.ts")}" | head -1`;
  const child = spawn("sh", ["-c", command], { env: { ...process.env, TMPDIR: scratch }, detached: true });
  onTestFinished(() => void endGroup(child));
  await once(child, "close");
  expect(runningIn(child)).toEqual([]);
});
