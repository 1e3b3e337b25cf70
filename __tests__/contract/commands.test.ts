import { chmod, mkdir, writeFile } from "node:fs/promises";
import path from "node:path";
import { describe, expect, test } from "vitest";
import { MADE, missingHere } from "../setup/needs.ts";
import { temporary } from "../support/provisioning.ts";
import { read } from "./repository.ts";

const NEEDED = missingHere("", false);

describe("README's two commands", () => {
  test.each(["npm ci && npm run demo", "npm ci && npm test"])("%s is a block of its own", (command) => {
    expect(read("README.md")).toContain(`\n\`\`\`sh\n${command}\n\`\`\`\n`);
  });

  test("are what CI calls, with the system's packages before and checks between", () => {
    const lines = read(".ci/run").split("\n");
    const places = ["apt-get install", "npm ci", "npm test"].map((start) =>
      lines.findIndex((line) => line.trim().startsWith(start)),
    );
    expect(places.every((place) => place >= 0)).toBe(true);
    expect(places).toEqual(places.toSorted((one, other) => one - other));
  });
});

describe("what the tests need", () => {
  // Programs that are part of the system need not be installed.
  const ofPackages = NEEDED.filter(({ name }) => !["root", "git", "sh"].includes(name));
  test.each(ofPackages)("$name is installed by CI", (need) => {
    const [, packages = ""] = /^apt-get install ([\w. +-]+?)(?: \(|$)/.exec(need.remedy) ?? [];
    expect(packages).not.toBe("");
    for (const one of packages.split(" ")) expect(read(".ci/run")).toMatch(new RegExp(`missing\\+=\\(.*\\b${one}\\b`));
  });

  test.each(MADE)("$script is made with a program that is asked for", ({ program, script }) => {
    expect([undefined, ...NEEDED.map(({ name }) => name)]).toContain(program);
    expect(read(script)).toContain("readOptions");
  });

  test("is missing when it is no program, or lacks a part", async () => {
    const folder = await temporary("needs-");
    const isMissing = () => missingHere(folder, true).some(({ name }) => name === "python3");
    const python = path.join(folder, "python3");
    await mkdir(path.join(folder, "go"));
    expect(missingHere(folder, true).map(({ name }) => name)).toContain("go");
    await writeFile(python, "#!/bin/sh\nexit 0\n");
    expect(isMissing()).toBe(true);
    await chmod(python, 0o755);
    expect(isMissing()).toBe(false);
    // Like Debian's Python without python3-venv.
    await writeFile(python, "#!/bin/sh\nexit 1\n");
    expect(isMissing()).toBe(true);
  });
});
