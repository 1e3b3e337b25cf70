/** A part of the report; each is printed as soon as it is measured. */
export interface Section {
  readonly title: string;
  readonly body: readonly string[];
}

export function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) => `| ${cells.join(" | ")} |`;
  return [line(head), line(head.map((_, column) => (column === 0 ? "---" : "--:"))), ...rows.map(line)].join("\n");
}

export function render({ title, body }: Section): string {
  return `${[`## ${title}`, ...body.map(wrap)].join("\n\n")}\n`;
}

const WIDTH = 120;

/** Breaks the lines of a paragraph; tables and lists stay. */
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
