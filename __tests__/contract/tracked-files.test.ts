import { execSync } from "node:child_process";
import { homedir } from "node:os";
import path from "node:path";
import { describe, expect, it } from "vitest";
import { ROOT, read, readManifest, trackedFiles } from "./repository.ts";

/** Compressed pictures may contain any letters by chance. */
const texts = trackedFiles()
  .filter((file) => !/\.(?:png|jpg|gif|ico|vsix)$/.test(file))
  .map((file) => ({ file, text: read(file) }));
const naming = (what: string | RegExp) =>
  texts
    .filter(({ text }) => (typeof what === "string" ? text.includes(what) : what.test(text)))
    .map(({ file }) => file);

it("tracked files are found, and read", () => {
  expect(texts.length).toBeGreaterThan(300);
  expect(naming('"name": "azs-login"')).toContain("package.json");
});

describe("no tracked file names", () => {
  // The package managers of the user's machine decide which registry is used.
  it.each([
    /\bregistry\.(?:npmjs|yarnpkg|terraform)\.\w+/,
    /\b(?:test\.)?pypi\.org\b/,
    /\bfiles\.pythonhosted\.org\b/,
    /\b(?:proxy|sum)\.golang\.org\b/,
    /"resolved":\s"/,
  ])("a host of packages: %s", (host) => {
    expect(naming(host)).toEqual([]);
  });

  it("the registry that this machine is told to use", () => {
    // In a shell, because npm is a script on Windows.
    const registry = execSync("npm config get registry", { cwd: ROOT, encoding: "utf8" }).trim();
    expect(naming(new URL(registry).host)).toEqual([]);
  });

  it.each([ROOT, `${homedir()}/`])("a place on the machine where it was made: %s", (place) => {
    expect(path.isAbsolute(place)).toBe(true);
    expect(naming(place)).toEqual([]);
  });
});

describe("npm run all generates and checks everything that is committed", () => {
  const { scripts } = readManifest();
  const steps = (scripts["all"] ?? "").split(" && ").map((step) => step.replace(/^npm (?:run )?/, ""));

  it.each(["build", "docs", "check", "workflows", "package", "test"])("%s", (script) => {
    expect(steps).toContain(script);
    expect(scripts).toHaveProperty(script);
  });

  it("builds before it checks what was built, and runs nothing twice", () => {
    expect(steps[0]).toBe("build");
    expect(steps.at(-1)).toBe("test");
    expect(steps).toEqual([...new Set(steps)]);
  });
});
