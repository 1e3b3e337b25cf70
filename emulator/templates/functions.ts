/** The functions of templates that do not depend on a deployment. */
import { createHash } from "node:crypto";
import { TemplateError } from "./errors.ts";

type Fn = (...values: readonly unknown[]) => unknown;

const text = (value: unknown): string => (typeof value === "object" ? JSON.stringify(value) : String(value));
const number = (value: unknown): number => Number(value);
const list = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : [value]);
const size = (value: unknown): number =>
  typeof value === "string" || Array.isArray(value) ? value.length : Object.keys(value ?? {}).length;
const same = (one: unknown, other: unknown) => JSON.stringify(one) === JSON.stringify(other);
const isTrue = (value: unknown) => value === true;

/** By lower-case name. */
export const FUNCTIONS: Readonly<Record<string, Fn>> = {
  add: (a, b) => number(a) + number(b),
  and: (...all) => all.every(isTrue),
  array: list,
  base64: (value) => Buffer.from(text(value)).toString("base64"),
  base64tostring: (value) => Buffer.from(text(value), "base64").toString(),
  bool: (value) => value === true || value === 1 || text(value).toLowerCase() === "true",
  coalesce: (...all) => all.find((one) => one !== null && one !== undefined) ?? null,
  concat: (...all) => (all.every((one) => Array.isArray(one)) ? all.flat() : all.map(text).join("")),
  contains: (all, one) =>
    typeof all === "object" && !Array.isArray(all)
      ? text(one) in (all ?? {})
      : Array.isArray(all)
        ? all.some((other) => same(other, one))
        : text(all).includes(text(one)),
  createarray: (...all) => all,
  createobject: (...all) =>
    Object.fromEntries(all.flatMap((key, index) => (index % 2 === 0 ? [[text(key), all[index + 1]]] : []))),
  div: (a, b) => Math.trunc(number(a) / number(b)),
  empty: (value) => value === null || size(value) === 0,
  endswith: (a, b) => text(a).toLowerCase().endsWith(text(b).toLowerCase()),
  equals: same,
  false: () => false,
  first: (value) => (typeof value === "string" ? value[0] : list(value)[0]),
  format: (pattern, ...all) => text(pattern).replaceAll(/\{(\d+)\}/g, (_, index: string) => text(all[Number(index)])),
  greater: (a, b) => number(a) > number(b),
  greaterorequals: (a, b) => number(a) >= number(b),
  guid: (...all) => guidOf(all.map(text).join("-")),
  indexof: (a, b) => text(a).toLowerCase().indexOf(text(b).toLowerCase()),
  int: number,
  join: (all, separator) => list(all).map(text).join(text(separator)),
  json: (value) => JSON.parse(text(value)),
  last: (value) => (typeof value === "string" ? value.at(-1) : list(value).at(-1)),
  length: size,
  less: (a, b) => number(a) < number(b),
  lessorequals: (a, b) => number(a) <= number(b),
  max: (...all) => Math.max(...all.flat().map(number)),
  min: (...all) => Math.min(...all.flat().map(number)),
  mod: (a, b) => number(a) % number(b),
  mul: (a, b) => number(a) * number(b),
  not: (value) => !isTrue(value),
  null: () => null,
  or: (...all) => all.some(isTrue),
  padleft: (value, length, fill = " ") => text(value).padStart(number(length), text(fill)),
  range: (from, count) => Array.from({ length: number(count) }, (_, index) => number(from) + index),
  replace: (value, old, fresh) => text(value).replaceAll(text(old), text(fresh)),
  skip: (value, count) => (typeof value === "string" ? value : list(value)).slice(number(count)),
  split: (value, separator) => text(value).split(text(separator)),
  startswith: (a, b) => text(a).toLowerCase().startsWith(text(b).toLowerCase()),
  string: text,
  sub: (a, b) => number(a) - number(b),
  substring: (value, from, length) => substring(text(value), number(from), length),
  take: (value, count) => (typeof value === "string" ? value : list(value)).slice(0, number(count)),
  tolower: (value) => text(value).toLowerCase(),
  toupper: (value) => text(value).toUpperCase(),
  trim: (value) => text(value).trim(),
  true: () => true,
  union: (...all) => (Array.isArray(all[0]) ? [...new Set(all.flat())] : Object.assign({}, ...all)),
  // Thirteen characters that depend only on the arguments. The real hash is not published.
  uniquestring: (...all) =>
    BigInt(`0x${hash(all.map(text).join("-")).slice(0, 17)}`)
      .toString(32)
      .padStart(13, "a")
      .slice(0, 13),
  uri: (base, path) => new URL(text(path), text(base)).href,
};

function substring(value: string, from: number, length: unknown): string {
  const end = length === undefined ? value.length : from + number(length);
  if (from < 0 || end > value.length)
    throw new TemplateError("The template function 'substring' is out of the string's range.");
  return value.slice(from, end);
}

function hash(value: string): string {
  return createHash("sha256").update(value).digest("hex");
}

function guidOf(value: string): string {
  return hash(value).replace(/^(.{8})(.{4}).(.{3}).(.{3})(.{12}).*$/, "$1-$2-5$3-a$4-$5");
}
