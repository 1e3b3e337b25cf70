import { existsSync } from "node:fs";
import { readFile } from "node:fs/promises";
import path from "node:path";
import { which } from "@actions/io";
import type { Root } from "../certificates/roots.ts";
import type { SharedFiles } from "../io/shared-files.ts";
import { eachOrFirstFailure } from "../io/waiting.ts";
import { addRoots, certificateBlocks, holds, removeJob } from "./blocks.ts";
import { type StoredRoots, type SystemStore, shortName } from "./store.ts";

export const UPDATER = "update-ca-certificates";
/** Where Debian has it: not on the PATH of users other than root (login.defs(5), ENV_PATH). */
const UPDATER_FILE = `/usr/sbin/${UPDATER}`;
const ANCHORS = "/usr/local/share/ca-certificates";
const BUNDLE = "/etc/ssl/certs/ca-certificates.crt";
/**
 * No folder, so no hooks: Debian's hook rewrites the Java keystore with the time in it, which nothing could restore to
 * the byte, and takes longer than the rest. Java has a store of its own.
 */
const NO_HOOKS = ["--hooksdir", "/nonexistent"];

/** The system's roots on Debian and Ubuntu: OpenSSL, curl, git and Debian's own az read them (update-ca-certificates(8)). */
export const debianStore: SystemStore = {
  name: "system",
  async unavailable({ shared }) {
    return (await shared.mayChange(ANCHORS)) ? undefined : `${ANCHORS} may not be changed without a password`;
  },
  plan: (roots, job) => ({ store: "system", files: roots.map(anchorOf), job }),
  add: (roots, job, now, { shared }) =>
    shared.exclusively(ANCHORS, async () => {
      const before = await readFile(BUNDLE, "utf8");
      for (const root of roots) {
        const file = anchorOf(root);
        // A root that the machine trusts by itself stays the machine's; one of another job gets a second need.
        if (holds(before, root) && !(await isAnchored(file))) continue;
        await shared.change(file, (text) => addRoots(text, [root], job, now));
      }
      const lacking = roots.filter((root) => !holds(before, root));
      if (lacking.length > 0) await publish(lacking, shared);
    }),
  remove: (stored, now, { shared }) => remove(stored, now, shared),
};

/**
 * Does for new anchors what update-ca-certificates does for all: their text at the end of the bundle, a link, and
 * OpenSSL's hash links. The program itself goes through all certificates in shell, which takes a second and longer, and
 * the next time it runs it comes to the same.
 */
async function publish(roots: readonly Root[], shared: SharedFiles): Promise<void> {
  const anchors = roots.map(anchorOf);
  const texts = await Promise.all(anchors.map((anchor) => readFile(anchor, "utf8")));
  await shared.change(BUNDLE, (text) => text + texts.join(""));
  const folder = path.dirname(BUNDLE);
  for (const anchor of anchors) await shared.run(folder, "ln", ["-sf", "--", anchor, linkOf(anchor)]);
  await rehash(shared);
}

function remove({ files, job }: StoredRoots, now: Date, shared: SharedFiles): Promise<void> {
  return shared.exclusively(ANCHORS, async () => {
    const gone: string[] = [];
    // Also removes what a killed step left half-written beside it.
    await shared.change(BUNDLE, (text) => text);
    try {
      await eachOrFirstFailure(files, async (file) => {
        const text = await readFile(file, "utf8").catch(() => "");
        await shared.change(file, (anchor) => removeJob(anchor, job, now));
        if (text !== "" && !(await isAnchored(file))) gone.push(...certificateBlocks(text));
      });
    } finally {
      if (gone.length > 0) {
        await unlinkAnchors(files, shared);
        await regenerate(await readFile(BUNDLE, "utf8"), gone, shared);
        // Last: a link of somebody else's that leads nowhere makes it fail.
        await rehash(shared);
      }
    }
  });
}

/**
 * update-ca-certificates leaves the links of an anchor that is gone. Hash links are renewed as a whole: roots of several
 * stamps have the same subject, so the same hash with numbers behind it, and OpenSSL stops at the first missing number.
 */
async function unlinkAnchors(anchors: readonly string[], shared: SharedFiles): Promise<void> {
  const folder = path.dirname(BUNDLE);
  const gone = (await Promise.all(anchors.map(async (file) => ((await isAnchored(file)) ? [] : [file])))).flat();
  await shared.run(folder, "rm", ["-f", "--", ...gone.map(linkOf)]);
}

/** Named as update-ca-certificates names it. */
function linkOf(anchor: string): string {
  return path.join(path.dirname(BUNDLE), `${path.basename(anchor, ".crt")}.pem`);
}

async function rehash(shared: SharedFiles): Promise<void> {
  const folder = path.dirname(BUNDLE);
  await shared.run(folder, await which("openssl", true), ["rehash", folder]);
}

/** Empty where there is none. */
export async function updater(): Promise<string> {
  return (await which(UPDATER)) || (existsSync(UPDATER_FILE) ? UPDATER_FILE : "");
}

/**
 * Runs update-ca-certificates, which makes the bundle from its sources. A certificate that somebody appended to the
 * bundle by hand has no source and would be lost: such text is appended again, without what was taken out on purpose.
 */
async function regenerate(before: string, removed: readonly string[], shared: SharedFiles): Promise<void> {
  await shared.run(path.dirname(BUNDLE), (await updater()) || UPDATER, NO_HOOKS);
  const made = new Set(certificateBlocks(await readFile(BUNDLE, "utf8")).concat(removed));
  const lost = certificateBlocks(before).filter((block) => !made.has(block));
  if (lost.length > 0) await shared.change(BUNDLE, (text) => text + lost.map((block) => `${block}\n`).join(""));
}

function anchorOf(root: Root): string {
  return path.join(ANCHORS, `${shortName(root)}.crt`);
}

async function isAnchored(file: string): Promise<boolean> {
  return readFile(file).then(
    () => true,
    () => false,
  );
}
