import { execFileSync } from "node:child_process";
import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { afterEach, beforeAll, describe, expect, test } from "vitest";
import type { Runner } from "../../emulator/runner.ts";
import { startEmulator } from "../../emulator/server.ts";
import { clientArguments, ownJdk } from "../support/java.ts";
import { killWhen } from "../support/killing.ts";
import { POST_LOG } from "../support/post-log.ts";
import { snapshot } from "../support/snapshot.ts";
import type { Scene } from "../support/stamp.ts";
import { expectFailure, openRunner, openScene, scenarioInputs } from "./support.ts";

const jdk = ownJdk();
const LEDGER = `${jdk.cacerts}.azs-login-roots`;
const stores = { "trust-stores": "java" };
const UNTRUSTED = /PKIX path (?:building|validation) failed/;
const environment = { JAVA_HOME: jdk.home };

let pristine = Buffer.alloc(0);
beforeAll(() => {
  pristine = readFileSync(jdk.cacerts);
});
afterEach(() => {
  writeFileSync(jdk.cacerts, pristine);
  const folder = path.dirname(jdk.cacerts);
  const left = readdirSync(folder).filter((name) => name.includes("azs-login"));
  for (const name of left) rmSync(path.join(folder, name), { recursive: true });
  expect(left).toEqual([]);
});
const security = () => snapshot(path.dirname(jdk.cacerts));

/** What Java in a later step prints about a request to Azure Resource Manager through the job's proxy. */
async function ask({ emulator }: Scene, runner: Runner): Promise<string> {
  const url = `${emulator.endpoint}/metadata/endpoints?api-version=2015-01-01`;
  const args = clientArguments(jdk.client, emulator.proxyUrl, url);
  return (await runner.step(path.join(jdk.home, "bin/java"), args)).log;
}

function keytool(...args: readonly string[]): string {
  const all = [...args, "-keystore", jdk.cacerts, "-storepass", "changeit"];
  return execFileSync(path.join(jdk.home, "bin/keytool"), all, { encoding: "utf8", stdio: "pipe" });
}

test("HttpsURLConnection reaches the stamp, and post restores the keystore to the byte", async () => {
  const scene = await openScene({}, environment);
  const before = security();
  expect(await ask(scene, scene.runner)).toMatch(UNTRUSTED);
  const step = await scene.runner.main({ ...scene.inputs, ...stores });
  expect(step.exitCode, step.log).toBe(0);
  expect(step.log).toContain("java holds the root");
  expect(Object.keys(scene.runner.exported)).not.toContain("SSL_CERT_FILE");
  expect(await ask(scene, scene.runner)).toContain("status 200");
  expect(await scene.runner.post()).toMatchObject({ exitCode: 0, log: POST_LOG });
  expect(security()).toEqual(before);
  expect(await ask(scene, scene.runner)).toMatch(UNTRUSTED);
});

test("a PKCS12 keystore, found by the java on PATH", async () => {
  const converted = path.join(jdk.home, "lib/security/jssecacerts");
  execFileSync(
    path.join(jdk.home, "bin/keytool"),
    [
      // Like the keystore of JDK 18 and later: without a password, because Java can read it without one.
      ...["-J-Dkeystore.pkcs12.certProtectionAlgorithm=NONE", "-J-Dkeystore.pkcs12.macAlgorithm=NONE"],
      ...["-importkeystore", "-noprompt", "-srckeystore", jdk.cacerts, "-srcstorepass", "changeit"],
      ...["-destkeystore", converted, "-deststoretype", "PKCS12", "-deststorepass", "changeit"],
    ],
    { stdio: "pipe" },
  );
  try {
    const before = security();
    const scene = await openScene({}, { PATH: `${jdk.home}/bin:/usr/local/bin:/usr/bin:/bin` });
    const step = await scene.runner.main({ ...scene.inputs, ...stores });
    expect(step.exitCode, step.log).toBe(0);
    expect(await ask(scene, scene.runner)).toContain("status 200");
    expect(await scene.runner.post()).toMatchObject({ exitCode: 0, log: POST_LOG });
    expect(security()).toEqual(before);
  } finally {
    rmSync(converted);
  }
});

describe("two jobs at once", () => {
  test("on one stamp: the root goes with the last", async () => {
    const scene = await openScene({}, environment);
    const second = await openRunner(scene.emulator, environment);
    const before = security();
    const inputs = await scenarioInputs(scene.emulator, second);
    const steps = await Promise.all([
      scene.runner.main({ ...scene.inputs, ...stores }),
      second.main({ ...inputs, ...stores }),
    ]);
    expect(steps.map(({ exitCode }) => exitCode)).toEqual([0, 0]);
    expect(await scene.runner.post()).toMatchObject({ exitCode: 0, log: POST_LOG });
    expect(security()).not.toEqual(before);
    expect(await ask(scene, second)).toContain("status 200");
    expect(await second.post()).toMatchObject({ exitCode: 0, log: POST_LOG });
    expect(security()).toEqual(before);
    await second.dispose();
  });

  test("on two stamps: each root goes with its job", async () => {
    const one = await openScene({}, environment);
    const emulator = await startEmulator({});
    const runner = await openRunner(emulator, environment);
    const two: Scene = { emulator, runner, inputs: await scenarioInputs(emulator, runner) };
    try {
      const before = security();
      for (const { runner: job, inputs } of [one, two]) {
        expect((await job.main({ ...inputs, ...stores })).exitCode).toBe(0);
      }
      expect(await ask(one, one.runner)).toContain("status 200");
      expect(await ask(two, two.runner)).toContain("status 200");
      expect(await one.runner.post()).toMatchObject({ exitCode: 0, log: POST_LOG });
      expect(await ask(one, one.runner)).toMatch(UNTRUSTED);
      expect(await ask(two, two.runner)).toContain("status 200");
      expect(await two.runner.post()).toMatchObject({ exitCode: 0, log: POST_LOG });
      expect(security()).toEqual(before);
    } finally {
      await emulator.close();
      await runner.dispose();
    }
  });
});

