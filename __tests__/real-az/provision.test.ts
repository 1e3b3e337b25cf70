import { spawnSync } from "node:child_process";
import {
  copyFileSync,
  existsSync,
  globSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  realpathSync,
  rmSync,
  statSync,
  symlinkSync,
  unlinkSync,
} from "node:fs";
import { readdir, writeFile } from "node:fs/promises";
import { homedir, tmpdir } from "node:os";
import path from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import { SYSTEM_PATH } from "../../emulator/job.ts";
import type { Inputs, Runner } from "../../emulator/runner.ts";
import { commandsWork } from "../support/az-commands.ts";
import { POST_LOG } from "../support/post-log.ts";
import { INDEX_SETTINGS, installationsIn, NEWEST_AZ, pathOf, temporary, WHEELS } from "../support/provisioning.ts";
import { type Scene, setScene } from "../support/stamp.ts";
import { watchCommandLines } from "../support/watch.ts";
import { loginsWork } from "./working-jobs.ts";

/** One machine for most tests: the first installs az, the others find it, the last ones damage it. */
const tools = mkdtempSync(path.join(tmpdir(), "a runner's $HOME-"));
afterAll(() => rmSync(tools, { recursive: true, force: true }));

const INSTALLING = /az: installing 2\.66\.2/;

const STAMP_HOSTS = ["login.microsoftonline.com:443", "management.local.azurestack.external:443"];
const hostsOf = ({ emulator }: Pick<Scene, "emulator">) => [...new Set(emulator.connects)].sort();

interface Machine {
  readonly path: string;
  readonly tools: string;
}

/** Settings that a job may have for its own pip, uv and Python. Each of them alone would break the installation. */
async function strangeSettings(): Promise<Inputs> {
  const folder = await temporary("settings-");
  const constraints = path.join(folder, "constraints.txt");
  await writeFile(constraints, "knack==0.0.1\n");
  await writeFile(path.join(folder, "sitecustomize.py"), "raise SystemExit(1)\n");
  return {
    PIP_CONSTRAINT: constraints,
    PIP_TARGET: path.join(folder, "target"),
    PIP_NO_BINARY: ":all:",
    UV_CONSTRAINT: constraints,
    UV_OVERRIDE: constraints,
    UV_NO_BINARY: "1",
    PYTHONPATH: folder,
  };
}

/** A job on a machine, with a stamp of its own. */
async function jobOn(
  { path: PATH, tools }: Machine,
  change: Inputs = {},
): Promise<Scene & { readonly inputs: Inputs }> {
  const environment = { RUNNER_TOOL_CACHE: tools, ...(await strangeSettings()) };
  const scene = await setScene({}, { path: PATH, environment });
  return { ...scene, inputs: { ...scene.inputs, "az-wheels": WHEELS, ...change } };
}

async function logIn(machine: Machine, change: Inputs = {}) {
  const scene = await jobOn(machine, change);
  const step = await scene.runner.main(scene.inputs);
  return { ...scene, step };
}

/** The size that `du -m` reports. */
function megabytesOf(folder: string): number {
  return Number.parseInt(spawnSync("du", ["-sm", folder], { encoding: "utf8" }).stdout, 10);
}

/** Checks that later steps find the installed az by name. */
async function work({ runner }: Scene) {
  for (const args of [
    ["group", "create", "--name", "MyResourceGroup", "--location", "local"],
    ["group", "list"],
  ]) {
    const later = await runner.step("az", args);
    expect(later.exitCode, later.log).toBe(0);
    expect(later.log).toContain("MyResourceGroup");
  }
}

