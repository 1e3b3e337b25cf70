import { isPlain } from "../errors/shown.ts";

/** Names of secret fields in the JSON of Azure/login, of az and of users, except names of a key vault's address. */
const SECRET_FIELD = /^(?!key-?vault).*(?:secret|password|passwd|key|token|certificate|assertion)/i;
const SHORT = 15;
const GUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;
const DOMAIN = /^\.?(?=.{1,253}$)(?:[a-z0-9_](?:[a-z0-9_-]{0,61}[a-z0-9])?\.)+[a-z]{2,24}$/i;
/** A URL without user info, query and path. */
const ADDRESS = /^https:\/\/([^./:@?#][^/:@?#]*)(?::\d{1,5})?\/?$/i;

/** Parses a JSON object; undefined if the text is none. */
export function parseObject(text: string): Readonly<Record<string, unknown>> | undefined {
  try {
    // PowerShell writes files with a byte order mark.
    const value: unknown = JSON.parse(text.replace(/^\uFEFF/, ""));
    return typeof value === "object" && value !== null && !Array.isArray(value) ? { ...value } : undefined;
  } catch {
    return undefined;
  }
}

/** The secrets in `creds`, and the values that only look like secrets. */
export interface CredsSecrets {
  readonly sure: readonly string[];
  readonly doubtful: readonly string[];
}

/**
 * Finds the secrets in `creds`: the secret of its JSON, or the whole text if it cannot be parsed. Doubtful are values
 * that look like a secret, which may be in the wrong field. IDs and addresses are public and may appear in the log.
 */
export function secretsIn(creds: string): CredsSecrets {
  const object = parseObject(creds);
  if (object === undefined) return { sure: [creds], doubtful: [] };
  const values = valuesIn(object).filter(({ value }) => value !== "");
  const isNamed = ({ field }: Field) => SECRET_FIELD.test(field);
  // Public in a field of any other name: a GUID, a domain with or without a leading dot, an address.
  const isPublic = ({ value }: Field) => GUID.test(value) || DOMAIN.test(ADDRESS.exec(value)?.[1] ?? value);
  const isOdd = (one: Field) => one.value.length > SHORT && !isPublic(one) && !isPlain(one.value);
  return {
    sure: values.filter(isNamed).map(({ value }) => value),
    doubtful: values.filter((one) => !isNamed(one) && isOdd(one)).map(({ value }) => value),
  };
}

interface Field {
  readonly field: string;
  readonly value: string;
}

function valuesIn(value: unknown, field = ""): readonly Field[] {
  if (typeof value === "object" && value !== null) {
    const inList = Array.isArray(value);
    return Object.entries(value).flatMap(([name, inner]) => valuesIn(inner, inList ? field : name));
  }
  return typeof value === "string" ? [{ field, value }] : [];
}
