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

/** Trusts roots for this process's own requests, in addition to Node's; changes nothing on the machine. */
export function trustInMemory(roots: readonly Pick<Root, "pem">[]): void {
  if (roots.length > 0) setDefaultCACertificates([...getCACertificates("default"), ...roots.map(({ pem }) => pem)]);
}

/** Stores that are to get the roots; `auto`: those that can be written without a password. */
export type WantedStores = "auto" | readonly ("bundle" | StoredRoots["store"])[];

/** Which roots to add, and to which stores. */
export interface TrustOptions {
  readonly roots: readonly Root[];
  readonly trustStores: WantedStores;
}

/** Whether the job's own CA bundle is exported to later steps. */
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
 * Adds the roots to the machine's stores that the user chose; with `auto`, to those that can be written. Before that,
 * whatever the user chose, it removes from the stores of `auto` the roots of jobs that died.
 *
 * @param certifi CA bundle of az's Python, if known
 * @returns a log line for each store: that it has the roots now, or, with `auto`, why it does not
 * @throws Failure if a store that the user named cannot be written
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

/**
 * A root that a dead job left and that cannot be removed is no failure of this job: it stays for a job with the rights.
 */
async function healStores(certifi: string | undefined, machine: Machine): Promise<void> {
  for (const name of AUTO) {
    const stores = await OPENERS[name](machine, certifi).catch(() => []);
    for (const store of stores) await store.heal(hasty(machine)).catch(() => undefined);
  }
}

/** Waits only as long as it takes to take over a dead job's lock: a later job can do the work as well. */
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

/** The stores that each name of `trust-stores` stands for. */
const OPENERS: Readonly<Record<StoredRoots["store"], Open>> = {
  async az(_, certifi) {
    if (certifi === undefined) throw new Error("the Python of this az is not known");
    return storesOf("az", [certifi]);
  },
  python: async (machine) => storesOf("python", await pythonBundles(machine)),
  java: async (machine) => [await javaStore(machine)],
  system: async () => [await systemStore()],
};

/** A certifi's own bundle, or the system store if certifi points at a bundle that is generated from it. */
async function storesOf(name: "az" | "python", bundles: readonly string[]): Promise<readonly TrustStore[]> {
  const own = bundles.filter(isOwnBundle);
  return [
    ...(own.length > 0 ? [certifiStore(name, own)] : []),
    ...(own.length < bundles.length ? [await systemStore()] : []),
  ];
}
