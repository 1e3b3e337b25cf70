import { readFile } from "node:fs/promises";
import path from "node:path";
import { which } from "@actions/io";
import type { SharedFiles } from "../io/shared-files.ts";
import type { Distribution } from "./anchors.ts";
import { certificateBlocks } from "./blocks.ts";

const BUNDLE = "/etc/ssl/certs/ca-certificates.crt";
/** Holds the bundle, a link to each anchor, and OpenSSL's hash links. */
const FOLDER = path.posix.dirname(BUNDLE);
/**
 * No folder, so no hooks: Debian's hook rewrites the Java keystore with the time in it, which nothing could restore to
 * the byte, and takes longer than the rest. Java has a store of its own.
 */
const NO_HOOKS = ["--hooksdir", "/nonexistent"];

/** Debian and Ubuntu: OpenSSL, curl, git and Debian's own az read the bundle (update-ca-certificates(8)). */
export const debian: Distribution = {
  store: "debian",
  anchors: "/usr/local/share/ca-certificates",
  bundle: BUNDLE,
  ending: ".crt",

  /**
   * Does for new anchors what update-ca-certificates does for all: their text at the end of the bundle, a link, and
   * OpenSSL's hash links. The program itself goes through all certificates in shell, which takes a second and longer,
   * and the next time it runs it comes to the same.
   */
  async publish(anchors, shared) {
    const texts = await Promise.all(anchors.map((anchor) => readFile(anchor, "utf8")));
    await shared.change(BUNDLE, (text) => text + texts.join(""));
    for (const anchor of anchors) await shared.run(FOLDER, "ln", ["-sf", "--", anchor, linkOf(anchor)]);
    await rehash(shared);
  },

  /**
   * update-ca-certificates leaves the links of an anchor that is gone. Hash links are renewed as a whole: roots of
   * several stamps have the same subject, so the same hash with numbers behind it, and OpenSSL stops at the first
   * missing number.
   */
  async withdraw(anchors, certificates, shared) {
    await shared.run(FOLDER, "rm", ["-f", "--", ...anchors.map(linkOf)]);
    await rehash(shared);
    await regenerate(await readFile(BUNDLE, "utf8"), certificates, shared);
  },

  // A change removes what a killed one left beside the file.
  tidy: (shared) => shared.change(BUNDLE, (text) => text),
};

/** Named as update-ca-certificates names it. */
function linkOf(anchor: string): string {
  return path.posix.join(FOLDER, `${path.posix.basename(anchor, ".crt")}.pem`);
}

async function rehash(shared: SharedFiles): Promise<void> {
  await shared.run(FOLDER, await which("openssl", true), ["rehash", FOLDER]);
}

/**
 * Runs update-ca-certificates, which makes the bundle from its sources. A certificate that somebody appended to the
 * bundle by hand has no source and would be lost: such text is appended again, without what was taken out on purpose.
 */
async function regenerate(before: string, removed: readonly string[], shared: SharedFiles): Promise<void> {
  await shared.run(FOLDER, await which("update-ca-certificates", true), NO_HOOKS);
  const made = new Set(certificateBlocks(await readFile(BUNDLE, "utf8")).concat(removed));
  const lost = certificateBlocks(before).filter((block) => !made.has(block));
  if (lost.length > 0) await shared.change(BUNDLE, (text) => text + lost.map((block) => `${block}\n`).join(""));
}
