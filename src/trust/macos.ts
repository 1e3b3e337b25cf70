import { X509Certificate } from "node:crypto";
import path from "node:path";
import { createPrivateFile, withPrivateFolder } from "../io/files.ts";
import type { SharedFiles } from "../io/shared-files.ts";
import { addToKeeper, type Keeper, removeFromKeeper } from "./ledger.ts";
import type { RemoveRoots, TrustStore } from "./store.ts";

const KEYCHAIN = "/Library/Keychains/System.keychain";
const LEDGER = "/etc/ssl/azs-login-roots.pem";

const keeper: Keeper = {
  ledger: LEDGER,
  async held(roots, shared) {
    const there = await hashesInKeychain("SHA-256", shared);
    return roots.filter(({ fingerprints }) => there.has(fingerprints.sha256.replaceAll(":", "")));
  },
  put: (roots, shared) =>
    eachAsFile(
      roots.map(({ pem }) => pem),
      (file) => security(["add-trusted-cert", "-d", "-r", "trustRoot", "-k", KEYCHAIN, file], shared),
    ),
  async take(certificates, _last, shared) {
    const there = await hashesInKeychain("SHA-1", shared);
    const sha1Of = (pem: string) => new X509Certificate(pem).fingerprint.replaceAll(":", "");
    const found = certificates.filter((pem) => there.has(sha1Of(pem)));
    await eachAsFile(found, async (file, pem) => {
      await security(["remove-trusted-cert", "-d", file], shared);
      await security(["delete-certificate", "-Z", sha1Of(pem), KEYCHAIN], shared);
    });
  },
};

/**
 * The system keychain with the administrator's trust settings (security(1)), which Safari, curl and Go read. Written
 * from its manual page: it was not run by the tests of this repository.
 */
export const macosStore: TrustStore = {
  name: "system",
  async unavailable(shared) {
    return (await shared.mayChange(path.dirname(KEYCHAIN)))
      ? undefined
      : "the system keychain may not be changed without a password";
  },
  plan: (_roots, job) => ({ store: "macos", files: [LEDGER], job }),
  add: (roots, job, now, shared) => addToKeeper(keeper, roots, job, now, shared),
};

export const removeFromMacos: RemoveRoots = ({ job }, now, shared) => removeFromKeeper(keeper, job, now, shared);

async function hashesInKeychain(kind: "SHA-1" | "SHA-256", shared: SharedFiles): Promise<ReadonlySet<string>> {
  const { stdout, stderr, exitCode } = await shared.ask("security", ["find-certificate", "-a", "-Z", KEYCHAIN]);
  if (exitCode !== 0) throw new Error(`the system keychain cannot be read: ${stderr.trim()}`);
  return new Set(
    [...stdout.matchAll(/^(SHA-\d+) hash: ([0-9A-F]+)$/gm)].flatMap(([, name, hash = ""]) =>
      name === kind ? [hash] : [],
    ),
  );
}

function security(args: readonly string[], shared: SharedFiles): Promise<void> {
  return shared.run(path.dirname(KEYCHAIN), "security", args);
}

async function eachAsFile(
  certificates: readonly string[],
  work: (file: string, pem: string) => Promise<void>,
): Promise<void> {
  await withPrivateFolder(async (folder) => {
    for (const [index, pem] of certificates.entries()) {
      const file = path.join(folder, `${index}.pem`);
      await createPrivateFile(file, `${pem.trimEnd()}\n`);
      await work(file, pem);
    }
  });
}
