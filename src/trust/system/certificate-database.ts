import { hash, randomUUID } from "node:crypto";
import { readdir } from "node:fs/promises";
import path from "node:path";
import type { Root } from "../../certificates/roots.ts";
import { createPrivateFile } from "../../io/files.ts";
import { eachOrFirstFailure } from "../../io/first-failure.ts";
import type { Obstacle } from "../../io/obstacles.ts";
import type { LockedFiles } from "../../io/shared-files.ts";
import { addRoots, certificateBlocks, type Need, removeNeeds } from "../store/pem-entries.ts";
import { endedOn, type Machine, type SystemStore, shortName } from "../store/store.ts";

/** A system's certificate database, which only the system's own program can change. */
export interface CertificateDatabase {
  readonly onlyByName?: string;
  /** A folder that only administrators may write. It gets a file for each root that names the jobs that need it. */
  needsFolder(machine: Machine): string;
  unavailable(machine: Machine): Promise<Obstacle | undefined>;
  /** @param sha1 fingerprint in upper-case hex */
  holds(sha1: string, machine: Machine): Promise<boolean>;
  /** Trusts a root; no change if it is trusted already. @param file the certificate as PEM */
  add(file: string, files: LockedFiles, machine: Machine): Promise<void>;
  remove(file: string, sha1: string, files: LockedFiles, machine: Machine): Promise<void>;
}

/** The store of a system that keeps its roots in a database. */
export function databaseStore(database: CertificateDatabase): SystemStore {
  const settleWith = async (isEnded: (need: Need) => boolean, machine: Machine) => {
    const folder = database.needsFolder(machine);
    const left = await Promise.all(
      (await needsFilesIn(folder)).map((needsFile) =>
        machine.shared.wouldChange(needsFile, (text) => removeNeeds(text, isEnded)),
      ),
    );
    if (!left.includes(true)) return;
    await machine.shared.exclusively(folder, (files) => settle(database, isEnded, files, machine));
  };
  return {
    name: "system",
    ...(database.onlyByName === undefined ? {} : { onlyByName: database.onlyByName }),
    unavailable: database.unavailable,
    async add(roots, job, machine, announce) {
      const folder = database.needsFolder(machine);
      await machine.shared.exclusively(folder, async (files) => {
        await settle(database, endedOn(machine), files, machine);
        for (const root of roots) {
          const needsFile = path.join(folder, needsFileName(root));
          // Without such a file the root is the machine's own, and the administrator decides whether it is trusted.
          const isListed = (await machine.shared.read(needsFile)) !== "";
          if (!isListed && (await database.holds(sha1Of(root.pem), machine))) continue;
          await files.change(needsFile, (text) => addRoots(text, [root], job, machine.now), {
            announce: () => announce({ store: "system", files: [needsFileName(root)], job: job.name }),
          });
          // Repeated for each job: an earlier one may have been killed before it added the root.
          await database.add(await certificateFile(root.pem, machine), files, machine);
        }
      });
    },
    heal: (machine) => settleWith(endedOn(machine), machine),
    async remove({ job }, machine) {
      await settleWith(endedOn(machine, job), machine);
      await machine.shared.release(database.needsFolder(machine));
    },
  };
}

async function settle(
  database: CertificateDatabase,
  isEnded: (need: Need) => boolean,
  files: LockedFiles,
  machine: Machine,
): Promise<void> {
  const { shared } = machine;
  await eachOrFirstFailure(await needsFilesIn(database.needsFolder(machine)), async (needsFile) => {
    const text = await shared.read(needsFile);
    const left = removeNeeds(text, isEnded);
    const [pem] = left === "" ? certificateBlocks(text) : [];
    try {
      if (pem !== undefined && (await database.holds(sha1Of(pem), machine))) {
        await database.remove(await certificateFile(pem, machine), sha1Of(pem), files, machine);
      }
    } catch (error) {
      // Until the root is removed, the file tells the next job that azs-login added it.
      if (pem === undefined || (await database.holds(sha1Of(pem), machine))) throw error;
      await files.change(needsFile, () => left);
      throw error;
    }
    await files.change(needsFile, () => left);
  });
}

/** The needs files, including those that a killed job left only half-written. */
async function needsFilesIn(folder: string): Promise<readonly string[]> {
  const names = await readdir(folder).catch(() => []);
  const found = names.flatMap((name) => /^azs-login-[0-9a-f]{16}\.pem/.exec(name)?.[0] ?? []);
  return [...new Set(found)].map((name) => path.join(folder, name));
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

function needsFileName(root: Root): string {
  return `${shortName(root)}.pem`;
}
