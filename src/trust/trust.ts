import path from "node:path";
import { getCACertificates, setDefaultCACertificates } from "node:tls";
import type { Root } from "../certificates/roots.ts";
import { internalFailures } from "../errors/internal.ts";
import { trustFailures } from "../errors/trust.ts";
import type { Environment } from "../host/host.ts";
import type { Inputs, StoreName } from "../inputs/inputs.ts";
import type { Processes } from "../io/processes.ts";
import { type SharedFiles, sharedFiles } from "../io/shared-files.ts";
import type { Journal } from "../journal.ts";
import { removeAnchors } from "./anchors.ts";
import { certifiStore, removeFromCertifi } from "./certifi.ts";
import { debian } from "./debian.ts";
import { fedora } from "./fedora.ts";
import { findJdk, javaStore, removeFromJava } from "./java.ts";
import { removeFromMacos } from "./macos.ts";
import { certifiOfPythons } from "./python.ts";
import type { RemoveRoots, StoredRoots, TrustStore } from "./store.ts";
import { systemStore } from "./system.ts";
import { removeFromWindows } from "./windows.ts";

/**
 * Checks that this Node can trust a root at run time: the first runners with `node24` have 24.4, which cannot.
 *
 * @throws Failure `AZS902`
 */
export function requireNode(): void {
  if (typeof setDefaultCACertificates !== "function")
    throw internalFailures.runnerTooOld({ node: process.versions.node });
}

/** Trusts roots for this process's own requests, on top of Node's; nothing on the machine changes. */
export function trustInMemory(roots: readonly Root[]): void {
  if (roots.length > 0) setDefaultCACertificates([...getCACertificates("default"), ...roots.map(({ pem }) => pem)]);
}

/** Whether the bundle of the job's own is exported to later steps. */
export function exportsBundle(wanted: Inputs["trustStores"]): boolean {
  return wanted === "auto" || wanted.includes("bundle");
}

/** What the stores are found by. */
export interface Machine {
  /** CA bundle of az's Python, if known. */
  readonly certifi: string | undefined;
  readonly environment: Environment;
  readonly processes: Pick<Processes, "run">;
}

/**
 * Adds the roots to the machine's stores that the user wants; with `auto`, to those that can be written.
 *
 * @returns a line on each store: that it holds the roots now, or why a store of `auto` does not
 * @throws Failure when a store that was asked for by name cannot be written
 */
export async function storeRoots(
  inputs: Pick<Inputs, "roots" | "trustStores">,
  machine: Machine,
  journal: Journal,
  now: Date,
): Promise<readonly string[]> {
  if (inputs.roots.length === 0) return ["no root to add"];
  const { roots, trustStores } = inputs;
  const lines = exportsBundle(trustStores) ? ["bundle holds the root"] : [];
  const job = path.basename(journal.folder);
  const shared = sharedFiles(machine.processes);
  const written = new Set<string>();
  const write = async (store: TrustStore) => {
    const reason = await store.unavailable(shared);
    if (reason !== undefined) throw new Error(reason);
    const stored = store.plan(roots, job);
    // az and system may be the same.
    if (written.has(stored.files.join())) return;
    written.add(stored.files.join());
    await journal.record({ undo: "roots", stored });
    await store.add(roots, job, now, shared);
  };
  for (const name of trustStores === "auto" ? AUTO : trustStores.filter((store) => store !== "bundle")) {
    try {
      for (const store of await STORES[name](machine)) await write(store);
      lines.push(`${name} holds the root`);
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error);
      if (trustStores !== "auto") throw trustFailures.storeUnavailable({ store: name, reason }, error);
      lines.push(`${name} left as it is: ${reason}`);
    }
  }
  return lines;
}

/** Takes the job's roots out of a store again. */
export function removeRoots(stored: StoredRoots, now: Date, shared: SharedFiles): Promise<void> {
  return REMOVERS[stored.store](stored, now, shared);
}

const REMOVERS: Readonly<Record<StoredRoots["store"], RemoveRoots>> = {
  certifi: removeFromCertifi,
  debian: removeAnchors(debian),
  fedora: removeAnchors(fedora),
  macos: removeFromMacos,
  windows: removeFromWindows,
  java: removeFromJava,
};

type Name = Exclude<StoreName, "bundle">;
const AUTO: readonly Name[] = ["az", "system"];

/** What has to be written for each name of the input `trust-stores`. */
const STORES: Readonly<Record<Name, (machine: Machine) => Promise<readonly TrustStore[]>>> = {
  az: ({ certifi }) => pythonStores("az", certifi === undefined ? [] : [certifi], "the Python of this az is not known"),
  system: async () => [await systemStore()],
  async python({ environment, processes }) {
    const { files, none } = await certifiOfPythons(environment, processes);
    return pythonStores("python", files, none);
  },
  java: async ({ environment }) => [javaStore(await findJdk(environment))],
};

/**
 * Debian and others point certifi at the system's bundle. That one is generated from the system store: what is written
 * into it is lost with the next update, so the root goes where it comes from.
 */
async function pythonStores(
  name: "az" | "python",
  bundles: readonly string[],
  none: string,
): Promise<readonly TrustStore[]> {
  const own = bundles.filter((file) => path.basename(file) === "cacert.pem");
  const stores = own.length > 0 || bundles.length === 0 ? [certifiStore(name, own, none)] : [];
  return own.length < bundles.length ? [...stores, await systemStore()] : stores;
}
