import { describe, expect, it } from "vitest";
import { arrow, filesIn, importsOf, read } from "./repository.ts";

/**
 * All text leaves the step through src/host/outlet.ts. This table has the other ways to print, and the files that may
 * use them.
 */
const PRINTERS: Readonly<Record<string, { readonly pattern: RegExp; readonly files: readonly string[] }>> = {
  "a stream of this process": {
    pattern: /\bprocess\s*\.\s*(?:stdout|stderr|_rawDebug|emitWarning)\b|["']node:(?:console|repl)["']/,
    files: ["github-toolkit", "pipelines-log", "pipelines", "streams"].map((name) => `src/host/${name}.ts`),
  },
  console: { pattern: /\bconsole\s*[.[]/, files: [] },
  "a file descriptor of this process": {
    pattern: /\bwrite(?:Sync|File|FileSync)?\(\s*[12]\b|\/dev\/(?:stdout|stderr|tty)/,
    files: [],
  },
  "GitHub's toolkit": { pattern: /@actions\/core\b/, files: ["src/host/github-toolkit.ts"] },
  "what is made of it": { pattern: /\/github-toolkit\.ts"/, files: ["src/host/github.ts"] },
  "task-lib": {
    pattern: /^import (?!type )[^;]*"azure-pipelines-task-lib\//m,
    files: ["src/host/pipelines-log.ts", "src/host/pipelines-vault.ts", "src/host/pipelines.ts"],
  },
  "a process that shares our streams": { pattern: /["']inherit["']/, files: [] },
};

describe("text leaves the step in one place", () => {
  it.each(Object.entries(PRINTERS))("only the hosts use %s", (_, { pattern, files }) => {
    const using = filesIn("src", ".ts").filter((file) => pattern.test(withoutComments(read(file))));
    expect(using).toEqual(files);
  });

  it("every host is created with the outlet", () => {
    for (const [file, host] of [
      ["src/host/github.ts", "githubHost"],
      ["src/host/pipelines.ts", "pipelinesHost"],
    ] as const) {
      const exported = [...read(file).matchAll(/^export (?:async )?(?:function|const|class) (\w+)/gm)];
      expect(exported.map(([, name]) => name)).toEqual([host]);
      expect(read(file)).toMatch(new RegExp(`export function ${host}\\([^)]*\\): Host \\{\\s*return guarded\\(`));
    }
  });

  it("every program takes over the streams before anything else is loaded", () => {
    const programs = filesIn("src/entry", ".ts").filter((file) => /-(?:main|post)\.ts$/.test(file));
    expect(programs).toHaveLength(4);
    for (const file of programs) expect(read(file).split("\n")[0]).toBe('import "../host/capture.ts";');
  });

  it("only hosts may use the streams themselves", () => {
    const opening = importsOf("src").filter(({ to, typeOnly }) => !typeOnly && to === "src/host/streams.ts");
    const inside = /^src\/(?:host\/(?:capture|outlet|pipelines)|entry\/log(?:in|out))\.ts$/;
    expect(opening.filter(({ from }) => !inside.test(from)).map(arrow)).toEqual([]);
    expect(filesIn("src", ".ts").filter((file) => /\bspeak\(/.test(read(file)))).toEqual([
      "src/host/outlet.ts",
      "src/host/pipelines.ts",
    ]);
  });
});

function withoutComments(code: string): string {
  return code.replaceAll(/\/\*[\s\S]*?\*\/|^\s*\/\/.*$/gm, "");
}
