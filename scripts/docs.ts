/**
 * Generates the parts of the documentation that follow from the code: README's tables (inputs and outputs from
 * action.yml, variables from src/results/exports.ts), those of docs/az.md (from src/az/find/versions.ts,
 * src/az/configure/settings.ts and docs/az-matrix.json) and docs/pipelines.md (from task.json), docs/errors.md (from
 * src/errors/catalogue.ts), the map in CONTRIBUTING.md (from the imports of src/), and src/az/find/matrix.ts.
 *
 *     node scripts/docs.ts           writes them
 *     node scripts/docs.ts --check   exits with 1 and names the files that are stale
 */
import { readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { readOptions } from "../emulator/program/options.ts";
import { SETTINGS, type Setting } from "../src/az/configure/settings.ts";
import { AZ_CHANGES } from "../src/az/find/versions.ts";
import { catalogue } from "../src/errors/catalogue.ts";
import type { FailureKind } from "../src/errors/failure.ts";
import { PARTIES, type PartyFailureKind } from "../src/errors/party.ts";
import { inCamelCase } from "../src/host/pipelines-spelling.ts";
import { VARIABLES } from "../src/results/exports.ts";
import { type ActionFile, readAction } from "./action.ts";
import { mapOfSource } from "./map.ts";
import type { Run } from "./matrix/run.ts";
import { failures, matrixModule, numbers } from "./matrix/table.ts";
import { PLACEHOLDERS } from "./placeholders.ts";
import { signsOf } from "./signs.ts";

interface TaskFile {
  readonly inputs: readonly { readonly name: string; readonly helpMarkDown: string }[];
}

type Group = keyof typeof catalogue;

const GROUPS: Readonly<Record<Group, string>> = {
  inputs: "AZS1xx: inputs",
  pipelines: "AZS14x: inputs on Azure Pipelines",
  stamp: "AZS21x: the stamp's metadata",
  network: "AZS2xx: the network",
  proxy: "AZS22x: the proxy",
  certificates: "AZS3xx: certificates",
  trust: "AZS33x: trust stores",
  files: "AZS34x: files of later steps",
  identity: "AZS4xx: identity",
  arm: "AZS47x: Azure Resource Manager",
  authority: "AZS44x: refusals of the authority",
  providers: "AZS43x: resource providers",
  az: "AZS50x: az",
  provision: "AZS52x: an az installed by the step",
  internal: "AZS9xx: internal",
};

/** The errors that users get most often, by the place where they get them. */
const COMMON: Readonly<Record<string, readonly string[]>> = {
  "The inputs": ["AZS110", "AZS115", "AZS121", "AZS140"],
  "The network": ["AZS201", "AZS203", "AZS205", "AZS226"],
  "The root": ["AZS309", "AZS322"],
  "The login": ["AZS401", "AZS403", "AZS405", "AZS406", "AZS407", "AZS419"],
  "The subscription": ["AZS410", "AZS411", "AZS430"],
  az: ["AZS501", "AZS502", "AZS520", "AZS521"],
};

const USAGE = `npm run docs -- [--check]
Generates the parts of README.md and docs/ that follow from the code; with --check it only names stale files.`;
const { values } = readOptions(USAGE, { options: { check: { type: "boolean", default: false } } });

const folder = path.join(import.meta.dirname, "..");
const read = (file: string): string => readFileSync(path.join(folder, file), "utf8");

/** The files that this script generates, with the content that they should have. */
function documents(): Readonly<Record<string, string>> {
  const { inputs, outputs } = readAction();
  const task = JSON.parse(read("azure-pipelines/AzsLogin/task.json")) as TaskFile;
  const tables = { inputs: inputTable(inputs, task), outputs: outputTable(outputs), variables: variableTable() };
  return {
    "README.md": withSections("README.md", tables),
    "docs/az.md": withSections("docs/az.md", { az: azTable(), matrix: matrixTables(), settings: settingsTable() }),
    "docs/pipelines.md": withSections("docs/pipelines.md", { pipelines: taskTable(task, inputs) }),
    "docs/errors.md": errorPage(),
    "CONTRIBUTING.md": withSections("CONTRIBUTING.md", { map: mapOfSource() }),
    "src/az/find/matrix.ts": matrixModule(matrixRuns()),
  };
}

function inputTable(inputs: ActionFile["inputs"], task: TaskFile): string {
  const names = task.inputs.map(({ name }) => name);
  const rows = Object.entries(inputs).map(([name, input]) => [
    code(name),
    input.default === undefined ? "" : code(input.default),
    input.description,
    names.includes(inCamelCase(name)) ? code(inCamelCase(name)) : "",
  ]);
  return table(["Input", "Default", "Meaning", "In Azure Pipelines"], rows);
}

function outputTable(outputs: ActionFile["outputs"]): string {
  const rows = Object.entries(outputs).map(([name, { description }]) => [
    code(name),
    description,
    code(inCamelCase(name)),
  ]);
  return table(["Output", "Meaning", "In Azure Pipelines"], rows);
}

/** The inputs that only the task has. */
function taskTable(task: TaskFile, inputs: ActionFile["inputs"]): string {
  const shared = Object.keys(inputs).map(inCamelCase);
  const rows = task.inputs.filter(({ name }) => !shared.includes(name));
  return table(
    ["Input", "Meaning"],
    rows.map(({ name, helpMarkDown }) => [code(name), helpMarkDown]),
  );
}

function variableTable(): string {
  const readers = [...new Set(VARIABLES.map(({ reader }) => reader))];
  const rows = readers.flatMap((reader) =>
    VARIABLES.filter((variable) => variable.reader === reader).map(({ name, meaning, secret }, index) => [
      index === 0 ? reader : "",
      code(name),
      secret ? `${meaning}; needs \`export-credentials\`` : meaning,
    ]),
  );
  return table(["For", "Variable", "Value"], rows);
}

function azTable(): string {
  const rows = Object.values(AZ_CHANGES).map(({ since, what, source }) => [`2.${since}`, what, source]);
  return table(["az", "Change", "Source"], rows);
}

/** The results of `npm run matrix`: numbers for each az, and the names of the commands that fail. */
function matrixTables(): string {
  const { head, rows } = numbers(matrixRuns());
  return [table(head, rows), table(["Does not work", "With az"], failures(matrixRuns()))].join("\n\n");
}

function matrixRuns(): readonly Run[] {
  return JSON.parse(read("docs/az-matrix.json"));
}

/** The first row that names a variable applies, here as in the code. */
function settingsTable(): string {
  const rows = SETTINGS.map((setting) => ({
    name: setting.name.split(", ").map(code).join(", "),
    cells: [setting.why, setting.step === "set" ? ownValue(setting) : setting.step, ...laterCells(setting)],
  }));
  const alike = Map.groupBy(rows, ({ cells }) => JSON.stringify(cells)).values();
  return table(
    ["Variable", "Why", "The step's az", "Later steps", "After the job"],
    [...alike].map(([first, ...more]) => [
      [first, ...more].map((row) => row?.name).join(", "),
      ...(first?.cells ?? []),
    ]),
  );
}

const ownValue = ({ later }: Setting): string => (later === undefined ? "no file" : later.description);

function laterCells({ later, warns }: Setting): readonly [string, string] {
  if (later === undefined) return [warns === undefined ? "kept" : `kept; a warning if ${warns}`, "kept"];
  if (later.when === "always") return [later.description, "its earlier value; without one, a value of the same effect"];
  const where = later.when === "there" ? "if the job sets it" : "if az cannot parse what the job sets, with a warning";
  return [`${later.description}, ${where}`, "its earlier value"];
}

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) => `| ${cells.map((cell) => cell.replaceAll("|", "\\|")).join(" | ")} |`;
  return [line(head), `|${head.map(() => "---|").join("")}`, ...rows.map(line)].join("\n");
}

