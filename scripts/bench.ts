/**
 * `npm run bench -- [--runs 10] [--quick] [--part NAME …] [--peer FILE] [--earlier DIST] [--write]`: compares the
 * committed bundle with the az commands of Azure/login, on the same machine, with the same emulated stamp and az. With
 * --earlier, it also compares the installation of az with that of another commit's bundle. Prints Markdown, or writes
 * docs/performance.md. Everything is on loopback. It takes about half an hour on a machine that does nothing else,
 * `--quick` some minutes.
 */
import { existsSync } from "node:fs";
import { writeFile } from "node:fs/promises";
import os from "node:os";
import path from "node:path";
import { readOptions, refuse } from "../emulator/program/options.ts";
import { type Bench, openBench } from "./bench/bench.ts";
import { type BenchAz, describeMachine, findAzs } from "./bench/machine.ts";
import { measurePairs } from "./bench/pairs.ts";
import { measureProvisioning } from "./bench/provisioning.ts";
import { render, type Section, waitSection } from "./bench/report.ts";
import { measureStores } from "./bench/stores.ts";
import { measureTogether } from "./bench/together.ts";

const USAGE = `npm run bench -- [--runs 10] [--quick] [--part NAME …] [--peer FILE] [--earlier DIST] [--write]
Compares the bundle with the az commands of Azure/login; takes half an hour on an idle machine.`;
const REPORT = path.resolve("docs/performance.md");

interface Plan {
  readonly pairs: number;
  readonly jobs: readonly number[];
  /** How many rounds are measured with this number of jobs at once. */
  readonly rounds: (jobs: number) => number;
  readonly installs: number;
  /** `dist` of another commit, whose installation of az is compared. */
  readonly earlier: string | undefined;
}

type Part = (bench: Bench, azs: readonly BenchAz[], plan: Plan) => Promise<readonly Section[]>;

const PARTS: Readonly<Record<string, Part>> = {
  pairs: (bench, azs, { pairs }) => measurePairs(bench, azs, pairs),
  together: async (bench, azs, { jobs, rounds }) => [await measureTogether(bench, azs, jobs, rounds)],
  provisioning: async (bench, _, { installs, jobs, earlier }) => [
    await measureProvisioning(bench, installs, jobs.at(-1) ?? 1, earlier),
  ],
  stores: async (bench, azs, { pairs }) => [await measureStores(bench, azs, pairs)],
};

const { plan, parts, peer, write } = readPlan();
const load = os.loadavg()[0] ?? 0;
const { azs, missing } = await findAzs();
for (const how of missing) console.error(`\n!!! SKIPPED: an az that is not on this machine: ${how}\n`);

const measuring = measuringSection(load, plan);
console.log(`# Performance\n\n${render(measuring)}`);
const sections: Section[] = [];
const bench = await openBench(peer);
try {
  for (const part of parts) {
    for (const section of (await PARTS[part]?.(bench, azs, plan)) ?? []) {
      sections.push(section);
      console.log(`\n${render(section)}`);
    }
  }
  const waits = waitSection(sections);
  console.log(`\n${render(waits)}`);
  const report = [waits, measuring, ...sections].map(render);
  if (write) await writeFile(REPORT, ["# Performance\n", ...report].join("\n"));
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
} finally {
  await bench.close();
}

function measuringSection(before: number, { pairs }: Plan): Section {
  const lacking = missing.map((how) => `- **not measured: an az that was not on the machine** (${how})`);
  return {
    title: "How it was measured",
    body: [
      "`npm run bench` runs the committed bundle as a runner does. For comparison it runs the seven az commands that " +
        "[Azure/login](https://github.com/Azure/login) v3 runs for Azure Stack Hub, with the same az, on the same " +
        "machine, against the same emulated stamp on loopback.",
      [...describeMachine(azs, before), ...lacking].join("\n"),
      `Both log in with a client secret and \`trust-stores: bundle\`, in ${pairs} pairs. They take turns in going first. ` +
        "Times are medians, with quartiles in parentheses. A ratio is the first median divided by the second. *Cold* is " +
        "the first job on a machine: its home, az configuration and tool cache are new. *Warm* is a later job: azs-login " +
        "finds the tool cache and home of an earlier job, Azure/login finds an earlier job's az configuration with its " +
        "command index.",
    ],
  };
}

function readPlan() {
  const { values } = readOptions(USAGE, {
    options: {
      runs: { type: "string", default: "10" },
      quick: { type: "boolean", default: false },
      part: { type: "string", multiple: true, default: Object.keys(PARTS) },
      peer: { type: "string", default: process.env["PEER_SEQUENCE"] ?? "../shared/bench/peer-sequence.sh" },
      earlier: { type: "string" },
      write: { type: "boolean", default: false },
    },
  });
  const runs = Number(values.runs);
  if (!Number.isInteger(runs) || runs < 1) refuse(`--runs is ${values.runs}, not a number of pairs`, USAGE);
  for (const part of values.part) {
    if (!(part in PARTS)) refuse(`--part is ${part}, not one of ${Object.keys(PARTS).join(", ")}`, USAGE);
  }
  if (values.write && Object.keys(PARTS).some((part) => !values.part.includes(part))) {
    refuse("--write needs every part", USAGE);
  }
  const file = path.resolve(values.peer);
  if (!existsSync(file)) {
    refuse(
      `the baseline ${file} is not there: pass its script with --peer FILE, or in the variable PEER_SEQUENCE`,
      USAGE,
    );
  }
  return {
    plan: { ...planFor(runs, values.quick), earlier: values.earlier },
    parts: values.part,
    peer: file,
    write: values.write,
  };
}

function planFor(runs: number, quick: boolean): Omit<Plan, "earlier"> {
  if (quick) return { pairs: 2, jobs: [1, 4], rounds: () => 1, installs: 1 };
  return {
    pairs: runs,
    jobs: [1, 2, 4, 8, 16],
    rounds: (jobs) => (jobs < 8 ? 3 : 2),
    installs: Math.min(runs, 5),
  };
}
