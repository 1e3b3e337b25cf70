import { hash } from "node:crypto";
import { readdir, readFile } from "node:fs/promises";
import path from "node:path";
import type { Root } from "../certificates/roots.ts";
import type { SharedFiles } from "../io/shared-files.ts";
import { eachOrFirstFailure } from "../io/waiting.ts";
import { addRoots, holds, removeJob } from "./blocks.ts";
import { type StoredRoots, type SystemStore, shortName } from "./store.ts";

export const UPDATER = "update-ca-trust";
export const ANCHORS = "/etc/pki/ca-trust/source/anchors";

/**
 * The system's roots on RHEL and Fedora. update-ca-trust has p11-kit extract all anchors into several files, and not to
 * the byte: the Java keystore among them holds the time (p11-kit, extract-jks.c). So what was extracted before the first
 * job is kept beside, and the last job puts it back.
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
  return {
    name: "system",
    async unavailable({ shared }) {
      return (await shared.mayChange(anchors)) ? undefined : `${anchors} may not be changed without a password`;
    },
    plan: (roots, job) => ({ store: "system", files: roots.map((one) => anchorOf(one, anchors)), job }),
    // The lock is a folder, which must not lie among the anchors.
    add: (roots, job, now, { shared }) =>
      shared.exclusively(trust, async () => {
        await settle(places, shared);
        const before = await readFile(path.join(places.extracted, "pem/tls-ca-bundle.pem"), "utf8");
        const ours = await anchorsOf(anchors);
        // A root that the machine trusts by itself stays the machine's; one of another job gets a second need.
        const wanted = roots.filter((one) => !holds(before, one) || ours.includes(anchorOf(one, anchors)));
        if (wanted.length > 0 && ours.length === 0) await keep(places, shared);
        for (const one of wanted) {
          await shared.change(anchorOf(one, anchors), (text) => addRoots(text, [one], job, now));
        }
        if (wanted.some((one) => !holds(before, one))) await shared.run(trust, UPDATER, ["extract"]);
      }),
    remove: (stored, now, { shared }) => shared.exclusively(trust, () => remove(stored, now, places, shared)),
  };
}

interface Places {
  readonly trust: string;
  readonly anchors: string;
  readonly extracted: string;
  /** What update-ca-trust extracts from. */
  readonly sources: readonly string[];
}

async function remove({ files, job }: StoredRoots, now: Date, places: Places, shared: SharedFiles): Promise<void> {
  const before = await anchorsOf(places.anchors);
  try {
    await eachOrFirstFailure(files, (file) => shared.change(file, (text) => removeJob(text, job, now)));
  } finally {
    const left = await anchorsOf(places.anchors);
    if (left.length > 0 && left.length < before.length) await shared.run(places.trust, UPDATER, ["extract"]);
    await settle(places, shared);
  }
}

const KEPT = "azs-login-extracted-";

/** Keeps what is extracted now, named by what it was extracted from. */
async function keep(places: Places, shared: SharedFiles): Promise<void> {
  const kept = path.join(places.trust, `${KEPT}${await digestOf(places)}`);
  await shared.run(places.trust, "sh", [
    "-c",
    'cp -a -- "$1" "$2.new" && mv -T "$2.new" "$2"',
    "sh",
    places.extracted,
    kept,
  ]);
}

/** With no job left, puts back what was kept; made anew if somebody changed the machine's anchors meanwhile. */
async function settle(places: Places, shared: SharedFiles): Promise<void> {
  const names = (await readdir(places.trust)).filter((name) => name.startsWith(KEPT));
  if (names.length === 0 || (await anchorsOf(places.anchors)).length > 0) return;
  const kept = `${KEPT}${await digestOf(places)}`;
  if (names.includes(kept)) {
    await shared.run(places.trust, "sh", ["-c", PUT_BACK, "sh", path.join(places.trust, kept), places.extracted]);
  } else if (names.some((name) => !name.endsWith(".new"))) {
    await shared.run(places.trust, UPDATER, ["extract"]);
  }
  await shared.run(places.trust, "rm", ["-rf", "--", ...names.map((name) => path.join(places.trust, name))]);
}

/** $1: what was kept, $2: where it belongs. File by file, each at once: other programs read them all the time. */
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
      // A link that leads nowhere counts by its name.
      found.push(`${file} ${hash("sha256", await readFile(file).catch(() => ""))}`);
    }
  }
  return hash("sha256", found.sort().join("\n")).slice(0, 16);
}

const OURS = /^azs-login-[0-9a-f]+\.crt/;

async function anchorsOf(folder: string): Promise<readonly string[]> {
  const names = await readdir(folder).catch(() => []);
  return names.filter((name) => OURS.test(name) && name.endsWith(".crt")).map((name) => path.join(folder, name));
}

function anchorOf(root: Root, anchors: string): string {
  return path.join(anchors, `${shortName(root)}.crt`);
}
