import { lstatSync, readdirSync, readFileSync } from "node:fs";
import path from "node:path";

/** Content by path from the repository's root. */
export type Bundles = ReadonlyMap<string, Buffer>;

const BUNDLE = /^dist\/(?:main|post)\/[A-Za-z0-9][\w.-]*\.(?:js|json|py|txt|whl)$/;
/**
 * An artifact without these files is not a complete build. If it were accepted, the commit would delete the missing
 * files.
 */
const ENTRIES = ["dist/main/index.js", "dist/post/index.js"];
const MOST_FILES = 200;
const MOST_BYTES = 64 * 1024 * 1024;

/** Whether a path from the repository's root is a file of a bundle that is committed. */
export function isBundle(file: string): boolean {
  return BUNDLE.test(file);
}

/**
 * Reads what an unprivileged job built. That job ran code that nobody has reviewed, so the artifact may contain
 * anything: a workflow, a link to a file of this machine, a name that leads out of the folder, more than fits into
 * memory.
 *
 * @throws at the first thing that a build would not make; then nothing of the artifact is used
 */
export function readArtifact(folder: string): Bundles {
  const files = filesBelow(folder);
  if (files.length > MOST_FILES) throw new Error(`The artifact has ${files.length} files.`);
  for (const file of files) checkFile(folder, file);
  const bytes = files.reduce((sum, file) => sum + lstatSync(path.join(folder, file)).size, 0);
  if (bytes > MOST_BYTES) throw new Error(`The artifact has ${bytes} bytes.`);
  const bundles = new Map(files.map((file) => [file, readFileSync(path.join(folder, file))]));
  const missing = ENTRIES.filter((file) => !bundles.get(file)?.length);
  if (missing.length > 0) throw new Error(`The artifact lacks ${missing.join(", ")}.`);
  return bundles;
}

/**
 * All entries except folders, including those that are not files. Node's own recursive list follows links into other
 * folders.
 */
function filesBelow(folder: string, below = ""): readonly string[] {
  return readdirSync(path.join(folder, below), { withFileTypes: true }).flatMap((entry) => {
    const file = path.posix.join(below, entry.name);
    return entry.isDirectory() ? filesBelow(folder, file) : [file];
  });
}

function checkFile(folder: string, file: string): void {
  // lstat checks the entry itself: if it is a link, reading it would read the file to which it leads.
  if (!lstatSync(path.join(folder, file)).isFile()) {
    throw new Error(`${JSON.stringify(file)} in the artifact is no plain file.`);
  }
  if (!isBundle(file)) throw new Error(`${JSON.stringify(file)} in the artifact is no file of a bundle.`);
}
