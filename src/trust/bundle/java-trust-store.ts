import { readFile } from "node:fs/promises";
import type { Root } from "../../certificates/roots.ts";
import { createPublicFile } from "../../io/files.ts";
import { nameFor } from "../store/store.ts";
import type { Bundle } from "./bundle.ts";
import { certificatesIn, fingerprintOf } from "./private-roots.ts";

/**
 * Writes the trust store for Java: the certificates of the bundle that `REQUESTS_CA_BUNDLE` names, as PKCS#12. Java
 * reads it only if told to on its command line or by `JAVA_TOOL_OPTIONS`: so its path is an output, not a variable.
 *
 * @param after awaited before writing: on a nearly full disk az's files come first, since az ends silently if it is
 *   full
 */
export async function writeJavaTrustStore(
  bundle: Pick<Bundle, "path" | "javaTrustStore"> | undefined,
  roots: readonly Root[],
  after: Promise<unknown> = Promise.resolve(),
): Promise<void> {
  if (bundle === undefined) return;
  const stampRoots = new Set(roots.map(({ der }) => fingerprintOf(der)));
  // A damaged certificate, or one in OpenSSL's own format, would keep Java from reading the whole store.
  const entries = certificatesIn(await readFile(bundle.path, "latin1")).map(({ raw: der }) => {
    const fingerprint = fingerprintOf(der);
    return { alias: stampRoots.has(fingerprint) ? nameFor(fingerprint) : fingerprint, der };
  });
  // Loaded here: it is needed only once the stamp has accepted the login.
  const { makeTrustStore } = await import("../../certificates/pkcs12-trust-store.ts");
  const store = makeTrustStore(entries);
  await after;
  await createPublicFile(bundle.javaTrustStore, store);
}
