/** Several jobs on one machine that start at the same moment. */
import { all, type Bench } from "./bench.ts";
import type { BenchAz } from "./machine.ts";
import { type Job, type JobOptions, openJob, type Place } from "./ours.ts";
import { TEMPERATURES, type Temperature } from "./pairs.ts";
import { openPeer } from "./peer.ts";
import { type Section, table } from "./report.ts";
import { median, range, ratio } from "./statistics.ts";

export interface Together {
  /** The time until the last job is done. */
  readonly wall: number;
  readonly each: readonly number[];
}

/** The results with this number of jobs, in several rounds. */
interface Crowd {
  readonly az: BenchAz;
  readonly temperature: Temperature;
  readonly count: number;
  readonly ours: Together[];
  readonly peer: Together[];
}

export async function measureTogether(
  bench: Bench,
  azs: readonly BenchAz[],
  counts: readonly number[],
  rounds: (count: number) => number,
): Promise<Section> {
  const crowds: Crowd[] = [];
  for (const az of azs) {
    for (const count of counts) crowds.push(...(await crowdsOf(bench, az, count, rounds(count))));
  }
  return {
    title: "Jobs at once",
    body: [
      table(
        ["", "jobs", "azs-login, s", "Azure/login's az commands, s", "ratio", "a job: azs-login, s", "Azure/login, s"],
        azs.flatMap((az) => TEMPERATURES.flatMap((temperature) => crowds.filter(isOf(az, temperature)).map(rowOf))),
      ),
      "The first two times are until the step of the last job is done: medians of two or three rounds, with minimum and " +
        "maximum. The last two times are medians of single jobs. When all cores are busy, both take longer with each job.",
    ],
  };
}

function isOf(az: BenchAz, temperature: Temperature): (crowd: Crowd) => boolean {
  return (crowd) => crowd.az === az && crowd.temperature === temperature;
}

async function crowdsOf(bench: Bench, az: BenchAz, count: number, rounds: number): Promise<readonly Crowd[]> {
  const crowds = TEMPERATURES.map((temperature): Crowd => ({ az, temperature, count, ours: [], peer: [] }));
  for (let round = 0; round < rounds; round++) {
    const homes = await folders(bench, "peer-", count);
    const tools = await bench.folder("tools-");
    const places = (await folders(bench, "home-", count)).map((home) => ({ home, tools }));
    // The cold jobs are the earlier jobs of the warm ones.
    for (const { ours, peer } of crowds) {
      const both = [
        async () => ours.push(await ourJobs(bench, places, { inputs: { "az-path": az.path } })),
        async () => peer.push(await peerJobs(bench, az, homes)),
      ];
      for (const one of round % 2 === 0 ? both : both.toReversed()) await one();
    }
  }
  return crowds;
}

function folders(bench: Bench, name: string, count: number): Promise<readonly string[]> {
  return Promise.all(Array.from({ length: count }, () => bench.folder(name)));
}

/** Runs a job in each place. One of them then runs an az command, so that az's command index is stored. */
export async function ourJobs(
  bench: Bench,
  places: readonly Place[],
  options: JobOptions,
  logged: (log: string) => void = () => {},
): Promise<Together> {
  const jobs = await Promise.all(places.map((place) => openJob(bench, place, options)));
  const [worked] = await Promise.allSettled([logIn(jobs, logged)]);
  await all(jobs.map((job) => job.close()));
  if (worked.status === "rejected") throw worked.reason;
  return worked.value;
}

async function logIn(jobs: readonly Job[], logged: (log: string) => void): Promise<Together> {
  const start = performance.now();
  const logins = await all(jobs.map((job) => job.login()));
  const wall = performance.now() - start;
  await jobs[0]?.next();
  for (const { lines } of logins) logged(lines.map(({ text }) => text).join("\n"));
  return { wall, each: logins.map(({ milliseconds }) => milliseconds) };
}

async function peerJobs(bench: Bench, az: BenchAz, homes: readonly string[]): Promise<Together> {
  const peers = await Promise.all(homes.map((home) => openPeer(bench, az.path, home)));
  const start = performance.now();
  const each = await all(peers.map((peer) => peer.login()));
  return { wall: performance.now() - start, each };
}

function rowOf({ az, temperature, count, ours, peer }: Crowd): readonly string[] {
  const [mine, theirs] = [ours, peer].map((rounds) => rounds.map(({ wall }) => wall)) as [number[], number[]];
  const single = (rounds: readonly Together[]) => (median(rounds.flatMap(({ each }) => each)) / 1000).toFixed(2);
  return [
    `${az.name}, ${temperature}`,
    count.toString(),
    range(mine),
    range(theirs),
    ratio(mine, theirs),
    single(ours),
    single(peer),
  ];
}