function code(text: string): string {
  return `\`${text}\``;
}

/** Replaces the text between `<!-- begin name … -->` and `<!-- end name -->`. */
function withSections(file: string, sections: Readonly<Record<string, string>>): string {
  return Object.entries(sections).reduce((result, [name, section]) => {
    const between = new RegExp(`(<!-- begin ${name}\\b[^>]*-->\n)[\\s\\S]*?(<!-- end ${name} -->)`);
    if (!between.test(result)) throw new Error(`${file} has no markers for ${name}.`);
    return result.replace(between, (_, begin: string, end: string) => `${begin}\n${section}\n\n${end}`);
  }, read(file));
}

function errorPage(): string {
  const introduction = [
    "<!-- Made from src/errors/ by scripts/docs.ts: change the catalogue, not this page. -->",
    "# Errors",
    "A step that fails writes one annotation with a code, the problem and the fix. The code of an error is the same in " +
      "all versions. On this page, names in angle brackets stand for the names in your annotation. Debug logging (re-run " +
      "the job with “Enable debug logging”) also shows the stack and the output of az.",
    "A code of Microsoft Entra (`AADSTS…`) or AD FS (`MSIS…`) is listed under the error that it leads to: search this " +
      "page for it. These errors are the most frequent:",
    commonErrors(),
  ];
  const groups = Object.keys(GROUPS) as Group[];
  return `${[...introduction, ...groups.flatMap(groupSection)].join("\n\n")}\n`;
}

