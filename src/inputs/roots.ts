import { pinnedRoots } from "../certificates/pinned.ts";
import { judgeRoot, type Root, readRoots } from "../certificates/roots.ts";
import { certificateFailures } from "../errors/certificates.ts";
import { Failure } from "../errors/failure.ts";
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
  if (caFingerprint === undefined || raw[INPUT] === "") return { roots, caFingerprint, warnings: few(warnings) };
  const pinned = await problems.collect(() => pinnedRoots(roots, caFingerprint, INPUT));
  const left = pinned?.dropped.map(
    ({ subject }) => `"${subject}" in ${INPUT} is not trusted: ca-fingerprint is another's.`,
  );
  return { roots: pinned?.kept ?? [], caFingerprint, warnings: few([...warnings, ...(left ?? [])]) };
}

const MOST_WARNINGS = 5;

/** A list of public roots has dozens of which there is something to say. */
function few(warnings: readonly string[]): readonly string[] {
  const more = warnings.length - MOST_WARNINGS;
  if (more <= 1) return warnings;
  return [...warnings.slice(0, MOST_WARNINGS), `${INPUT}: ${more} more warnings of this kind.`];
}

async function readGiven(value: string, problems: Problems, now: Date): Promise<Trusted | undefined> {
  if (value === "") return NONE;
  const read = await problems.collect(async () =>
    (await readMaterials(value, INPUT)).flatMap(({ content, from }) =>
      readRoots(content, from).map((root) => ({ root, from })),
    ),
  );
  const roots = read?.map(({ root }) => root);
  if (read === undefined || roots === undefined) return undefined;
  const judged = read.map(({ root, from }) => attempt(() => judgeRoot(root, from, now, roots)));
  const refused = judged.filter((one) => one instanceof Failure);
  for (const failure of refused.slice(0, MOST_REFUSED)) problems.add(failure);
  const more = refused.length - MOST_REFUSED;
  if (more > 0) problems.add(certificateFailures.caMoreRefused({ input: INPUT, count: String(more) }));
  return { roots, warnings: judged.flatMap((one) => (one instanceof Failure ? [] : one.warnings)) };
}

const MOST_REFUSED = 5;

function attempt<T>(judge: () => T): T | Failure {
  try {
    return judge();
  } catch (error) {
    if (error instanceof Failure) return error;
    throw error;
  }
}
