import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll } from "vitest";

export interface Venv {
  readonly folder: string;
  readonly bin: string;
  readonly python: string;
  /** The bundle of its certifi. */
  cacert(): string;
}

/** A virtual environment for this suite. @param packages from the index, through a cache */
export function ownVenv(...packages: readonly string[]): Venv {
  const parent = mkdtempSync(path.join(tmpdir(), "azs-venv-"));
  const folder = path.join(parent, "venv");
  const bin = path.join(folder, "bin");
  const python = path.join(bin, "python");
  beforeAll(() => {
    execFileSync("/usr/bin/python3", ["-m", "venv", folder], { stdio: "pipe" });
    const install = ["-m", "pip", "install", "--quiet", "--cache-dir", path.resolve(".cache/pip"), ...packages];
    if (packages.length > 0) execFileSync(python, install, { stdio: "pipe" });
  }, 120_000);
  afterAll(() => rmSync(parent, { recursive: true, force: true }));
  const where = ["-Bc", "import certifi; print(certifi.where())"];
  return { folder, bin, python, cacert: () => execFileSync(python, where, { encoding: "utf8" }).trim() };
}
