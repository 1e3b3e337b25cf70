import { readFile, stat } from "node:fs/promises";
import path from "node:path";
import { rootCertificates } from "node:tls";
import type { Root } from "../certificates/roots.ts";
import type { Environment } from "../host/host.ts";
import { createPrivateFile } from "../io/files.ts";

/**
 * Variables whose file replaces the built-in roots of the program that reads it: it must hold the public roots too. With
 * each, the variables that the program reads where that one is not set.
 */
const REPLACING: Readonly<Record<string, readonly string[]>> = {
  REQUESTS_CA_BUNDLE: [],
  SSL_CERT_FILE: [],
  CURL_CA_BUNDLE: [],
  GIT_SSL_CAINFO: [],
  // libwww-perl, LWP::UserAgent
  PERL_LWP_SSL_CA_FILE: ["HTTPS_CA_FILE"],
};
/** Adds to Node's built-in roots: holds what it pointed at before, and the stamp's. */
const ADDING = "NODE_EXTRA_CA_CERTS";

/** Where systems keep their public roots in one file (the list of Go's crypto/x509, root_linux.go and root_darwin). */
const SYSTEM_BUNDLES = [
  "/etc/ssl/certs/ca-certificates.crt",
  "/etc/pki/tls/certs/ca-bundle.crt",
  "/etc/ssl/ca-bundle.pem",
  "/etc/pki/ca-trust/extracted/pem/tls-ca-bundle.pem",
  "/etc/ssl/cert.pem",
];

const BUNDLE = "ca-bundle.pem";

/** Where the bundle of `REQUESTS_CA_BUNDLE` will stand; undefined when there is no root to add. */
export function bundlePath(roots: readonly Root[], folder: string): string | undefined {
  return roots.length === 0 ? undefined : path.join(folder, BUNDLE);
}

export interface Bundle {
  /** The file that `REQUESTS_CA_BUNDLE` names. */
  readonly path: string;
  /** Where `writeJavaTrustStore` puts the same for Java. */
  readonly javaTrustStore: string;
  /** Variables and the files they name. */
  readonly variables: Readonly<Record<string, string>>;
  /** What they are to name when these files are gone: for most programs an empty one is not the same as none. */
  readonly afterwards: Readonly<Record<string, string>>;
  readonly warnings: readonly string[];
}

/**
 * Writes the stamp's roots into files of the job's own, each with the roots that the variable's readers trusted before.
 *
 * @param folder the job's private folder
 */
export async function writeBundles(roots: readonly Root[], folder: string, environment: Environment): Promise<Bundle> {
  const stampRoots = roots.map(({ pem }) => pem).join("");
  const variables: Record<string, string> = {};
  const warnings: string[] = [];
  const written = new Map<string, string>();
  const write = async (text: string, name: string): Promise<string> => {
    const known = written.get(text);
    if (known !== undefined) return known;
    const file = path.join(folder, name);
    await createPrivateFile(file, text);
    written.set(text, file);
    return file;
  };

  const publicRoots = await readPublicRoots();
  const afterwards: Record<string, string> = {};
  for (const [variable, fallbacks] of Object.entries(REPLACING)) {
    const read = [variable, ...fallbacks].find((one) => environment[one]) ?? variable;
    const { text, warning } = await readNamed(read, environment);
    if (warning !== undefined) warnings.push(warning);
    const name = written.size === 0 ? BUNDLE : `ca-bundle-${written.size + 1}.pem`;
    variables[variable] = await write(join(text ?? publicRoots.text, stampRoots), name);
    afterwards[variable] = environment[read] || publicRoots.file;
  }
  const { text = "" } = await readNamed(ADDING, environment);
  variables[ADDING] = await write(join(text, stampRoots), "node-extra-ca-certs.pem");
  const javaTrustStore = path.join(folder, "java-trust-store.p12");
  return { path: variables["REQUESTS_CA_BUNDLE"] ?? "", javaTrustStore, variables, afterwards, warnings };
}

function join(text: string, added: string): string {
  return text === "" || text.endsWith("\n") ? text + added : `${text}\n${added}`;
}

async function readNamed(variable: string, environment: Environment): Promise<{ text?: string; warning?: string }> {
  const file = environment[variable];
  if (!file) return {};
  try {
    if ((await stat(file)).isDirectory()) {
      return {
        warning: `${variable} names the folder ${file}; its certificates are not taken over, the system's are.`,
      };
    }
    return { text: await readFile(file, "utf8") };
  } catch (error) {
    const reason = (error as NodeJS.ErrnoException).code;
    return {
      warning: `${variable} names ${file}, which cannot be read (${reason}); the system's roots are taken instead.`,
    };
  }
}

async function readPublicRoots(): Promise<{ readonly file: string; readonly text: string }> {
  for (const file of SYSTEM_BUNDLES) {
    const text = await readFile(file, "utf8").catch(() => "");
    if (text !== "") return { file, text };
  }
  return { file: "", text: `${rootCertificates.join("\n")}\n` };
}
