/** Compares the default `trust-stores`, which changes the machine's stores where it may, with `bundle`. */
import { setTimeout as sleep } from "node:timers/promises";
import { isDeepStrictEqual } from "node:util";
import { type Snapshot, snapshot } from "../../__tests__/support/snapshot.ts";
import type { Bench } from "./bench.ts";
import type { BenchAz } from "./machine.ts";
import { freshPlace, inJob } from "./ours.ts";
import { type Section, table } from "./report.ts";
import { ratio, seconds } from "./statistics.ts";

const SYSTEM_STORE = ["/usr/local/share/ca-certificates", "/etc/ssl/certs"];

interface Run {
  readonly step: number;
  readonly post: number;
}

interface Measured {
  readonly az: BenchAz;
  readonly auto: readonly Run[];
  readonly bundle: readonly Run[];
}

export async function measureStores(bench: Bench, azs: readonly BenchAz[], runs: number): Promise<Section> {
  const measured: Measured[] = [];
  for (const az of azs) measured.push(await measure(bench, az, runs));
  const root = process.getuid?.() === 0;
  return {
    title: "Trust stores",
    waits: measured.slice(-1).flatMap(({ auto, bundle }) => [
      { job: "The post step, `trust-stores: bundle`", step: bundle.map(({ post }) => post) },
      { job: `The post step, \`trust-stores: auto\`${root ? " as root" : ""}`, step: auto.map(({ post }) => post) },
    ]),
    body: [
      table(["", "`auto` (default), s", "`bundle`, s", "ratio of medians"], measured.flatMap(rowsOf)),
      root
        ? "Measured as root: `auto` writes the root to the system store, and to the CA bundle of az's Python if that has " +
          "one of its own. The post step removes the root. After each of these jobs the stores were byte for byte what " +
          "they were before it."
        : "Not measured as root: `auto` wrote only the stores that the user may write.",
    ],
  };
}

async function measure(bench: Bench, az: BenchAz, runs: number): Promise<Measured> {
  const place = await freshPlace(bench);
  const stores = [...SYSTEM_STORE, az.roots];
  const before = snapshot(...stores);
  await loginWith("bundle");
  const auto: Run[] = [];
  const bundle: Run[] = [];
  for (let run = 0; run < runs; run++) {
    const both = [async () => auto.push(await loginWith("auto")), async () => bundle.push(await loginWith("bundle"))];
    for (const one of run % 2 === 0 ? both : both.toReversed()) {
      await one();
      await awaitUnchanged(before, stores);
    }
  }
  return { az, auto, bundle };

  function loginWith(wanted: string): Promise<Run> {
    const inputs = { "az-path": az.path, "trust-stores": wanted };
    return inJob(bench, place, { inputs }, async (job) => ({ step: (await job.login()).milliseconds }));
  }
}

function rowsOf({ az, auto, bundle }: Measured): readonly (readonly string[])[] {
  const row = (name: string, value: (run: Run) => number) => {
    const [slow, quick] = [auto.map(value), bundle.map(value)];
    return [`${az.name}, ${name}`, seconds(slow), seconds(quick), ratio(slow, quick)];
  };
  return [row("step", ({ step }) => step), row("post step", ({ post }) => post)];
}

const PATIENCE_MS = 60_000;

/** @throws if the machine's stores are not restored; the reason may be another job that is changing them */
async function awaitUnchanged(before: Snapshot, stores: readonly string[]): Promise<void> {
  const deadline = performance.now() + PATIENCE_MS;
  let after = snapshot(...stores);
  while (!isDeepStrictEqual(before, after)) {
    const changed = Object.keys({ ...before, ...after }).filter((file) => before[file] !== after[file]);
    if (performance.now() > deadline) throw new Error(`after the post step these differ: ${changed.join(", ")}`);
    await sleep(500);
    after = snapshot(...stores);
  }
}
