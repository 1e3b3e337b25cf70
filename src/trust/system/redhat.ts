import { hash } from "node:crypto";
import { readdir, readFile } from "node:fs/promises";
import path from "node:path";
import type { Root } from "../../certificates/roots.ts";
import type { LockedFiles } from "../../io/shared-files.ts";
import { addRoots, endNeeds, holds, isNeeded, type Need } from "../store/pem-entries.ts";
import { endedOn, type Machine, type SystemStore, shortName } from "../store/store.ts";

export const UPDATER = "update-ca-trust";
export const ANCHORS = "/etc/pki/ca-trust/source/anchors";

/**
 * The system's roots on RHEL and Fedora. update-ca-trust has p11-kit extract all anchors into several files, and
 * running it again does not reproduce them byte for byte: the Java keystore contains a timestamp (p11-kit,
 * extract-jks.c). So the first job keeps a copy of the extracted files, and the last job puts it back.
 */
export const redHatStore: SystemStore = redHatStoreBelow("/");

/** @param root the machine's root folder */
export function redHatStoreBelow(root: string): SystemStore {
  const places: Places = {
    trust: path.join(root, "etc/pki/ca-trust"),
    anchors: path.join(root, ANCHORS),
    extracted: path.join(root, "etc/pki/ca-trust/extracted"),
    sources: ["etc/pki/ca-trust/source", "usr/share/pki/ca-trust-source"].map((folder) => path.join(root, folder)),
  };
  const { trust, anchors } = places;
  const settleWith = async (isEnded: (need: Need) => boolean, { shared }: Machine) => {
    if (await isSettled(places, isEnded, shared)) return;
    // The lock is a folder, which must not be among the anchors.
    await shared.exclusively(trust, (files) => settle(places, isEnded, files, shared));
  };
  return {
    name: "system",
    unavailable: async ({ shared }) =>
      (await shared.obstacle(path.join(anchors, "azs-login.crt"))) ?? shared.obstacle(bundleOf(places)),
    async add(roots, job, machine, announce) {
      const { shared, now } = machine;
      await shared.exclusively(trust, async (files) => {
        await settle(places, endedOn(machine), files, shared);
        const before = await readFile(bundleOf(places), "utf8");
        const ours = await anchorsOf(anchors);
        // A root that the machine trusts already is left alone; one that another job added gets a second need.
        const wanted = roots.filter((one) => !holds(before, one) || ours.includes(anchorOf(one, anchors)));
        if (wanted.length === 0) return;
        const stored = wanted.map((one) => anchorOf(one, anchors));
        await announce({ store: "system", files: stored, job: job.name });
        if (ours.length === 0) await keep(places, files);
        for (const one of wanted) {
          await files.change(anchorOf(one, anchors), (text) => addRoots(text, [one], job, now));
        }
        if (wanted.some((one) => !holds(before, one))) await files.run(trust, UPDATER, ["extract"]);
      });
    },
    heal: (machine) => settleWith(endedOn(machine), machine),
    async remove({ job }, machine) {
      await settleWith(endedOn(machine, job), machine);
      await machine.shared.release(trust);
    },
  };
}

interface Places {
  readonly trust: string;
  readonly anchors: string;
  readonly extracted: string;
  /** What update-ca-trust extracts from. */
  readonly sources: readonly string[];
}

function bundleOf({ extracted }: Places): string {
  return path.join(extracted, "pem/tls-ca-bundle.pem");
}

const KEPT = "azs-login-extracted-";
const REMOVED = ".removed";

/** azs-login's files in the store. */
interface Findings {
  /** Anchors that some job needs, and those that none needs. */
  readonly needed: readonly string[];
  readonly unneeded: readonly string[];
  /** Anchors that were moved aside already, while the extracted files still have them. */
  readonly removed: readonly string[];
  /** Copies of what was extracted before the first job, including incomplete ones. */
  readonly kept: readonly string[];
}

async function look(places: Places, isEnded: (need: Need) => boolean, shared: Machine["shared"]): Promise<Findings> {
  const anchors = await anchorsOf(places.anchors);
  const texts = await Promise.all(anchors.map((anchor) => shared.read(anchor)));
  const isUseful = (_: string, index: number) => isNeeded(endNeeds(texts[index] ?? "", isEnded));
  const names = await readdir(places.trust).catch(() => []);
  const needed = anchors.filter(isUseful);
  return {
    needed,
    unneeded: anchors.filter((anchor) => !needed.includes(anchor)),
    removed: names.filter((name) => OURS.test(name) && name.endsWith(REMOVED)),
    kept: names.filter((name) => name.startsWith(KEPT)),
  };
}

