/**
 * The licences of a bundle: each package that code of is in it, with its version and the text that goes with copies.
 * ncc's own list leaves out what webpack has concatenated, and the text of packages with a package.json inside.
 */
import { existsSync, readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import satisfies from "spdx-satisfies";

/** Permissive ones: a copy of the text is all they ask for. */
const ALLOWED = ["0BSD", "Apache-2.0", "BSD-2-Clause", "BSD-3-Clause", "BlueOak-1.0.0", "ISC", "MIT"];

interface LicensedPackage {
  readonly name: string;
  readonly version: string;
  /** SPDX expression. */
  readonly license: string;
  readonly text: string;
}

/** As webpack's stats have it. */
interface Module {
  /** Where its source lies. */
  readonly nameForCondition?: string;
  /** In no file of the bundle. */
  readonly orphan?: boolean;
  /** What is concatenated in it. */
  readonly modules?: readonly Module[];
}

/** @param stats file that ncc wrote for `--stats-out` */
export function licensesOf(stats: string): string {
  const { modules } = JSON.parse(readFileSync(stats, "utf8")) as { readonly modules: readonly Module[] };
  const folders = new Set(sourcesOf(modules.filter(({ orphan }) => orphan !== true)).flatMap(packageFolder));
  const packages = [...folders].map(readPackage);
  const complete = packages.map((one) => ({ ...one, text: one.text || siblingOf(one, packages)?.text || "" }));
  for (const { name, license, text } of complete) {
    if (text === "" || !isAllowed(license)) throw new Error(`${name}: licence "${license}", text "${text}"`);
  }
  const inOrder = complete.toSorted((a, b) => (`${a.name} ${a.version}` < `${b.name} ${b.version}` ? -1 : 1));
  return [...new Set(inOrder.map(entry))].join("\n");
}

/** The entries of a file that `licensesOf` made. */
export function readLicenses(file: string): readonly LicensedPackage[] {
  return file
    .split(HEAD)
    .slice(1)
    .map((part) => {
      const [, name = "", version = "", license = "", text = ""] = /^(\S+) (\S+), (.*)\n\n([\s\S]*)$/.exec(part) ?? [];
      return { name, version, license, text: text.trim() };
    });
}

/**
 * Whether a copy may be handed on: of alternatives, one may be chosen.
 *
 * @param license SPDX expression; what is none is refused
 */
export function isAllowed(license: string): boolean {
  try {
    return satisfies(license, ALLOWED);
  } catch {
    return false;
  }
}

const HEAD = `${"=".repeat(80)}\n`;

function entry({ name, version, license, text }: LicensedPackage): string {
  return `${HEAD}${name} ${version}, ${license}\n\n${text}\n`;
}

function sourcesOf(modules: readonly Module[]): readonly string[] {
  return modules.flatMap(({ nameForCondition = "", modules: inner = [] }) => [nameForCondition, ...sourcesOf(inner)]);
}

function packageFolder(source: string): readonly string[] {
  const [, folder] = /^(.*[\\/]node_modules[\\/](?:@[^\\/]+[\\/])?[^\\/]+)/.exec(source) ?? [];
  return folder === undefined ? [] : [folder];
}

interface Package extends LicensedPackage {
  readonly repository?: { readonly url: string };
}

function readPackage(folder: string): Package {
  const manifest = JSON.parse(readFileSync(path.join(folder, "package.json"), "utf8")) as Package;
  return { ...manifest, text: textIn(folder) };
}

/** A package without a text has that of its repository, where another one comes from too. */
function siblingOf({ repository, license }: Package, packages: readonly Package[]): Package | undefined {
  const siblings = packages.filter((other) => repository !== undefined && other.repository?.url === repository.url);
  return siblings.find((other) => other.license === license && other.text !== "");
}

/** Of the files for it, else of the README's chapter. */
function textIn(folder: string): string {
  const files = readdirSync(folder).filter((file) => /^(?:licen[cs]e|copying|copyright|notice)\b/i.test(file));
  const texts = files.toSorted().map((file) => readFileSync(path.join(folder, file), "utf8"));
  const readme = path.join(folder, "README.md");
  if (texts.length === 0 && existsSync(readme)) {
    const [, chapter] = /^#* *licen[cs]e *#*\n(?:[-=]+\n)?([\s\S]*)/im.exec(readFileSync(readme, "utf8")) ?? [];
    texts.push(chapter ?? "");
  }
  return [...new Set(texts.map((text) => text.replaceAll("\r\n", "\n").trim()))].join("\n\n");
}