describe("on PATH only the newest az, which has no hybrid profile", () => {
  test("the first job installs 2.66.2, the second uses it without network or installation", {
    timeout: 300_000,
  }, async () => {
    const machine = { path: `${NEWEST_AZ}:${SYSTEM_PATH}`, tools };
    const watch = watchCommandLines();
    const first = await logIn(machine);
    watch.stop();
    expect(first.step.exitCode, first.step.log).toBe(0);
    const { secret } = first.emulator.application;
    expect([first.step.log, ...watch.commandLines].filter((text) => text.includes(secret))).toEqual([]);
    expect(hostsOf(first)).toEqual(STAMP_HOSTS);
    expect(first.step.log).toMatch(INSTALLING);
    expect(first.runner.outputs).toMatchObject({ "az-version": "2.66.2", profile: "2020-09-01-hybrid" });
    expect(first.runner.outputs["az-path"]?.startsWith(machine.tools)).toBe(true);
    expect(first.runner.outputs["az-path"]).toMatch(/\/launcher\/az$/);
    await work(first);
    expect((await first.runner.post()).log).toEqual(POST_LOG);
    expect([await readdir(first.runner.home), await readdir(first.runner.temp)]).toEqual([[], []]);

    const [folder = ""] = await installationsIn(machine.tools);
    expect(megabytesOf(folder)).toBeLessThanOrEqual(350);
    const installed = statSync(folder).mtimeMs;
    const second = await logIn(machine, { "az-wheels": "" });
    expect(second.step.exitCode, second.step.log).toBe(0);
    expect(second.step.log).not.toMatch(INSTALLING);
    expect(second.runner.outputs["az-path"]).toBe(first.runner.outputs["az-path"]);
    await work(second);
    expect(statSync(folder).mtimeMs).toBe(installed);
    expect(hostsOf(second)).toEqual(STAMP_HOSTS);
    expect((await second.runner.post()).log).toEqual(POST_LOG);
  });

  describe("a job logs in with what is installed, works and leaves nothing", () => {
    const way = {
      runner: { path: `${NEWEST_AZ}:${SYSTEM_PATH}`, environment: { RUNNER_TOOL_CACHE: tools } },
      inputs: {},
      command: "az",
      python: pythonOf,
    };
    // This is the az 2.66.2 of login.test.ts, which tests the other credentials.
    loginsWork(way, [["adfs", "pfx"]]);
  });

  test("az-version: runner is refused before any request, naming version, cause and fix", async () => {
    const machine = { path: `${NEWEST_AZ}:${SYSTEM_PATH}`, tools: await temporary("tools-") };
    const { step, emulator } = await logIn(machine, { "az-version": "runner", "az-wheels": "" });
    expect(step.exitCode).toBe(1);
    expect(step.log).toMatch(
      /AZS502: .*az-newest\/bin\/az \(version 2\.\d+\.\d+\).*az 2\.73 removed the hybrid profiles/,
    );
    expect(step.log).toContain("set az-version to auto");
    expect(emulator.requests).toEqual([]);
    expect(await readdir(machine.tools)).toEqual([]);
  });
});

describe("on PATH only Debian's az, which knows the profile and does half of the commands", () => {
  const NETWORK = ["network", "vnet", "create", "-g", "g", "-n", "net", "--subnet-name", "one"];
  const VAULT = ["--name", "half-az"];

  test("2.66.2 is taken: networks and secrets work", async () => {
    const scene = await logIn({ path: SYSTEM_PATH, tools }, { "az-wheels": "" });
    const { runner, step } = scene;
    expect(step.exitCode, step.log).toBe(0);
    expect(step.log).not.toContain("::warning");
    expect(runner.outputs).toMatchObject({ "az-version": "2.66.2", profile: "2020-09-01-hybrid" });
    const permissions = ["--object-id", runner.outputs["object-id"] ?? "", "--secret-permissions", "set"];
    await commandsWork(
      runner,
      pythonOf(runner),
      [
        ["provider", "register", "-n", "Microsoft.KeyVault"],
        ["group", "create", "-n", "g", "-l", "local"],
        NETWORK,
        ["keyvault", "create", "-g", "g", ...VAULT, "--no-self-perms"],
        ["keyvault", "set-policy", ...VAULT, ...permissions],
        ["keyvault", "secret", "set", "--vault-name", "half-az", "-n", "s", "--value", "v"],
      ].map((args) => [...args, "--only-show-errors"]),
    );
    expect((await runner.post()).log).toEqual(POST_LOG);
  });

  test.each<[string, string, () => Promise<Inputs>]>([
    ["where 2.66.2 cannot be installed", "az 2.66.2 could not be installed (AZS523: ", wrongWheels],
    ["with az-version: runner", "::warning::/usr/bin/az (az 2.45.0) ", async () => ({ "az-version": "runner" })],
  ])("it is taken %s, with one warning that says what fails", async (_, words, change) => {
    const folder = await temporary("tools-");
    const { runner, inputs } = await setScene({}, { path: SYSTEM_PATH, environment: { RUNNER_TOOL_CACHE: folder } });
    const step = await runner.main({ ...inputs, ...(await change()) });
    expect(step.exitCode, step.log).toBe(0);
    expect(runner.outputs).toMatchObject({ "az-version": "2.45.0", "az-path": "/usr/bin/az" });
    const warnings = step.log.split("\n").filter((line) => line.startsWith("::warning"));
    expect(warnings).toEqual([expect.stringContaining(words)]);
    expect(warnings[0]).toMatch(/az keyvault secret, .*az network, .* fail /);
    expect((await runner.post()).log).toEqual(POST_LOG);
    expect(await readdir(folder)).toEqual([]);
  });
});

/** A folder of wheels without the first one that is needed. */
async function wrongWheels(): Promise<Inputs> {
  const wheels = await temporary("wheels-");
  await writeFile(path.join(wheels, "six-1.17.0-py2.py3-none-any.whl"), "");
  return { "az-wheels": wheels };
}

/** The Python of an az that a step installed. */
function pythonOf({ outputs }: Runner): string {
  return path.resolve(outputs["az-path"] ?? "", "../../bin/python");
}

