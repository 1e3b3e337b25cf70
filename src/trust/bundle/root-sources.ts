import { readdir, stat } from "node:fs/promises";
import path from "node:path";
import { valuesIn } from "../../certificates/der.ts";
import { Failure } from "../../errors/failure.ts";
import { readBounded } from "../../io/files.ts";

/** Where a program reads its roots from. */
export interface Source {
  /** The variable or the setting that names it. */
  readonly name: string;
  /** A file, or folders as OpenSSL lists them. */
  readonly value: string;
}

/** The content of a source: certificates as PEM, and comments; as Latin-1, one character per byte. */
export interface Read {
  readonly text: string;
  /** Why the text is empty. */
  readonly obstacle?: string;
}

/** Larger than any list of roots. */
const MOST_BYTES = 20_000_000;
/** OpenSSL finds certificates in a folder only by such names (openssl-rehash(1)). */
const HASHED = /^[0-9a-f]{8}\.\d+$/;

/** Reads the certificates of a file, or those that OpenSSL would find in folders. */
export async function readSource({ name, value }: Source): Promise<Read> {
  const read = name.endsWith("_DIR") ? readFolders : (await isFolder(value)) ? readFolder : readText;
  try {
    const text = await read(value);
    return text === "" ? { text, obstacle: `${name} names ${value}, which contains no certificate` } : { text };
  } catch (error) {
    const reason = error instanceof Failure ? "no plain file" : (error as NodeJS.ErrnoException).code;
    return { text: "", obstacle: `${name} names ${value}, which cannot be read (${reason})` };
  }
}

/** Joins PEM texts, each on lines of its own. */
export function joined(texts: readonly string[]): string {
  const some = texts.filter((text) => text !== "");
  return some.map((text, index) => (text.endsWith("\n") || index === some.length - 1 ? text : `${text}\n`)).join("");
}

/** The only parts of a user's file that are copied to a file that all users may read: no private key, for example. */
const SHOWN = /^#.*$|-----BEGIN ((?:X509 |TRUSTED )?CERTIFICATE)-----[^-]*-----END \1-----/gm;

async function readText(file: string): Promise<string> {
  const text = (await readBounded(file, MOST_BYTES)).toString("latin1");
  // If the file has a private key, a comment may contain its password.
  const isSecret = text.includes("PRIVATE KEY-----");
  const shown = (text.match(SHOWN) ?? []).filter((part) => (part.startsWith("#") ? !isSecret : isWhole(part)));
  return shown.some((part) => part.startsWith("-")) ? `${shown.join("\n")}\n` : "";
}

const SEQUENCE = 0x30;

/** A truncated certificate keeps OpenSSL from reading the whole file, and Node from reading the rest of it. */
function isWhole(pem: string): boolean {
  try {
    const [certificate] = valuesIn(Buffer.from(pem.replaceAll(/-----[^-]+-----|\s/g, ""), "base64"), { only: 1 });
    return certificate?.tag === SEQUENCE;
  } catch {
    return false;
  }
}

async function readFolders(value: string): Promise<string> {
  const texts = await Promise.all(value.split(path.delimiter).map((folder) => readFolder(folder).catch(() => "")));
  return joined(texts);
}

async function readFolder(folder: string): Promise<string> {
  const names = (await readdir(folder)).filter((name) => HASHED.test(name)).sort();
  const texts = await Promise.all(names.map((name) => readText(path.join(folder, name)).catch(() => "")));
  return joined([...new Set(texts)]);
}

function isFolder(value: string): Promise<boolean> {
  return stat(value).then(
    (status) => status.isDirectory(),
    () => false,
  );
}
