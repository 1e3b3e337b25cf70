import { isPlain } from "../errors/shown.ts";

/** What Azure/login's JSON, or az's, calls the secret, and what people call it; it is the name of a vault's address, too. */
const SECRET_FIELD = /^(?!key-?vault).*(?:secret|password|passwd|key|token|certificate|assertion)/i;
const SHORT = 15;
const GUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;
const DOMAIN = /^\.?(?=.{1,253}$)(?:[a-z0-9_](?:[a-z0-9_-]{0,61}[a-z0-9])?\.)+[a-z]{2,24}$/i;
/** An address without what could open it. */
const ADDRESS = /^https:\/\/([^./:@?#][^/:@?#]*)(?::\d{1,5})?\/?$/i;

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

/** What is secret in `creds`, and what only looks as if. */
export interface CredsSecrets {
  readonly sure: readonly string[];
  readonly doubtful: readonly string[];
}

/**
 * What is secret in `creds`: the secret of its JSON, and all of it when it cannot be read; doubtful is what looks like one,
 * since it may stand in the wrong field. IDs and addresses are public, and stand in the log by right.
 */
export function secretsIn(creds: string): CredsSecrets {
  const object = parseObject(creds);
  if (object === undefined) return { sure: [creds], doubtful: [] };
  const values = valuesIn(object).filter(({ value }) => value !== "");
  const isNamed = ({ field }: Field) => SECRET_FIELD.test(field);
  // In a field of another name: a GUID, a domain with or without a leading dot, an address.
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
