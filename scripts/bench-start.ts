/**
 * `npm run bench:start`: how long the committed bundle takes from its start until it starts the first process, and how
 * many processes a whole login starts. Only on Linux, because it reads the start times of processes from /proc.
 */
import { existsSync, readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { SYSTEM_PATH, workingInputs } from "../emulator/job.ts";
import { readOptions } from "../emulator/program/options.ts";
import { createRunner } from "../emulator/runner.ts";
import { startEmulator } from "../emulator/server.ts";

readOptions("npm run bench:start\nMeasures the start of the bundle, and counts its processes.", {});

const RUNS = 15;
const azs = ["/usr/bin/az", path.resolve(".cache/az/bin/az")].filter((file) => existsSync(file));
if (azs.length === 0) throw new Error("no az on this machine: npm run az");

let measuredVersion = "";
const emulator = await startEmulator();
for (const az of azs) {
  const firsts: number[] = [];
  const wholes: number[] = [];
  let started: readonly string[] = [];
  for (let run = 0; run <= RUNS; run++) {
    const measured = await measure(az);
    // The first run only fills the disk's cache.
    if (run === 0) continue;
    firsts.push(measured.first);
    wholes.push(measured.whole);
    started = measured.commands;
  }
  console.log(`${az} (${measuredVersion}), ${RUNS} runs`);
  console.log(`  to the first process: ${spread(firsts)} (goal 120 ms)`);
  console.log(`  whole step: ${spread(wholes)}`);
  console.log(`  processes: ${started.length}`);
  for (const command of started) console.log(`    ${command}`);
}
await emulator.close();

async function measure(az: string) {
  const runner = await createRunner({
    dist: path.resolve("dist"),
    path: SYSTEM_PATH,
    environment: { HTTPS_PROXY: emulator.proxyUrl },
  });
  const children = new Map<number, string>();
  let first = Number.NaN;
  let timer: NodeJS.Timeout | undefined;
  const inputs = { ...(await workingInputs(emulator, runner)), "az-path": az };
  const result = await runner.main(inputs, ({ pid }) => {
    const start = performance.now();
    timer = setInterval(() => {
      for (const child of childrenOf(pid ?? 0)) {
        if (Number.isNaN(first)) first = performance.now() - start;
        children.set(child, commandOf(child) || children.get(child) || "");
      }
    }, 1);
  });
  clearInterval(timer);
  if (result.exitCode !== 0) throw new Error(result.log);
  measuredVersion = runner.outputs["az-version"] ?? "";
  await runner.post();
  await runner.dispose();
  return { first, whole: result.milliseconds, commands: [...children.values()] };
}

function childrenOf(pid: number): readonly number[] {
  try {
    return readdirSync(`/proc/${pid}/task`).flatMap((task) =>
      readFileSync(`/proc/${pid}/task/${task}/children`, "utf8").split(" ").filter(Boolean).map(Number),
    );
  } catch {
    return [];
  }
}

function commandOf(pid: number): string {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, "utf8").replaceAll("\0", " ").trim();
  } catch {
    return "";
  }
}

function spread(values: readonly number[]): string {
  const sorted = [...values].sort((a, b) => a - b);
  const at = (share: number) => Math.round(sorted[Math.floor((sorted.length - 1) * share)] ?? Number.NaN);
  return `median ${at(0.5)} ms (${at(0)} to ${at(1)})`;
}
