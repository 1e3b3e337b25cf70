import { mkdtempSync, readdirSync, readFileSync, realpathSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { onTestFinished } from "vitest";

/** A folder for the running test. */
export function temporaryFolder(): string {
  const folder = realpathSync(mkdtempSync(path.join(tmpdir(), "azs-unit-")));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/** Every file below a folder with its bytes (in Latin-1), and every folder; undefined if the folder does not exist. */
export function snapshot(folder: string): Readonly<Record<string, string>> | undefined {
  try {
    const entries = readdirSync(folder, { recursive: true, withFileTypes: true });
    const named = entries.map((entry) => {
      const file = path.join(entry.parentPath, entry.name);
      return [path.relative(folder, file), entry.isFile() ? readFileSync(file, "latin1") : "(no file)"] as const;
    });
    return Object.fromEntries(named.sort(([a], [b]) => a.localeCompare(b)));
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return undefined;
    throw error;
  }
}
