/** Values of templates: a text in brackets is an expression, everything else is literal. */
import { isObject } from "../http.ts";
import { TemplateError } from "./errors.ts";
import { FUNCTIONS } from "./functions.ts";
import { type Expression, parse } from "./parser.ts";

/** Functions of one deployment, by lower-case name. They override the general ones. */
export type Scope = Readonly<Record<string, (...values: readonly unknown[]) => unknown>>;

/** The value with all its expressions evaluated. @throws TemplateError */
export function evaluate(value: unknown, scope: Scope): unknown {
  if (typeof value === "string") return evaluateText(value, scope);
  if (Array.isArray(value)) return value.map((one) => evaluate(one, scope));
  if (!isObject(value)) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, one]) => [String(evaluateText(key, scope)), evaluate(one, scope)]),
  );
}

function evaluateText(text: string, scope: Scope): unknown {
  if (text.startsWith("[[")) return text.slice(1);
  if (!text.startsWith("[") || !text.endsWith("]")) return text;
  return run(parsed(text), scope, text);
}

function parsed(text: string): Expression {
  try {
    return parse(text.slice(1, -1));
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    throw new TemplateError(`Unable to parse language expression '${text.slice(1, -1)}': ${why}.`);
  }
}

function run(expression: Expression, scope: Scope, text: string): unknown {
  switch (expression.kind) {
    case "value":
      return expression.value;
    case "member":
      return member(run(expression.of, scope, text), run(expression.key, scope, text), text);
    case "call":
      return call(expression, scope, text);
  }
}

function call({ name, parameters }: Extract<Expression, { kind: "call" }>, scope: Scope, text: string): unknown {
  const key = name.toLowerCase();
  // Only the selected branch is evaluated.
  if (key === "if") {
    const [condition, then, otherwise] = parameters;
    if (condition === undefined || then === undefined || otherwise === undefined) throw unknown(name);
    return run(run(condition, scope, text) === true ? then : otherwise, scope, text);
  }
  const own = Object.hasOwn(scope, key) ? scope[key] : undefined;
  const found = own ?? (Object.hasOwn(FUNCTIONS, key) ? FUNCTIONS[key] : undefined);
  if (found === undefined) throw unknown(name);
  return found(...parameters.map((one) => run(one, scope, text)));
}

/** Property names are compared without case. */
function member(value: unknown, key: unknown, text: string): unknown {
  if (Array.isArray(value) && typeof key === "number" && key in value) return value[key];
  const name = String(key).toLowerCase();
  const found = isObject(value) ? Object.keys(value).find((one) => one.toLowerCase() === name) : undefined;
  if (found !== undefined && isObject(value)) return value[found];
  const words = `The template language expression property '${key}' doesn't exist: '${text}'.`;
  throw new TemplateError(`Unable to process template language expressions. ${words}`);
}

function unknown(name: string): TemplateError {
  return new TemplateError(`The template function '${name}' is not valid.`);
}
