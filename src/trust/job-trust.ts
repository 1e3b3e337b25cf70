import type { Root } from "../certificates/roots.ts";
import type { Host } from "../host/host.ts";
import type { Processes } from "../io/processes.ts";
import type { Journal } from "../journal.ts";
import { type Bundle, bundleIn, writeBundles } from "./bundle.ts";
import { configuredForGit } from "./git-roots.ts";
import { privateRoots } from "./private-roots.ts";
import { openRootsFolder } from "./roots-folder.ts";
import { trustInMemory } from "./trust.ts";

/** The roots that the step trusts, and hands on to the job. */
export interface JobTrust {
  /** Where the file for az will stand; undefined when there is no root to add. */
  readonly bundle: string | undefined;
  /**
   * Writes the files with roots, once; undefined when there is none to add.
   *
   * @param certifi the CA bundle of az's Python, if known
   */
  write(certifi: string | undefined): Promise<Bundle | undefined>;
}

/**
 * Trusts the stamp's roots in this process, and the private ones that the runner's variables name: what one program of
 * the job trusts, such as the proxy that inspects TLS, the step and all others are to trust.
 */
export async function openTrust(
  roots: readonly Root[],
  { environment, publicFolder, info }: Pick<Host, "environment" | "publicFolder" | "info">,
  journal: Pick<Journal, "record">,
  processes: Pick<Processes, "run">,
): Promise<JobTrust> {
  const own = (await privateRoots(environment)).filter(({ der }) => !roots.some((root) => root.der.equals(der)));
  if (own.length > 0) info(`private roots of the runner, which all programs of the job get: ${named(own)}`);
  const trusted = [...roots, ...own];
  trustInMemory(trusted);
  if (trusted.length === 0) return { bundle: undefined, write: async () => undefined };
  const folder = await openRootsFolder(publicFolder, journal);
  const git = configuredForGit(processes);
  let written: Promise<Bundle> | undefined;
  return {
    bundle: bundleIn(folder),
    async write(certifi) {
      written ??= git.then((found) => writeBundles(trusted, folder, environment, { git: found, certifi }));
      return written;
    },
  };
}

const MOST_NAMED = 3;

function named(roots: readonly { readonly subject: string }[]): string {
  const more = roots.length - MOST_NAMED;
  const names = roots.slice(0, MOST_NAMED).map(({ subject }) => subject);
  return names.join("; ") + (more > 0 ? `; and ${more} more` : "");
}
