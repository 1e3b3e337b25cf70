/**
 * `npm run lock`: writes the requirements that azs-login installs az from, each package with the hashes of all its wheels,
 * for every Python from 3.8 and every platform (src/provision/az-VERSION.txt). Needs uv on PATH or from `npm run az`.
 *
 *     node scripts/lock.ts --check   exits with 1 and names the files that would change
 */
import { execFileSync } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";

interface Lock {
  readonly requirements: readonly string[];
  /** Versions outside of what az asks for. */
  readonly overrides: readonly string[];
  /** Packages that were uploaded later do not count: the lock is the same whenever it is made. */
  readonly before: string;
}

const LOCKS: Readonly<Record<string, Lock>> = {
  // pip: az extension add calls it.
  "2.66.2": { requirements: ["azure-cli==2.66.2", "pip"], overrides: [], before: "2025-12-15" },
  "2.29.2": {
    // It imports pkg_resources, which newer setuptools announce to drop on every start.
    requirements: ["azure-cli==2.29.2", "pip", "setuptools<80"],
    // What it asks for exists as source packages only, or not for Python 3.10 and later.
    overrides: [
      "antlr4-python3-runtime==4.13.2",
      "jsondiff==2.0.0",
      "humanfriendly==10.0",
      "paramiko==3.5.1",
      "pynacl==1.5.0",
      "psutil==7.1.3",
      "fabric==3.2.2",
      "invoke==2.2.1",
    ],
    before: "2025-12-15",
  },
};

const folder = mkdtempSync(path.join(tmpdir(), "lock-"));
try {
  for (const [version, lock] of Object.entries(LOCKS)) {
    const file = path.join(import.meta.dirname, "..", "src", "provision", `az-${version}.txt`);
    const made = compile(lock);
    if (made === readFileSync(file, "utf8")) continue;
    console.log(`${path.basename(file)} changed`);
    if (process.argv.includes("--check")) process.exitCode = 1;
    else writeFileSync(file, made);
  }
} finally {
  rmSync(folder, { recursive: true });
}

function compile({ requirements, overrides, before }: Lock): string {
  const own = path.resolve(".cache", "uv", "bin", "uv");
  const options = [
    ...["--universal", "--python-version", "3.8", "--only-binary", ":all:", "--generate-hashes", "--no-annotate"],
    ...["--exclude-newer", before, "--override", list("overrides.txt", overrides), "--quiet", "--no-config"],
    ...["--custom-compile-command", "npm run lock"],
  ];
  const command = ["pip", "compile", list("requirements.txt", requirements), ...options];
  const output = ["ignore", "pipe", "inherit"] as const;
  return execFileSync(existsSync(own) ? own : "uv", command, { encoding: "utf8", stdio: [...output] });
}

function list(name: string, lines: readonly string[]): string {
  const file = path.join(folder, name);
  writeFileSync(file, lines.map((line) => `${line}\n`).join(""));
  return file;
}
