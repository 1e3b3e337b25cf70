import { chmodSync, chownSync, existsSync, readdirSync } from "node:fs";
import { rm, writeFile } from "node:fs/promises";
import path from "node:path";
import { afterEach, beforeAll, expect, test } from "vitest";
import { ownJdk } from "../support/java.ts";
import { ANCHORS, alone, snapshotWithStores } from "../support/machine-stores.ts";
import { POST_LOG } from "../support/post-log.ts";
import { snapshot } from "../support/snapshot.ts";
import { type Scene, setScene } from "../support/stamp.ts";

/** Like a hosted runner: a user without rights, and a sudo that asks for no password. */
const NOBODY = { uid: 65534, gid: 65534 };
const SUDOERS = "/etc/sudoers.d/azs-login-test";
const AZ = "/usr/bin/az";

const possible = process.getuid?.() === 0 && existsSync("/usr/bin/sudo") && existsSync(AZ);
if (!possible) console.warn("\n!!! SKIPPED: a user with sudo; it needs root, sudo and az 2.45 (Debian 12)\n");
const withSudo = process.env["CI"] === "true" ? test : test.skipIf(!possible);

alone();
const jdk = ownJdk();
beforeAll(() => chmodSync(path.dirname(jdk.home), 0o755));
afterEach(() => rm(SUDOERS, { force: true }));

withSudo("the system store is written with sudo and restored to the byte", async () => {
  await writeFile(SUDOERS, "nobody ALL=(ALL) NOPASSWD: ALL\n", { mode: 0o440 });
  const scene = await setScene({}, { user: NOBODY });
  const before = await machine(scene);
  const step = await scene.runner.main({ ...scene.inputs, "trust-stores": "auto", "az-path": AZ });
  expect(step.exitCode, step.log).toBe(0);
  expect(step.log).toContain("system holds the root");
  expect(readdirSync(ANCHORS).some((name) => name.startsWith("azs-login-"))).toBe(true);
  // Without the exported bundle, to show that the system's own roots now verify the stamp.
  const url = `${scene.emulator.endpoint}/metadata/endpoints?api-version=2015-01-01`;
  const unset = ["-u", "CURL_CA_BUNDLE", "-u", "SSL_CERT_FILE"];
  const curl = await scene.runner.step("env", [...unset, "curl", "--silent", "--fail", url]);
  expect(curl.exitCode, curl.log).toBe(0);
  expect(await scene.runner.post()).toMatchObject({ exitCode: 0, log: POST_LOG });
  expect(await machine(scene)).toEqual(before);
});

withSudo("a Java keystore of the machine's is written with sudo and restored to the byte, with its mode", async () => {
  await writeFile(SUDOERS, "nobody ALL=(ALL) NOPASSWD: ALL\n", { mode: 0o440 });
  const scene = await setScene({}, { user: NOBODY, environment: { JAVA_HOME: jdk.home } });
  chmodSync(jdk.cacerts, 0o640);
  chownSync(jdk.cacerts, 0, NOBODY.gid);
  const before = snapshot(path.dirname(jdk.cacerts));
  const step = await scene.runner.main({ ...scene.inputs, "trust-stores": "java", "az-path": AZ });
  expect(step.exitCode, step.log).toBe(0);
  const changed = snapshot(path.dirname(jdk.cacerts));
  expect(changed[jdk.cacerts]).toMatch(/^file 100640 0:65534 /);
  expect(changed[jdk.cacerts]).not.toBe(before[jdk.cacerts]);
  expect(await scene.runner.post()).toMatchObject({ exitCode: 0, log: POST_LOG });
  expect(snapshot(path.dirname(jdk.cacerts))).toEqual(before);
});

withSudo("without sudo auto leaves the stores alone, and a store asked for by name is refused", async () => {
  const scene = await setScene({}, { user: NOBODY });
  const before = await machine(scene);
  const auto = await scene.runner.main({ ...scene.inputs, "trust-stores": "auto", "az-path": AZ });
  expect(auto.exitCode, auto.log).toBe(0);
  expect(auto.log).toContain("system left as it is");
  expect(await scene.runner.post()).toMatchObject({ exitCode: 0 });
  const named = await scene.runner.main({ ...scene.inputs, "trust-stores": "system", "az-path": AZ });
  expect(named.exitCode).toBe(1);
  expect(named.log).toContain("AZS330");
  expect(await machine(scene)).toEqual(before);
});

function machine({ runner }: Scene) {
  return snapshotWithStores(runner.home, runner.temp, runner.scratch);
}
