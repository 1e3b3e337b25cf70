import { createHash } from "node:crypto";
import { lstatSync, readdirSync, readFileSync, readlinkSync } from "node:fs";
import path from "node:path";

/** For each path: kind, mode, owner and a hash of the content, or the target of a link. */
export type Snapshot = Readonly<Record<string, string>>;

/** Everything at and below these paths. Times are ignored. */
export function snapshot(...paths: readonly string[]): Snapshot {
  const entries: Record<string, string> = {};
  const visit = (file: string) => {
    const status = lstatSync(file, { throwIfNoEntry: false });
    if (status === undefined) return;
    const owner = `${status.mode.toString(8)} ${status.uid}:${status.gid}`;
    if (status.isSymbolicLink()) entries[file] = `link ${readlinkSync(file)}`;
    else if (status.isDirectory()) {
      entries[file] = `folder ${owner}`;
      for (const name of readdirSync(file)) visit(path.join(file, name));
    } else entries[file] = `file ${owner} ${createHash("sha256").update(readFileSync(file)).digest("hex")}`;
  };
  for (const file of paths) visit(file);
  return entries;
}

/** Every file below a folder that contains a text. */
export function filesHolding(folder: string, text: string): readonly string[] {
  return Object.keys(snapshot(folder)).filter((file) => lstatSync(file).isFile() && readFileSync(file).includes(text));
}
