/** The map of src/ in CONTRIBUTING.md: its folders and the imports between them. */
import { filesIn, importsOf } from "./imports.ts";

/** `src/az/find/locate.ts` -> `az/find`. */
export function folderOf(file: string): string {
  return file.split("/").slice(1, -1).join("/");
}

export type Arrows = ReadonlyMap<string, ReadonlySet<string>>;

/** The folders that each folder imports from, including imports of types. */
export function arrowsOf(imports: readonly { readonly from: string; readonly to: string }[]): Arrows {
  const arrows = new Map<string, Set<string>>();
  for (const [from, to] of imports.map((one) => [folderOf(one.from), folderOf(one.to)] as const)) {
    if (from === to) continue;
    arrows.set(from, (arrows.get(from) ?? new Set()).add(to));
  }
  return arrows;
}

/**
 * Removes an arrow if a path over other folders leads to the same folder. With all arrows, the order would be invisible.
 */
export function reduced(arrows: Arrows): Arrows {
  const below = (folder: string): ReadonlySet<string> =>
    new Set([...(arrows.get(folder) ?? [])].flatMap((one) => [one, ...below(one)]));
  return new Map(
    [...arrows].map(([folder, tos]) => {
      const over = new Set([...tos].flatMap((one) => [...below(one)]));
      return [folder, new Set([...tos].filter((one) => !over.has(one)))] as const;
    }),
  );
}

/** A diagram in Mermaid, as GitHub renders it. */
export function mapOfSource(): string {
  const files = filesIn("src", ".ts", ".py");
  const folders = Map.groupBy(files, folderOf);
  const arrows = reduced(arrowsOf(importsOf("src").filter(({ local }) => local)));
  const names = [...folders.keys()].toSorted();
  const boxes = names.map((folder) => `  ${idOf(folder)}["${folder} (${folders.get(folder)?.length})"]`);
  const lines = names.flatMap((folder) =>
    [...(arrows.get(folder) ?? [])].toSorted().map((to) => [folder, to] as const),
  );
  return [
    "```mermaid",
    "flowchart TD",
    ...boxes,
    ...lines.map(([folder, to]) => `  ${idOf(folder)} --> ${idOf(to)}`),
    "```",
  ].join("\n");
}

/** An identifier in Mermaid must not contain a slash. */
function idOf(folder: string): string {
  return folder.replaceAll("/", "_");
}
