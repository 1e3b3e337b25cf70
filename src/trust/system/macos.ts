import path from "node:path";
import { systemPrograms } from "../../io/processes.ts";
import { type CertificateDatabase, databaseStore } from "./certificate-database.ts";

const NEEDS_FOLDER = "/Library/Application Support";
const KEYCHAIN = "/Library/Keychains/System.keychain";
const OWN_ROOTS = "/System/Library/Keychains/SystemRootCertificates.keychain";
const SECURITY = "/usr/bin/security";

/**
 * Changes of trust settings may ask in a window, even root's (macOS 11 and later, by its authorization database), and a
 * job would wait for good: on hosted macOS 14 remove-trusted-cert did (actions/runner-images#12116).
 */
const AT_MOST = ["-e", "alarm shift; exec @ARGV or die", "20"];
const PERL = "/usr/bin/perl";

/**
 * The system keychain of macOS (security(1)): curl, Safari, Go and .NET read it. The keychain is a database that macOS
 * writes in its own way; afterwards the certificate and its trust setting are gone, which is not "byte for byte".
 */
export const keychain: CertificateDatabase = {
  // "Written without asking for a password" must hold for the way back, too.
  onlyByName: "macOS may not let the post step remove a trust setting; name system in trust-stores to use it",
  needsFolder: () => NEEDS_FOLDER,
  unavailable: async ({ shared }) => shared.obstacle(path.join(NEEDS_FOLDER, "azs-login.pem")),
  async holds(sha1, { processes }) {
    const found = await systemPrograms(processes).run(SECURITY, ["find-certificate", "-a", "-Z", KEYCHAIN, OWN_ROOTS]);
    if (found.exitCode !== 0) throw new Error(`the keychains cannot be read: ${found.stderr.trim()}`);
    return found.stdout.split("\n").some((line) => line.trim() === `SHA-1 hash: ${sha1}`);
  },
  add: (file, files) =>
    files.run(NEEDS_FOLDER, PERL, [
      ...AT_MOST,
      ...[SECURITY, "add-trusted-cert", "-d", "-r", "trustRoot", "-k", KEYCHAIN, file],
    ]),
  async remove(file, sha1, files) {
    try {
      // First: it finds the setting by the certificate.
      await files.run(NEEDS_FOLDER, PERL, [...AT_MOST, SECURITY, "remove-trusted-cert", "-d", file]);
    } finally {
      await files.run(NEEDS_FOLDER, SECURITY, ["delete-certificate", "-Z", sha1, KEYCHAIN]);
    }
  },
};

export const macosStore = databaseStore(keychain);
