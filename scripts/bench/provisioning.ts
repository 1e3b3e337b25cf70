/** Jobs on a machine without an az: the first installs one into the tool cache, from a folder of wheels. */
import { existsSync, readdirSync } from "node:fs";
import path from "node:path";
import { fillPath } from "../../emulator/job.ts";
import type { Bench } from "./bench.ts";
import { pythonVersion, systemPython } from "./machine.ts";
import { freshPlace, inJob, type JobOptions } from "./ours.ts";
import { type Section, table } from "./report.ts";
import { range } from "./statistics.ts";
import { ourJobs } from "./together.ts";

const WHEELS = path.resolve(".cache/wheels");
const INSTALLING = /^az: installing /gm;

interface Installer {
  readonly name: string;
  readonly path: string;
}

interface Crowd {
  readonly wall: number;
  readonly installs: number;
}

/** @param runs of a first and a second job @param count jobs at once */
export async function measureProvisioning(bench: Bench, runs: number, count: number): Promise<Section> {
  const title = "Installing az";
  if (!existsSync(WHEELS) || !readdirSync(WHEELS).some((name) => name.endsWith(".whl"))) {
    const lacking = "There is no folder of wheels: `npm run wheels -- .cache/wheels`";
    console.error(`\n!!! SKIPPED: ${title}. ${lacking}\n`);
    return { title, body: [`**Not measured.** ${lacking}`] };
  }
  const python = systemPython();
  const uv = findUv();
  const installers = [
    { name: "pip", path: await pathOf(bench, python) },
    ...(uv === undefined ? [] : [{ name: "uv", path: await pathOf(bench, python, uv) }]),
  ];
  const rows: (readonly string[])[] = [];
  for (const installer of installers) rows.push(await rowOf(bench, installer, runs, count));
  const crowd = `${count} jobs at once`;
  return {
    title,
    body: [
      table(
        ["", "first job, s", "second job, s", `${crowd}, s`, `installations in ${crowd}`, "and then again, s"],
        rows,
      ),
      `No az on the runner: the first job installs az 2.66.2 from a folder of wheels (\`az-wheels\`) on Python ` +
        `${pythonVersion(python)} into the tool cache, and later ones use it. Of jobs that start at once, one installs and the ` +
        "others wait. From a package index, the download comes on top. First and second jobs are medians of " +
        `${runs} runs with the least and the greatest; the jobs at once were measured once.`,
      ...(uv === undefined ? ["**With uv: not measured**, there is none on PATH (`npm run az` installs one)."] : []),
    ],
  };
}

async function rowOf(bench: Bench, installer: Installer, runs: number, count: number): Promise<readonly string[]> {
  const options = { inputs: { "az-wheels": WHEELS }, path: installer.path };
  const jobs: (readonly [number, number])[] = [];
  for (let run = 0; run < runs; run++) jobs.push(await firstAndSecond(bench, options));
  const [cold, warm] = await crowds(bench, options, count);
  return [
    `with ${installer.name}`,
    range(jobs.map(([first]) => first)),
    range(jobs.map(([, second]) => second)),
    range([cold.wall]),
    cold.installs.toString(),
    range([warm.wall]),
  ];
}

async function firstAndSecond(bench: Bench, options: JobOptions): Promise<readonly [number, number]> {
  const place = await freshPlace(bench);
  const job = () => inJob(bench, place, options, (opened) => opened.login());
  const [first, second] = [await job(), await job()];
  await bench.remove(place.tools);
  return [first.milliseconds, second.milliseconds];
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

/** On PATH, or where `npm run az` puts it. */
function findUv(): string | undefined {
  const folders = [...(process.env["PATH"] ?? "").split(path.delimiter), path.resolve(".cache/uv/bin")];
  return folders.map((folder) => path.join(folder, "uv")).find((file) => existsSync(file));
}

/** A PATH with nothing on it but the system's shell and what is named. */
async function pathOf(bench: Bench, ...programs: readonly string[]): Promise<string> {
  const folder = await bench.folder("path-");
  fillPath(folder, programs);
  return folder;
}
