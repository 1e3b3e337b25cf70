import { isPlain } from "../errors/shown.ts";

/** What Azure/login's JSON, or az's, calls the secret, and what people call it. */
const SECRET_FIELD = /secret|password|passwd|key|token|certificate|assertion/i;
const SHORT = 15;

/** The object in a text of JSON; undefined when it is none. */
export function parseObject(text: string): Readonly<Record<string, unknown>> | undefined {
  try {
    // PowerShell writes files with a byte order mark.
    const value: unknown = JSON.parse(text.replace(/^\uFEFF/, ""));
    return typeof value === "object" && value !== null && !Array.isArray(value) ? { ...value } : undefined;
  } catch {
    return undefined;
  }
}

/**
 * What is secret in `creds`: the secret of its JSON, and what else in there looks like one, since it may stand in the wrong
 * field; all of it when it cannot be read. IDs and addresses are public, and stand in the log by right.
 */
export function secretsIn(creds: string): readonly string[] {
  const object = parseObject(creds);
  return object === undefined ? [creds] : secretValues(object);
}

function secretValues(value: unknown, name = ""): readonly string[] {
  if (typeof value === "object" && value !== null)
    return Object.entries(value).flatMap(([field, inner]) => secretValues(inner, `${name}.${field}`));
  if (typeof value !== "string" || value === "") return [];
  return SECRET_FIELD.test(name) || (value.length > SHORT && !isPlain(value)) ? [value] : [];
}
