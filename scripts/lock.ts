/**
 * `npm run lock`: writes the requirements from which azs-login installs az, and those of the examples. Each package has
 * the hashes of all its wheels, for every platform. Needs uv on PATH or from `npm run az`.
 *
 *     node scripts/lock.ts --check            exits with 1 and names the files that would change
 *     node scripts/lock.ts --measure 2.66.2   also measures which files of its wheels an az uses, on Linux, in half an
 *                                             hour (scripts/lock/contents.ts); needed when its requirements change
 */
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { program, temporaryFolder } from "../emulator/program/ending.ts";
import { readOptions, refuse } from "../emulator/program/options.ts";
import { read, run } from "../emulator/program/running.ts";
import { digestOf, measure } from "./lock/contents.ts";
import { contentsOf, indexesOf, lockOf, PIP } from "./lock/files.ts";

const USAGE = `npm run lock -- [--check] [--measure VERSION …]
Writes the locked packages of az and of the examples; with --check it only names the files that would change. With
--measure it also measures which of their files an installed az of that version uses.`;

interface Lock {
  /** From the project's root. */
  readonly file: string;
  readonly requirements: readonly string[];
  /** The oldest Python that the requirements support. */
  readonly python: string;
  /** Versions that az's own requirements do not allow. */
  readonly overrides: readonly string[];
  /** Packages that were uploaded later are ignored, so that the lock is the same whenever it is made. */
  readonly before: string;
}

/** The versions of az that are installed from a lock. */
const VERSIONS = ["2.66.2", "2.29.2"];
/** The Python with which az is measured. The unused and the used files are the same with every Python. */
const MEASURED_ON = "3.11";

/**
 * The last releases with the API versions of 2020-09-01-hybrid: azure-mgmt-resource 25 dropped 2019-10-01,
 * azure-mgmt-keyvault 11 dropped 2019-09-01. azure-common contains the profile itself.
 */
const SDK = ["azure-common==1.1.28", "azure-identity==1.27.0", "azure-mgmt-resource==24.0.0"];
const EXAMPLE = { python: "3.10", overrides: [], before: "2026-11-20" };

const LOCKS: readonly Lock[] = [
  {
    file: "src/provision/az-2.66.2.txt",
    // `az extension add` calls pip.
    requirements: ["azure-cli==2.66.2", "pip"],
    python: "3.8",
    overrides: [],
    before: "2025-12-15",
  },
  {
    file: "src/provision/az-2.29.2.txt",
    // az imports pkg_resources; newer setuptools warn at every start that they will remove it.
    requirements: ["azure-cli==2.29.2", "pip", "setuptools<80"],
    python: "3.8",
    // The versions that it requires are source packages only, or do not support Python 3.10 and later.
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
  { ...EXAMPLE, file: "examples/python-sdk/requirements.txt", requirements: SDK },
  {
    ...EXAMPLE,
    file: "examples/key-vault-python/requirements.txt",
    requirements: [...SDK, "azure-keyvault-secrets==4.12.0", "azure-mgmt-keyvault==10.3.1"],
  },
];

await program(async () => {
  const { values } = readOptions(USAGE, {
    options: { check: { type: "boolean", default: false }, measure: { type: "string", multiple: true, default: [] } },
  });
  const folder = temporaryFolder("lock-");
  const write = (file: string, made: string) => {
    if (existsSync(file) && made === readFileSync(file, "utf8")) return;
    console.log(`${path.relative(".", file)} changed`);
    if (values.check) process.exitCode = 1;
    else writeFileSync(file, made);
  };
  for (const lock of LOCKS) {
    write(path.join(import.meta.dirname, "..", lock.file), await compile(lock, folder.path));
  }
  if (!existsSync(PIP)) await fetchPip();
  for (const version of values.measure) {
    if (!VERSIONS.includes(version)) refuse(`--measure is ${version}, not one of ${VERSIONS.join(", ")}`, USAGE);
    const { contents, indexes } = await measured(version, path.join(folder.path, version));
    write(contentsOf(version), lines(contents));
    write(indexesOf(version), lines(indexes));
  }
  for (const version of VERSIONS.filter((one) => measuredDigest(one) !== digestOf(lockOf(one)))) {
    console.log(`az ${version} was measured with other requirements: npm run lock -- --measure ${version}`);
    process.exitCode = 1;
  }
  await folder.remove();
});

/** JSON with one line for each element, so that a change is one line in a diff. */
function lines(value: object): string {
  return `${JSON.stringify(value, undefined, 1)}\n`;
}

function measuredDigest(version: string): unknown {
  const file = contentsOf(version);
  return existsSync(file) ? (JSON.parse(readFileSync(file, "utf8")) as { lock?: unknown }).lock : undefined;
}

async function measured(version: string, folder: string) {
  const wheels = path.join(folder, "wheels");
  const command = ["scripts/wheels.ts", wheels, "--version", version, "--python", MEASURED_ON];
  await run(process.execPath, command, { doing: `Downloading az ${version}` });
  return measure(version, wheels, path.join(folder, "az"));
}

/** The locks contain its hash: it is the pip for an az on Python 3.8. */
async function fetchPip(): Promise<void> {
  const [, version = ""] = /pip-([\d.]+)-/.exec(PIP) ?? [];
  const options = ["--no-deps", "--only-binary", ":all:", "--dest", path.dirname(PIP), `pip==${version}`];
  await run("python3", ["-m", "pip", "download", "--quiet", ...options], { doing: `Downloading pip ${version}` });
  if (!readFileSync(lockOf("2.66.2"), "utf8").includes(`sha256:${digestOf(PIP)}`)) {
    throw new Error(`${PIP} is not the one that is locked`);
  }
}

async function compile({ file, requirements, python, overrides, before }: Lock, folder: string): Promise<string> {
  const list = (name: string, lines: readonly string[]) => {
    writeFileSync(path.join(folder, name), lines.map((line) => `${line}\n`).join(""));
    return path.join(folder, name);
  };
  const own = path.resolve(".cache", "uv", "bin", "uv");
  const options = [
    ...["--universal", "--python-version", python, "--only-binary", ":all:", "--generate-hashes", "--no-annotate"],
    ...["--exclude-newer", before, "--override", list("overrides.txt", overrides), "--quiet", "--no-config"],
    ...["--custom-compile-command", "npm run lock"],
  ];
  const command = ["pip", "compile", list("requirements.txt", requirements), ...options];
  return read(existsSync(own) ? own : "uv", command, { doing: `Locking ${file}` });
}
