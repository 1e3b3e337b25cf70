/** The workflows of this repository, as GitHub reads them. */
import { globSync, readFileSync } from "node:fs";
import path from "node:path";
import { parse } from "yaml";

export const ROOT = path.join(import.meta.dirname, "../../..");

export interface Step {
  readonly uses?: string;
  readonly run?: string;
  readonly with?: Readonly<Record<string, unknown>>;
  readonly env?: Readonly<Record<string, string>>;
}

export interface Job {
  readonly if?: string;
  readonly uses?: string;
  readonly environment?: string;
  readonly permissions?: Readonly<Record<string, string>>;
  readonly "timeout-minutes"?: number;
  readonly steps?: readonly Step[];
}

export interface Workflow {
  readonly on: string | readonly string[] | Readonly<Record<string, unknown>>;
  readonly permissions?: unknown;
  readonly concurrency?: { readonly group?: string; readonly "cancel-in-progress"?: unknown };
  readonly jobs: Readonly<Record<string, Job>>;
}

export function textOf(file: string): string {
  return readFileSync(path.join(ROOT, file), "utf8");
}

export function readYaml<T>(file: string): T {
  return parse(textOf(file)) as T;
}

/** Files that match, as paths from the root with forward slashes. */
export function filesLike(pattern: string): readonly string[] {
  const found = globSync(pattern, { cwd: ROOT, exclude: (name) => name === "node_modules" });
  return found.map((file) => file.replaceAll("\\", "/")).sort();
}

/** By name without ending: `ci`, `release`. */
export const workflows: Readonly<Record<string, Workflow>> = Object.fromEntries(
  filesLike(".github/workflows/*.yml").map((file) => [path.basename(file, ".yml"), readYaml<Workflow>(file)]),
);

/** By `workflow / job`. */
export const jobs: readonly (readonly [name: string, job: Job])[] = Object.entries(workflows).flatMap(
  ([name, workflow]) => Object.entries(workflow.jobs).map(([id, job]) => [`${name} / ${id}`, job] as const),
);
