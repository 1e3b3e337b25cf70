/** Compares the step and the job's next az command with the baseline, in pairs. */
import type { Bench } from "./bench.ts";
import type { BenchAz } from "./machine.ts";
import { freshPlace, inJob, type Login, type Place } from "./ours.ts";
import { openPeer } from "./peer.ts";
import { type Section, table } from "./report.ts";
import { stageRows } from "./stages.ts";
import { ratio, seconds } from "./statistics.ts";

export const TEMPERATURES = ["cold", "warm"] as const;
export type Temperature = (typeof TEMPERATURES)[number];

const JOBS: Readonly<Record<Temperature, string>> = { cold: "first job on the machine", warm: "later jobs" };

interface Run {
  readonly step: number;
  readonly next: number;
}

interface Pairs {
  readonly az: BenchAz;
  readonly temperature: Temperature;
  readonly ours: (Run & { readonly login: Login })[];
  readonly peer: Run[];
}

export async function measurePairs(bench: Bench, azs: readonly BenchAz[], runs: number): Promise<readonly Section[]> {
  const measured: Pairs[] = [];
  for (const az of azs) measured.push(...(await pairsOf(bench, az, runs)));
  return [stepSection(measured), nextSection(measured), stagesSection(measured)];
}

async function pairsOf(bench: Bench, az: BenchAz, runs: number): Promise<readonly Pairs[]> {
  const place = await freshPlace(bench);
  const home = await bench.folder("peer-");
  // This is the earlier job of the warm runs. It also makes sure that the first cold run finds az in the disk's cache.
  await ourRun(bench, az, place);
  await peerRun(bench, az, home);
  const pairs = TEMPERATURES.map((temperature): Pairs => ({ az, temperature, ours: [], peer: [] }));
  for (let run = 0; run < runs; run++) {
    for (const { temperature, ours, peer } of pairs) {
      const warm = temperature === "warm";
      const both = [
        async () => ours.push(await ourRun(bench, az, warm ? place : await freshPlace(bench))),
        async () => peer.push(await peerRun(bench, az, warm ? home : await bench.folder("peer-"))),
      ];
      for (const one of run % 2 === 0 ? both : both.toReversed()) await one();
    }
  }
  return pairs;
}

function ourRun(bench: Bench, az: BenchAz, place: Place) {
  return inJob(bench, place, { inputs: { "az-path": az.path } }, async (job) => {
    const login = await job.login();
    return { login, step: login.milliseconds, next: await job.next() };
  });
}

async function peerRun(bench: Bench, az: BenchAz, home: string): Promise<Run> {
  const peer = await openPeer(bench, az.path, home);
  return { step: await peer.login(), next: await peer.next() };
}

const HEAD = ["", "azs-login, s", "Azure/login's az commands, s", "ratio of medians"];

function stepSection(measured: readonly Pairs[]): Section {
  return {
    title: "The step",
    waits: measured.map(({ az, temperature, ours }) => ({
      job: `The runner has ${az.name}; ${JOBS[temperature]}`,
      step: ours.map(({ step }) => step),
      command: ours.map(({ next }) => next),
    })),
    body: [
      table(
        HEAD,
        measured.map((pairs) => rowOf(pairs, labelOf(pairs), ({ step }) => step)),
      ),
      "Azure/login starts a process for each az command, and each process loads az again. azs-login starts az's Python " +
        "once, at the beginning of the step, so that az loads while the step waits for the stamp and the authority. The " +
        "time of azs-login is that of its whole step, including the start of Node. The time of Azure/login is that of " +
        "its az commands only, without the start of Node.",
    ],
  };
}

function nextSection(measured: readonly Pairs[]): Section {
  const rows = measured.flatMap((pairs) => [
    rowOf(pairs, `${labelOf(pairs)}: \`az group list\``, ({ next }) => next),
    rowOf(pairs, `${labelOf(pairs)}: step and \`az group list\``, ({ step, next }) => step + next),
  ]);
  return {
    title: "The job's next az command",
    body: [
      table(HEAD, rows),
      "az keeps an index of its commands in its configuration folder. Without the index, az loads every module and makes " +
        "the index. The az commands of Azure/login have made it by the end of its step. A job of azs-login starts with a " +
        "new configuration folder. In a cold job the first az command makes the index. In a warm job the folder contains " +
        "the index that the post step of an earlier job stored in the tool cache.",
    ],
  };
}

function stagesSection(measured: readonly Pairs[]): Section {
  return {
    title: "Where the time goes",
    body: [
      "Medians in ms.",
      table(["", ...measured.map(labelOf)], stageRows(measured.map(({ ours }) => ours.map(({ login }) => login)))),
      "A name in code font is a stage of the step's log. The medians of the stages need not add up to that of the step.",
    ],
  };
}

function rowOf({ ours, peer }: Pairs, label: string, value: (run: Run) => number): readonly string[] {
  const [mine, theirs] = [ours.map(value), peer.map(value)];
  return [label, seconds(mine), seconds(theirs), ratio(mine, theirs)];
}

function labelOf({ az, temperature }: Pairs): string {
  return `${az.name}, ${temperature}`;
}
