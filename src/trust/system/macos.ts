import path from "node:path";
import { systemPrograms } from "../../io/processes.ts";
import { type CertificateDatabase, databaseStore } from "./certificate-database.ts";

const NEEDS_FOLDER = "/Library/Application Support";
const KEYCHAIN = "/Library/Keychains/System.keychain";
const OWN_ROOTS = "/System/Library/Keychains/SystemRootCertificates.keychain";
const SECURITY = "/usr/bin/security";

/**
 * macOS 11 and later may ask in a window before a trust setting changes, even for root (authorization database), and
 * the job would wait forever: remove-trusted-cert did so on hosted macOS 14 (actions/runner-images#12116). Perl's alarm
 * ends the program after 20 seconds.
 */
const AT_MOST = ["-e", "alarm shift; exec @ARGV or die", "20"];
const PERL = "/usr/bin/perl";

/**
 * The system keychain of macOS (security(1)): curl, Safari, Go and .NET read it. The keychain is a database in a format
 * of macOS's own: removal deletes the certificate and its trust setting, but does not restore the file byte for byte.
 */
export const keychain: CertificateDatabase = {
  // `auto` writes only stores that need no password, and that must be true for the removal, too.
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
      // Before the certificate is deleted: security finds the setting by it.
      await files.run(NEEDS_FOLDER, PERL, [...AT_MOST, SECURITY, "remove-trusted-cert", "-d", file]);
    } finally {
      await files.run(NEEDS_FOLDER, SECURITY, ["delete-certificate", "-Z", sha1, KEYCHAIN]);
    }
  },
};

export const macosStore = databaseStore(keychain);
