import { pinnedRoots } from "../certificates/pinned.ts";
import { type GivenRoot, judgeRoots, type Root, readGivenRoots } from "../certificates/roots.ts";
import { certificateFailures } from "../errors/certificates.ts";
import type { Processes } from "../io/processes.ts";
import { readFilesOrContent, splitList } from "./file-or-content.ts";
import { readFingerprint } from "./fingerprint.ts";
import type { Raw } from "./input-names.ts";
import type { Problems } from "./problems.ts";
import { readAgentFile } from "./waagent.ts";

/** The inputs about the stamp's root. */
export interface RootInputs {
  /** Roots in `ca-certificate`; with `ca-fingerprint`, only those that it vouches for. */
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
 * Reads `ca-certificate` and `ca-fingerprint`. The word `waagent` may be the whole value or an entry in the list of
 * paths; a file of that name is `./waagent`.
 *
 * @param processes runs `sudo` if only root may read the agent's file
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
  const asksAgent = others.length < words.length;
  const given = await readGiven(asksAgent ? others.join("\n") : raw[INPUT], problems);
  const agent = asksAgent ? await problems.collect(() => readAgentFile(agentFile, INPUT, now, processes)) : NONE;
  if (given === undefined || agent === undefined) return { ...NONE, caFingerprint };

  const all = given.map(({ root }) => root).concat(agent.roots);
  const unique = [...new Map(all.map((root) => [root.fingerprints.sha256, root])).values()];
  const pinned =
    caFingerprint === undefined || raw[INPUT] === ""
      ? { kept: unique, dropped: [] }
      : await problems.collect(() => pinnedRoots(unique, caFingerprint, INPUT));
  if (pinned === undefined) return { ...NONE, caFingerprint };

  // Dropped certificates are not trusted, so they need not be judged.
  const judged = judge(
    given.filter(({ root }) => pinned.kept.includes(root)),
    problems,
    now,
  );
  const roots = pinned.kept.filter((root) => judged.roots.includes(root) || agent.roots.includes(root));
  const left = pinned.dropped.map(
    ({ subject }) => `"${subject}" in ${INPUT} is not trusted: ca-fingerprint is that of another certificate.`,
  );
  return { roots, caFingerprint, warnings: few([...judged.warnings, ...agent.warnings, ...left]) };
}

const MOST_WARNINGS = 5;

/** Limits the warnings: a list of public roots has dozens of roots to warn about. */
function few(warnings: readonly string[]): readonly string[] {
  const more = warnings.length - MOST_WARNINGS;
  if (more <= 1) return warnings;
  return [...warnings.slice(0, MOST_WARNINGS), `${INPUT}: ${more} more warnings of this kind.`];
}

async function readGiven(value: string, problems: Problems): Promise<readonly GivenRoot[] | undefined> {
  if (value === "") return [];
  return problems.collect(async () => {
    const materials = await readFilesOrContent(value, INPUT);
    const read = await Promise.all(
      materials.map(async ({ content, from }) => (await readGivenRoots(content, from)).map((root) => ({ root, from }))),
    );
    return [...new Map(read.flat().map((one) => [one.root.fingerprints.sha256, one])).values()];
  });
}

const MOST_REFUSED = 5;

function judge(given: readonly GivenRoot[], problems: Problems, now: Date): Trusted {
  const { roots, warnings, refused } = judgeRoots(given, now);
  for (const failure of refused.slice(0, MOST_REFUSED)) problems.add(failure);
  const more = refused.length - MOST_REFUSED;
  if (more > 0) problems.add(certificateFailures.caMoreRefused({ input: INPUT, count: String(more) }));
  return { roots, warnings };
}