describe("killed", () => {
  const temps = (runner: Runner) => readdirSync(runner.temp).map((name) => path.join(runner.temp, name));
  const journal = (runner: Runner) =>
    temps(runner).some(
      (folder) =>
        existsSync(path.join(folder, "journal.jsonl")) &&
        readFileSync(path.join(folder, "journal.jsonl"), "utf8").includes('"store":"java"'),
    );
  const moments: Readonly<Record<string, (runner: Runner) => boolean>> = {
    "the change announced": journal,
    "keytool at work": (runner) =>
      temps(runner).some((folder) => readdirSync(folder).some((name) => name.startsWith("keystore-"))),
    "the ledger written": () => existsSync(LEDGER),
    "the keystore written": () => existsSync(LEDGER) && !readFileSync(jdk.cacerts).equals(pristine),
  };

  for (const [moment, seen] of Object.entries(moments)) {
    test(`with ${moment}`, async () => {
      const { runner, inputs } = await openScene({}, environment);
      const before = security();
      await killWhen(runner, { ...inputs, ...stores }, () => seen(runner));
      expect(await runner.post()).toMatchObject({ exitCode: 0, log: POST_LOG });
      expect(security()).toEqual(before);
    });
  }

  test("beside a job that goes on: its root stays", async () => {
    const scene = await openScene({}, environment);
    const killed = await openRunner(scene.emulator, environment);
    const before = security();
    expect((await scene.runner.main({ ...scene.inputs, ...stores })).exitCode).toBe(0);
    await killWhen(killed, { ...(await scenarioInputs(scene.emulator, killed)), ...stores }, () => journal(killed));
    expect(await killed.post()).toMatchObject({ exitCode: 0, log: POST_LOG });
    expect(await ask(scene, scene.runner)).toContain("status 200");
    expect(await scene.runner.post()).toMatchObject({ exitCode: 0, log: POST_LOG });
    expect(security()).toEqual(before);
    await killed.dispose();
  });
});

test("a job takes out the root of a job that died", async () => {
  const [dead, next] = [await openScene({}, environment), await openScene({}, environment)];
  const before = security();
  expect((await dead.runner.main({ ...dead.inputs, ...stores })).exitCode).toBe(0);
  const holding = keytool("-list");
  // The runner empties its temporary folder before its next job.
  for (const name of readdirSync(dead.runner.temp)) rmSync(path.join(dead.runner.temp, name), { recursive: true });
  expect((await next.runner.main({ ...next.inputs, ...stores })).exitCode).toBe(0);
  expect(keytool("-list").match(/azs-login/g)).toEqual(holding.match(/azs-login/g));
  expect(await next.runner.post()).toMatchObject({ exitCode: 0, log: POST_LOG });
  expect(security()).toEqual(before);
});

describe("changes by others", () => {
  test("a root that was there before stays", async () => {
    const scene = await openScene({}, environment);
    const root = path.join(scene.runner.workspace, "root.pem");
    keytool("-importcert", "-noprompt", "-alias", "theirs", "-file", root);
    const before = security();
    expect((await scene.runner.main({ ...scene.inputs, ...stores })).exitCode).toBe(0);
    expect(security()).toEqual(before);
    expect(await scene.runner.post()).toMatchObject({ exitCode: 0, log: POST_LOG });
    expect(security()).toEqual(before);
  });

  test("a change of the keystore meanwhile stays, and the root goes", async () => {
    const scene = await openScene({}, environment);
    expect((await scene.runner.main({ ...scene.inputs, ...stores })).exitCode).toBe(0);
    const other = await startEmulator({});
    const root = path.join(scene.runner.workspace, "other.pem");
    writeFileSync(root, other.roots.pem);
    await other.close();
    keytool("-importcert", "-noprompt", "-alias", "theirs", "-file", root);
    expect(await scene.runner.post()).toMatchObject({ exitCode: 0, log: POST_LOG });
    const aliases = keytool("-list");
    expect(aliases).toContain("theirs");
    expect(aliases).not.toContain("azs-login");
  });

  test("a keystore with another password has a separate error, and nothing changes", async () => {
    const { runner, inputs } = await openScene({}, environment);
    keytool("-storepasswd", "-new", "another-password");
    const before = security();
    await expectFailure(runner, await runner.main({ ...inputs, ...stores }), "AZS334");
    expect(security()).toEqual(before);
  });
});

test("a JAVA_HOME without a JDK has a separate error", async () => {
  const { runner, inputs } = await openScene({}, { JAVA_HOME: "/nonexistent/jdk" });
  const text = await expectFailure(runner, await runner.main({ ...inputs, ...stores }), "AZS333");
  expect(text).toContain("/nonexistent/jdk");
});
