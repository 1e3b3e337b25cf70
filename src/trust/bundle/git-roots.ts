import type { Processes } from "../../io/processes.ts";
import type { Source } from "./root-sources.ts";

/** The CA files that git's configuration names. */
export interface GitRoots {
  /** For every host (`http.sslCAInfo`); undefined: git uses the system's. */
  readonly general: Source | undefined;
  /** For some URLs (`http.<url>.sslCAInfo`), where they replace the general one. */
  readonly particular: readonly Source[];
}

/** git reads only a few small files. */
const LONGEST_MS = 5000;

/** Reads git's configuration, including that of the repository in the working folder (git-config(1)). */
export async function configuredForGit(processes: Pick<Processes, "run">): Promise<GitRoots> {
  const config = async (...args: readonly string[]) => {
    const { exitCode, stdout } = await processes.run("git", ["config", "--null", ...args], { withinMs: LONGEST_MS });
    return exitCode === 0 ? stdout : "";
  };
  const values = new Map<string, string>();
  for (const entry of (await config("--get-regexp", "^http\\.(.*\\.)?sslcainfo$")).split("\0")) {
    const [, name, value] = /^(\S+)\n(.+)$/s.exec(entry) ?? [];
    // The last one counts.
    if (name !== undefined && value !== undefined) values.set(name, value);
  }
  for (const [name, value] of values) {
    // One query per path: if one names the home of an unknown user, git fails for all of them.
    if (/^[~%]/.test(value)) values.set(name, (await config("--type=path", "--get", name)).split("\0")[0] || value);
  }
  const sources = [...values].map(([name, value]): Source => ({ name: `git's ${name}`, value }));
  const isGeneral = ({ name }: Source) => name === "git's http.sslcainfo";
  return { general: sources.find(isGeneral), particular: sources.filter((source) => !isGeneral(source)) };
}
