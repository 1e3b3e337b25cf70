import { mkdtemp, readdir, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { onTestFinished } from "vitest";
import { fillPath } from "../../emulator/job.ts";

/** The wheels that `npm run az` downloaded. */
export const WHEELS = path.resolve(".cache/wheels");
export const NEWEST_AZ = path.resolve(".cache/az-newest/bin");
export const UV = path.resolve(".cache/uv/bin");

/** How this machine reaches its package index, for jobs that must reach it too. */
export const INDEX_SETTINGS = Object.fromEntries(
  Object.entries(process.env).flatMap(([name, value]) =>
    value !== undefined && /^PIP_(?:CERT|(?:EXTRA_)?INDEX_URL|CONFIG_FILE|PROXY)$/.test(name) ? [[name, value]] : [],
  ),
);

/** A PATH that contains only the given programs and the system's shell. */
export async function pathOf(...programs: readonly string[]): Promise<string> {
  const folder = await temporary("path-");
  fillPath(folder, programs);
  return folder;
}

/** Folders of installations in a tool cache, complete or not. */
export async function installationsIn(tools: string): Promise<readonly string[]> {
  const versions = await readdir(path.join(tools, "azs-login-az")).catch(() => []);
  return versions
    .filter((name) => /^\d/.test(name))
    .map((name) => path.join(tools, "azs-login-az", name, process.arch));
}

/** A folder that is removed with the test. */
export async function temporary(prefix: string): Promise<string> {
  const folder = await mkdtemp(path.join(tmpdir(), prefix));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  return folder;
}
