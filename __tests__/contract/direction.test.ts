import path from "node:path";
import { describe, expect, it } from "vitest";
import { folderOf } from "../../scripts/map.ts";
import { arrow, filesIn, type Import, importsOf, packageOf, read } from "./repository.ts";

/**
 * The folders of src/ in layers, from the lowest to the highest. A file may import, types included, only from its own
 * folder and from folders of lower layers. Add a new folder here.
 */
const LAYERS: readonly (readonly string[])[] = [
  ["errors", "journal"],
  ["host", "certificates"],
  ["io"],
  ["stamp", "provision", "trust/store"],
  ["inputs", "trust/bundle", "trust/stores", "trust/system", "az/find"],
  ["identity", "trust", "az/configure"],
  ["az/run"],
  ["az"],
  ["renewal"],
  ["results"],
  ["job"],
  ["entry"],
];

const layerOf = (file: string): number => LAYERS.findIndex((folders) => folders.includes(folderOf(file)));
const imports = importsOf("src").filter(({ local }) => local);
const crossing = imports.filter(({ from, to }) => folderOf(from) !== folderOf(to));

describe("imports in src/, of types too", () => {
  it("are found", () => {
    expect(imports.length).toBeGreaterThan(100);
  });

  it("stay in src/, and every folder is in LAYERS", () => {
    expect(filesIn("src", ".ts").filter((file) => layerOf(file) < 0)).toEqual([]);
    expect(imports.filter(({ to }) => !to.startsWith("src/")).map(arrow)).toEqual([]);
  });

  it("lead to lower layers only", () => {
    expect(crossing.filter(({ from, to }) => layerOf(to) >= layerOf(from)).map(arrow)).toEqual([]);
  });

  it("use a CI only through the interface host.ts; only entry/ chooses one", () => {
    const hosts = crossing.filter(({ to }) => folderOf(to) === "host" && to !== "src/host/host.ts");
    expect(hosts.filter(({ from }) => folderOf(from) !== "entry").map(arrow)).toEqual([]);
  });

  it("pass the whole Inputs to job/ only: other folders declare the fields that they need", () => {
    const takers = crossing.filter(({ to }) => to === "src/inputs/inputs.ts").map(({ from }) => folderOf(from));
    expect([...new Set(takers)]).toEqual(["job"]);
  });
});

describe.each(["src", "emulator"])("files of %s/", (folder) => {
  it("have no circular imports, of types too", () => {
    expect(circles(importsOf(folder).filter(({ local }) => local))).toEqual([]);
  });
});

it("CONTRIBUTING.md describes every folder of src/", () => {
  const [told = ""] = read("CONTRIBUTING.md").split("<!-- begin map");
  const isTold = (folder: string) => folder.split("/").every((name) => told.includes(`${name}/`));
  expect(LAYERS.flat().filter((folder) => !isTold(folder))).toEqual([]);
});

/** File names must be unique. The exception are the errors of a folder, whose file is named after the folder. */
it("no two files of src/ have one name", () => {
  const named = Map.groupBy(filesIn("src", ".ts"), (file) => path.basename(file));
  const shared = [...named.values()].map((files) => files.filter((file) => !/^src\/(?:errors|entry)\//.test(file)));
  expect(shared.filter((files) => files.length > 1)).toEqual([]);
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

describe("imports of the hosts", () => {
  /** Files and packages of one CI; only these files may use the packages. */
  const CIS = {
    github: { files: /\/(?:github)[\w-]*\.ts$/, packages: ["@actions/core"] },
    pipelines: {
      files: /\/(?:pipelines|azure-devops|service-connection)[\w-]*\.ts$/,
      packages: ["azure-pipelines-task-lib", "azure-devops-node-api", "typed-rest-client"],
    },
  } as const;

  it.each(Object.entries(CIS))("%s: its packages are used by its files only", (_, { files, packages }) => {
    const uses = importsOf("src").filter(({ to }) => packages.some((name) => name === packageOf(to)));
    expect(uses).not.toEqual([]);
    expect(uses.filter(({ from }) => !files.test(from)).map(arrow)).toEqual([]);
  });

  it.each([
    ["github", "pipelines"],
    ["pipelines", "github"],
  ] as const)("%s: nothing of %s gets into its bundles", (ci, other) => {
    const running = imports.filter(({ typeOnly }) => !typeOnly);
    for (const job of ["main", "post"]) {
      const reached = reachedFrom(`src/entry/${ci}-${job}.ts`, running);
      expect(reached).toContain(`src/host/${ci}.ts`);
      // All error texts are in one catalogue.
      const foreign = reached.filter((file) => CIS[other].files.test(file) && folderOf(file) !== "errors");
      expect(foreign).toEqual([]);
    }
  });
});

function reachedFrom(entry: string, edges: readonly Import[]): readonly string[] {
  const reached = new Set([entry]);
  for (const file of reached) for (const { to } of edges.filter(({ from }) => from === file)) reached.add(to);
  return [...reached];
}

describe("imports around src/", () => {
  /** The folders from which a folder may import, besides itself. */
  const AROUND: Readonly<Record<string, readonly string[]>> = {
    // Otherwise the emulator would share mistakes of the code that it tests.
    emulator: [],
    scripts: ["src/", "emulator/", "__tests__/support/"],
    __tests__: ["src/", "emulator/", "scripts/"],
  };

  it.each(Object.entries(AROUND))("of %s/ lead to itself and to [%s] only", (folder, allowed) => {
    const places = [`${folder}/`, ...allowed];
    const leaving = importsOf(folder).filter(({ local, to }) => local && !places.some((place) => to.startsWith(place)));
    expect(leaving.map(arrow)).toEqual([]);
  });

  it("of scripts/ and __tests__/ do not include the entries of the bundles, which run when they are imported", () => {
    const entering = importsOf("scripts", "__tests__").filter(({ to }) =>
      /^src\/entry\/(?:github|pipelines)-/.test(to),
    );
    expect(entering.map(arrow)).toEqual([]);
  });
});

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
