import { hash } from "node:crypto";
import { existsSync } from "node:fs";
import { copyFile, readFile, realpath } from "node:fs/promises";
import path from "node:path";
import { which } from "@actions/io";
import { readRoots } from "../certificates/roots.ts";
import type { Environment } from "../host/host.ts";
import { createPrivateFile, withPrivateFolder } from "../io/files.ts";
import type { SharedFiles } from "../io/shared-files.ts";
import { holds } from "./blocks.ts";
import { addToKeeper, type Keeper, removeFromKeeper } from "./ledger.ts";
import { type RemoveRoots, shortName, type TrustStore } from "./store.ts";

/** A JDK's keystore of roots, and its program for keystores. */
export interface Jdk {
  readonly keystore: string;
  readonly keytool: string;
}

/**
 * The JDK of `JAVA_HOME`, else of the `java` on PATH.
 *
 * @returns undefined when there is none, or one without keystore or keytool
 */
export async function findJdk(environment: Environment): Promise<Jdk | undefined> {
  const onPath = await which("java");
  const home = environment["JAVA_HOME"] || (onPath === "" ? "" : path.resolve(await realpath(onPath), "../.."));
  if (home === "") return undefined;
  // JDK 8 has its runtime in a folder of its own. jssecacerts goes before cacerts (JSSE Reference Guide).
  const homes = [home, path.join(home, "jre")];
  const stores = homes.flatMap((one) => ["jssecacerts", "cacerts"].map((name) => path.join(one, "lib/security", name)));
  const tools = homes.map((one) => path.join(one, "bin", process.platform === "win32" ? "keytool.exe" : "keytool"));
  const keystore = stores.find((file) => existsSync(file));
  const keytool = tools.find((file) => existsSync(file));
  // Debian's JDKs link to one keystore, /etc/ssl/certs/java/cacerts.
  return keystore && keytool ? { keystore: await realpath(keystore), keytool } : undefined;
}

/** The roots that Java trusts by default: of a JDK, or of all JDKs where they share a keystore (keytool(1)). */
export function javaStore(jdk: Jdk | undefined): TrustStore {
  return {
    name: "java",
    async unavailable(shared) {
      if (jdk === undefined) return "there is no JDK at JAVA_HOME or on PATH";
      const folder = path.dirname(jdk.keystore);
      return (await shared.mayChange(folder)) ? undefined : `${jdk.keystore} may not be changed without a password`;
    },
    plan: (_roots, job) => ({ store: "java", files: jdk === undefined ? [] : [jdk.keystore, jdk.keytool], job }),
    add: (roots, job, now, shared) =>
      jdk === undefined ? Promise.resolve() : addToKeeper(keeperOf(jdk), roots, job, now, shared),
  };
}

export const removeFromJava: RemoveRoots = ({ files: [keystore, keytool], job }, now, shared) =>
  keystore === undefined || keytool === undefined
    ? Promise.resolve()
    : removeFromKeeper(keeperOf({ keystore, keytool }), job, now, shared);

/** The password that every JDK's keystore has; who changed theirs is told. keytool reads it from the environment. */
const PASSWORD = { AZS_LOGIN_STOREPASS: "changeit" };
const COMMON = ["-noprompt", "-storepass:env", "AZS_LOGIN_STOREPASS"];

/**
 * keytool writes a keystore anew, with other bytes although the same is in it. So the original is kept beside it, with
 * the hashes of what was made of it. If by the time the last job is done nobody else has changed the keystore, the
 * original comes back to the byte; else only the roots are deleted.
 */
function keeperOf({ keystore, keytool }: Jdk): Keeper {
  const original = `${keystore}.azs-login-original`;
  const made = `${keystore}.azs-login-made`;
  const run = async (shared: SharedFiles, args: readonly string[]) => {
    const { exitCode, stdout, stderr } = await shared.ask(keytool, [...args, ...COMMON], PASSWORD);
    if (exitCode === 0) return stdout;
    throw new Error(`keytool ${args[0]} of ${keystore}: ${(stdout || stderr).trim()}`);
  };
  /** Works on a copy: the keystore changes as a whole or not at all, and keytool needs no rights. */
  const edit = (shared: SharedFiles, work: (copy: string, folder: string) => Promise<void>) =>
    withPrivateFolder(async (folder) => {
      const copy = path.join(folder, "keystore");
      await copyFile(keystore, copy);
      await work(copy, folder);
      // Both, for a step that is killed before the copy is in place.
      const hashes = `${await sha256Of(keystore)}\n${await sha256Of(copy)}\n`;
      await shared.change(made, () => hashes);
      await shared.copy(copy, keystore);
    });
  const isOurs = async () => existsSync(original) && (await readFile(made, "utf8")).includes(await sha256Of(keystore));

  return {
    ledger: `${keystore}.azs-login-roots.pem`,
    async held(roots, shared) {
      const listed = await run(shared, ["-list", "-rfc", "-keystore", keystore]);
      return roots.filter((root) => holds(listed, root));
    },
    async put(roots, shared) {
      if (!existsSync(made)) await shared.copy(keystore, original);
      else if (!(await isOurs())) await shared.remove(original);
      await edit(shared, async (copy, folder) => {
        for (const root of roots) {
          const file = path.join(folder, `${shortName(root)}.pem`);
          await createPrivateFile(file, root.pem);
          await run(shared, ["-importcert", "-alias", shortName(root), "-file", file, "-keystore", copy]);
        }
      });
    },
    async take(certificates, last, shared) {
      const ours = existsSync(made) && (await isOurs());
      if (last && ours) await shared.copy(original, keystore);
      else {
        if (!ours) await shared.remove(original);
        await edit(shared, async (copy) => {
          for (const root of certificates.flatMap((pem) => readRoots(pem, "the ledger"))) {
            const alias = ["-alias", shortName(root), "-keystore", copy];
            const { exitCode } = await shared.ask(keytool, ["-list", ...alias, ...COMMON], PASSWORD);
            if (exitCode === 0) await run(shared, ["-delete", ...alias]);
          }
        });
      }
      if (last) await shared.remove(original, made);
    },
  };
}

async function sha256Of(file: string): Promise<string> {
  return hash("sha256", await readFile(file));
}
