import { existsSync } from "node:fs";
import { mkdir, readFile, rm, rmdir, writeFile } from "node:fs/promises";
import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import { makeClientCertificate, makeRoot } from "../../emulator/certificates.ts";
import { describeRoot } from "../../emulator/emulator.ts";
import type { RunnerOptions } from "../../emulator/runner.ts";
import type { StampOptions } from "../../emulator/server.ts";
import { expectFailure, expectLogin } from "../scenarios/support.ts";
import { alone } from "../support/machine-stores.ts";
import { POST_LOG } from "../support/post-log.ts";
import { setScene } from "../support/stamp.ts";

const FOLDER = "/var/lib/waagent";
const FILE = `${FOLDER}/Certificates.pem`;
const AZ = "/usr/bin/az";
const NOBODY = { uid: 65534, gid: 65534 };
const SUDOERS = "/etc/sudoers.d/azs-login-test-waagent";

/** The real path, as on a VM inside a stamp. The test does not run on a machine that has an agent of its own. */
const occupied = existsSync(FOLDER);
const possible = process.getuid?.() === 0 && existsSync("/usr/bin/sudo") && existsSync(AZ);
const skipped = occupied || (!possible && process.env["CI"] !== "true");
if (skipped)
  console.warn(`\n!!! SKIPPED: waagent; it needs root, sudo, az 2.45 (Debian 12) and a machine without ${FOLDER}\n`);

alone();
describe.skipIf(skipped)("waagent", () => {
  beforeAll(() => mkdir(FOLDER, { mode: 0o700 }));
  afterEach(() => rm(FILE, { force: true }));
  afterEach(() => rm(SUDOERS, { force: true }));
  afterAll(() => rmdir(FOLDER));

  async function scene(stamp: Partial<StampOptions> = {}, options: Partial<RunnerOptions> = {}) {
    const { emulator, runner, inputs } = await setScene(stamp, options);
    const main = (more: Readonly<Record<string, string>> = {}) =>
      runner.main({ ...inputs, "az-path": AZ, "ca-certificate": "waagent", ...more });
    return { emulator, runner, main };
  }
  /** Written like the agent does it: only root can read it. */
  const place = (...pem: readonly string[]) => writeFile(FILE, pem.join("Bag Attributes\n"), { mode: 0o600 });

  test("takes the stamp's root from the agent's file, and not what else is in it", async () => {
    const { emulator, runner, main } = await scene({ presentsRoot: false });
    const own = await makeClientCertificate({ subject: "Windows Azure CRP Certificate Generator" });
    await place(own.keyPem, own.certPem, emulator.roots.pem);
    const step = await main();
    await expectLogin(runner, step);
    expect(runner.outputs["ca-fingerprint"]).toBe(emulator.roots.fingerprint256);
    const bundle = await readFile(runner.outputs["ca-bundle"] ?? "", "utf8");
    expect([bundle.includes(emulator.roots.pem), bundle.includes(own.certPem)]).toEqual([true, false]);
    expect([bundle, step.raw, runner.summary].filter((text) => text.includes("PRIVATE KEY"))).toEqual([]);
    expect(await runner.post()).toMatchObject({ exitCode: 0, log: POST_LOG });
  });

  test("and a fingerprint choose one of its roots", async () => {
    const { emulator, runner, main } = await scene();
    const { pem, fingerprint256 } = emulator.roots;
    await place((await makeRoot({ subject: "Contoso Root" })).pem, pem);
    await expectLogin(runner, await main({ "ca-fingerprint": fingerprint256 }));
    expect(runner.outputs["ca-fingerprint"]).toBe(fingerprint256);
  });

  test("and a fingerprint of none of its roots are refused before anything is asked", async () => {
    const { emulator, runner, main } = await scene();
    await place(emulator.roots.pem);
    const step = await main({ "ca-fingerprint": describeRoot((await makeRoot()).pem).fingerprint256 });
    expect(emulator.connects).toEqual([]);
    await expectFailure(runner, step, "AZS307");
  });

  test("without a CA in the file is refused", async () => {
    const { emulator, runner, main } = await scene();
    const own = await makeClientCertificate();
    await place(own.keyPem, own.certPem);
    const step = await main();
    expect(emulator.connects).toEqual([]);
    expect(await expectFailure(runner, step, "AZS326")).toContain(FILE);
    expect(step.raw).not.toContain(own.keyPem.split("\n")[1]);
  });

  test("without the file is refused", async () => {
    const { emulator, runner, main } = await scene();
    const step = await main();
    expect(emulator.connects).toEqual([]);
    expect(await expectFailure(runner, step, "AZS324")).toContain(FILE);
  });

  test("reads the file with a sudo that may do just that", async () => {
    await writeFile(SUDOERS, `nobody ALL=(root) NOPASSWD: /usr/bin/cat ${FILE}\n`, { mode: 0o440 });
    const { emulator, runner, main } = await scene({ presentsRoot: false }, { user: NOBODY });
    await place(emulator.roots.pem);
    await expectLogin(runner, await main());
    expect(runner.outputs["ca-fingerprint"]).toBe(emulator.roots.fingerprint256);
    expect(await runner.post()).toMatchObject({ exitCode: 0, log: POST_LOG });
  });

  test("without sudo is refused, with what to let the runner's user do", async () => {
    const { emulator, runner, main } = await scene({}, { user: NOBODY });
    await place(emulator.roots.pem);
    const text = await expectFailure(runner, await main(), "AZS325");
    expect(text).toMatch(/cannot be read: EACCES; sudo: /);
    expect(text).toContain(`sudo -n cat ${FILE}`);
    expect(emulator.connects).toEqual([]);
  });
});
