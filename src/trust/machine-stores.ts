import path from "node:path";
import { getCACertificates, setDefaultCACertificates } from "node:tls";
import type { Root } from "../certificates/roots.ts";
import { Failure } from "../errors/failure.ts";
import { trustFailures } from "../errors/trust.ts";
import type { Life } from "../io/lives.ts";
import { Hindered } from "../io/obstacles.ts";
import { STALE_MS } from "../io/shared-files.ts";
import { isObject, isText, type Recorder, undoKind } from "../journal/kind.ts";
import type { Machine, StoredRoots, TrustStore } from "./store/store.ts";
import { certifiStore, isOwnBundle, removeFromCertifi } from "./stores/certifi.ts";
import { javaStore, removeFromJava } from "./stores/java.ts";
import { pythonBundles } from "./stores/python.ts";
import { removeFromSystem, systemStore } from "./system/system.ts";

/** Trusts roots for this process's own requests, on top of Node's; nothing on the machine changes. */
export function trustInMemory(roots: readonly Pick<Root, "pem">[]): void {
  if (roots.length > 0) setDefaultCACertificates([...getCACertificates("default"), ...roots.map(({ pem }) => pem)]);
}

/** Stores that are to get the roots; `auto`: those that can be written without asking. */
export type WantedStores = "auto" | readonly ("bundle" | StoredRoots["store"])[];

/** Which roots are to be trusted, and by whom. */
export interface TrustOptions {
  readonly roots: readonly Root[];
  readonly trustStores: WantedStores;
}

/** Whether the bundle of the job's own is exported to later steps. */
export function exportsBundle(wanted: WantedStores): boolean {
  return wanted === "auto" || wanted.includes("bundle");
}

/** Roots added to a shared trust store. */
export const storedRoots = undoKind<{ readonly stored: StoredRoots }, Machine>({
  name: "roots",
  fields: { stored: (value) => isObject(value) && isStored(Object(value)) },
  lasts: true,
  undo: ({ stored }, machine) => REMOVERS[stored.store](stored, machine),
  describe: ({ stored }) => `roots in the trust store ${stored.store}: ${stored.files.join(", ")}`,
});

function isStored({ store, files, job }: Partial<StoredRoots>): boolean {
  return isText(store) && isText(job) && Array.isArray(files) && files.every(isText);
}

/**
 * Adds the roots to the machine's stores that the user wants; with `auto`, to those that can be written. Before that,
 * whatever the user wants, it takes out what jobs that died left in the stores that it finds at once.
 *
 * @param certifi CA bundle of az's Python, if known
 * @returns a line on each store: that it holds the roots now, or why a store of `auto` does not
 * @throws Failure when a store that was asked for by name cannot be written
 */
export async function storeRoots(
  { roots, trustStores }: TrustOptions,
  certifi: string | undefined,
  journal: Recorder & { readonly folder: string; readonly life: Life },
  machine: Machine,
): Promise<readonly string[]> {
  await healStores(certifi, machine);
  if (roots.length === 0) return ["no root to add"];
  const lines = exportsBundle(trustStores) ? ["bundle holds the root"] : [];
  const job = { name: path.basename(journal.folder), life: journal.life };
  const announce = (stored: StoredRoots) => journal.record(storedRoots.entry({ stored }));
  const done = new Set<TrustStore>();
  const add = async (store: TrustStore): Promise<void> => {
    done.add(store);
    if (trustStores === "auto" && store.onlyByName !== undefined) throw new Error(store.onlyByName);
    const obstacle = await store.unavailable(machine);
    if (obstacle !== undefined) throw new Hindered(obstacle);
    await store.add(roots, job, machine, announce);
    lines.push(`${store.name} holds the root`);
  };
  for (const asked of trustStores === "auto" ? AUTO : trustStores.filter((name) => name !== "bundle")) {
    let name: StoredRoots["store"] = asked;
    try {
      for (const store of await OPENERS[asked](machine, certifi)) {
        name = store.name;
        if (!done.has(store)) await add(store);
      }
    } catch (error) {
      const reason = reasonOf(error);
      if (trustStores !== "auto") throw unavailable(asked, name, reason, error);
      lines.push(`${name} left as it is: ${reason}`);
    }
  }
  return lines;
}

/** What a dead job left is no failure of this one: whoever may not take it out leaves it to a job that may. */
async function healStores(certifi: string | undefined, machine: Machine): Promise<void> {
  for (const name of AUTO) {
    const stores = await OPENERS[name](machine, certifi).catch(() => []);
    for (const store of stores) await store.heal(hasty(machine)).catch(() => undefined);
  }
}

/** Waits until a dead job's lock can be taken over, and no longer: a later job may do it as well. */
function hasty(machine: Machine): Machine {
  const { shared } = machine;
  const waitMs = STALE_MS + 2000;
  return { ...machine, shared: { ...shared, exclusively: (folder, work) => shared.exclusively(folder, work, waitMs) } };
}

function reasonOf(error: unknown): string {
  if (error instanceof Failure) return error.problem;
  return error instanceof Error ? error.message : String(error);
}

function unavailable(asked: string, store: string, reason: string, error: unknown): Error {
  if (error instanceof Failure) return error;
  const whose = asked === store ? "" : `it takes its roots from the store ${store}, and there `;
  const remedy = error instanceof Hindered ? error.obstacle.remedy : undefined;
  const names = { store: asked, reason: `${whose}${reason}`, remedy: remedy === undefined ? "" : `${remedy}, or ` };
  return trustFailures.storeUnavailable(names, error);
}

const REMOVERS = {
  az: removeFromCertifi,
  python: removeFromCertifi,
  java: removeFromJava,
  system: removeFromSystem,
} as const;

const AUTO = ["az", "system"] as const;

type Open = (machine: Machine, certifi: string | undefined) => Promise<readonly TrustStore[]>;

/** The stores that come with a name of `trust-stores`. */
const OPENERS: Readonly<Record<StoredRoots["store"], Open>> = {
  async az(_, certifi) {
    if (certifi === undefined) throw new Error("the Python of this az is not known");
    return storesOf("az", [certifi]);
  },
  python: async (machine) => storesOf("python", await pythonBundles(machine)),
  java: async (machine) => [await javaStore(machine)],
  system: async () => [await systemStore()],
};

/** What a certifi holds, or where it comes from. */
async function storesOf(name: "az" | "python", bundles: readonly string[]): Promise<readonly TrustStore[]> {
  const own = bundles.filter(isOwnBundle);
  return [
    ...(own.length > 0 ? [certifiStore(name, own)] : []),
    ...(own.length < bundles.length ? [await systemStore()] : []),
  ];
}
