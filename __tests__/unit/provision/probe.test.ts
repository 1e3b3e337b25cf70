import { spawnSync } from "node:child_process";
import { existsSync, realpathSync } from "node:fs";
import path from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { processes } from "../../../src/io/processes.ts";
import { findPython } from "../../../src/provision/pythons.ts";
import { temporaryFolder } from "../folder.ts";

const real = processes(process.env, { record: async () => undefined });
const ANY = { good: Array.from({ length: 30 }, (_, minor) => minor), possible: [] };
const find = async () => {
  const python = await findPython(ANY, undefined, undefined, real);
  return "found" in python ? expect.unreachable(python.found.join()) : python;
};

test("a real Python is found by its real name, and by a virtual environment that was made from it", async () => {
  const python = await find();
  expect(python.file).toBe(realpathSync(python.file));
  expect(python.version).toMatch(/^3\.\d+\.\d+$/);
  const { stdout } = spawnSync(python.file, ["--version"], { encoding: "utf8" });
  expect(stdout.trim()).toBe(`Python ${python.version}`);

  const environment = path.join(temporaryFolder(), "venv");
  expect(spawnSync(python.file, ["-m", "venv", "--copies", "--without-pip", environment]).status).toBe(0);
  expect(existsSync(path.join(environment, "bin", "python3"))).toBe(true);
  const { PATH } = process.env;
  onTestFinished(() => {
    process.env["PATH"] = PATH;
  });
  process.env["PATH"] = path.join(environment, "bin");
  expect(await find()).toMatchObject({ file: python.file, version: python.version });
});
