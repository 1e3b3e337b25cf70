/** Runners as users have them, with a variable, a file or a user that could break az, its Python or the step. */

import { execFileSync } from "node:child_process";
import { existsSync, mkdirSync, readFileSync, symlinkSync, writeFileSync as writeFileNow } from "node:fs";
import { mkdir, writeFile } from "node:fs/promises";
import path from "node:path";
import { describe, expect, test } from "vitest";
import type { Inputs, Runner } from "../../emulator/runner.ts";
import { openBoth } from "../parity/hosts.ts";
import { POST_LOG } from "../support/post-log.ts";
import { snapshot } from "../support/snapshot.ts";
import { setScene } from "../support/stamp.ts";
import { AZ, changed, expectFailure, expectLogin, openAzScene, scenarioInputs, withAz } from "./support.ts";

/** The az of pip, which reads more settings than any other az. */
const PIP_AZ = path.resolve(".cache/az/bin/az");
const withPipAz = test.skipIf(!existsSync(PIP_AZ) && process.env["CI"] !== "true");

/** Variables that override az's configuration, or make az fail with a traceback. */
const AZ_SETTINGS: Inputs = {
  AZURE_CLOUD_NAME: "AzureUSGovernment",
  AZURE_CORE_ENCRYPT_TOKEN_CACHE: "true",
  AZURE_CORE_OUTPUT: "xml",
  AZURE_CORE_NO_COLOR: "maybe",
  AZURE_CORE_ONLY_SHOW_ERRORS: "",
  AZURE_CORE_USE_COMMAND_INDEX: "2",
  AZURE_CORE_DISABLE_CONFIRM_PROMPT: "never",
  AZURE_CORE_USE_MSAL_HTTP_CACHE: "perhaps",
  AZURE_CORE_INSTANCE_DISCOVERY: "not a boolean",
  AZURE_CORE_COLLECT_TELEMETRY: "",
  AZURE_LOGGING_ENABLE_LOG_FILE: "so so",
  AZURE_DEFAULTS_GROUP: "of-the-job",
  AZURE_ACCESS_TOKEN_FILE: "/elsewhere/accessTokens.json",
  MSAL_FORCE_REGION: "westus",
  AZURE_REGIONAL_AUTHORITY_NAME: "westus",
};
/** Variables that are up to later steps. The step's own az is started without them. */
const OTHERS: Inputs = {
  PYTHONHOME: "/nowhere",
  PYTHONHASHSEED: "none",
  PYTHONWARNINGS: "error",
  PYTHONINSPECT: "1",
  PYTHONIOENCODING: "ascii",
  ARM_CLOUD_METADATA_URL: "https://nowhere.invalid/clouds",
  SSLKEYLOGFILE: "/proc/self/nowhere/keys",
  NODE_USE_ENV_PROXY: "1",
};
const without = (environment: Inputs): readonly string[] => Object.keys(environment).flatMap((name) => ["-u", name]);

const azThere = { "az-path": PIP_AZ };
const showCloud = ["account", "show", "--query", "environmentName"];

withPipAz("all that outranks or misleads az, at once, on both hosts", async () => {
  const both = await openBoth({ environment: { ...AZ_SETTINGS, ...OTHERS, AZURE_CORE_DISABLE_PROGRESS_BAR: "on" } });
  for (const side of both.sides) {
    const { runner } = side;
    await writeFile(path.join(runner.home, ".netrc"), "default login nobody password wrong\n", { mode: 0o600 });
    const inputs = changed(await scenarioInputs(both.emulator, runner), azThere);
    const step = await side.login(inputs);
    expect(step.exitCode, step.raw).toBe(0);
    for (const name of ["AZURE_CORE_OUTPUT", "AZURE_CORE_NO_COLOR", "PYTHONHOME"]) expect(step.log).toContain(name);
    // A value that az can read is up to the job.
    expect(step.log).not.toContain("DISABLE_PROGRESS_BAR");
    const later = await runner.step("env", [...without(OTHERS), "NETRC=/dev/null", PIP_AZ, ...showCloud]);
    expect(later.raw.trim(), later.raw).toBe('"AzureStackUser"');
    expect((await runner.post()).exitCode).toBe(0);
    const after: Inputs = { ...runner.base, ...runner.exported };
    for (const [name, value] of Object.entries(AZ_SETTINGS)) {
      const isUnset = value === "" && /INSTANCE_DISCOVERY|TELEMETRY/.test(name);
      if (!isUnset) expect(after[name] ?? "", name).toBe(value);
    }
    expect(after["AZURE_CORE_COLLECT_TELEMETRY"]).toBe("true");
    expect(after["AZURE_CONFIG_DIR"]).toBe(path.join(runner.home, ".azure"));
  }
});

