import path from "node:path";
import { getCACertificates, setDefaultCACertificates } from "node:tls";
import type { Root } from "../certificates/roots.ts";
import { internalFailures } from "../errors/internal.ts";
import { trustFailures } from "../errors/trust.ts";
import type { Inputs } from "../inputs/inputs.ts";
import type { SharedFiles } from "../io/shared-files.ts";
import type { Journal } from "../journal.ts";
import { azStore, removeFromAz } from "./az.ts";
import type { StoredRoots, TrustStore } from "./store.ts";
import { removeFromSystem, systemStore } from "./system.ts";

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

/**
 * Adds the roots to the machine's stores that the user wants; with `auto`, to those that can be written.
 *
 * @param certifi CA bundle of az's Python, if known
 * @returns a line on each store: that it holds the roots now, or why a store of `auto` does not
 * @throws Failure when a store that was asked for by name cannot be written
 */
export async function storeRoots(
  inputs: Pick<Inputs, "roots" | "trustStores">,
  certifi: string | undefined,
  journal: Journal,
  now: Date,
  shared: SharedFiles,
): Promise<readonly string[]> {
  if (inputs.roots.length === 0) return ["no root to add"];
  const lines = exportsBundle(inputs.trustStores) ? ["bundle holds the root"] : [];
  const job = path.basename(journal.folder);
  for (const store of wantedStores(inputs.trustStores, certifi)) {
    try {
      const reason = await store.unavailable(shared);
      if (reason !== undefined) throw new Error(reason);
      await journal.record({ undo: "roots", stored: store.plan(inputs.roots, job) });
      await store.add(inputs.roots, job, now, shared);
      lines.push(`${store.name} holds the root`);
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error);
      if (inputs.trustStores !== "auto") throw trustFailures.storeUnavailable({ store: store.name, reason }, error);
      lines.push(`${store.name} left as it is: ${reason}`);
    }
  }
  return lines;
}

/** Takes the job's roots out of a store again. */
export function removeRoots(stored: StoredRoots, now: Date, shared: SharedFiles): Promise<void> {
  return REMOVERS[stored.store](stored, now, shared);
}

const REMOVERS = { az: removeFromAz, system: removeFromSystem } as const;

function wantedStores(wanted: Inputs["trustStores"], certifi: string | undefined): readonly TrustStore[] {
  const chosen: TrustStore[] = [];
  if (wanted === "auto" || wanted.includes("az")) chosen.push(storeOfAz(certifi));
  if (wanted === "auto" || wanted.includes("system")) chosen.push(systemStore);
  return [...new Set(chosen)];
}

/**
 * Debian and others point certifi at the system's bundle. That one is generated from the system store: what is written
 * into it is lost with the next update, so the root goes where it comes from.
 */
function storeOfAz(certifi: string | undefined): TrustStore {
  return certifi === undefined || path.basename(certifi) === "cacert.pem" ? azStore(certifi) : systemStore;
}
