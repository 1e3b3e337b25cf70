import { existsSync } from "node:fs";
import { readdir } from "node:fs/promises";
import path from "node:path";
import { which } from "@actions/io";
import type { Root } from "../../certificates/roots.ts";
import type { LockedFiles } from "../../io/shared-files.ts";
import {
  addRoots,
  certificateBlocks,
  endNeeds,
  holds,
  isNeeded,
  keepEntries,
  type Need,
  WITH_ENTRIES,
} from "../store/pem-entries.ts";
import { endedOn, type Machine, nameFor, type SystemStore, shortName } from "../store/store.ts";
import { link, unlink } from "./hash-links.ts";

export const UPDATER = "update-ca-certificates";
/** Debian's path of it, which is not on the PATH of users other than root (login.defs(5), ENV_PATH). */
const UPDATER_FILE = `/usr/sbin/${UPDATER}`;

/** The folders of the store; tests use their own. */
export interface Places {
  readonly anchors: string;
  readonly certificates: string;
}

/**
 * The system's roots on Debian and Ubuntu: OpenSSL, curl, git and Debian's own az read them
 * (update-ca-certificates(8)).
 *
 * A root consists of an anchor, its text in the bundle, a link to the anchor, and a link named by the hash of its
 * subject. The step does for its own anchors what update-ca-certificates does for all: that program takes seconds,
 * fails on a broken link, and its hooks rewrite the Java keystore, which contains a timestamp. If it runs meanwhile,
 * the result is the same. The anchor names the jobs that need the root. It is written first and removed last, so that
 * azs-login recognizes everything that a killed job left.
 */
export const debianStore: SystemStore = debianStoreIn({
  anchors: "/usr/local/share/ca-certificates",
  certificates: "/etc/ssl/certs",
});

export function debianStoreIn(places: Places): SystemStore {
  const { anchors } = places;
  const settleWith = async (isEnded: (need: Need) => boolean, { shared }: Machine) => {
    if (await isSettled(places, isEnded, shared)) return;
    await shared.exclusively(anchors, (files) => settle(places, isEnded, files, shared));
  };
  return {
    name: "system",
    unavailable: async ({ shared }) =>
      (await shared.obstacle(path.join(anchors, "azs-login.crt"))) ??
      (await shared.obstacle(bundleOf(places))) ??
      shared.absence(bundleOf(places)),
    async add(roots, job, machine, announce) {
      const { shared, now } = machine;
      await shared.exclusively(anchors, async (files) => {
        await settle(places, endedOn(machine), files, shared);
        const bundle = await shared.read(bundleOf(places));
        if (bundle === "") throw new Error(`${bundleOf(places)} is missing`);
        for (const root of roots) {
          const anchor = anchorOf(root, places);
          // A root that the machine trusts already is left alone; one that another job added gets a second need.
          if (holds(bundle, root) && (await shared.read(anchor)) === "") continue;
          await files.change(anchor, (text) => addRoots(text, [root], job, now), {
            announce: () => announce({ store: "system", files: [anchor], job: job.name }),
          });
          await publish(anchor, places, files, machine);
        }
      });
    },
    heal: (machine) => settleWith(endedOn(machine), machine),
    async remove({ job }, machine) {
      await settleWith(endedOn(machine, job), machine);
      await machine.shared.release(anchors);
    },
  };
}

/** Adds an anchor's text to the bundle, and its links. */
async function publish(anchor: string, places: Places, files: LockedFiles, machine: Machine): Promise<void> {
  const text = await machine.shared.read(anchor);
  const [pem = ""] = certificateBlocks(text);
  await files.change(
    bundleOf(places),
    (bundle) => (certificateBlocks(bundle).includes(pem) ? bundle : bundle + text),
    WITH_ENTRIES,
  );
  await link(anchor, pem, places.certificates, files, machine);
}

/** azs-login's entries in the store that no job needs, by names without extension. */
interface Unneeded {
  readonly anchors: readonly string[];
  readonly links: readonly string[];
}

async function unneededIn(
  places: Places,
  isEnded: (need: Need) => boolean,
  shared: Machine["shared"],
): Promise<Unneeded & { readonly needed: ReadonlySet<string> }> {
  const anchors = await ownNames(places.anchors, ".crt");
  const needed = new Set<string>();
  for (const name of anchors) {
    const text = await shared.read(path.join(places.anchors, `${name}.crt`));
    if (isNeeded(endNeeds(text, isEnded))) needed.add(name);
  }
  const links = await ownNames(places.certificates, ".pem");
  const isUnneeded = (name: string) => !needed.has(name);
  return { needed, anchors: anchors.filter(isUnneeded), links: links.filter(isUnneeded) };
}

const withoutUnneeded = (needed: ReadonlySet<string>) => (bundle: string) =>
  keepEntries(bundle, (fingerprint) => needed.has(nameFor(fingerprint)));

/** Whether there is nothing to do: the usual case, which needs neither a lock nor write access. */
async function isSettled(places: Places, isEnded: (need: Need) => boolean, shared: Machine["shared"]) {
  const { needed, anchors, links } = await unneededIn(places, isEnded, shared);
  if (anchors.length > 0 || links.length > 0) return false;
  if (await shared.wouldChange(bundleOf(places), withoutUnneeded(needed), WITH_ENTRIES)) return false;
  const changes = (await anchorsWithRemains(places)).map((anchor) =>
    shared.wouldChange(anchor, (text) => endNeeds(text, isEnded)),
  );
  return !(await Promise.all(changes)).includes(true);
}

/** Removes what no job needs; also finishes what a killed job began. */
async function settle(
  places: Places,
  isEnded: (need: Need) => boolean,
  files: LockedFiles,
  shared: Machine["shared"],
): Promise<void> {
  for (const anchor of await anchorsWithRemains(places)) await files.change(anchor, (text) => endNeeds(text, isEnded));
  const { needed, anchors, links } = await unneededIn(places, isEnded, shared);
  await files.change(bundleOf(places), withoutUnneeded(needed), WITH_ENTRIES);
  for (const name of links) await unlink(`${name}.pem`, places.certificates, files);
  for (const name of anchors) await files.change(path.join(places.anchors, `${name}.crt`), () => "");
}

/** azs-login's anchors, including those that a killed job left only half-written. */
async function anchorsWithRemains({ anchors }: Places): Promise<readonly string[]> {
  const names = await readdir(anchors).catch(() => []);
  const found = names.flatMap((name) => /^azs-login-[0-9a-f]{16}\.crt/.exec(name)?.[0] ?? []);
  return [...new Set(found)].map((name) => path.join(anchors, name));
}

/** Names that azs-login gives, without their extension. */
async function ownNames(folder: string, extension: string): Promise<readonly string[]> {
  const names = await readdir(folder).catch(() => []);
  return names
    .filter((name) => /^azs-login-[0-9a-f]{16}$/.test(path.basename(name, extension)) && name.endsWith(extension))
    .map((name) => path.basename(name, extension));
}

/** Path of update-ca-certificates; empty if there is none. */
export async function updater(): Promise<string> {
  return (await which(UPDATER)) || (existsSync(UPDATER_FILE) ? UPDATER_FILE : "");
}

function bundleOf({ certificates }: Places): string {
  return path.join(certificates, "ca-certificates.crt");
}

function anchorOf(root: Root, { anchors }: Places): string {
  return path.join(anchors, `${shortName(root)}.crt`);
}
