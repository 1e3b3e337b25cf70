import { existsSync } from "node:fs";
import { realpath } from "node:fs/promises";
import path from "node:path";
import { which } from "@actions/io";
import { trustFailures } from "../../errors/trust.ts";
import { eachOrFirstFailure } from "../../io/first-failure.ts";
import type { Need } from "../store/pem-entries.ts";
import { endedOn, type Machine, type RemoveRoots, type TrustStore } from "../store/store.ts";
import { addToKeystore, hasEnded, type LockedKeystore, removeFromKeystore } from "./keystore.ts";
import type { Keystore } from "./keytool.ts";

/**
 * The keystore that a JDK trusts by default. Java reads none of the exported variables.
 *
 * @throws Failure `AZS333`
 */
export async function javaStore(machine: Machine): Promise<TrustStore> {
  const keystore = await findKeystore(machine);
  const { file } = keystore;
  const settle = async (isEnded: (need: Need) => boolean, on: Machine) => {
    if (!(await hasEnded(keystore, isEnded, on))) return;
    await locked(keystore, on, (store) => removeFromKeystore(store, isEnded, on));
  };
  return {
    name: "java",
    unavailable: ({ shared }) => shared.obstacle(file),
    async add(roots, job, on, announce) {
      await settle(endedOn(on), on);
      const stored = { store: "java", files: [file], job: job.name, program: keystore.keytool } as const;
      await locked(keystore, on, (store) => addToKeystore(store, roots, job, on, () => announce(stored)));
    },
    heal: (on) => settle(endedOn(on), on),
  };
}

function locked<T>(
  keystore: Keystore,
  { shared }: Machine,
  work: (keystore: LockedKeystore) => Promise<T>,
): Promise<T> {
  return shared.exclusively(path.dirname(keystore.file), (files) => work({ ...keystore, files }));
}

export const removeFromJava: RemoveRoots = async ({ files, job, program = "keytool" }, machine) => {
  const isEnded = endedOn(machine, job);
  await eachOrFirstFailure(files, async (file) => {
    const keystore = { file, keytool: program };
    if (await hasEnded(keystore, isEnded, machine)) {
      await locked(keystore, machine, (store) => removeFromKeystore(store, isEnded, machine));
    }
    await machine.shared.release(path.dirname(file));
  });
};

/** If `jssecacerts` exists, Java reads it instead of `cacerts` (JSSE Reference Guide). */
const KEYSTORES = ["jssecacerts", "cacerts"];

/**
 * Asks Java itself for its home: the `java` on PATH may be a script (jenv, asdf) or macOS's stub, and a JDK 8 keeps its
 * keystore in its JRE.
 */
async function findKeystore({ processes, environment }: Machine): Promise<Keystore> {
  const named = environment["JAVA_HOME"];
  const suffix = process.platform === "win32" ? ".exe" : "";
  const java = named ? path.join(named, "bin", `java${suffix}`) : await which("java");
  if (java === "") throw trustFailures.javaMissing({ where: "JAVA_HOME is not set and there is no java on PATH" });
  const { exitCode, stderr } = await processes.run(java, ["-XshowSettings:properties", "-version"]);
  const home = /^[ \t]*java\.home = (.+)$/m.exec(stderr)?.[1]?.trim();
  if (home === undefined) {
    const why = named ? `JAVA_HOME is ${named} and ` : "";
    throw trustFailures.javaMissing({ where: `${why}${java} does not start (exit code ${exitCode})` });
  }
  const files = KEYSTORES.map((name) => path.join(home, "lib", "security", name));
  const keytool = path.join(home, "bin", `keytool${suffix}`);
  const found = files.find((file) => existsSync(file));
  if (found === undefined) throw trustFailures.javaMissing({ where: `${home} has no lib/security/cacerts` });
  if (!existsSync(keytool)) throw trustFailures.javaMissing({ where: `${home} has no bin/keytool` });
  // On Debian and Fedora it is a link to the system's keystore: the target is changed, not the link.
  return { file: await realpath(found), keytool };
}
