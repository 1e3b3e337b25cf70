import { readFile } from "node:fs/promises";
import { devNull } from "node:os";
import path from "node:path";
import { rootCertificates } from "node:tls";
import type { Environment } from "../../host/host.ts";
import { createPublicFile } from "../../io/files.ts";
import { systemPlaces } from "../../io/system-places.ts";
import { holds } from "../store/pem-entries.ts";
import type { GitRoots } from "./git-roots.ts";
import { type PlainRoot, privateIn } from "./private-roots.ts";
import { joined, readSource, type Source } from "./root-sources.ts";

/** Stands for the system's public roots, or Node's if the system has none. */
const SYSTEM = "the system's";
/** Stands for the private roots that an administrator appended to the certifi of az. */
const CERTIFI = "certifi's private roots";
/** Stands for the files that git's configuration names. */
const GIT_CONFIG = "http.sslCAInfo";

/**
 * Variables whose file replaces the built-in roots of the programs that read it: the file must contain what a program
 * trusted before, whichever variable it read then. Each variable has a list of fallbacks, in order: the first one whose
 * first name is set applies, with all its names that are set. Sources that a program reads in addition to the variable
 * are not listed.
 */
const REPLACING: Readonly<Record<string, readonly (readonly [string, ...string[]])[]>> = {
  // requests, sessions.py, merge_environment_settings; az
  REQUESTS_CA_BUNDLE: [["REQUESTS_CA_BUNDLE"], ["CURL_CA_BUNDLE"], [SYSTEM, CERTIFI]],
  // httpx reads one of the two. OpenSSL, and Go with the system's file, still read SSL_CERT_DIR.
  SSL_CERT_FILE: [["SSL_CERT_FILE"], ["SSL_CERT_DIR", SYSTEM], [SYSTEM]],
  // If SSL_CERT_DIR is set, curl 7 also reads its built-in file, and curl 8 SSL_CERT_FILE (tool_operate.c).
  CURL_CA_BUNDLE: [["CURL_CA_BUNDLE"], ["SSL_CERT_DIR", "SSL_CERT_FILE", SYSTEM], ["SSL_CERT_FILE"], [SYSTEM]],
  // git, http.c
  GIT_SSL_CAINFO: [["GIT_SSL_CAINFO"], [GIT_CONFIG], [SYSTEM]],
  // libwww-perl, LWP::UserAgent
  PERL_LWP_SSL_CA_FILE: [["PERL_LWP_SSL_CA_FILE"], ["HTTPS_CA_FILE"], [SYSTEM]],
};
/** This variable's file adds to Node's built-in roots and does not replace them. */
const ADDING = "NODE_EXTRA_CA_CERTS";

/** Where systems keep their public roots in one file (the list of Go's crypto/x509, root_linux.go and root_darwin). */
const SYSTEM_BUNDLES = systemPlaces(
  "/etc/ssl/certs/ca-certificates.crt",
  "/etc/pki/tls/certs/ca-bundle.crt",
  "/etc/ssl/ca-bundle.pem",
  "/etc/pki/ca-trust/extracted/pem/tls-ca-bundle.pem",
  "/etc/ssl/cert.pem",
);

const BUNDLE = "ca-bundle.pem";

/** Path in a folder of the bundle for `REQUESTS_CA_BUNDLE`. */
export function bundleIn(folder: string): string {
  return path.join(folder, BUNDLE);
}

export interface Bundle {
  /** The file that `REQUESTS_CA_BUNDLE` names. */
  readonly path: string;
  /** Path at which `writeJavaTrustStore` writes the same roots for Java. */
  readonly javaTrustStore: string;
  /** Variables and the files they name. */
  readonly variables: Readonly<Record<string, string>>;
  /** Values for them once these files are gone: most programs treat an empty variable differently from an unset one. */
  readonly afterwards: Readonly<Record<string, string>>;
  readonly warnings: readonly string[];
  /** Writes the files that az does not read. @param after as in `writeJavaTrustStore` */
  writeRest(after: Promise<unknown>): Promise<void>;
}

/** Where programs have roots that no environment variable names. */
export interface Configured {
  readonly git: GitRoots;
  /** The CA bundle of az's Python, to which administrators append roots, as Microsoft's documentation tells them to. */
  readonly certifi: string | undefined;
}

/** What the programs that read a variable trusted before. */
interface Inherited {
  readonly text: string;
  /** The file for the variable once the job's files are gone. */
  readonly file: string;
  readonly warnings: readonly string[];
}

