/** What jobs on Windows share with each other, and what is left if they end early. */
import { createHash } from "node:crypto";
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { pathToFileURL } from "node:url";
import { expect, test } from "vitest";
import type { Inputs, StepResult } from "../../emulator/runner.ts";
import type { Emulator } from "../../emulator/server.ts";
import type { Killable } from "../../emulator/windows/machine.ts";
import { AZ, asWindows, fromWindows, NODE, PYTHON } from "../../emulator/windows/wine.ts";
import { credentialInputs } from "../support/credentials.ts";
import { expectCleanPost, expectLoggedIn, placesOf, useWindows, type WindowsScene } from "./support.ts";

const { openScene } = useWindows();
const CERTIFI = path.join(path.dirname(fromWindows(AZ)), "../Lib/site-packages/certifi/cacert.pem");

test("only the runner's user has access to the job's folder and sample-config, before they have any content", async () => {
  const { runner, inputs, asked } = await openScene();
  const before = placesOf(runner);
  expectLoggedIn(await runner.main({ ...inputs, "sample-config": "azureSecretSpConfig.json" }));
  const [whoami, ...restricted] = asked();
  expect(whoami).toEqual(["whoami", "/user", "/fo", "csv", "/nh"]);
  const [user] = /S-1-5-21[\d-]+/.exec(JSON.stringify(restricted)) ?? [];
  const job = path.win32.dirname(runner.outputs["azure-config-dir"] ?? "");
  expect(job).toContain(asWindows(runner.temp));
  expect(restricted).toEqual([
    ["icacls", job, "/inheritance:r", "/grant:r", `*${user}:(OI)(CI)F`, "/q"],
    [
      ...["icacls", `${asWindows(runner.workspace)}\\azureSecretSpConfig.json`],
      ...["/inheritance:r", "/grant:r", `*${user}:F`, "/q"],
    ],
  ]);
  await expectCleanPost(runner, before);
});

test("if access cannot be restricted, the step stops and leaves nothing", async () => {
  const { runner, inputs, set } = await openScene();
  set("refused");
  const before = placesOf(runner);
  const step = await runner.main(inputs);
  expect(step.log).toContain("AZS345");
  expect(step.log).toContain("Access is denied");
  expect(step.exitCode).toBe(1);
  expect(placesOf(runner)).toEqual(before);
});

test("two jobs on the stores of az and of the machine: the root stays until the last is over", async () => {
  const scenes = await Promise.all([openScene({}), openScene({})]);
  const [first, second] = scenes;
  if (first === undefined || second === undefined) throw new Error("no scenes");
  const untouched = readFileSync(CERTIFI, "utf8");
  // Both jobs use one machine, with one store.
  (second.runner.base as Record<string, string>)["STAND_INS"] = first.runner.base["STAND_INS"] ?? "";
  first.set("elevated");
  const roots = scenes.map(({ emulator }) => createHash("sha1").update(emulator.roots.der).digest("hex"));
  const store = path.join(path.dirname(first.runner.home), "stand-ins", "roots");
  for (const { runner, inputs } of scenes) {
    expectLoggedIn(await runner.main({ ...inputs, "trust-stores": "bundle, az, system" }));
  }
  expect(readdirSync(store).sort()).toEqual([...new Set(roots)].sort());
  const both = readFileSync(CERTIFI, "utf8");
  for (const scene of scenes) expect(both).toContain(lineOf(scene.emulator));
  await expectCleanPost(first.runner);
  expect(readFileSync(CERTIFI, "utf8")).toContain(lineOf(second.emulator));
  expect(readdirSync(store)).toEqual([roots[1]]);
  await expectCleanPost(second.runner);
  expect(readFileSync(CERTIFI, "utf8")).toBe(untouched);
  expect(readdirSync(store)).toEqual([]);
});