/** Whether there is nothing to do: the usual case, which needs neither a lock nor write access. */
async function isSettled(places: Places, isEnded: (need: Need) => boolean, shared: Machine["shared"]) {
  const { needed, unneeded, removed, kept } = await look(places, isEnded, shared);
  if (unneeded.length + removed.length > 0 || (kept.length > 0 && needed.length === 0)) return false;
  const changes = (await anchorsWithRemains(places)).map((anchor) =>
    shared.wouldChange(anchor, (text) => endNeeds(text, isEnded)),
  );
  return !(await Promise.all(changes)).includes(true);
}

/**
 * Removes what no job needs. An anchor is first moved aside, since update-ca-trust extracts every file among the
 * anchors, and deleted only after the extraction: if this job is killed, the next one continues from there.
 */
async function settle(
  places: Places,
  isEnded: (need: Need) => boolean,
  files: LockedFiles,
  shared: Machine["shared"],
): Promise<void> {
  const { trust } = places;
  for (const anchor of await anchorsWithRemains(places)) await files.change(anchor, (text) => endNeeds(text, isEnded));
  const { unneeded, needed } = await look(places, isEnded, shared);
  for (const anchor of unneeded) {
    await files.run(trust, "mv", ["-f", "--", anchor, path.join(trust, `${path.basename(anchor)}${REMOVED}`)]);
  }
  const { removed, kept } = await look(places, isEnded, shared);
  if (needed.length > 0) {
    if (removed.length > 0) await files.run(trust, UPDATER, ["extract"]);
  } else await putBack(kept, places, files);
  const done = needed.length > 0 ? removed : [...removed, ...kept];
  if (done.length > 0) await files.run(trust, "rm", ["-rf", "--", ...done.map((name) => path.join(trust, name))]);
}

/** Copies what is extracted now, named by a digest of what it was extracted from. */
async function keep(places: Places, files: LockedFiles): Promise<void> {
  const kept = path.join(places.trust, `${KEPT}${await digestOf(places)}`);
  await files.run(places.trust, "sh", [
    "-c",
    'cp -a -- "$1" "$2.new" && mv -T "$2.new" "$2"',
    "sh",
    places.extracted,
    kept,
  ]);
}

/** Puts the copy back; if somebody changed the machine's anchors meanwhile, extracts again instead. */
async function putBack(names: readonly string[], places: Places, files: LockedFiles): Promise<void> {
  const { trust, extracted } = places;
  const kept = `${KEPT}${await digestOf(places)}`;
  if (names.includes(kept)) await files.run(trust, "sh", ["-c", PUT_BACK, "sh", path.join(trust, kept), extracted]);
  else if (names.some((name) => !name.endsWith(".new"))) await files.run(trust, UPDATER, ["extract"]);
}

/** $1: the copy, $2: where it belongs. Replaces each file atomically, since other programs read them all the time. */
const PUT_BACK = `kept=$1 extracted=$2
(cd "$kept" && find . ! -type d) | while IFS= read -r file; do
  cp -a -- "$kept/$file" "$extracted/$file.azs-login" && mv -fT -- "$extracted/$file.azs-login" "$extracted/$file" || exit 1
done || exit 1
(cd "$extracted" && find . ! -type d) | while IFS= read -r file; do
  [ -e "$kept/$file" ] || [ -L "$kept/$file" ] || rm -f -- "$extracted/$file" || exit 1
done`;

/** Names and contents of the machine's anchors, without azs-login's. */
async function digestOf({ sources }: Places): Promise<string> {
  const found: string[] = [];
  for (const folder of sources) {
    const entries = await readdir(folder, { recursive: true, withFileTypes: true }).catch(() => []);
    for (const entry of entries) {
      const file = path.join(entry.parentPath, entry.name);
      if (entry.isDirectory() || OURS.test(entry.name)) continue;
      // Of a broken link only the name counts.
      found.push(`${file} ${hash("sha256", await readFile(file).catch(() => ""))}`);
    }
  }
  return hash("sha256", found.sort().join("\n")).slice(0, 16);
}

const OURS = /^azs-login-[0-9a-f]{16}\.crt/;

async function anchorsOf(folder: string): Promise<readonly string[]> {
  const names = await readdir(folder).catch(() => []);
  return names.filter((name) => OURS.test(name) && name.endsWith(".crt")).map((name) => path.join(folder, name));
}

/** azs-login's anchors, including those that a killed job left only half-written. */
async function anchorsWithRemains({ anchors }: Places): Promise<readonly string[]> {
  const names = await readdir(anchors).catch(() => []);
  const found = names.flatMap((name) => OURS.exec(name)?.[0] ?? []);
  return [...new Set(found)].map((name) => path.join(anchors, name));
}

function anchorOf(root: Root, anchors: string): string {
  return path.join(anchors, `${shortName(root)}.crt`);
}
