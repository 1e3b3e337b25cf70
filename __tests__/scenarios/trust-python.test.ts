import { existsSync, readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { beforeAll, describe, expect, test } from "vitest";
import { SYSTEM_PATH } from "../../emulator/job.ts";
import type { Runner } from "../../emulator/runner.ts";
import { readRoots } from "../../src/certificates/roots.ts";
import { holds } from "../../src/trust/store/pem-entries.ts";
import { killWhen } from "../support/killing.ts";
import { POST_LOG } from "../support/post-log.ts";
import { snapshot } from "../support/snapshot.ts";
import type { Scene } from "../support/stamp.ts";
import { ownVenv } from "../support/venv.ts";
import { expectFailure, openRunner, openScene, scenarioInputs } from "./support.ts";

const venv = ownVenv("requests");
const other = ownVenv("certifi");
const bare = ownVenv();
const stores = { "trust-stores": "python" };
/** The variables that `activate` sets. */
const active = { VIRTUAL_ENV: venv.folder, PATH: `${venv.bin}:${SYSTEM_PATH}` };

let folder = "";
beforeAll(() => {
  folder = path.dirname(venv.cacert());
});

/** What `requests` prints in a later step about a request to Azure Resource Manager. */
async function ask({ emulator }: Scene, runner: Runner): Promise<string> {
  const url = `${emulator.endpoint}/metadata/endpoints?api-version=2015-01-01`;
  const script = "import requests, sys; print('status', requests.get(sys.argv[1]).status_code)";
  return (await runner.step(venv.python, ["-Bc", script, url])).log;
}

test("requests of a virtual environment reach the stamp with no variable set; post restores to the byte", async () => {
  const scene = await openScene({}, active);
  const before = snapshot(folder);
  expect(await ask(scene, scene.runner)).toContain("CERTIFICATE_VERIFY_FAILED");
  const step = await scene.runner.main({ ...scene.inputs, ...stores });
  expect(step.exitCode, step.log).toBe(0);
  expect(step.log).toContain("python holds the root");
  const variables = ["REQUESTS_CA_BUNDLE", "SSL_CERT_FILE", "CURL_CA_BUNDLE"];
  expect(Object.keys(scene.runner.exported).filter((name) => variables.includes(name))).toEqual([]);
  expect(await ask(scene, scene.runner)).toContain("status 200");
  expect(readFileSync(venv.cacert(), "utf8")).toMatch(/^# SHA256 Fingerprint: [0-9a-f:]{95}\n-----BEGIN/m);
  expect(await scene.runner.post()).toMatchObject({ exitCode: 0, log: POST_LOG });
  expect(snapshot(folder)).toEqual(before);
  expect(await ask(scene, scene.runner)).toContain("CERTIFICATE_VERIFY_FAILED");
});

test("the virtual environment and the Python first on PATH both get the root", async () => {
  const scene = await openScene({}, { ...active, PATH: `${other.bin}:${SYSTEM_PATH}` });
  const places = [folder, path.dirname(other.cacert())];
  const before = snapshot(...places);
  expect((await scene.runner.main({ ...scene.inputs, ...stores })).exitCode).toBe(0);
  const [root] = readRoots(scene.emulator.roots.pem, "the emulator");
  if (root === undefined) expect.unreachable();
  for (const { cacert } of [venv, other]) expect(holds(readFileSync(cacert(), "utf8"), root)).toBe(true);
  expect(await scene.runner.post()).toMatchObject({ exitCode: 0, log: POST_LOG });
  expect(snapshot(...places)).toEqual(before);
});

describe("two jobs at once", () => {
  for (const order of ["first", "last"] as const) {
    test(`the root goes with the last; the one that came ${order} ends first`, async () => {
      const scene = await openScene({}, active);
      const second = await openRunner(scene.emulator, active);
      const before = snapshot(folder);
      expect((await scene.runner.main({ ...scene.inputs, ...stores })).exitCode).toBe(0);
      const inputs = await scenarioInputs(scene.emulator, second);
      expect((await second.main({ ...inputs, ...stores })).exitCode).toBe(0);
      const [ends, stays] = order === "first" ? [scene.runner, second] : [second, scene.runner];
      expect(await ends.post()).toMatchObject({ exitCode: 0, log: POST_LOG });
      expect(await ask(scene, stays)).toContain("status 200");
      expect(await stays.post()).toMatchObject({ exitCode: 0, log: POST_LOG });
      expect(snapshot(folder)).toEqual(before);
      await second.dispose();
    });
  }
});

describe("killed", () => {
  const announced = ({ temp }: Runner) =>
    readdirSync(temp).some((name) => {
      const file = path.join(temp, name, "journal.jsonl");
      return existsSync(file) && readFileSync(file, "utf8").includes('"store":"python"');
    });
  const moments: Readonly<Record<string, (runner: Runner) => boolean>> = {
    "the change announced": announced,
    "the bundle written": () => readFileSync(venv.cacert(), "utf8").includes("# azs-login: begin"),
  };
  for (const [moment, seen] of Object.entries(moments)) {
    test(`with ${moment}`, async () => {
      const { runner, inputs } = await openScene({}, active);
      const before = snapshot(folder);
      await killWhen(runner, { ...inputs, ...stores }, () => seen(runner));
      expect(await runner.post()).toMatchObject({ exitCode: 0, log: POST_LOG });
      expect(snapshot(folder)).toEqual(before);
    });
  }
});

test("a virtual environment without certifi has a separate error", async () => {
  const { runner, inputs } = await openScene({}, { VIRTUAL_ENV: bare.folder, PATH: `${bare.bin}:${SYSTEM_PATH}` });
  const text = await expectFailure(runner, await runner.main({ ...inputs, ...stores }), "AZS332");
  expect(text).toContain(`${bare.python} has no certifi`);
});
