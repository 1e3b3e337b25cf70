import path from "node:path";
import { Failure } from "../errors/failure.ts";
import { inputFailures } from "../errors/inputs.ts";
import { readBounded } from "../io/files.ts";
import { contentIn, hostIn, isPath, isThere, urlIn } from "./content.ts";

/** The content of an input that accepts a path or the content itself. */
export interface NamedContent {
  readonly content: Buffer | string;
  /** The input and, for a file, its path, for error texts. */
  readonly from: string;
}

/** Limit for a file with certificates: a system's list of all public roots has a quarter of a megabyte. */
const MOST_BYTES = 5_000_000;

/**
 * Reads an input that is a path, PEM text or base64.
 *
 * @param value what the user gave, not empty
 * @param input its name
 * @throws Failure `AZS129` for a URL, `AZS115` for a path that cannot be read, `AZS341` and `AZS342` for a path of no
 *   file of certificates, `AZS128` for a value that can be no path, of which nothing is shown
 */
export async function readFileOrContent(value: string, input: string): Promise<NamedContent> {
  const content = contentIn(value);
  if (content !== undefined) return { content, from: input };
  const url = urlIn(value);
  if (url !== undefined) throw inputFailures.urlGiven({ input, origin: hostIn(url) });
  if (!(await isPath(value))) throw inputFailures.unreadableValue({ input, length: String(value.length) });
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

/**
 * Like `readFileOrContent`, for an input that may also list several paths, one per line or separated by commas. A path
 * with a comma counts as one path if it exists.
 */
export async function readFilesOrContent(value: string, input: string): Promise<readonly NamedContent[]> {
  if (contentIn(value) !== undefined || urlIn(value) !== undefined || (await isThere(value))) {
    return [await readFileOrContent(value, input)];
  }
  if (!(await isListOfPaths(value))) throw inputFailures.unreadableValue({ input, length: String(value.length) });
  return Promise.all(splitList(value).map((entry) => readFileOrContent(entry, input)));
}

/**
 * Whether each entry of a list is content or may be a path: otherwise lines of a broken key would be shown as paths.
 */
export async function isListOfPaths(value: string): Promise<boolean> {
  const entries = splitList(value);
  if (entries.length > MOST_ENTRIES) return false;
  const known = await Promise.all(
    entries.map(async (entry) => contentIn(entry) !== undefined || urlIn(entry) !== undefined || isPath(entry)),
  );
  return known.every(Boolean);
}

const MOST_ENTRIES = 1000;

/** Entries of a list, separated by commas or line breaks, as users write it in YAML. */
export function splitList(value: string): readonly string[] {
  return value
    .split(/[,\n]/)
    .map((entry) => entry.trim())
    .filter((entry) => entry !== "");
}