function commonErrors(): string {
  const titles = new Map<string, string>(
    Object.values(catalogue).flatMap((group) => Object.values(group).map(({ code, title }) => [code, title] as const)),
  );
  const rows = Object.entries(COMMON).map(([place, codes]) => [
    place,
    codes.map((name) => `[${name}](#${name.toLowerCase()}) ${titles.get(name)}`).join("<br>"),
  ]);
  return table(["Where", "Error"], rows);
}

function groupSection(group: Group): readonly string[] {
  const kinds: readonly FailureKind<never>[] = Object.values(catalogue[group]);
  return [`## ${GROUPS[group]}`, ...kinds.toSorted((a, b) => a.code.localeCompare(b.code)).flatMap(errorSection)];
}

function errorSection(kind: FailureKind<never>): readonly string[] {
  const { code: name, title, text } = kind;
  const { problem } = text(PLACEHOLDERS as never);
  const signs = signsOf(name).map(code);
  // The anchor does not depend on the title, so links still work when the title changes.
  return [
    `<a id="${name.toLowerCase()}"></a>`,
    `### ${name}: ${title}`,
    `**Problem:** ${prose(problem)}`,
    ...fixesOf(kind),
    ...(signs.length === 0 ? [] : [`**Comes from:** ${signs.join(", ")}`]),
  ];
}

/** One fix, or one for each party that may have answered. */
function fixesOf(kind: FailureKind<never>): readonly string[] {
  if (!("parties" in kind)) return [`**Fix:** ${prose(kind.text(PLACEHOLDERS as never).fix)}`];
  const { parties, text } = kind as PartyFailureKind<never>;
  const named = (name: string, party: string) => (name === "party" ? party : PLACEHOLDERS[name]);
  const fixes = parties.map((party) => {
    const names = new Proxy({}, { get: (_, name) => named(String(name), party) });
    // If a CI gives no ID token, the error is always the same, whatever happened to the request.
    const as = party === "ci" ? " (then the error is AZS416)" : "";
    return `- for ${PARTIES[party]}${as}: ${prose(text(names as never).fix)}`;
  });
  return ["**Fix:**", fixes.join("\n")];
}

/** Error texts are plain text of one or more lines. In Markdown, angle brackets outside code would be HTML. */
function prose(text: string): string {
  return text
    .trim()
    .replaceAll(/\s*\n\s*/g, " ")
    .replaceAll(/`[^`]*`|[<*]/g, (piece) => (piece.length > 1 ? piece : `\\${piece}`));
}

const stale = Object.entries(documents()).filter(([file, text]) => {
  try {
    return read(file) !== text;
  } catch {
    return true;
  }
});
if (values.check) {
  for (const [file] of stale) console.error(`${file} is stale: run node scripts/docs.ts.`);
  process.exitCode = stale.length > 0 ? 1 : 0;
} else {
  for (const [file, text] of stale) writeFileSync(path.join(folder, file), text);
}
