/** Trust stores that cannot be changed: the step leaves them as they are and says why, and has nothing to undo. */

import { chmodSync, mkdirSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import path from "node:path";
import { beforeAll, describe, expect, test } from "vitest";
import { SYSTEM_PATH, workingInputs } from "../../emulator/job.ts";
import { createRunner, type RunnerOptions } from "../../emulator/runner.ts";
import { type Emulator, startEmulator } from "../../emulator/server.ts";
import { placeAnsweringAz } from "../support/azs.ts";
import { DIST } from "../support/bundles.ts";
import { type OwnMachine, openMachine } from "../support/own-machine.ts";
import { POST_LOG } from "../support/post-log.ts";
import { snapshot } from "../support/snapshot.ts";

import { temporaryFolder } from "../unit/folder.ts";

const isRoot = process.getuid?.() === 0;
if (!isRoot) console.warn("Only root can mount: scenarios of stores that cannot be changed are skipped here.");

const NOBODY = { uid: 65_534, gid: 65_534 };
const ANCHORS = "/usr/local/share/ca-certificates";
const BUNDLE = "/etc/ssl/certs/ca-certificates.crt";

interface Case {
  readonly store: "az" | "system";
  /** Breaks the machine. @param certifi the existing CA bundle of az's Python */
  readonly prepare?: (machine: OwnMachine, certifi: string) => void;
  readonly says: RegExp;
  readonly fix: RegExp;
  readonly user?: RunnerOptions["user"];
}

const readOnly = (machine: OwnMachine, folder: string) =>
  machine.run(`mount --bind ${folder} ${folder}; mount -o remount,bind,ro ${folder}`);
const mounted = (machine: OwnMachine, file: string) => machine.run(`mount --bind ${file} ${file}`);

const CASES: Readonly<Record<string, Case>> = {
  "a certifi that is a link, as uv, Homebrew and conda make it": {
    store: "az",
    prepare(_, certifi) {
      writeFileSync(`${certifi}.real`, "theirs\n");
      rmSync(certifi);
      symlinkSync(`${certifi}.real`, certifi);
    },
    says: /cacert\.pem is a symbolic link to \S+cacert\.pem\.real\./,
    fix: /plain file.*UV_LINK_MODE/,
  },
  "a certifi that leads nowhere": {
    store: "az",
    prepare(_, certifi) {
      rmSync(certifi);
      symlinkSync("nowhere.pem", certifi);
    },
    says: /cacert\.pem is a symbolic link to nowhere\.pem\./,
    fix: /plain file/,
  },
  "a certifi that is gone": {
    store: "az",
    prepare: (_, certifi) => rmSync(certifi),
    says: /cacert\.pem is not there\./,
    fix: /^leave az out/,
  },
  "a certifi in a folder that is mounted read-only": {
    store: "az",
    prepare: (machine, certifi) => readOnly(machine, path.dirname(certifi)),
    says: /cacert\.pem lies on a read-only file system\./,
    fix: /writable/,
  },
  "a certifi that is mounted": {
    store: "az",
    prepare: mounted,
    says: /cacert\.pem is a mount point/,
    fix: /mount/,
  },
  "a certifi of root's, a job of somebody else's": {
    store: "az",
    user: NOBODY,
    says: /cacert\.pem may not be changed without a password\./,
    fix: /run the job as root or with a sudo/,
  },
  "a bundle of the system that is mounted": {
    store: "system",
    prepare: (machine) => mounted(machine, BUNDLE),
    says: /ca-certificates\.crt is a mount point/,
    fix: /mount/,
  },
  "a bundle of the system that is a link": {
    store: "system",
    prepare: (machine) => machine.run(`mv ${BUNDLE} ${BUNDLE}.real; ln -s ${BUNDLE}.real ${BUNDLE}`),
    says: /ca-certificates\.crt is a symbolic link to /,
    fix: /plain file/,
  },
  "/etc/ssl read-only": {
    store: "system",
    prepare: (machine) => readOnly(machine, "/etc/ssl"),
    says: /ca-certificates\.crt lies on a read-only file system\./,
    fix: /writable/,
  },
  "the anchors read-only": {
    store: "system",
    prepare: (machine) => readOnly(machine, ANCHORS),
    says: /ca-certificates\/azs-login\.crt lies on a read-only file system\./,
    fix: /writable/,
  },
  "no bundle of the system": {
    store: "system",
    prepare: (machine) => machine.run(`rm ${BUNDLE}`),
    says: /ca-certificates\.crt is not there\./,
    fix: /^leave system out/,
  },
  "a job of somebody else's": {
    store: "system",
    user: NOBODY,
    says: /azs-login\.crt may not be changed without a password\./,
    fix: /run the job as root or with a sudo/,
  },
};

describe.skipIf(!isRoot && process.env["CI"] !== "true")("left as it is, and nothing to undo", () => {
  let emulator: Emulator;
  beforeAll(async () => {
    emulator = await startEmulator();
    return () => emulator.close();
  });

  test.each(Object.entries(CASES))("%s", { timeout: 60_000 }, async (_, { store, prepare, says, fix, user }) => {
    const root = temporaryFolder();
    chmodSync(root, 0o755);
    const certifi = path.join(root, "certifi", "cacert.pem");
    mkdirSync(path.dirname(certifi));
    writeFileSync(certifi, "theirs\n");
    const machine = await openMachine(root);
    prepare?.(machine, certifi);
    const runner = await createRunner({
      dist: DIST,
      path: SYSTEM_PATH,
      environment: { HTTPS_PROXY: emulator.proxyUrl },
      through: machine.through(user),
      ...(user === undefined ? {} : { user }),
    });
    try {
      const inputs = { ...(await workingInputs(emulator, runner)), ...(await placeAnsweringAz(runner, certifi)) };
      const before = snapshot(root);
      const auto = await runner.main({ ...inputs, "trust-stores": "auto" });
      expect(auto.exitCode, auto.log).toBe(0);
      expect(auto.log).toMatch(new RegExp(`${store} left as it is: .*${says.source.replace(/\\\.$/, "")}`));
      expect((await runner.post()).log).toEqual(POST_LOG);
      expect(snapshot(root)).toEqual(before);

      const named = await runner.main({ ...inputs, "trust-stores": store });
      expect(named.exitCode).toBe(1);
      const [, problem = "", remedy = ""] = /AZS330: (.*?) Fix: (.*)/.exec(named.log) ?? [named.log];
      expect(problem).toMatch(says);
      expect(remedy).toMatch(fix);
      expect(remedy).toContain(`leave ${store} out of trust-stores`);
      expect(problem).not.toMatch(/sh -c|umask|\$/);
      expect((await runner.post()).log).toEqual(POST_LOG);
      expect(snapshot(root)).toEqual(before);
    } finally {
      await runner.dispose();
    }
  });
});
