import { readdir } from "node:fs/promises";
import path from "node:path";
import { inputFailures } from "../errors/inputs.ts";

/** The source of az's packages. */
export type Wheels = { readonly folder: string } | { readonly index: string };

/**
 * Reads the source of az's packages: a folder of wheels, or the URL of a package index.
 *
 * @throws Failure `AZS113`, `AZS119`
 */
export async function readWheels(value: string): Promise<Wheels | undefined> {
  if (value === "") return undefined;
  if (/^[a-z][a-z0-9+.-]*:\/\//i.test(value)) {
    const url = URL.parse(value);
    if (url !== null && isSafe(url)) return { index: value };
    // Hides everything before an @, which may be a password even if it was not meant as user info.
    const shown = value.replace(/\/\/.*@/s, "//***@");
    throw inputFailures.malformed({
      input: "az-wheels",
      value: shown,
      form: "a folder, or the https URL of a package index",
    });
  }
  const folder = path.resolve(value);
  const names = await readdir(folder).catch((error: NodeJS.ErrnoException) => {
    throw inputFailures.noWheels({ folder, reason: error.code ?? error.message }, error);
  });
  if (!names.some((name) => name.endsWith(".whl")))
    throw inputFailures.noWheels({ folder, reason: "no .whl file is in it" });
  return { folder };
}

/** Like pip, accepts plain http only for this machine. */
function isSafe({ protocol, hostname }: URL): boolean {
  return protocol === "https:" || (protocol === "http:" && /^(localhost|127(\.\d+){3}|\[::1\])$/.test(hostname));
}
