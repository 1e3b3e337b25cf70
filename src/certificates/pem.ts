/** A raw block of PEM text: its label, and the text between its BEGIN and END lines. */
export interface RawBlock {
  readonly label: string;
  readonly body: string;
}

const MARKER = /-----(BEGIN|END) ([A-Z0-9# ]{1,80})-----/g;

/**
 * Finds the blocks of PEM text, each from a BEGIN line to the first END line with the same label; ignores a BEGIN line
 * without one. Takes linear time for any text, since it visits each label's END lines once.
 *
 * @param most stops after one block more than this
 * @returns at most `most` + 1 blocks
 */
export function pemBlocks(text: string, most: number): readonly RawBlock[] {
  const markers = [...text.matchAll(MARKER)].map(({ index, 0: line, 1: kind, 2: label = "" }) => {
    return { kind, label, start: index, end: index + line.length };
  });
  const ends = Map.groupBy(
    markers.filter(({ kind }) => kind === "END"),
    ({ label }) => label,
  );
  const reached = new Map<string, number>();
  const blocks: RawBlock[] = [];
  let after = 0;
  for (const { kind, label, start, end } of markers) {
    if (kind !== "BEGIN" || start < after) continue;
    const own = ends.get(label) ?? [];
    let at = reached.get(label) ?? 0;
    while ((own[at]?.start ?? end) < end) at += 1;
    reached.set(label, at);
    const last = own[at];
    if (last === undefined) continue;
    blocks.push({ label, body: text.slice(end, last.start) });
    after = last.end;
    if (blocks.length > most) break;
  }
  return blocks;
}
