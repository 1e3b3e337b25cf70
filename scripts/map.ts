/** The map of src/ in CONTRIBUTING.md: its folders, called rooms here, and the imports between them. */
import { filesIn, importsOf } from "./imports.ts";

/** `src/az/find/locate.ts` -> `az/find`. */
export function roomOf(file: string): string {
  return file.split("/").slice(1, -1).join("/");
}

export type Arrows = ReadonlyMap<string, ReadonlySet<string>>;

/** The rooms that each room imports from, including imports of types. */
export function arrowsOf(imports: readonly { readonly from: string; readonly to: string }[]): Arrows {
  const arrows = new Map<string, Set<string>>();
  for (const [from, to] of imports.map((one) => [roomOf(one.from), roomOf(one.to)] as const)) {
    if (from === to) continue;
    arrows.set(from, (arrows.get(from) ?? new Set()).add(to));
  }
  return arrows;
}

/**
 * Removes an arrow if a path over other rooms leads to the same room. With all arrows, the order would be invisible.
 */
export function reduced(arrows: Arrows): Arrows {
  const below = (room: string): ReadonlySet<string> =>
    new Set([...(arrows.get(room) ?? [])].flatMap((one) => [one, ...below(one)]));
  return new Map(
    [...arrows].map(([room, tos]) => {
      const over = new Set([...tos].flatMap((one) => [...below(one)]));
      return [room, new Set([...tos].filter((one) => !over.has(one)))] as const;
    }),
  );
}

/** A diagram in Mermaid, as GitHub renders it. */
export function mapOfSource(): string {
  const files = filesIn("src", ".ts", ".py");
  const rooms = Map.groupBy(files, roomOf);
  const arrows = reduced(arrowsOf(importsOf("src").filter(({ local }) => local)));
  const names = [...rooms.keys()].toSorted();
  const boxes = names.map((room) => `  ${idOf(room)}["${room} (${rooms.get(room)?.length})"]`);
  const lines = names.flatMap((room) => [...(arrows.get(room) ?? [])].toSorted().map((to) => [room, to] as const));
  return [
    "```mermaid",
    "flowchart TD",
    ...boxes,
    ...lines.map(([room, to]) => `  ${idOf(room)} --> ${idOf(to)}`),
    "```",
  ].join("\n");
}

/** An identifier in Mermaid must not contain a slash. */
function idOf(room: string): string {
  return room.replaceAll("/", "_");
}
