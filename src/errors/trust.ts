import { failure } from "./failure.ts";

const LEAVE_OUT = (store: string) => `or leave ${store} out of trust-stores`;

/** `AZS33x`: trust stores. */
export const trustFailures = {
  storeUnavailable: failure(
    "AZS330",
    "Trust store cannot be written",
    ({ store, reason, remedy }: { store: string; reason: string; remedy: string }) => ({
      problem: `the trust store ${store} cannot be written: ${reason}.`,
      fix: `${remedy}leave ${store} out of trust-stores: the store bundle serves az, Python, Node, curl and git without it.`,
    }),
  ),
  pythonMissing: failure("AZS331", "No Python for the store python", (_: Readonly<Record<string, string>>) => ({
    problem: "trust-stores names python, but there is no python3 or python on PATH and no active virtual environment.",
    fix: `set up Python before this step, such as with actions/setup-python, ${LEAVE_OUT("python")}.`,
  })),
  certifiMissing: failure("AZS332", "Python without certifi", ({ python, what }: { python: string; what: string }) => ({
    problem: `trust-stores names python, but ${python} ${what}.`,
    fix: `install the packages before this step (requests brings certifi: ${python} -m pip install certifi), ${LEAVE_OUT("python")}.`,
  })),
  javaMissing: failure("AZS333", "No JDK for the store java", ({ where }: { where: string }) => ({
    problem: `trust-stores names java, but ${where}.`,
    fix: `set up a JDK and JAVA_HOME before this step, such as with actions/setup-java, ${LEAVE_OUT("java")}.`,
  })),
  keystorePassword: failure("AZS334", "Java keystore has another password", ({ file }: { file: string }) => ({
    problem: `the Java keystore ${file} does not open with the password that a JDK sets (changeit).`,
    fix: `set that password again (keytool -storepasswd -keystore ${file}), let Java read a keystore of your own with the root (-Djavax.net.ssl.trustStore), ${LEAVE_OUT("java")}.`,
  })),
  keystoreUnreadable: failure(
    "AZS335",
    "Java keystore cannot be changed",
    ({ file, keytool, words }: { file: string; keytool: string; words: string }) => ({
      problem: `${keytool} cannot change the Java keystore ${file}: ${words}.`,
      fix: `inspect it with ${keytool} -list -keystore ${file}; reinstall the JDK if it is damaged, ${LEAVE_OUT("java")}.`,
    }),
  ),
  notElevated: failure(
    "AZS336",
    "Windows certificate store needs an administrator",
    (_: Readonly<Record<string, string>>) => ({
      problem:
        "trust-stores names system, but this runner's process is not elevated: it cannot write to the machine's root store, and the user's root store asks in a window.",
      fix: `run the runner's service as an administrator, ${LEAVE_OUT("system")}.`,
    }),
  ),
};