describe("a package of the job's that hides az's own", () => {
  const foreign =
    (folder: string, text = "") =>
    async (runner: Runner) => {
      await mkdir(path.join(runner.workspace, folder), { recursive: true });
      await writeFile(path.join(runner.workspace, folder, "__init__.py"), text);
    };
  const table: readonly [
    name: string,
    prepare: (runner: Runner) => Promise<void>,
    PYTHONPATH: string,
    warns: RegExp,
  ][] = [
    ["on PYTHONPATH", foreign("lib/azure"), "lib", /PYTHONPATH leads to lib.azure: .* does not start in later steps/],
    [
      "in the workspace",
      foreign("azure"),
      "",
      /workspace.azure is a Python package, and this az imports packages from/,
    ],
  ];
  withPipAz.each(table)("%s: the step logs in and warns", async (_, prepare, PYTHONPATH, warns) => {
    const { runner, inputs } = await openAzScene({}, PYTHONPATH === "" ? {} : { PYTHONPATH });
    await prepare(runner);
    const step = await runner.main(changed(inputs, azThere));
    await expectLogin(runner, step);
    expect(step.log).toMatch(warns);
    // This shows that the setting is really broken.
    expect((await runner.step(PIP_AZ, showCloud)).raw).toContain("No module named azure.cli");
  });

  const harmless = {
    "a folder that is none": async (runner: Runner) => void (await mkdir(path.join(runner.workspace, "azure"))),
    "one that says that there are more": foreign(
      "azure",
      "__path__ = __import__('pkgutil').extend_path(__path__, __name__)\n",
    ),
  };
  withPipAz.each(Object.entries(harmless))("%s is no reason to warn", async (_, prepare) => {
    const { runner, inputs } = await openAzScene();
    await prepare(runner);
    const step = await runner.main(changed(inputs, azThere));
    await expectLogin(runner, step);
    expect(step.log).not.toContain("warning");
    expect((await runner.step(PIP_AZ, showCloud)).exitCode).toBe(0);
  });
});

test("the error names variables of Python that break an az whose Python is not known", async () => {
  const { runner, inputs } = await openAzScene({}, { PYTHONHOME: "/nowhere" });
  await writeFile(path.join(runner.workspace, "az"), "#!/bin/sh\nexec /usr/bin/python3 -c 'import azure.cli' # $@\n", {
    mode: 0o755,
  });
  const text = await expectFailure(runner, await runner.main(changed(inputs, { "az-path": "az" })), "AZS515");
  expect(text).toContain("(PYTHONHOME)");
});

const isRoot = process.getuid?.() === 0;
const USER = { uid: 54_321, gid: 54_321 };
const gone = (...names: readonly string[]) => Object.fromEntries(names.map((name) => [name, undefined]));

