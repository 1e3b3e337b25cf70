import type { Processes } from "../io/processes.ts";
import type { Source } from "./sources.ts";

/** The files that git verifies with. */
export interface GitRoots {
  /** For every host (`http.sslCAInfo`); undefined: the system's. */
  readonly general: Source | undefined;
  /** For some URLs (`http.<url>.sslCAInfo`), where they take the other's place. */
  readonly particular: readonly Source[];
}

const NO_ROOTS: GitRoots = { general: undefined, particular: [] };
/** It reads a few small files. */
const LONGEST_MS = 5000;

/** What git's configuration says, that of the repository in the working folder with it (git-config(1)). */
export async function configuredForGit(processes: Pick<Processes, "run">): Promise<GitRoots> {
  const args = ["config", "--null", "--type=path", "--get-regexp", "^http\\.(.*\\.)?sslcainfo$"];
  const { exitCode, stdout } = await processes.run("git", args, { withinMs: LONGEST_MS });
  if (exitCode !== 0) return NO_ROOTS;
  const values = new Map<string, string>();
  for (const entry of stdout.split("\0")) {
    const [, name, value] = /^(\S+)\n(.+)$/s.exec(entry) ?? [];
    // The last one counts.
    if (name !== undefined && value !== undefined) values.set(name, value);
  }
  const sources = [...values].map(([name, value]): Source => ({ name: `git's ${name}`, value }));
  const isGeneral = ({ name }: Source) => name === "git's http.sslcainfo";
  return { general: sources.find(isGeneral), particular: sources.filter((source) => !isGeneral(source)) };
}
