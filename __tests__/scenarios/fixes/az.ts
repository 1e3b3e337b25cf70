/** Fixes for the step's az, for the folder of its configuration, and for trust stores. */
import { chmod, mkdir, writeFile } from "node:fs/promises";
import path from "node:path";
import { fillPath, SYSTEM_PATH } from "../../../emulator/job.ts";
import { idTokenVariables } from "../../support/credentials.ts";
import type { Scene } from "../../support/stamp.ts";
import { AT_AZ, type Fix, suggested } from "./fix.ts";

/** A PATH with the system's shell and these programs. */
async function pathOf({ runner }: Scene, ...programs: readonly string[]) {
  const folder = path.join(runner.scratch, "bin");
  await mkdir(folder, { recursive: true });
  fillPath(folder, programs);
  return { PATH: folder };
}

async function script({ runner }: Scene, name: string, text: string, mode = 0o755): Promise<string> {
  const file = path.join(runner.workspace, name);
  await writeFile(file, `#!/bin/sh\n${text}\n`, { mode });
  return file;
}

/**
 * The job asks for an az whose version does not work with a stamp. One of the fixes is to install another on the
 * runner.
 */
const otherVersion = (code: string, version: string, more: Partial<Fix> = {}): Fix => ({
  code,
  name: `az-version ${version}`,
  ...more,
  inputs: { ...(more.inputs as object), "az-version": version, "az-path": undefined },
  follow: async (text, scene) => {
    suggested(text, /(set az-version to auto .*install)/);
    return { inputs: { "az-version": "runner", "az-path": undefined }, environment: await withOwnAz(scene) };
  },
  next: AT_AZ,
});

/** Puts an az of unknown version first on PATH. */
async function withOwnAz({ runner }: Scene) {
  const folder = path.join(runner.scratch, "own");
  await mkdir(folder, { recursive: true });
  await writeFile(path.join(folder, "az"), "#!/bin/sh\nexit 1\n", { mode: 0o755 });
  return { PATH: `${folder}:${SYSTEM_PATH}` };
}

const leftOut = (code: string, store: string, environment: Fix["environment"]): Fix => ({
  code,
  name: `the store ${store}, which is not to be had`,
  inputs: { "trust-stores": `bundle, ${store}` },
  ...(environment === undefined ? {} : { environment }),
  follow: (text) => {
    expectStore(text, store);
    return { inputs: { "trust-stores": "bundle" } };
  },
  next: AT_AZ,
});
const expectStore = (text: string, store: string) =>
  void suggested(text, new RegExp(`(leave ${store} out of trust-stores)`));

const isolated = (code: string, name: string, environment: Readonly<Record<string, string>>): Fix => ({
  code,
  name,
  inputs: { isolate: "false" },
  environment: () => environment,
  follow: (text) => ({ inputs: { isolate: suggested(text, /leave isolate at (true)/) } }),
  next: AT_AZ,
});

export const AZ: readonly Fix[] = [
  {
    code: "AZS501",
    name: "no az on PATH",
    inputs: { "az-path": undefined, "az-version": "runner" },
    environment: (scene) => pathOf(scene),
    follow: async (text, scene) => {
      suggested(text, /(install it on the runner)/);
      return { environment: await withOwnAz(scene) };
    },
    next: AT_AZ,
  },
  otherVersion("AZS502", "2.80.0"),
  otherVersion("AZS506", "2.40.0", { stamp: { idp: "adfs", acceptsDefaultScope: false } }),
  otherVersion("AZS508", "2.20.0", {
    environment: ({ emulator }) => idTokenVariables(emulator),
    inputs: { "client-secret": undefined },
  }),
  {
    code: "AZS504",
    name: "an az that ends before it answers",
    inputs: async (scene) => {
      await script(
        scene,
        "python3",
        `echo '{"version": "2.66.2", "profiles": ["2020-09-01-hybrid"], "certifi": "/nowhere"}'; exit 3`,
      );
      return {
        "az-path": await script(
          scene,
          "az-that-ends",
          `bin_dir=$(dirname "$0")\n"$bin_dir"/python3 -Im azure.cli "$@"`,
        ),
      };
    },
    follow: async (text, scene) => ({
      inputs: { [suggested(text, /set (az-path) to another/)]: await script(scene, "another-az", "exit 1") },
    }),
    next: AT_AZ,
  },
  {
    code: "AZS515",
    name: "variables of Python",
    inputs: async (scene) => ({
      "az-path": await script(scene, "az-of-python", "exec /usr/bin/python3 -c 'raise SystemExit(1)' # $@"),
    }),
    environment: () => ({ PYTHONHOME: "/nowhere" }),
    follow: (text) => ({ environment: { [suggested(text, /remove (PYTHONHOME) from/)]: "" } }),
    next: AT_AZ,
  },
  {
    code: "AZS520",
    name: "no Python to install az on",
    inputs: { "az-path": undefined, "az-version": "2.66.2" },
    environment: (scene) => pathOf(scene),
    follow: async (text, scene) => {
      suggested(text, /(install az on the runner)/);
      return { inputs: { "az-version": "runner" }, environment: await withOwnAz(scene) };
    },
    next: AT_AZ,
  },
  {
    code: "AZS343",
    name: "a temporary folder that is not there",
    environment: () => ({ RUNNER_TEMP: "/nowhere" }),
    follow: (text, { runner }) => ({ environment: { [suggested(text, /are in (RUNNER_TEMP)/)]: runner.temp } }),
    next: AT_AZ,
  },
  isolated("AZS517", "isolate: false with a home in the kernel's own file system", { HOME: "/proc/home" }),
  isolated("AZS517", "isolate: false with a home that cannot be made", { HOME: "/dev/null/home" }),
  leftOut("AZS331", "python", (scene) => pathOf(scene)),
  leftOut("AZS332", "python", async (scene) => {
    await script(scene, "python3", "exit 1");
    return { PATH: `${scene.runner.workspace}:${SYSTEM_PATH}` };
  }),
  leftOut("AZS333", "java", (scene) => pathOf(scene)),
  {
    code: "AZS519",
    name: "an az that may not be executed",
    inputs: async ({ runner }) => {
      const file = path.join(runner.workspace, "my-az");
      await writeFile(file, "#!/bin/sh\nexit 1\n", { mode: 0o644 });
      return { "az-path": file };
    },
    follow: async (text) => {
      await chmod(suggested(text, /chmod \+x ([^)]+)/), 0o755);
      return {};
    },
  },
];