describe.skipIf(!isRoot && process.env["CI"] !== "true")("a user without a name", () => {
  interface Row {
    readonly name: string;
    readonly environment?: Readonly<Record<string, string | undefined>>;
    readonly inputs?: Inputs;
    readonly foreignCommandFiles?: true;
    /** Makes what exists before the step, as the step's user unless it says otherwise. */
    readonly prepare?: (runner: Runner) => void;
    /** Undefined: the step logs in. */
    readonly code?: string;
    readonly says?: RegExp;
  }
  /** A relative path. Later steps get the folder that is meant here. */
  const inWorkspace = { environment: { AZURE_CONFIG_DIR: "conf" }, inputs: { isolate: "false" } };
  const theirs = (file: string, mode: number) => {
    const made = mkdirSync(path.dirname(file), { recursive: true }) ?? file;
    writeFileNow(file, "", { mode });
    execFileSync("chown", ["-R", `${USER.uid}:${USER.gid}`, made]);
  };
  const table: readonly Row[] = [
    { name: "and a home that is not there", environment: { HOME: "/nowhere/home" } },
    { name: "no HOME", environment: gone("HOME") },
    { name: "an empty HOME", environment: { HOME: "" } },
    { name: "no HOME, XDG or TMPDIR", environment: { ...gone("HOME"), TMPDIR: "/nowhere", LANG: "" } },
    {
      name: "no HOME, and isolate: false",
      environment: gone("HOME"),
      inputs: { isolate: "false" },
      code: "AZS516",
      says: /HOME is not set/,
    },
    {
      name: "a home of root's, and isolate: false",
      environment: { HOME: "/root" },
      inputs: { isolate: "false" },
      code: "AZS517",
      says: /\/root\/\.azure.*permission is denied.*isolate at true/,
    },
    {
      name: "a home that cannot be made, and isolate: false",
      environment: { HOME: "/proc/home" },
      inputs: { isolate: "false" },
      code: "AZS517",
      says: /\/proc\/home\/\.azure/,
    },
    {
      name: "a key in az's folder that is only to be read, and isolate: false",
      ...inWorkspace,
      prepare: ({ workspace }) => theirs(path.join(workspace, "conf", "mine.pem"), 0o400),
    },
    {
      name: "logs of root's in az's folder, and isolate: false",
      ...inWorkspace,
      prepare: ({ workspace }) => {
        theirs(path.join(workspace, "conf", "config"), 0o600);
        mkdirSync(path.join(workspace, "conf", "commands"), { mode: 0o700 });
      },
      code: "AZS517",
      says: /conf\/commands: permission is denied/,
    },
    {
      name: "az's folder a link to nowhere, and isolate: false",
      ...inWorkspace,
      prepare: ({ workspace }) => symlinkSync("gone", path.join(workspace, "conf")),
      code: "AZS517",
      says: /conf: it does not exist, or is a broken link/,
    },
    {
      name: "a folder where az has a file, and isolate: false",
      ...inWorkspace,
      prepare: ({ workspace }) => theirs(path.join(workspace, "conf", "clouds.config", "x"), 0o600),
      code: "AZS517",
      says: /clouds\.config: it is no plain file/,
    },
    {
      name: "a home that is made for az, and isolate: false",
      environment: { AZURE_CONFIG_DIR: "new/home/azure" },
      inputs: { isolate: "false" },
    },
    {
      name: "RUNNER_TEMP in a circle",
      environment: { RUNNER_TEMP: "loop" },
      prepare: ({ workspace }) => symlinkSync("loop", path.join(workspace, "loop")),
      code: "AZS343",
      says: /workspace\/loop.*lead in a circle/,
    },
    {
      name: "RUNNER_TEMP too long",
      environment: { RUNNER_TEMP: `/tmp/${"x".repeat(300)}` },
      code: "AZS343",
      says: /the path is too long/,
    },
    {
      name: "RUNNER_TEMP of root's",
      environment: { RUNNER_TEMP: "/root" },
      code: "AZS343",
      says: /permission is denied/,
    },
    { name: "no RUNNER_TEMP there", environment: { RUNNER_TEMP: "/nowhere" }, code: "AZS343", says: /no such folder/ },
    {
      name: "command files of root's",
      foreignCommandFiles: true,
      code: "AZS344",
      says: /commands\/state.*permission denied.*--user/,
    },
  ];
  withAz.each(table)("$name: $code", async ({ environment = {}, inputs, foreignCommandFiles, prepare, code, says }) => {
    const { emulator, runner } = await setScene(
      {},
      { user: USER, ...(foreignCommandFiles ? { foreignCommandFiles } : {}) },
    );
    const base = runner.base as Record<string, string | undefined>;
    Object.assign(base, environment);
    for (const name of Object.keys(environment)) if (environment[name] === undefined) delete base[name];
    const given = { ...(await scenarioInputs(emulator, runner)), ...inputs };
    prepare?.(runner);
    const before = snapshot(runner.home, runner.temp, runner.workspace, runner.scratch);
    const step = await runner.main(given);
    if (code === undefined) {
      await expectLogin(runner, step);
      const later = await runner.step("sh", ["-c", 'cd / && exec "$0" "$@"', AZ, ...showCloud]);
      expect(later.raw.trim()).toBe('"AzureStackUser"');
    } else expect(await expectFailure(runner, step, code)).toMatch(says ?? /^/);
    expect(await runner.post()).toMatchObject({ exitCode: 0, log: POST_LOG });
    expect(snapshot(runner.home, runner.temp, runner.workspace, runner.scratch)).toEqual(before);
  });
});