test("a file that another process has open when post comes", async () => {
  const { runner, inputs, emulator } = await openScene();
  const before = placesOf(runner);
  const { inputs: credential } = await credentialInputs("pem", emulator);
  const { "client-secret": _, ...common } = inputs;
  expectLoggedIn(await runner.main({ ...common, ...credential }));
  const pem = runner.exported["AZURE_CLIENT_CERTIFICATE_PATH"] ?? "";
  const flag = path.join(runner.workspace, "open");
  const script = `import time; a = open(r"${pem}"); open(r"${asWindows(flag)}", "w").close(); time.sleep(1)`;
  const holding = runner.step(PYTHON, ["-c", script]);
  while (!readdirSync(runner.workspace).includes("open")) await sleep(20);
  const post = await runner.post();
  await holding;
  expect(post.log).not.toContain("Could not undo");
  expect(placesOf(runner)).toEqual({ ...before, ...placesOf(runner) });
  expect(readdirSync(runner.temp)).toEqual([]);
});

test("a file that another process keeps open is named, and goes with the next job", async () => {
  const { runner, inputs, emulator } = await openScene();
  const { inputs: credential } = await credentialInputs("pem", emulator);
  const { "client-secret": _, ...common } = inputs;
  expectLoggedIn(await runner.main({ ...common, ...credential }));
  const pem = runner.exported["AZURE_CLIENT_CERTIFICATE_PATH"] ?? "";
  const [flag, over] = ["open", "over"].map((name) => path.join(runner.workspace, name)) as [string, string];
  const script = [
    "import os, time",
    `held = open(r"${pem}")`,
    `open(r"${asWindows(flag)}", "w").close()`,
    `while not os.path.exists(r"${asWindows(over)}"): time.sleep(0.1)`,
  ].join("\n");
  const holding = runner.step(PYTHON, ["-c", script]);
  while (!readdirSync(runner.workspace).includes("open")) await sleep(20);
  const post = await runner.post();
  expect(post.log).toMatch(/^::warning::Could not undo: the folder .*client\.pem/);
  expect(post.log).toContain("everything is undone, except for what the warnings above name (1)");
  // The file was emptied, so the private key is gone.
  expect(readFileSync(fromWindows(pem), "utf8")).toBe("");
  writeFileSync(over, "");
  await holding;
  const next = await runner.main(inputs);
  expect(next.log).toContain("An earlier job left changes to this machine behind. They are undone now");
  await expectCleanPost(runner);
  expect(readdirSync(runner.temp)).toEqual([]);
});

test("a program that is given up ends with what it started", async () => {
  const { runner } = await openScene();
  const script = path.join(runner.workspace, "give-up.mjs");
  const tree = pathToFileURL(path.resolve("src", "io", "process-tree.ts")).pathname;
  const child = "import os, time; open('pid', 'w').write(str(os.getpid())); time.sleep(60)";
  writeFileSync(
    script,
    `
import { spawn } from "node:child_process";
import { once } from "node:events";
import { readFileSync } from "node:fs";
import { setTimeout as sleep } from "node:timers/promises";
const { killTree } = await import(process.argv[2]);
const launcher = spawn("cmd.exe", ["/d", "/c", ${JSON.stringify(PYTHON)}, "-c", ${JSON.stringify(child)}], { stdio: "ignore" });
const pid = () => { try { return Number(readFileSync("pid")) } catch { return 0 } };
while (pid() === 0) await sleep(50);
const ended = once(launcher, "exit");
killTree(launcher.pid, false, process.env);
await ended;
for (let tries = 0; tries < 100; tries++) {
  try { process.kill(pid(), 0) } catch { console.log("ended"); process.exit() }
  await sleep(50);
}
console.log("goes on");
`,
  );
  expect((await runner.step(NODE, [asWindows(script), `file:///Z:${tree}`])).log.trim()).toBe("ended");
});

// Wine shows the files of Linux below \proc. On a real Windows, any user can make such a folder.
test("a process is not known by what a folder \\proc says", async () => {
  const { runner } = await openScene();
  const lives = pathToFileURL(path.resolve("src", "io", "lives.ts")).pathname;
  const script = path.join(runner.workspace, "lives.mjs");
  writeFileSync(
    script,
    `
import { existsSync } from "node:fs";
const { lifeOf, processOf } = await import(process.argv[2]);
const { boot, processes, paths } = lifeOf("x");
console.log(JSON.stringify({ isThere: existsSync("/proc/1/stat"), boot: /^\\d+$/.test(boot), processes, paths, ...processOf(1) }));
`,
  );
  const { log } = await runner.step(NODE, [asWindows(script), `file:///Z:${lives}`]);
  expect(JSON.parse(log)).toEqual({ isThere: true, boot: true, processes: "", paths: "", pid: 1 });
});

