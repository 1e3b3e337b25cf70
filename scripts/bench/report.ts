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
  return `## ${title}\n\n${body.join("\n\n")}\n`;
}