/** A Python as on a plain Debian: the machine's own library without `venv`, `ensurepip` and packages such as pip. */
async function barePython(): Promise<string> {
  const prefix = await temporary("bare-");
  const [real = ""] = globSync("/usr/bin/python3.[0-9]*").filter((file) => /\/python3\.\d+$/.test(file));
  const name = path.basename(real);
  for (const folder of ["bin", `lib/${name}`]) mkdirSync(path.join(prefix, folder), { recursive: true });
  copyFileSync(realpathSync(real), path.join(prefix, "bin", name));
  symlinkSync(name, path.join(prefix, "bin", "python3"));
  const library = path.join("/usr/lib", name);
  for (const entry of readdirSync(library).filter((one) => !["venv", "ensurepip", "site-packages"].includes(one))) {
    symlinkSync(path.join(library, entry), path.join(prefix, "lib", name, entry));
  }
  const python = path.join(prefix, "bin", "python3");
  for (const module of ["venv", "ensurepip", "pip"]) {
    expect(spawnSync(python, ["-c", `import ${module}`]).status, module).toBe(1);
  }
  return python;
}

/**
 * Installs an extension of Microsoft's from a package index in a folder. The only extension without dependencies has
 * meanwhile become part of az, which az says whenever it loads the extension.
 */
async function addExtension({ runner }: Scene): Promise<void> {
  const folder = await temporary("extension-");
  const options = ["--quiet", "--no-deps", "--only-binary", ":all:", "--dest", folder, "managementgroups==0.1.0"];
  expect(spawnSync("python3", ["-m", "pip", "download", ...options]).status).toBe(0);
  const [wheel = ""] = await readdir(folder);
  const added = await runner.step("az", ["extension", "add", "--yes", "--source", path.join(folder, wheel)]);
  expect(added.exitCode, added.log).toBe(0);
  const shown = await runner.step("az", ["extension", "show", "--name", "managementgroups", "--query", "version"]);
  expect(shown.log).toContain('"0.1.0"');
  expect(shown.log).toContain("Extension managementgroups (0.1.0) has been suppressed");
  const own = await runner.step("az", ["group", "list"]);
  expect(own.exitCode, own.log).toBe(0);
}

const [newest = "python3"] = globSync([
  path.join(homedir(), ".pyenv/versions/3.12.*/bin/python3.12"),
  "/usr/bin/python3",
]);
/** `PYTHONS=/one/bin/python3.8:/other/bin/python3.13` tests these. */
const PYTHONS = process.env["PYTHONS"]?.split(":") ?? [newest];

describe("without any az", () => {
  test.each(PYTHONS)("from the package index, on %s", { timeout: 300_000 }, async (python) => {
    const machine = { path: await pathOf(python), tools: await temporary("tools-") };
    const environment = { RUNNER_TOOL_CACHE: machine.tools, ...INDEX_SETTINGS };
    const scene = await setScene({ otherHosts: "reached" }, { path: machine.path, environment });
    const step = await scene.runner.main(scene.inputs);
    expect(step.exitCode, step.log).toBe(0);
    expect(step.log).toMatch(/az: 1\d\d packages downloaded \(\d+\.\d s\)/);
    await work(scene);
    expect((await scene.runner.post()).log).toEqual(POST_LOG);
  });

  test("a Python without venv, pip and ensurepip is enough; where the tool cache may not be written, az goes with the job", {
    timeout: 300_000,
  }, async () => {
    const environment = { RUNNER_TOOL_CACHE: path.resolve("package.json", "tools") };
    const scene = await setScene({}, { path: await pathOf(await barePython()), environment });
    const step = await scene.runner.main({ ...scene.inputs, "az-version": "2.66.2", "az-wheels": WHEELS });
    expect(step.exitCode, step.log).toBe(0);
    expect(scene.runner.outputs["az-path"]?.startsWith(scene.runner.temp)).toBe(true);
    await work(scene);
    await addExtension(scene);
    expect((await scene.runner.post()).log).toEqual(POST_LOG);
    expect(await readdir(scene.runner.temp)).toEqual([]);
  });
});

test("an installation that is damaged is found and made anew", { timeout: 300_000 }, async () => {
  const machine = { path: await pathOf("python3"), tools };
  const [folder = ""] = await installationsIn(tools);
  const found = await logIn(machine);
  expect(found.step.exitCode, found.step.log).toBe(0);
  expect(found.step.log).not.toMatch(INSTALLING);

  unlinkSync(`${packages(folder)}/azure/cli/command_modules/cloud/__init__.py`);
  const scene = await logIn(machine);
  expect(scene.step.exitCode, scene.step.log).toBe(0);
  expect(scene.step.log).toMatch(INSTALLING);
  await work(scene);
  expect((await logIn(machine)).step.log).not.toMatch(INSTALLING);

  unlinkSync(path.join(folder, "bin", "python"));
  // It is enough to see that it would be installed again, because the installation was valid a moment ago.
  const refused = await logIn(machine, await wrongWheels());
  expect(refused.step.log).toMatch(INSTALLING);
  expect(refused.step.log).toContain("::error title=AZS523::");
});

function packages(folder: string): string {
  const found = ["3.8", "3.9", "3.10", "3.11", "3.12", "3.13"].map(
    (version) => `${folder}/lib/python${version}/site-packages`,
  );
  return found.find((candidate) => existsSync(candidate)) ?? "";
}