test("eight jobs at once, each with its own user's folders, on one az", async () => {
  const scenes = await Promise.all(Array.from({ length: 8 }, () => openScene({}, {})));
  const before = scenes.map(({ runner }) => placesOf(runner));
  const logins = await Promise.all(scenes.map(({ runner, inputs }) => runner.main(inputs)));
  for (const login of logins) expectLoggedIn(login);
  await Promise.all(scenes.map(({ runner }, index) => expectCleanPost(runner, before[index])));
});

interface Kill {
  /** What exists at the moment of the kill. */
  readonly when: string;
  isThen(scene: WindowsScene): boolean;
  readonly inputs?: Inputs;
}

const inJobFolder = (end: string, { runner }: WindowsScene) =>
  readdirSync(runner.temp, { recursive: true }).some(
    (name) => /^azs-login-[0-9a-f]{8}-/.test(String(name)) && String(name).endsWith(end),
  );

const KILLS: readonly Kill[] = [
  { when: "the job's folder", isThen: (scene) => inJobFolder("", scene) },
  { when: "the journal", isThen: (scene) => inJobFolder("journal.jsonl", scene) },
  { when: "az's folder", isThen: (scene) => inJobFolder("azure", scene) },
  { when: "the cloud", isThen: (scene) => inJobFolder("clouds.config", scene) },
  { when: "the login", isThen: (scene) => inJobFolder("azureProfile.json", scene) },
  {
    when: "the root in az's trust store",
    isThen: ({ emulator }) => readFileSync(CERTIFI, "utf8").includes(lineOf(emulator)),
    inputs: { "trust-stores": "bundle, az" },
  },
];

test.each(KILLS)("killed when there is $when, post leaves nothing", async ({ isThen, inputs: more }) => {
  const scene = await openScene();
  const { runner, inputs } = scene;
  const before = { ...placesOf(runner), certifi: readFileSync(CERTIFI, "utf8") };
  const kill = () =>
    killed(
      (started) => runner.main({ ...inputs, ...more }, started),
      () => isThen(scene),
    );
  let step = await kill();
  // On a busy machine a short moment may pass between two looks.
  for (let tries = 1; step.exitCode === 0 && tries < 5; tries += 1) {
    await expectCleanPost(runner);
    step = await kill();
  }
  expect(step.exitCode, step.log).not.toBe(0);
  expect(step.log).not.toContain("Logged in");
  await expectCleanPost(runner);
  expect({ ...placesOf(runner), certifi: readFileSync(CERTIFI, "utf8") }).toEqual(before);
});

test("a post that is killed when the root is out of az's trust store is finished by the next", async () => {
  const { runner, inputs, emulator } = await openScene();
  const before = { ...placesOf(runner), certifi: readFileSync(CERTIFI, "utf8") };
  expectLoggedIn(await runner.main({ ...inputs, "trust-stores": "bundle, az" }));
  await killed(
    (started) => runner.post(-1, started),
    () => !readFileSync(CERTIFI, "utf8").includes(lineOf(emulator)),
  );
  await expectCleanPost(runner);
  expect({ ...placesOf(runner), certifi: readFileSync(CERTIFI, "utf8") }).toEqual(before);
});

const lineOf = ({ roots }: Emulator) => roots.pem.trim().split("\n").at(-2) ?? "";

/** Runs a step, and kills it and all that it started at a chosen moment. */
async function killed(run: (started: (one: Killable) => void) => Promise<StepResult>, isThen: () => boolean) {
  let kill = () => {};
  let isOver = false;
  const step = run((one) => {
    kill = () => one.kill();
  });
  step.finally(() => {
    isOver = true;
  });
  while (!isThen() && !isOver) await sleep(2);
  kill();
  return step;
}
