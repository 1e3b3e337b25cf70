import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { certificateBlocks } from "../../src/trust/store/pem-entries.ts";
import { alone } from "../support/machine-stores.ts";
import { POST_LOG } from "../support/post-log.ts";
import { snapshot } from "../support/snapshot.ts";
import { setScene } from "../support/stamp.ts";

const FOLDER = "/etc/ssl/certs";
const BUNDLE = `${FOLDER}/ca-certificates.crt`;

alone();

test("update-ca-certificates does not change the store that the step wrote", async () => {
  const { runner, inputs, emulator } = await setScene();
  const step = await runner.main({ ...inputs, "trust-stores": "system" });
  expect(step.exitCode, step.log).toBe(0);
  const made = store();
  execFileSync("update-ca-certificates", ["--hooksdir", "/nonexistent"], { stdio: "pipe" });
  const madeAnew = store();
  expect((await runner.post()).log).toEqual(POST_LOG);
  expect(made.certificates).toContain(emulator.roots.pem.trim());
  expect(madeAnew).toEqual(made);
});

// Debian gives /usr/sbin to root only (login.defs(5), ENV_PATH), and a later step of a job may set any PATH.
test("with a PATH without /usr/sbin the root is added to the system store, and removed from it", async () => {
  const before = store();
  const { runner, inputs, emulator } = await setScene({}, { path: "/usr/local/bin:/usr/bin:/bin" });
  const step = await runner.main({ ...inputs, "trust-stores": "system" });
  expect(step.exitCode, step.log).toBe(0);
  expect(store().certificates).toContain(emulator.roots.pem.trim());
  expect((await runner.post()).log).toEqual(POST_LOG);
  expect(store()).toEqual(before);
});

/**
 * The store, ignoring the order in the bundle: a root that the step added is the last one, and in the order of file
 * names after the bundle was regenerated.
 */
function store() {
  const { [BUNDLE]: _, ...links } = snapshot(FOLDER);
  return { links, certificates: [...new Set(certificateBlocks(readFileSync(BUNDLE, "utf8")))].toSorted() };
}
