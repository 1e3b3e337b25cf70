/** uv, in `.cache/uv`. It installs Python packages in a tenth of pip's time. */
import { mkdirSync, symlinkSync } from "node:fs";
import path from "node:path";
import { run } from "../emulator/program/running.ts";
import { CACHE, once } from "./once.ts";

export const UV = path.join(CACHE, "uv", "bin", "uv");
const VENV = path.join(CACHE, "uv", "venv");
/** A Python whose pip supports all of pip's options. */
export const UV_PYTHON = path.join(VENV, "bin", "python");

/** Installs uv unless it is installed. */
export function makeUv(): Promise<void> {
  return once("uv", async (folder) => {
    const making = { doing: "Making .cache/uv" };
    await run("python3", ["-m", "venv", VENV], making);
    await run(UV_PYTHON, ["-m", "pip", "install", "--quiet", "--disable-pip-version-check", "uv"], making);
    // uv is alone in its folder, for a PATH that must contain uv but no other Python.
    mkdirSync(path.join(folder, "bin"));
    symlinkSync(path.join(VENV, "bin", "uv"), UV);
  });
}
