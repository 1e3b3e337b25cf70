import { readdir } from "node:fs/promises";
import path from "node:path";
import type { PythonCommand } from "./locate.ts";

/**
 * Reads the version of a Python's azure-cli from the names of its packages' metadata folders; starts nothing.
 *
 * @returns undefined if its packages are elsewhere, or if there are several versions
 */
export async function installedVersion({ file, environment }: PythonCommand): Promise<string | undefined> {
  const listed = environment["PYTHONPATH"]?.split(path.delimiter).filter(Boolean) ?? [];
  const folders = [...listed, ...(await packageFolders(file))];
  const names = (await Promise.all(folders.map((folder) => readdir(folder).catch(() => [])))).flat();
  // Wheels leave `azure_cli-2.66.2.dist-info`, Debian's build `azure_cli-2.45.0.egg-info`.
  const versions = names.flatMap(
    (name) => /^azure_cli-(\d[^-]*?)(?:-py[\d.]+)?\.(?:dist|egg)-info$/i.exec(name)?.[1] ?? [],
  );
  const [version, ...more] = new Set(versions);
  return more.length === 0 ? version : undefined;
}

/** The folders where a Python keeps packages, relative to its own (site and sysconfig in Python's documentation). */
async function packageFolders(python: string): Promise<readonly string[]> {
  const bin = path.dirname(python);
  if (process.platform === "win32") {
    return [path.join(bin, "Lib", "site-packages"), path.join(bin, "..", "Lib", "site-packages")];
  }
  const prefix = path.dirname(bin);
  // Debian's own Python: packages from Debian, and those that pip installed as root.
  const parents =
    prefix === "/usr" ? ["/usr/lib", "/usr/local/lib"] : [path.join(prefix, "lib"), path.join(prefix, "lib64")];
  const found = await Promise.all(
    parents.map(async (parent) => {
      const pythons = (await readdir(parent).catch(() => [])).filter((name) => /^python3(\.\d+)?$/.test(name));
      return pythons.flatMap((name) => ["site-packages", "dist-packages"].map((kind) => path.join(parent, name, kind)));
    }),
  );
  return found.flat();
}
