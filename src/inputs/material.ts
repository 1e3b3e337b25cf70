import path from "node:path";
import { Failure } from "../errors/failure.ts";
import { inputFailures } from "../errors/inputs.ts";
import { readBounded } from "../io/files.ts";

/** The bytes behind an input that takes a path or the content itself. */
export interface Material {
  readonly content: Buffer | string;
  /** The input and, for a file, its path: how errors name it. */
  readonly from: string;
}

/** Shortest text that is taken for base64 rather than for a file name; a certificate is never this short. */
const SHORTEST_BASE64 = 200;

/** Of a file with certificates: a system's list of all public roots is a quarter of a megabyte. */
const MOST_BYTES = 5_000_000;

/**
 * Reads an input that is a path, PEM text or base64.
 *
 * @param value what the user gave, not empty
 * @param input its name
 * @throws Failure `AZS115` when it is a path that cannot be read; `AZS341`, `AZS342`
 */
export async function readMaterial(value: string, input: string): Promise<Material> {
  if (isContent(value)) return { content: value, from: input };
  const file = path.resolve(value);
  try {
    const from = `${input} (${file})`;
    return { content: await readBounded(file, MOST_BYTES, from), from };
  } catch (error) {
    if (error instanceof Failure) throw error;
    const reason = (error as NodeJS.ErrnoException).code ?? "unknown error";
    throw inputFailures.fileMissing({ input, path: file, reason }, error);
  }
}

/** Like `readMaterial`, for an input that may also list several paths, one a line or separated by commas. */
export async function readMaterials(value: string, input: string): Promise<readonly Material[]> {
  if (isContent(value)) return [{ content: value, from: input }];
  return Promise.all(splitList(value).map((file) => readMaterial(file, input)));
}

function isContent(value: string): boolean {
  return value.includes("-----BEGIN ") || (value.length >= SHORTEST_BASE64 && /^[A-Za-z0-9+/_\s-]+=*\s*$/.test(value));
}

/** Entries of a list as users write it in YAML: separated by commas or line breaks. */
export function splitList(value: string): readonly string[] {
  return value
    .split(/[,\n]/)
    .map((entry) => entry.trim())
    .filter((entry) => entry !== "");
}
