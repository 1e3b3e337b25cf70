import { execFileSync } from "node:child_process";
import path from "node:path";
import { expect, test } from "vitest";
import { SYSTEM_PATH } from "../../emulator/job.ts";
import { openRunner } from "../scenarios/support.ts";
import { killWhen } from "../support/killing.ts";
import { temporary, WHEELS } from "../support/provisioning.ts";
import { type Snapshot, snapshot } from "../support/snapshot.ts";
import { type Scene, setScene } from "../support/stamp.ts";

const AZ = "/usr/bin/az";
const STORE = { "trust-stores": "python", "az-path": AZ };

/** A virtual environment with requests, made as its users make theirs. */
async function makeVenv(): Promise<string> {
  const venv = await temporary("venv-");
  const run = (file: string, ...args: readonly string[]) => execFileSync(file, args, { stdio: "pipe" });
  run("/usr/bin/python3", "-m", "venv", venv);
  run(path.join(venv, "bin/pip"), "install", "--quiet", "--no-index", "--find-links", WHEELS, "requests");
  return venv;
}

async function ask(scene: Scene, python: string): Promise<string> {
  const url = `${scene.emulator.endpoint}/metadata/endpoints?api-version=2015-01-01`;
  const { log } = await scene.runner.step(python, ["-c", `import requests; print(requests.get("${url}").status_code)`]);
  return log.trim().split("\n").at(-1) ?? "";
}

test("requests of a virtual environment trusts the stamp, with no variable that says so", {
  timeout: 120_000,
}, async () => {
  const venv = await makeVenv();
  const python = path.join(venv, "bin/python");
  const scene = await setScene({}, { environment: { VIRTUAL_ENV: venv, PATH: `${venv}/bin:${SYSTEM_PATH}` } });
  const { runner, inputs } = scene;
  expect(await ask(scene, python)).toContain("CERTIFICATE_VERIFY_FAILED");
  const before = snapshot(venv);
  const step = await runner.main({ ...inputs, ...STORE });
  expect(step.exitCode, step.log).toBe(0);
  expect(step.log).toContain("python holds the root");
  expect(Object.keys(runner.exported).filter((name) => /CA_BUNDLE|CERT|CAINFO|CA_CERTS/.test(name))).toEqual([]);
  expect(await ask(scene, python)).toBe("200");
  expect(changedSince(before, snapshot(venv))).toEqual([expect.stringMatching(/certifi\/cacert\.pem$/)]);
  expect((await runner.post()).log).toBe("");
  expect(cacert(snapshot(venv))).toEqual(cacert(before));
  expect(await ask(scene, python)).toContain("CERTIFICATE_VERIFY_FAILED");
});

test("two jobs share it: the root goes with the last of them", { timeout: 120_000 }, async () => {
  const venv = await makeVenv();
  const python = path.join(venv, "bin/python");
  const environment = { VIRTUAL_ENV: venv };
  const scene = await setScene({}, { environment });
  const second = await openRunner(scene.emulator, environment);
  const before = cacert(snapshot(venv));
  const given = { ...scene.inputs, ...STORE, "ca-certificate": scene.emulator.roots.pem };
  const steps = await Promise.all([scene.runner.main(given), second.main(given)]);
  for (const step of steps) expect(step.exitCode, step.log).toBe(0);
  expect((await scene.runner.post()).log).toBe("");
  expect(await ask(scene, python)).toBe("200");
  expect((await second.post()).log).toBe("");
  await second.dispose();
  expect(cacert(snapshot(venv))).toEqual(before);
});

test("a job killed while it writes leaves nothing after post", { timeout: 120_000 }, async () => {
  const venv = await makeVenv();
  const scene = await setScene({}, { environment: { VIRTUAL_ENV: venv } });
  const before = cacert(snapshot(venv));
  const changed = () => JSON.stringify(cacert(snapshot(venv))) !== JSON.stringify(before);
  await killWhen(scene.runner, { ...scene.inputs, ...STORE }, changed);
  expect((await scene.runner.post()).log).toBe("");
  expect(cacert(snapshot(venv))).toEqual(before);
});

test("a Python without certifi is named", { timeout: 120_000 }, async () => {
  const venv = await temporary("venv-");
  execFileSync("/usr/bin/python3", ["-m", "venv", "--without-pip", venv]);
  const scene = await setScene({}, { path: `${venv}/bin:${SYSTEM_PATH}`, environment: { VIRTUAL_ENV: venv } });
  const step = await scene.runner.main({ ...scene.inputs, ...STORE });
  expect(step.log).toContain("AZS330");
  expect(step.log).toContain(`${venv}/bin/python3 cannot import certifi`);
});

test("a certifi.py in the checkout does not run", { timeout: 120_000 }, async () => {
  const venv = await makeVenv();
  const scene = await setScene({}, { environment: { VIRTUAL_ENV: venv } });
  const trap = path.join(scene.runner.workspace, "trap");
  await scene.runner.step("sh", ["-c", `printf 'open("${trap}", "w")\\n' > certifi.py`]);
  const step = await scene.runner.main({ ...scene.inputs, ...STORE });
  expect(step.exitCode, step.log).toBe(0);
  expect((await scene.runner.step("sh", ["-c", `test ! -e ${trap}`])).exitCode).toBe(0);
});

function changedSince(before: Snapshot, after: Snapshot): readonly string[] {
  return Object.keys(after).filter((file) => after[file] !== before[file] && !file.includes("__pycache__"));
}

/** Folders change by what Python compiles into them. */
function cacert(entries: Snapshot) {
  return Object.fromEntries(Object.entries(entries).filter(([file]) => /certifi\/[^/]*(pem|azs-login)/.test(file)));
}
