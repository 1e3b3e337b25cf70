import { X509Certificate } from "node:crypto";
import path from "node:path";
import { createPrivateFile, withPrivateFolder } from "../io/files.ts";
import type { SharedFiles } from "../io/shared-files.ts";
import { addToKeeper, type Keeper, removeFromKeeper } from "./ledger.ts";
import type { RemoveRoots, TrustStore } from "./store.ts";

/** Every user may make files there, and only who made one (here: an administrator) may change it. */
const LEDGER = "C:\\ProgramData\\azs-login-roots.pem";

const keeper: Keeper = {
  ledger: LEDGER,
  async held(roots, shared) {
    const there = await Promise.all(roots.map(({ fingerprints }) => isThere(fingerprints.sha1, shared)));
    return roots.filter((_, index) => there[index]);
  },
  async put(roots, shared) {
    await withPrivateFolder(async (folder) => {
      for (const [index, { pem }] of roots.entries()) {
        const file = path.join(folder, `${index}.crt`);
        await createPrivateFile(file, pem);
        await certutil(["-addstore", "-f", "Root", file], shared);
      }
    });
  },
  async take(certificates, _last, shared) {
    for (const certificate of certificates) {
      const sha1 = new X509Certificate(certificate).fingerprint;
      if (await isThere(sha1, shared)) await certutil(["-delstore", "Root", compact(sha1)], shared);
    }
  },
};

/**
 * The machine's store Root (certutil of Windows), which .NET, PowerShell, curl and browsers read. Only an administrator
 * may change it; the user's own store is no way out, because Windows asks in a window before it takes a root. Written
 * from certutil's documentation: it was not run by the tests of this repository.
 */
export const windowsStore: TrustStore = {
  name: "system",
  async unavailable(shared) {
    // Only administrators may list sessions; the usual way to find out whether one is elevated.
    const { exitCode } = await shared.ask("net", ["session"]);
    return exitCode === 0 ? undefined : "the machine's store Root may be changed by an administrator only";
  },
  plan: (_roots, job) => ({ store: "windows", files: [LEDGER], job }),
  add: (roots, job, now, shared) => addToKeeper(keeper, roots, job, now, shared),
};

export const removeFromWindows: RemoveRoots = ({ job }, now, shared) => removeFromKeeper(keeper, job, now, shared);

async function isThere(sha1: string, shared: SharedFiles): Promise<boolean> {
  return (await shared.ask("certutil", ["-store", "Root", compact(sha1)])).exitCode === 0;
}

function certutil(args: readonly string[], shared: SharedFiles): Promise<void> {
  return shared.run(path.win32.dirname(LEDGER), "certutil", args);
}

function compact(fingerprint: string): string {
  return fingerprint.replaceAll(":", "").toLowerCase();
}