describe("isolate: false, two jobs, one home", () => {
  const shared = { isolate: "false" };
  withAz("the second is refused while the first works there, and leaves it alone", async () => {
    const one = await openAzScene();
    const two = await openAzScene({}, { HOME: one.runner.home });
    const before = snapshot(one.runner.home);
    await expectLogin(one.runner, await one.runner.main(changed(one.inputs, shared)));
    const step = await two.runner.main(changed(two.inputs, shared));
    expect(step.raw).toMatch(/^::error title=AZS518::AZS518: /m);
    expect(step.raw).toContain(one.runner.temp);
    expect((await two.runner.post()).log).toEqual(POST_LOG);
    expect((await one.runner.step(AZ, showCloud)).raw.trim()).toBe('"AzureStackUser"');
    // A job with its own configuration is not affected.
    await expectLogin(two.runner, await two.runner.main(two.inputs));
    await two.runner.post();
    expect((await one.runner.post()).log).toEqual(POST_LOG);
    expect(snapshot(one.runner.home)).toEqual(before);
    await expectLogin(two.runner, await two.runner.main(changed(two.inputs, shared)));
    expect((await two.runner.post()).log).toEqual(POST_LOG);
    expect(snapshot(one.runner.home)).toEqual(before);
  });

  withAz("a second login of the same job is no other job; each post takes back its own", async () => {
    const { runner, inputs } = await openAzScene();
    const before = snapshot(runner.home);
    await expectLogin(runner, await runner.main(changed(inputs, shared)));
    await expectLogin(runner, await runner.main(changed(inputs, { ...shared, "cloud-name": "Second" })));
    expect((await runner.step(AZ, showCloud)).raw.trim()).toBe('"Second"');
    expect((await runner.post(1)).log).toEqual(POST_LOG);
    expect((await runner.step(AZ, showCloud)).raw.trim()).toBe('"AzureStackUser"');
    expect((await runner.post(0)).log).toEqual(POST_LOG);
    expect(snapshot(runner.home)).toEqual(before);
  });

  withAz("a job that died does not keep the next one out", async () => {
    const one = await openAzScene();
    await expectLogin(one.runner, await one.runner.main(changed(one.inputs, shared)));
    const claim = path.join(one.runner.home, ".azure", "azs-login-jobs.jsonl");
    await writeFile(claim, readFileSync(claim, "utf8").replace(/"boot":"[^"]*"/, '"boot":"an earlier one"'));
    const two = await openAzScene({}, { HOME: one.runner.home });
    await expectLogin(two.runner, await two.runner.main(changed(two.inputs, shared)));
  });
});
