import { median } from "./statistics.ts";

/** A section of the report. It is printed as soon as it is measured. */
export interface Section {
  readonly title: string;
  readonly body: readonly string[];
  /** How long a job waits, for the table at the beginning of the report. */
  readonly waits?: readonly Wait[];
}

/** A row of the table at the beginning of the report. */
export interface Wait {
  readonly job: string;
  /** Milliseconds of each run. */
  readonly step: readonly number[];
  /** The first az command after the step, if it was measured. */
  readonly command?: readonly number[];
}

/** How long a job waits: a table of all measurements, rounded to tenths of a second. */
export function waitSection(sections: readonly Section[]): Section {
  const rows = sections.flatMap(({ waits = [] }) => waits);
  return {
    title: "How long does my job wait?",
    body: [
      table(
        ["Job", "The step", "Its first `az group list`"],
        rows.map(({ job, step, command }) => [job, tenths(step), command === undefined ? "" : tenths(command)]),
      ),
      "To these times add:",
      [
        "- the time until a real stamp answers: the emulated one answers at once;",
        "- if az is installed from a package index instead of a folder of wheels, the download of 80 MB;",
        "- if a provider in `register-providers` is not registered yet, up to five minutes;",
        "- for a device code, the time until somebody enters it.",
      ].join("\n"),
      "On a hosted runner every job is the first job on a new machine, unless the installed az is " +
        "[cached](enterprise.md#keep-the-installed-az-between-jobs).",
    ],
  };
}

const tenths = (values: readonly number[]): string => `${(median(values) / 1000).toFixed(1)} s`;

export function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) => `| ${cells.join(" | ")} |`;
  return [line(head), line(head.map((_, column) => (column === 0 ? "---" : "--:"))), ...rows.map(line)].join("\n");
}

export function render({ title, body }: Section): string {
  return `${[`## ${title}`, ...body.map(wrap)].join("\n\n")}\n`;
}

const WIDTH = 120;

/** Wraps the lines of a paragraph, but not of tables and lists. */
export function wrap(text: string): string {
  if (/^[|-]/.test(text)) return text;
  const lines: string[] = [];
  for (const word of text.split(" ")) {
    const longer = `${lines.at(-1)} ${word}`;
    if (lines.length > 0 && longer.length <= WIDTH) lines[lines.length - 1] = longer;
    else lines.push(word);
  }
  return lines.join("\n");
}
