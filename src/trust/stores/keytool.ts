import { readFile, rm } from "node:fs/promises";
import path from "node:path";
import { trustFailures } from "../../errors/trust.ts";
import { createPrivateFile } from "../../io/files.ts";
import type { Machine } from "../store/store.ts";

/** A keystore of a JDK, and the keytool that knows its format (JKS up to Java 8 and on Debian, PKCS12 later). */
export interface Keystore {
  readonly file: string;
  readonly keytool: string;
}

/** Changes to a keystore: certificates to add (PEM by alias), and aliases to remove. */
export interface Edit {
  readonly add: ReadonlyMap<string, string>;
  readonly remove: readonly string[];
}

/** The password of every JDK's cacerts (keytool's documentation), passed in a variable as any password should be. */
const PASSWORD = { AZS_LOGIN_STOREPASS: "changeit" };
const WITH_PASSWORD = ["-storepass:env", "AZS_LOGIN_STOREPASS"];
/** keytool's messages are parsed. */
const ENGLISH = ["-J-Duser.language=en", "-J-Duser.country=US"];

/** The certificates of a keystore, as text with PEM blocks. @throws Failure `AZS334`, `AZS335` */
export function listed(keystore: Keystore, content: Buffer, machine: Machine): Promise<string> {
  return withCopy(content, machine, (copy) => run(keystore, copy, ["-list", "-rfc"], machine));
}

/**
 * Returns a changed keystore. keytool writes in place and not atomically, so it works on a copy; that way it also needs
 * no write access.
 *
 * @throws Failure `AZS334`, `AZS335`
 */
export function edited(keystore: Keystore, content: Buffer, { add, remove }: Edit, machine: Machine): Promise<Buffer> {
  return withCopy(content, machine, async (copy) => {
    for (const alias of remove) {
      const present = await ask(keystore, copy, ["-list", "-alias", alias], machine);
      if (present.exitCode === 0) await run(keystore, copy, ["-delete", "-alias", alias], machine);
    }
    for (const [alias, pem] of add) {
      await run(keystore, copy, ["-importcert", "-noprompt", "-alias", alias], machine, pem);
    }
    return readFile(copy);
  });
}

let copies = 0;

async function withCopy<T>(content: Buffer, { folder }: Machine, work: (copy: string) => Promise<T>): Promise<T> {
  copies += 1;
  const copy = path.join(folder, `keystore-${process.pid}-${copies}`);
  await createPrivateFile(copy, content);
  try {
    return await work(copy);
  } finally {
    await rm(copy, { force: true });
  }
}

async function run(
  keystore: Keystore,
  copy: string,
  args: readonly string[],
  machine: Machine,
  input?: string,
): Promise<string> {
  const { exitCode, stdout, stderr } = await ask(keystore, copy, args, machine, input);
  if (exitCode === 0) return stdout;
  if (/password was incorrect/.test(stdout)) throw trustFailures.keystorePassword({ file: keystore.file });
  const said = `${stdout}\n${stderr}`.split("\n").find((line) => line.startsWith("keytool error: "));
  const words = said?.replace("keytool error: ", "").replaceAll(copy, keystore.file).trim() ?? `exit code ${exitCode}`;
  throw trustFailures.keystoreUnreadable({ file: keystore.file, keytool: keystore.keytool, words });
}

function ask(
  { keytool }: Keystore,
  copy: string,
  [command = "", ...args]: readonly string[],
  { processes }: Machine,
  input = "",
) {
  const all = [...ENGLISH, command, "-keystore", copy, ...WITH_PASSWORD, ...args];
  return processes.run(keytool, all, { input, environment: PASSWORD });
}
