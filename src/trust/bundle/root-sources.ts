import { readdir, stat } from "node:fs/promises";
import path from "node:path";
import { valuesIn } from "../../certificates/der.ts";
import { Failure } from "../../errors/failure.ts";
import { readBounded } from "../../io/files.ts";

/** Where a program takes its roots from. */
export interface Source {
  /** The variable or the setting that names it. */
  readonly name: string;
  /** A file, or folders as OpenSSL lists them. */
  readonly value: string;
}

/** What a source holds: certificates as PEM, and comments; one character a byte. */
export interface Read {
  readonly text: string;
  /** Why there is none of it. */
  readonly obstacle?: string;
}

/** More than any list of roots has. */
const MOST_BYTES = 20_000_000;
/** By such names OpenSSL finds the certificates of a folder, and no others (openssl-rehash(1)). */
const HASHED = /^[0-9a-f]{8}\.\d+$/;

/** Reads a file with all its bytes; of folders the certificates that OpenSSL would find there. */
export async function readSource({ name, value }: Source): Promise<Read> {
  const read = name.endsWith("_DIR") ? readFolders : (await isFolder(value)) ? readFolder : readText;
  try {
    const text = await read(value);
    return text === "" ? { text, obstacle: `${name} names ${value}, which holds no certificate` } : { text };
  } catch (error) {
    const reason = error instanceof Failure ? "no plain file" : (error as NodeJS.ErrnoException).code;
    return { text: "", obstacle: `${name} names ${value}, which cannot be read (${reason})` };
  }
}

/** Puts texts of PEM one behind the other, each on lines of its own. */
export function joined(texts: readonly string[]): string {
  const some = texts.filter((text) => text !== "");
  return some.map((text, index) => (text.endsWith("\n") || index === some.length - 1 ? text : `${text}\n`)).join("");
}

/** What goes into a file that everybody may read: nothing else of a user's file does, such as a private key in it. */
const SHOWN = /^#.*$|-----BEGIN ((?:X509 |TRUSTED )?CERTIFICATE)-----[^-]*-----END \1-----/gm;

async function readText(file: string): Promise<string> {
  const text = (await readBounded(file, MOST_BYTES)).toString("latin1");
  // Beside a private key, a comment may say its password.
  const isSecret = text.includes("PRIVATE KEY-----");
  const shown = (text.match(SHOWN) ?? []).filter((part) => (part.startsWith("#") ? !isSecret : isWhole(part)));
  return shown.some((part) => part.startsWith("-")) ? `${shown.join("\n")}\n` : "";
}

const SEQUENCE = 0x30;

/** With one that is cut off, OpenSSL reads nothing of a file, and Node nothing behind it. */
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
