/** Settings of a job for its own programs must not affect the programs that change the machine as root. */

import { mkdirSync, writeFileSync } from "node:fs";
import path from "node:path";
import { beforeAll, describe, expect, test } from "vitest";
import { SYSTEM_PATH, workingInputs } from "../../emulator/job.ts";
import { createRunner, type Inputs, type Runner } from "../../emulator/runner.ts";
import { type Emulator, startEmulator } from "../../emulator/server.ts";
import { placeAnsweringAz } from "../support/azs.ts";
import { DIST } from "../support/bundles.ts";
import { killWhen } from "../support/killing.ts";
import { openMachine } from "../support/own-machine.ts";
import { POST_LOG } from "../support/post-log.ts";
import { snapshot } from "../support/snapshot.ts";

import { temporaryFolder } from "../unit/folder.ts";
import { changed } from "./support.ts";

const isRoot = process.getuid?.() === 0;
if (!isRoot)
  console.warn("Only root can have a machine of its own: scenarios of a root's environment are skipped here.");

/** Replacements for the programs that change the stores. They do nothing and report success. */
function impostors({ workspace }: Runner): string {
  const bin = path.join(workspace, "bin");
  mkdirSync(bin);
  for (const name of ["sh", "mv", "ln", "rm", "cp", "chmod", "cat", "sha256sum", "openssl", "sudo", "sync", "wc"]) {
    writeFileSync(path.join(bin, name), "#!/bin/true\n", { mode: 0o755 });
  }
  return `${bin}:${SYSTEM_PATH}`;
}

const ENVIRONMENTS: Readonly<Record<string, (runner: Runner) => Inputs>> = {
  "a TMPDIR that is gone, as a container's": () => ({ TMPDIR: "/gone", TMP: "/gone", TEMP: "/gone" }),
  "other programs of the same names": (runner) => ({ PATH: impostors(runner) }),
  "a PATH that leads nowhere": () => ({ PATH: "/nowhere" }),
  "a language, and settings of shells and OpenSSL": () => ({
    ...{ LANG: "de_DE.UTF-8", LC_ALL: "tr_TR.ISO-8859-9", POSIXLY_CORRECT: "1", CDPATH: "/etc", BASH_ENV: "/gone" },
    ...{ ENV: "/gone", SHELLOPTS: "noclobber", OPENSSL_CONF: "/gone", TIME_STYLE: "x", LD_LIBRARY_PATH: "/gone" },
  }),
};

describe.skipIf(!isRoot && process.env["CI"] !== "true")("root's stores are changed, and restored to the byte", () => {
  let emulator: Emulator;
  beforeAll(async () => {
    emulator = await startEmulator();
    return () => emulator.close();
  });

  test.each(Object.entries(ENVIRONMENTS))("%s", { timeout: 60_000 }, async (_, environment) => {
    const root = temporaryFolder();
    const certifi = path.join(root, "certifi", "cacert.pem");
    mkdirSync(path.dirname(certifi));
    // Not valid in any encoding, and without a line break at the end.
    writeFileSync(certifi, Buffer.from([0xff, 0xfe, 0x00, 0xe9, 0x0d, 0x0a, 0x80]));
    const machine = await openMachine(root);
    const runner = await createRunner({
      dist: DIST,
      path: SYSTEM_PATH,
      environment: { HTTPS_PROXY: emulator.proxyUrl },
      through: machine.through(),
    });
    try {
      const az = await placeAnsweringAz(runner, certifi);
      const inputs = { ...(await workingInputs(emulator, runner)), ...az, "trust-stores": "auto" };
      const before = snapshot(root);
      const normal = { ...runner.base };
      const strange = environment(runner);
      for (const [main, post] of [
        [strange, strange],
        [{}, strange],
      ]) {
        Object.assign(runner.base, normal, main);
        const login = await runner.main(inputs);
        expect(login.log).toContain("az holds the root; system holds the root");
        expect(login.exitCode, login.log).toBe(0);
        Object.assign(runner.base, normal, post);
        expect((await runner.post()).log).toEqual(POST_LOG);
        expect(snapshot(root)).toEqual(before);
      }
      // If a job dies and its post step does not run, the next job restores the store, whatever its own environment is.
      Object.assign(runner.base, normal);
      const links = path.join(machine.at("/etc/ssl"), "certs");
      const isThere = () => Object.keys(snapshot(links)).some((name) => name.includes("azs-login-"));
      await killWhen(runner, inputs, isThere);
      expect(snapshot(root)).not.toEqual(before);
      Object.assign(runner.base, normal, strange);
      const next = await runner.main(changed(inputs, { "client-secret": "wrong-secret-of-nobody" }));
      expect(next.exitCode).toBe(1);
      expect(snapshot(root)).toEqual(before);
    } finally {
      await runner.dispose();
    }
  });
});
