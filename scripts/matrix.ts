/**
 * `npm run matrix`: which az commands work on an emulated stamp after a login with the real step, for several az and
 * both identity providers. Writes docs/az-matrix.json, and from it src/az/find/matrix.ts, which the step uses to choose
 * its az. `npm run docs` generates the tables of docs/az.md.
 *
 *     node scripts/matrix.ts [--az PATH|VERSION]... [--idp aad|adfs] [--dry]
 *
 * An az is a path, or a version, which uv installs in the temporary folder (`npm run az` installs uv).
 */
import { execFileSync } from "node:child_process";
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { readOptions } from "../emulator/program/options.ts";
import { type Run, runMatrix } from "./matrix/run.ts";
import { matrixModule } from "./matrix/table.ts";

const MATRIX_FILE = path.resolve("docs", "az-matrix.json");
const IDPS = ["aad", "adfs"] as const;

const USAGE = `npm run matrix -- [--az PATH|VERSION …] [--idp aad|adfs] [--dry]
Runs the az commands of the matrix on an emulated stamp, with Debian's az and 2.66.2 or the given ones, and writes the
results to docs/az-matrix.json and src/az/find/matrix.ts; --dry only shows them. A version is installed with uv.`;
const { values } = readOptions(USAGE, {
  options: {
    az: { type: "string", multiple: true, default: ["/usr/bin/az", path.resolve(".cache/az/bin/az")] },
    idp: { type: "string" },
    dry: { type: "boolean", default: false },
  },
});

for (const wanted of values.az) {
  const az = existsSync(wanted) ? path.resolve(wanted) : install(wanted);
  const version = versionOf(az);
  for (const idp of IDPS.filter((one) => values.idp === undefined || values.idp === one)) {
    console.log(`az ${version}, ${idp}`);
    const results = await runMatrix(az, idp, ({ works, command, seconds, said = "" }) => {
      console.log(
        `${works ? "  works" : "  FAILS"} ${seconds.toFixed(1)} s  ${command}${works ? "" : `\n        ${said}`}`,
      );
    });
    console.log(`az ${version}, ${idp}: ${results.filter(({ works }) => works).length} of ${results.length} work`);
    if (!values.dry) keep({ az: version, idp, results: results.map(({ seconds: _, ...result }) => result) });
  }
}

/** Replaces an earlier run of the same az and identity provider. */
function keep(run: Run): void {
  const before: readonly Run[] = existsSync(MATRIX_FILE) ? JSON.parse(readFileSync(MATRIX_FILE, "utf8")) : [];
  const others = before.filter(({ az, idp }) => az !== run.az || idp !== run.idp);
  const all = [...others, run].toSorted(
    (one, other) => one.az.localeCompare(other.az, "en", { numeric: true }) || one.idp.localeCompare(other.idp),
  );
  writeFileSync(MATRIX_FILE, `${JSON.stringify(all, undefined, 2)}\n`);
  writeFileSync(path.resolve("src", "az", "matrix.ts"), matrixModule(all));
}

/** Read from the package: `az version` would ask the internet for newer versions. */
function versionOf(az: string): string {
  const [, named = ""] = /^#!(\S+)/.exec(readFileSync(az, "utf8")) ?? [];
  const beside = path.join(path.dirname(az), "python");
  const python = existsSync(beside) ? beside : named.endsWith("sh") ? "/usr/bin/python3" : named;
  const script = 'from importlib.metadata import version; print(version("azure-cli"))';
  return execFileSync(python, ["-c", script], { encoding: "utf8" }).trim();
}

function install(version: string): string {
  const folder = path.join(tmpdir(), `matrix-az-${version}`);
  const az = path.join(folder, "bin", "az");
  if (existsSync(az)) return az;
  console.log(`Installing az ${version} …`);
  mkdirSync(folder, { recursive: true });
  const python = path.join(folder, "bin", "python");
  const run = (file: string, ...args: string[]) =>
    execFileSync(file, args, { stdio: ["ignore", "inherit", "inherit"] });
  run("python3", "-m", "venv", folder);
  const more = ["setuptools<81"];
  run(
    path.resolve(".cache/uv/bin/uv"),
    "pip",
    "install",
    "--quiet",
    "--python",
    python,
    `azure-cli==${version}`,
    ...more,
  );
  return az;
}
