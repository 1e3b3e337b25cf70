/**
 * The formats of values that a stamp and its authority send. These values go into variables, outputs, az commands and
 * log lines: a value that matches its format cannot be interpreted as code there.
 */
import * as v from "@badrap/valita";
import { networkFailures } from "../errors/network.ts";
import { isObject, jsonOf } from "./json.ts";
import { addressOf } from "./quoting.ts";
import type { Source } from "./responses.ts";

/** The format of a text, and its name in an error: "is not …". */
interface Form {
  readonly fits: (text: string) => boolean;
  readonly named: string;
}

const pattern = (named: string, longest: number, expression: RegExp): Form => ({
  named,
  fits: (text) => text.length <= longest && expression.test(text),
});

const LABEL = "[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?";
const HOST = `${LABEL}(?:\\.${LABEL})*`;
const GUID = "[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}";

export const guid = pattern("a GUID", 36, new RegExp(`^${GUID}$`, "i"));
/** AD FS may know a service principal by its security identifier only. */
export const objectId = pattern("a GUID or SID", 200, new RegExp(`^(?:${GUID}|S-1-\\d+(?:-\\d+)+)$`, "i"));
/** Any identifier of characters that have no special meaning in code. */
export const plainWord = pattern("an identifier of plain signs", 500, /^[\w.~:+/=,@ -]+$/);
/** RFC 1123, section 2.1; also a domain, and a word such as `common` or `adfs` in a tenant's place. */
export const hostName = pattern("the name of a host", 253, new RegExp(`^${HOST}$`, "i"));
/** With or without a leading dot. */
export const suffix = pattern("the suffix of host names", 254, new RegExp(`^\\.?${HOST}$`, "i"));
/** A URL without user, query and fragment, of characters without special meaning to a shell or an agent. */
export const httpsUrl = pattern(
  "an https URL of plain signs",
  2048,
  new RegExp(`^https://${HOST}(?::\\d{1,5})?(?:/[\\w.~:/-]*)?$`, "i"),
);
/** Of any scheme: audiences are only compared, nothing is sent to them. */
export const uri = pattern("a URI of plain signs", 2048, /^[a-z][a-z0-9+.-]*:[\w.~:/-]+$/i);
/** The address of a further page of results: it has a query, is only requested and never exported. */
export const pageUrl: Form = {
  named: "an https URL",
  fits: (text) => text.length <= 8192 && URL.parse(text)?.protocol === "https:",
};
export const location = pattern("the name of a location", 90, /^[a-z0-9][\w.-]*$/i);
/** The state of a subscription or provider. */
export const word = pattern("a word", 50, /^[a-z]+$/i);
/** Characters that are allowed in a header (RFC 6750, section 2.1, and a few more). */
export const bearerToken = pattern("a token", 65_536, /^[\w.~+/=-]+$/);
export const bearer = pattern("the type of a bearer token", 6, /^bearer$/i);
/** Claims as base64 of JSON, as MSAL for Node reads them. */
export const encodedObject: Form = {
  named: "an object in base64",
  fits: (text) => text.length <= 65_536 && isObject(jsonOf(Buffer.from(text, "base64url").toString("utf8"))),
};
export const claimsToken: Form = {
  named: "a token of claims",
  fits: (text) => text.split(".", 4).length === 3 && encodedObject.fits(text.split(".", 2)[1] ?? ""),
};
/** A name that its owner chose freely; it must go through `plainText` before it is shown. */
export const freeText = pattern("a text of at most 1000 signs", 1000, /^/);
export const longText = pattern("a text", Number.POSITIVE_INFINITY, /^/);

/** Unknown fields in an answer are ignored. */
const MODE = { mode: "strip" } as const;
const maybe = v.unknown().optional();
/** A value that other code reads. */
export const anything = v.unknown();

/** A text with a format. Missing, `null` and empty mean the same to a stamp and become undefined. */
export const text = ({ fits, named }: Form) =>
  maybe.chain((found): v.ValitaResult<string | undefined> => {
    if (found === undefined || found === null || found === "") return v.ok(undefined);
    return typeof found === "string" && fits(found) ? v.ok(found) : v.err(named);
  });

/** The same, but a value that is no text counts as missing. */
export const textOnly = (form: Form) =>
  maybe.chain(
    (found): v.ValitaResult<string | undefined> =>
      typeof found === "string" && found !== "" && !form.fits(found)
        ? v.err(form.named)
        : v.ok(typeof found === "string" && found !== "" ? found : undefined),
  );

/** The same, but required. */
export const needed = (form: Form) =>
  text(form).chain((found): v.ValitaResult<string> => (found === undefined ? v.err(form.named) : v.ok(found)));

/** A number of seconds, which some authorities write as a text; 0 if it is missing. */
export const count = maybe.chain((found): v.ValitaResult<number> => {
  const seconds = typeof found === "string" && /^-?\d{1,10}$/.test(found) ? Number(found) : (found ?? 0);
  const fits = typeof seconds === "number" && Math.abs(seconds) < 1e10;
  return fits ? v.ok(seconds) : v.err("a number of seconds");
});

/** An object; missing and `null` mean an empty one. */
export const record = <S extends Shape>(shape: S) => maybe.chain((found) => v.object(shape).try(found ?? {}, MODE));

/** The same as `list`, but required. */
export const neededList = <T>(item: v.Type<T>, most: number) =>
  maybe.chain((found) => (Array.isArray(found) ? list(item, most).try(found) : v.err("a list")));

/** A list of at most `most` items; missing and `null` mean an empty one. Reports only the first faulty item. */
export const list = <T>(item: v.Type<T>, most: number) =>
  maybe.chain((found): v.ValitaResult<T[]> => {
    if (!Array.isArray(found ?? [])) return v.err("a list");
    const items = (found ?? []) as readonly unknown[];
    if (items.length > most) return v.err(`a list of at most ${most}`);
    const read: T[] = [];
    for (const [index, one] of items.entries()) {
      const result = item.try(one, MODE);
      if (!result.ok) {
        const { field, form } = firstFault(result);
        return v.err({ path: [index, ...field], message: form });
      }
      read.push(result.value);
    }
    return v.ok(read);
  });

/** The schema of an object, to be read by `readAnswer`. */
export const object = <S extends Shape>(shape: S) => v.object(shape);
type Shape = Record<string, v.Type | v.Optional>;

/**
 * Reads a value of an answer by its schema.
 *
 * @param from where the answer came from
 * @throws Failure `AZS222`
 */
export function readAnswer<T>(schema: v.Type<T>, value: unknown, from: Source): T {
  const result = schema.try(value, MODE);
  if (result.ok) return result.value;
  const { field, form } = firstFault(result);
  throw networkFailures.malformed({
    party: from.party,
    url: addressOf(from.url),
    field: field.join(".") || "it",
    form,
  });
}

function firstFault({ issues }: v.Err): { readonly field: (string | number)[]; readonly form: string } {
  const [issue] = issues;
  // All leaves of a schema are custom types; any other issue comes from an object.
  const form = issue?.code === "custom_error" ? issue.message : undefined;
  return { field: issue?.path ?? [], form: form ?? "an object" };
}
