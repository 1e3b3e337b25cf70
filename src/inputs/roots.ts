import { pinnedRoots } from "../certificates/pinned.ts";
import { judgeRoot, type Root, readRoots } from "../certificates/roots.ts";
import type { Processes } from "../io/processes.ts";
import { readAgentFile } from "./agent-file.ts";
import { readFingerprint } from "./fingerprint.ts";
import { readMaterials, splitList } from "./material.ts";
import type { Problems } from "./problems.ts";
import type { Raw } from "./raw.ts";

/** What the user says about the stamp's root. */
export interface RootInputs {
  /** Of `ca-certificate`; with `ca-fingerprint`, what that vouches for. */
  readonly roots: readonly Root[];
  /** SHA-256, upper-case hex with colons. */
  readonly caFingerprint: string | undefined;
  readonly warnings: readonly string[];
}

type Trusted = Pick<RootInputs, "roots" | "warnings">;

const INPUT = "ca-certificate";
const AGENT = "waagent";
const AGENT_FILE = "/var/lib/waagent/Certificates.pem";
const NONE: Trusted = { roots: [], warnings: [] };

/**
 * Reads `ca-certificate` and `ca-fingerprint`. The word `waagent` may stand alone or in the list of paths; a file of
 * that name is `./waagent`.
 *
 * @param processes for `sudo`, where only root may read the agent's file
 */
export async function readRootInputs(
  raw: Pick<Raw, "ca-certificate" | "ca-fingerprint">,
  problems: Problems,
  now: Date,
  processes: Pick<Processes, "run">,
  agentFile = AGENT_FILE,
): Promise<RootInputs> {
  const caFingerprint = await problems.collect(() => readFingerprint(raw["ca-fingerprint"]));
  const words = splitList(raw[INPUT]);
  const others = words.filter((word) => word !== AGENT);
  const given = await readGiven(others.length === words.length ? raw[INPUT] : others.join("\n"), problems, now);
  const agent =
    others.length === words.length
      ? NONE
      : await problems.collect(() => readAgentFile(agentFile, INPUT, now, processes));
  if (given === undefined || agent === undefined) return { ...NONE, caFingerprint };

  const all = [...given.roots, ...agent.roots];
  const roots = [...new Map(all.map((root) => [root.fingerprints.sha256, root])).values()];
  const warnings = [...given.warnings, ...agent.warnings];
  if (caFingerprint === undefined || raw[INPUT] === "") return { roots, caFingerprint, warnings };
  const pinned = await problems.collect(() => pinnedRoots(roots, caFingerprint, INPUT));
  const left = pinned?.dropped.map(
    ({ subject }) => `"${subject}" in ${INPUT} is not trusted: ca-fingerprint is another's.`,
  );
  return { roots: pinned?.kept ?? [], caFingerprint, warnings: [...warnings, ...(left ?? [])] };
}

async function readGiven(value: string, problems: Problems, now: Date): Promise<Trusted | undefined> {
  if (value === "") return NONE;
  const read = await problems.collect(async () =>
    (await readMaterials(value, INPUT)).flatMap(({ content, from }) =>
      readRoots(content, from).map((root) => ({ root, from })),
    ),
  );
  const roots = read?.map(({ root }) => root);
  const warnings: string[] = [];
  for (const { root, from } of read ?? []) {
    const judged = await problems.collect(() => judgeRoot(root, from, now, roots));
    warnings.push(...(judged?.warnings ?? []));
  }
  return roots && { roots, warnings };
}
