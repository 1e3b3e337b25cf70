import { describe, expect, it } from "vitest";
import { arrow, filesIn, type Import, importsOf, read } from "./repository.ts";

/**
 * Rooms of src/ from the ground up. What runs imports from its own room and from rooms below, never from one beside or
 * above it. Types may come from anywhere but entry/: they are erased. A new room gets its place here.
 */
const FLOORS: readonly (readonly string[])[] = [
  ["errors"],
  ["host", "certificates"],
  ["io"],
  ["stamp", "provision"],
  ["inputs", "trust"],
  ["identity", "az"],
  ["src"],
  ["entry"],
];

/** The ground: not even types from elsewhere, but for these. */
const GROUND: Readonly<Record<string, readonly string[]>> = {
  errors: [],
  host: ["src/errors/"],
  certificates: ["src/errors/"],
  io: ["src/errors/", "src/host/host.ts", "src/journal.ts"],
};

/** `src/az/az.ts` -> `az`; files of src/ itself -> `src`. */
function roomOf(file: string): string {
  return file.split("/").slice(0, -1).at(-1) ?? "";
}

const floorOf = (file: string): number => FLOORS.findIndex((rooms) => rooms.includes(roomOf(file)));
const imports = importsOf("src").filter(({ local }) => local);
const crossing = imports.filter(({ from, to }) => roomOf(from) !== roomOf(to));

describe("imports in src/", () => {
  it("are found", () => {
    expect(imports.length).toBeGreaterThan(100);
  });

  it("stay in src/, and every room has its floor", () => {
    expect(filesIn("src", ".ts").filter((file) => floorOf(file) < 0)).toEqual([]);
    expect(imports.filter(({ to }) => !to.startsWith("src/")).map(arrow)).toEqual([]);
  });

  it("lead downstairs when they run", () => {
    const running = crossing.filter(({ typeOnly }) => !typeOnly);
    expect(running.filter(({ from, to }) => floorOf(to) >= floorOf(from)).map(arrow)).toEqual([]);
  });

  it("never lead to entry/, not for a type either", () => {
    expect(crossing.filter(({ to }) => roomOf(to) === "entry").map(arrow)).toEqual([]);
  });

  it.each(Object.entries(GROUND))("of %s/ lead nowhere else", (room, allowed) => {
    const leaving = crossing.filter(({ from }) => roomOf(from) === room);
    expect(leaving.filter(({ to }) => !allowed.some((place) => to.startsWith(place))).map(arrow)).toEqual([]);
  });

  it("know the CI as the interface host.ts only; entry/ alone chooses one", () => {
    const hosts = crossing.filter(({ to }) => roomOf(to) === "host" && to !== "src/host/host.ts");
    expect(hosts.filter(({ from }) => roomOf(from) !== "entry").map(arrow)).toEqual([]);
  });

  it("make no circle", () => {
    expect(circles(imports.filter(({ typeOnly }) => !typeOnly))).toEqual([]);
  });
});

function circles(edges: readonly Import[]): readonly string[] {
  const found: string[] = [];
  const done = new Set<string>();
  const walk = (file: string, way: readonly string[]): void => {
    if (way.includes(file)) found.push([...way.slice(way.indexOf(file)), file].join(" -> "));
    if (done.has(file) || way.includes(file)) return;
    for (const { to } of edges.filter(({ from }) => from === file)) walk(to, [...way, file]);
    done.add(file);
  };
  for (const { from } of edges) walk(from, []);
  return found;
}

describe("files", () => {
  it("of src/host/ alone read process.env", () => {
    const reading = /\bprocess\.env\b|\bprocess\[|\{[^}]*\benv\b[^}]*\} (?:from "node:process"|= process\b)/;
    const code = filesIn("src", ".ts").map((file) => ({
      file,
      text: read(file).replaceAll(/^\s*(?:\/\*)?\*.*$/gm, ""),
    }));
    const readers = code.filter(({ text }) => reading.test(text)).map(({ file }) => file);
    expect(readers.filter((file) => !file.startsWith("src/host/"))).toEqual([]);
    expect(readers).not.toEqual([]);
  });

  it.each(["src", "emulator"])("of %s/ are 250 lines or shorter", (folder) => {
    const files = filesIn(folder, ".ts", ".py").map((file) => ({ file, lines: read(file).split("\n").length - 1 }));
    expect(files.filter(({ lines }) => lines > 250)).toEqual([]);
  });
});
