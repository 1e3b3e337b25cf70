/** Jobs on a machine without an az. The first one installs az into the tool cache, from a folder of wheels. */
import { existsSync, readdirSync } from "node:fs";
import path from "node:path";
import { fillPath } from "../../emulator/job.ts";
import type { Bench } from "./bench.ts";
import { pythonVersion, systemPython } from "./machine.ts";
import { freshPlace, inJob, type JobOptions } from "./ours.ts";
import { type Section, table } from "./report.ts";
import { range, ratio } from "./statistics.ts";
import { ourJobs } from "./together.ts";

const WHEELS = path.resolve(".cache/wheels");
const INSTALLING = /^az: installing /gm;

/** A bundle, and the programs on the PATH of its jobs. */
interface Installer {
  readonly name: string;
  readonly options: JobOptions;
}

/** Times of a first and a second job: the step, and its next `az group list`. */
interface Run {
  readonly first: number;
  readonly firstNext: number;
  readonly second: number;
  readonly secondNext: number;
}

interface Crowd {
  readonly wall: number;
  readonly installs: number;
}

/**
 * @param runs number of runs, each with a first and a second job
 * @param count jobs at once
 * @param earlier `dist` of another commit, which installs az in turn with this one
 */
export async function measureProvisioning(
  bench: Bench,
  runs: number,
  count: number,
  earlier: string | undefined,
): Promise<Section> {
  const title = "Installing az";
  if (!existsSync(WHEELS) || !readdirSync(WHEELS).some((name) => name.endsWith(".whl"))) {
    const lacking = "There is no folder of wheels: `npm run wheels -- .cache/wheels`";
    console.error(`\n!!! SKIPPED: ${title}. ${lacking}\n`);
    return { title, body: [`**Not measured.** ${lacking}`] };
  }
  const python = systemPython();
  const installers = await installersFor(bench, python, earlier);
  const measured = await inTurns(bench, installers, runs);
  const [ours] = installers;
  const [cold, warm] = await crowds(bench, ours.options, count);
  return {
    title,
    waits: measured.slice(0, 1).flatMap((one) => [
      {
        job: "The step installs az 2.66.2 from a folder of wheels",
        step: of(one, "first"),
        command: of(one, "firstNext"),
      },
      { job: "Later jobs with that az", step: of(one, "second"), command: of(one, "secondNext") },
    ]),
    body: [
      table(
        ["", "first job, s", "its `az group list`, s", "second job, s", "its `az group list`, s"],
        measured.map(rowOf),
      ),
      `The runner has no az. The first job installs az 2.66.2 from a folder of wheels (\`az-wheels\`) into the tool cache, ` +
        `on Python ${pythonVersion(python)}; later jobs use it. Medians of ${runs} runs, with minimum and maximum.`,
      ...comparison(measured),
      `${count} jobs started at the same time with an empty tool cache: ${cold.installs} installed az, the others waited, ` +
        `and all had finished after ${range([cold.wall])} s. With the filled tool cache all had finished after ` +
        `${range([warm.wall])} s.`,
    ],
  };
}

async function installersFor(
  bench: Bench,
  python: string,
  earlier: string | undefined,
): Promise<readonly [Installer, ...Installer[]]> {
  const inputs = { "az-wheels": WHEELS };
  const bare = await pathOf(bench, python);
  const ours = { name: "azs-login", options: { inputs, path: bare } };
  if (earlier === undefined) return [ours];
  const dist = path.resolve(earlier);
  const withUv = await pathOf(bench, python, path.resolve(".cache/uv/bin/uv"));
  return [
    ours,
    { name: "an earlier commit, with pip", options: { inputs, dist, path: bare } },
    { name: "an earlier commit, with uv", options: { inputs, dist, path: withUv } },
  ];
}

type Measured = Installer & { readonly runs: Run[] };

/** The installers take turns, so that other work on the machine affects all of them equally. */
async function inTurns(bench: Bench, installers: readonly Installer[], runs: number): Promise<readonly Measured[]> {
  const measured = installers.map((installer): Measured => ({ ...installer, runs: [] }));
  for (let run = 0; run < runs; run++) {
    for (const one of run % 2 === 0 ? measured : measured.toReversed()) {
      one.runs.push(await firstAndSecond(bench, one.options));
    }
  }
  return measured;
}

async function firstAndSecond(bench: Bench, options: JobOptions): Promise<Run> {
  const place = await freshPlace(bench);
  const job = () =>
    inJob(bench, place, options, async (opened) => {
      const { milliseconds } = await opened.login();
      return { step: milliseconds, next: await opened.next() };
    });
  const [first, second] = [await job(), await job()];
  await bench.remove(place.tools);
  return { first: first.step, firstNext: first.next, second: second.step, secondNext: second.next };
}

const of = ({ runs }: Measured, part: keyof Run) => runs.map((run) => run[part]);

function rowOf(one: Measured): readonly string[] {
  const parts = ["first", "firstNext", "second", "secondNext"] as const;
  return [one.name, ...parts.map((part) => range(of(one, part)))];
}

function comparison([ours, ...others]: readonly Measured[]): readonly string[] {
  if (ours === undefined || others.length === 0) return [];
  const parts = others.map((one) => `${ratio(of(ours, "first"), of(one, "first"))} of the time of ${one.name}`);
  const next = ratio(of(ours, "firstNext"), of(ours, "secondNext"));
  return [
    `The first job takes ${parts.join(", and ")}. Its \`az group list\` takes ${next} of its time in the second job.`,
  ];
}

async function crowds(bench: Bench, options: JobOptions, count: number): Promise<readonly [Crowd, Crowd]> {
  const tools = await bench.folder("tools-");
  const places = await Promise.all(
    Array.from({ length: count }, async () => ({ home: await bench.folder("home-"), tools })),
  );
  const crowd = async (): Promise<Crowd> => {
    let installs = 0;
    const { wall } = await ourJobs(bench, places, options, (log) => {
      installs += log.match(INSTALLING)?.length ?? 0;
    });
    return { wall, installs };
  };
  const [cold, warm] = [await crowd(), await crowd()];
  await bench.remove(tools);
  return [cold, warm];
}

/** A PATH that contains only the system's shell and the given programs. */
async function pathOf(bench: Bench, ...programs: readonly string[]): Promise<string> {
  const folder = await bench.folder("path-");
  fillPath(folder, programs);
  return folder;
}