/**
 * Writes roots into files of the job that all users may read. Each file also has the roots that the programs reading
 * its variable trusted before.
 *
 * @param roots the stamp's roots and the runner's private ones
 * @param folder made by `createPublicFolder`
 */
export async function writeBundles(
  roots: readonly PlainRoot[],
  folder: string,
  environment: Environment,
  { git, certifi }: Configured,
): Promise<Bundle> {
  const variables: Record<string, string> = {};
  const afterwards: Record<string, string> = {};
  const warnings = new Set<string>();
  const written = new Map<string, string>();
  const write = async (text: string, name: string): Promise<string> => {
    const known = written.get(text);
    if (known !== undefined) return known;
    const file = path.join(folder, name);
    await createPublicFile(file, Buffer.from(text, "latin1"));
    written.set(text, file);
    return file;
  };

  const system = await readPublicRoots();
  const { text: bundled } = certifi === undefined ? { text: "" } : await readSource({ name: CERTIFI, value: certifi });
  const appended = missingIn(system.text, await privateIn(bundled));
  for (const [variable, fallbacks] of Object.entries(REPLACING)) {
    const { text, file, warnings: said } = await inherited(fallbacks, { environment, git, system, appended });
    for (const warning of said) warnings.add(warning);
    const name = written.size === 0 ? BUNDLE : `ca-bundle-${written.size + 1}.pem`;
    variables[variable] = await write(joined([text, missingIn(text, roots)]), name);
    afterwards[variable] = file;
  }
  const own = environment[ADDING] ? await readSource({ name: ADDING, value: environment[ADDING] }) : { text: "" };
  const forNode = path.join(folder, "node-extra-ca-certs.pem");
  variables[ADDING] = forNode;
  afterwards[ADDING] = environment[ADDING] || devNull;
  const javaTrustStore = path.join(folder, "java-trust-store.p12");
  return {
    path: variables["REQUESTS_CA_BUNDLE"] ?? "",
    javaTrustStore,
    variables,
    afterwards,
    warnings: [...warnings],
    async writeRest(after) {
      await after;
      // The added roots come first: Node stops reading at a damaged certificate.
      await createPublicFile(forNode, Buffer.from(missingIn(own.text, roots) + own.text, "latin1"));
    },
  };
}

/** Everything that a program may have trusted before. */
interface Before {
  readonly environment: Environment;
  readonly git: GitRoots;
  readonly system: { readonly file: string; readonly text: string };
  /** Private roots of certifi's file. */
  readonly appended: string;
}

async function inherited(
  fallbacks: readonly (readonly [string, ...string[]])[],
  { environment, git, system, appended }: Before,
): Promise<Inherited> {
  const sourceOf = (name: string): Source | undefined => {
    if (name === GIT_CONFIG) return git.general;
    return environment[name] ? { name, value: environment[name] } : undefined;
  };
  const isSet = (name: string) => name === SYSTEM || sourceOf(name) !== undefined;
  const line = fallbacks.find(([first]) => isSet(first)) ?? [SYSTEM];
  const sources = line.flatMap((name) => sourceOf(name) ?? []);
  // git's settings for single hosts apply unless GIT_SSL_CAINFO overrides them.
  const ofHosts = fallbacks.some(([first]) => first === GIT_CONFIG) && line[0] !== "GIT_SSL_CAINFO";
  const reads = await Promise.all([...sources, ...(ofHosts ? git.particular : [])].map(readSource));
  const isWithSystem = line.includes(SYSTEM) || reads.slice(0, sources.length).every(({ text }) => text === "");
  const texts = [
    ...(isWithSystem ? [system.text] : []),
    ...(line.includes(CERTIFI) ? [appended] : []),
    ...reads.map(({ text }) => text),
  ];
  return {
    text: joined(texts),
    file: (line.includes(SYSTEM) ? undefined : sources[0]?.value) ?? system.file,
    warnings: reads.flatMap(({ obstacle }) =>
      obstacle === undefined ? [] : [`${obstacle}${isWithSystem ? "; the system's roots are used instead" : ""}.`],
    ),
  };
}

/** The roots that a text lacks, as PEM. */
function missingIn(text: string, roots: readonly PlainRoot[]): string {
  return roots.flatMap((root) => (holds(text, root) ? [] : [root.pem])).join("");
}

async function readPublicRoots(): Promise<{ readonly file: string; readonly text: string }> {
  for (const file of SYSTEM_BUNDLES) {
    const text = await readFile(file, "latin1").catch(() => "");
    if (text !== "") return { file, text };
  }
  return { file: "", text: `${rootCertificates.join("\n")}\n` };
}
