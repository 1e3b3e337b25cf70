import type { Root } from "../certificates/roots.ts";
import type { Host } from "../host/host.ts";
import { allOrFirstFailure } from "../io/first-failure.ts";
import type { Life } from "../io/lives.ts";
import type { Recorder } from "../journal/kind.ts";
import { type Bundle, bundleIn, writeBundles } from "./bundle/bundle.ts";
import { configuredForGit } from "./bundle/git-roots.ts";
import { writeJavaTrustStore } from "./bundle/java-trust-store.ts";
import { privateRoots } from "./bundle/private-roots.ts";
import { openRootsFolder } from "./bundle/roots-folder.ts";
import { exportsBundle, storeRoots, type TrustOptions, trustInMemory } from "./machine-stores.ts";
import type { Machine } from "./store/store.ts";

/** The roots that the step trusts and hands on to the job. */
export interface JobTrust {
  /** Path of the CA bundle for az, which need not exist yet; undefined if there is no root to add. */
  readonly bundle: string | undefined;
  /**
   * Writes the CA bundles that az reads; a second call does nothing.
   *
   * @param certifi the CA bundle of az's Python, if known
   * @returns warnings
   */
  write(certifi: string | undefined): Promise<readonly string[]>;
  /** Adds the roots to the machine's stores. @returns a log line for each @throws Failure `AZS33x` */
  store(certifi: string | undefined): Promise<readonly string[]>;
  /**
   * Writes the files that az does not read.
   *
   * @param after awaited before writing: on a nearly full disk az's files come first, since az ends silently if it is
   *   full
   * @returns the files for later steps; undefined if there is no root to add, or if `trust-stores` leaves out `bundle`
   */
  finish(after: Promise<unknown>): Promise<Bundle | undefined>;
}

/**
 * In this process, trusts the stamp's roots and the private roots that the runner's variables name. A root that one
 * program of the job trusts, such as that of a proxy that inspects TLS, is to be trusted by the step and by all
 * programs.
 */
export async function openTrust(
  options: TrustOptions,
  { publicFolder, info }: Pick<Host, "publicFolder" | "info">,
  journal: Recorder & { readonly folder: string; readonly life: Life },
  machine: Machine,
): Promise<JobTrust> {
  const { environment, processes } = machine;
  const { roots } = options;
  const own = (await privateRoots(environment)).filter(({ der }) => !roots.some((root) => root.der.equals(der)));
  if (own.length > 0) info(`private roots of the runner, which all programs of the job get: ${named(own)}`);
  const trusted = [...roots, ...own];
  trustInMemory(trusted);
  const store = (certifi: string | undefined) => storeRoots(options, certifi, journal, machine);
  if (trusted.length === 0) return { bundle: undefined, write: async () => [], store, finish: async () => undefined };
  const folder = await openRootsFolder(publicFolder, journal);
  const git = configuredForGit(processes);
  let written: Promise<Bundle> | undefined;
  return {
    bundle: bundleIn(folder),
    async write(certifi) {
      written ??= git.then((found) => writeBundles(trusted, folder, environment, { git: found, certifi }));
      return (await written).warnings;
    },
    store,
    finish: async (after) => (exportsBundle(options.trustStores) ? finished(await written, roots, after) : undefined),
  };
}

async function finished(bundle: Bundle | undefined, roots: readonly Root[], after: Promise<unknown>) {
  await allOrFirstFailure([writeJavaTrustStore(bundle, roots, after), bundle?.writeRest(after) ?? after]);
  return bundle;
}

const MOST_NAMED = 3;

function named(roots: readonly { readonly subject: string }[]): string {
  const more = roots.length - MOST_NAMED;
  const names = roots.slice(0, MOST_NAMED).map(({ subject }) => subject);
  return names.join("; ") + (more > 0 ? `; and ${more} more` : "");
}
