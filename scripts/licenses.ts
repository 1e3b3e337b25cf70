/**
 * The licences of a bundle: each package whose code it contains, with version and licence text. ncc's own list omits
 * packages that webpack has concatenated, and the text of packages with a nested package.json.
 */
import { existsSync, readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import satisfies from "spdx-satisfies";

/** Permissive licences, which require only that copies contain their text. */
const ALLOWED = ["0BSD", "Apache-2.0", "BSD-2-Clause", "BSD-3-Clause", "BlueOak-1.0.0", "ISC", "MIT"];

interface LicensedPackage {
  readonly name: string;
  readonly version: string;
  /** SPDX expression. */
  readonly license: string;
  readonly text: string;
}

/** A module in webpack's stats. */
interface Module {
  /** The path of its source. */
  readonly nameForCondition?: string;
  /** True if no file of the bundle contains it. */
  readonly orphan?: boolean;
  /** The modules that are concatenated in it. */
  readonly modules?: readonly Module[];
}

/** @param stats file that ncc wrote because of `--stats-out` */
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

/** Reads the entries of a file that `licensesOf` made. */
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
 * Whether the licence allows copies. If it has alternatives, one allowed alternative is enough.
 *
 * @param license SPDX expression; any other text is refused
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

/** The package whose licence text applies to one without a text: another package of the same repository. */
function siblingOf({ repository, license }: Package, packages: readonly Package[]): Package | undefined {
  const siblings = packages.filter((other) => repository !== undefined && other.repository?.url === repository.url);
  return siblings.find((other) => other.license === license && other.text !== "");
}

/** The text of the licence files, or else of the section in the README. */
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
