/** What the documentation and the step use from docs/az-matrix.json. */
import { SUPPORTED_AZ } from "../../src/az/find/versions.ts";
import type { Result, Run } from "./run.ts";

type Rows = readonly (readonly string[])[];

/** For each group of commands and each az, how many work: one number if Entra and AD FS give the same. */
export function numbers(runs: readonly Run[]): { readonly head: readonly string[]; readonly rows: Rows } {
  const azs = versionsOf(runs);
  const groups = unique(runs.flatMap(({ results }) => results.map(({ family }) => family)));
  const row = (name: string, isIn: (result: Result) => boolean) => [
    name,
    ...azs.map((az) => unique(runsOf(runs, az).map(({ results }) => counted(results.filter(isIn)))).join("; AD FS ")),
  ];
  return {
    head: ["Commands", ...azs],
    rows: [...groups.map((group) => row(`az ${group}`, ({ family }) => family === group)), row("**all**", () => true)],
  };
}

/** Each command that fails with at least one az, and the versions with which it fails. */
export function failures(runs: readonly Run[]): Rows {
  const commands = unique(runs.flatMap(({ results }) => results.map(({ command }) => command)));
  return commands.flatMap((command) => {
    const azs = versionsOf(runs).flatMap((az) => {
      const failing = runsOf(runs, az).filter(({ results }) => !worksIn(results, command));
      if (failing.length === 0) return [];
      return failing.length === runsOf(runs, az).length ? [az] : failing.map(({ idp }) => `${az} (${title(idp)})`);
    });
    return azs.length === 0 ? [] : [[`\`${command}\``, azs.join(", ")]];
  });
}

/** src/az/find/matrix.ts: by group, the commands that fail with an az and work with the supported one. */
export function matrixModule(runs: readonly Run[]): string {
  const lines = versionsOf(runs).map((az) => {
    const lost = runsOf(runs, az).flatMap(({ idp, results }) => {
      const reference = runs.find((run) => run.az === SUPPORTED_AZ && run.idp === idp)?.results ?? [];
      return reference.filter(({ works, command }) => works && !worksIn(results, command));
    });
    const fails = unique(lost.map(({ family }) => family));
    return `  { az: ${JSON.stringify(az)}, fails: [${fails.map((group) => JSON.stringify(group)).join(", ")}] },`;
  });
  return [
    "// biome-ignore-all format: one az a line",
    "// Made from docs/az-matrix.json by scripts/docs.ts: run `npm run matrix` and `npm run docs` instead of changing it.",
    "",
    "/** The az's that were tried, oldest first, and the groups with commands that fail there and work with 2.66.2. */",
    "export const MATRIX: readonly { readonly az: string; readonly fails: readonly string[] }[] = [",
    ...lines,
    "];",
    "",
  ].join("\n");
}

function worksIn(results: readonly Result[], wanted: string): boolean {
  return results.some(({ command, works }) => works && command === wanted);
}

function counted(results: readonly Result[]): string {
  return `${results.filter(({ works }) => works).length} of ${results.length}`;
}

function versionsOf(runs: readonly Run[]): readonly string[] {
  return unique(runs.map(({ az }) => az));
}

function runsOf(runs: readonly Run[], version: string): readonly Run[] {
  return runs.filter(({ az }) => az === version);
}

function title(idp: Run["idp"]): string {
  return idp === "aad" ? "Entra" : "AD FS";
}

function unique(texts: readonly string[]): readonly string[] {
  return [...new Set(texts)];
}
