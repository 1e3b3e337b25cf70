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
/** Where Debian has it: not on the PATH of users other than root (login.defs(5), ENV_PATH). */
const UPDATER_FILE = `/usr/sbin/${UPDATER}`;

/** The folders of the store, so that tests can have their own. */
export interface Places {
  readonly anchors: string;
  readonly certificates: string;
}

/**
 * The system's roots on Debian and Ubuntu: OpenSSL, curl, git and Debian's own az read them (update-ca-certificates(8)).
 *
 * A root is an anchor, its text in the bundle, a link to the anchor, and a link by the hash of its subject. The step
 * does for its own anchors what update-ca-certificates does for all, and no more: the program takes seconds, fails where
 * somebody's link leads nowhere, and its hooks rewrite the Java keystore with the time in it. When it runs meanwhile it
 * comes to the same. The anchor names the jobs that need it; it is made first and goes last, so that whatever a killed
 * job left is seen to be azs-login's.
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
          // A root that the machine trusts by itself stays the machine's; one of another job gets a second need.
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

/** Brings an anchor's text into the bundle, and its links. */
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

/** What of azs-login is in the store and not needed, by names without extension. */
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

/** Whether nothing has to be done: the usual case, which takes no lock and no rights. */
async function isSettled(places: Places, isEnded: (need: Need) => boolean, shared: Machine["shared"]) {
  const { needed, anchors, links } = await unneededIn(places, isEnded, shared);
  if (anchors.length > 0 || links.length > 0) return false;
  if (await shared.wouldChange(bundleOf(places), withoutUnneeded(needed), WITH_ENTRIES)) return false;
  const changes = (await anchorsWithRemains(places)).map((anchor) =>
    shared.wouldChange(anchor, (text) => endNeeds(text, isEnded)),
  );
  return !(await Promise.all(changes)).includes(true);
}

/** Takes out what no job needs; the same again where a killed job began it. */
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

/** Anchors that are there, and those of which a killed job left a half-written file only. */
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

/** Empty where there is none. */
export async function updater(): Promise<string> {
  return (await which(UPDATER)) || (existsSync(UPDATER_FILE) ? UPDATER_FILE : "");
}

function bundleOf({ certificates }: Places): string {
  return path.join(certificates, "ca-certificates.crt");
}

function anchorOf(root: Root, { anchors }: Places): string {
  return path.join(anchors, `${shortName(root)}.crt`);
}
