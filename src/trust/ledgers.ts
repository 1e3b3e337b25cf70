import { hash, randomUUID } from "node:crypto";
import { readFile } from "node:fs/promises";
import path from "node:path";
import type { Root } from "../certificates/roots.ts";
import { createPrivateFile } from "../io/files.ts";
import { eachOrFirstFailure } from "../io/waiting.ts";
import { addRoots, certificateBlocks, removeJob } from "./blocks.ts";
import { type Machine, type StoredRoots, type SystemStore, shortName } from "./store.ts";

/** A system's database of certificates, changed by a program of its own only. */
export interface CertificateDatabase {
  readonly onlyByName?: string;
  /** Folder that only administrators may write: takes a file for each root, with the jobs that need it. */
  ledgers(machine: Machine): string;
  unavailable(machine: Machine): Promise<string | undefined>;
  /** @param sha1 fingerprint in upper-case hex */
  holds(sha1: string, machine: Machine): Promise<boolean>;
  /** Trusts a root; one that it has already stays. @param file the certificate as PEM */
  add(file: string, machine: Machine): Promise<void>;
  remove(file: string, sha1: string, machine: Machine): Promise<void>;
}

/** The store of a system that keeps its roots in a database. */
export function databaseStore(database: CertificateDatabase): SystemStore {
  return {
    name: "system",
    ...(database.onlyByName === undefined ? {} : { onlyByName: database.onlyByName }),
    unavailable: database.unavailable,
    plan: (roots, job) => ({ store: "system", files: roots.map(ledgerName), job }),
    async add(roots, job, now, machine) {
      const folder = database.ledgers(machine);
      await machine.shared.exclusively(folder, async () => {
        for (const root of roots) {
          const ledger = path.join(folder, ledgerName(root));
          // Without a ledger it is the machine's own, trusted or not as the administrator wants it.
          if ((await read(ledger)) === "" && (await database.holds(sha1Of(root.pem), machine))) continue;
          await machine.shared.change(ledger, (text) => addRoots(text, [root], job, now));
          // Again for each job: another one may have been killed before it came to it.
          await database.add(await certificateFile(root.pem, machine), machine);
        }
      });
    },
    remove: (stored, now, machine) => remove(database, stored, now, machine),
  };
}

async function remove(database: CertificateDatabase, { files, job }: StoredRoots, now: Date, machine: Machine) {
  const folder = database.ledgers(machine);
  await machine.shared.exclusively(folder, () =>
    eachOrFirstFailure(files, async (name) => {
      const ledger = path.join(folder, name);
      const text = await read(ledger);
      const left = removeJob(text, job, now);
      const [pem] = left === "" ? certificateBlocks(text) : [];
      try {
        if (pem !== undefined && (await database.holds(sha1Of(pem), machine))) {
          await database.remove(await certificateFile(pem, machine), sha1Of(pem), machine);
        }
      } catch (error) {
        // Until it is gone, the ledger tells the next job whose the root is.
        if (pem === undefined || (await database.holds(sha1Of(pem), machine))) throw error;
        await machine.shared.change(ledger, () => left);
        throw error;
      }
      await machine.shared.change(ledger, () => left);
    }),
  );
}

function read(ledger: string): Promise<string> {
  return readFile(ledger, "utf8").catch(() => "");
}

/** A file with nothing but the certificate. */
async function certificateFile(pem: string, { folder }: Machine): Promise<string> {
  const file = path.join(folder, `root-${randomUUID()}.pem`);
  await createPrivateFile(file, `${pem.trimEnd()}\n`);
  return file;
}

function sha1Of(pem: string): string {
  return hash("sha1", Buffer.from(pem.replaceAll(/-----[^-]+-----|\s/g, ""), "base64")).toUpperCase();
}

function ledgerName(root: Root): string {
  return `${shortName(root)}.pem`;
}
