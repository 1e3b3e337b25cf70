/** Reads a template, checks it, and deploys its resources in the order of their dependencies. */
import { isObject } from "../http.ts";
import { TemplateError } from "./errors.ts";
import { evaluate, type Scope } from "./evaluate.ts";
import { idOfResource, type Surroundings, scopeOf, type Template } from "./scope.ts";

interface Ready {
  readonly id: string;
  readonly scope: Scope;
  readonly resource: Readonly<Record<string, unknown>>;
  readonly needs: readonly string[];
}

export interface Prepared {
  readonly template: Template;
  readonly values: Readonly<Record<string, unknown>>;
  readonly scope: Scope;
  readonly resources: readonly Ready[];
}

const TYPES: Readonly<Record<string, (value: unknown) => boolean>> = {
  string: (value) => typeof value === "string",
  securestring: (value) => typeof value === "string",
  int: (value) => Number.isInteger(value),
  bool: (value) => typeof value === "boolean",
  object: isObject,
  secureobject: isObject,
  array: Array.isArray,
};

/** Checks a template as far as possible before anything is created. @throws TemplateError */
export function prepare(given: unknown, parameters: unknown, around: Surroundings): Prepared {
  const template = readTemplate(given);
  const values = valuesOf(template, isObject(parameters) ? parameters : {}, around);
  const scope = scopeOf(template, values, around);
  const resources = template.resources
    .filter((one) => one["condition"] === undefined || evaluate(one["condition"], scope) === true)
    .flatMap((resource) => copies(resource, scope, around.group.id));
  return { template, values, scope, resources: ordered(resources) };
}

/** The values of the outputs, after all resources were created. */
export function outputsOf({ template, scope }: Prepared): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(template.outputs).map(([name, one]) => {
      if (!isObject(one)) throw new TemplateError(`The template output '${name}' is not valid.`);
      return [name, { type: one["type"], value: evaluate(one["value"], scope) }];
    }),
  );
}

/** The body of the PUT for a resource: everything except the properties that only the template uses. */
export function bodyOf({ resource, scope }: Ready): Record<string, unknown> {
  const {
    type: _,
    name,
    apiVersion,
    dependsOn,
    condition,
    copy,
    comments,
    resources,
    resourceGroup,
    ...body
  } = resource;
  return evaluate(body, scope) as Record<string, unknown>;
}

function readTemplate(given: unknown): Template {
  if (!isObject(given)) throw new TemplateError("The template is not an object.", "InvalidRequestContent");
  const { $schema: schema, contentVersion, parameters = {}, variables = {}, resources, outputs = {} } = given;
  if (typeof schema !== "string" || typeof contentVersion !== "string") {
    throw new TemplateError(
      "Deployment template validation failed: 'The template schema or contentVersion is missing.'.",
    );
  }
  if (!Array.isArray(resources))
    throw new TemplateError(
      "Deployment template validation failed: 'Required property 'resources' not found in JSON.'.",
    );
  const flat = resources.filter(isObject).flatMap(withNested);
  const incomplete = flat.find((one) => ["type", "name", "apiVersion"].some((field) => typeof one[field] !== "string"));
  if (incomplete !== undefined) {
    throw new TemplateError(
      "Deployment template validation failed: 'Required property type, name or apiVersion not found in JSON.'.",
    );
  }
  const object = (value: unknown) => (isObject(value) ? value : {});
  return { parameters: object(parameters), variables: object(variables), resources: flat, outputs: object(outputs) };
}

/** Nested resources. Their type and name begin with those of the parent, on which they depend. */
function withNested(parent: Record<string, unknown>): readonly Record<string, unknown>[] {
  const nested = (Array.isArray(parent["resources"]) ? parent["resources"] : []).filter(isObject).map((child) => ({
    ...child,
    type: `${parent["type"]}/${child["type"]}`,
    name: `[concat(string(${inner(parent["name"])}), '/', string(${inner(child["name"])}))]`,
    dependsOn: [...(Array.isArray(child["dependsOn"]) ? child["dependsOn"] : []), parent["name"]],
  }));
  return [parent, ...nested.flatMap(withNested)];
}

function inner(value: unknown): string {
  const text = String(value);
  return text.startsWith("[") ? text.slice(1, -1) : `'${text.replaceAll("'", "''")}'`;
}

function valuesOf({ parameters }: Template, given: Readonly<Record<string, unknown>>, around: Surroundings) {
  const foreign = Object.keys(given).find(
    (name) => !Object.keys(parameters).some((one) => one.toLowerCase() === name.toLowerCase()),
  );
  if (foreign !== undefined) {
    const words = `The template parameters '${foreign}' in the parameters file are not valid; they are not present in the original template.`;
    throw new TemplateError(`Deployment template validation failed: '${words}'.`);
  }
  const values: Record<string, unknown> = {};
  const scope = scopeOf({ parameters, variables: {}, resources: [], outputs: {} }, values, around);
  for (const [name, definition] of Object.entries(parameters)) {
    if (!isObject(definition)) throw new TemplateError(`The template parameter '${name}' is not valid.`);
    const key = Object.keys(given).find((one) => one.toLowerCase() === name.toLowerCase());
    const entry = key === undefined ? undefined : given[key];
    values[name] = isObject(entry) ? entry["value"] : evaluate(definition["defaultValue"], scope);
    refuseValue(name, definition, values[name]);
  }
  return values;
}

function refuseValue(name: string, { type, allowedValues }: Record<string, unknown>, value: unknown): void {
  const fail = (words: string) => new TemplateError(`Deployment template validation failed: '${words}'.`);
  if (value === undefined) throw fail(`The value for the template parameter '${name}' is not provided.`);
  const fits = TYPES[String(type).toLowerCase()];
  if (fits === undefined) throw fail(`Template parameter '${name}' has an unknown type '${type}'`);
  if (!fits(value)) throw fail(`Template parameter JToken type is not valid. Expected '${type}' for '${name}'`);
  if (Array.isArray(allowedValues) && !allowedValues.includes(value)) {
    throw fail(
      `The provided value for the template parameter '${name}' is not valid. The value is not part of the allowed value(s)`,
    );
  }
}

function copies(resource: Readonly<Record<string, unknown>>, scope: Scope, group: string): readonly Ready[] {
  const { copy, dependsOn = [] } = resource;
  const count = isObject(copy) ? Number(evaluate(copy["count"], scope)) : 1;
  return Array.from({ length: count }, (_, index) => {
    const own: Scope = isObject(copy) ? { ...scope, copyindex: (from) => index + Number(from ?? 0) } : scope;
    const needs = (Array.isArray(dependsOn) ? dependsOn : []).map((one) => String(evaluate(one, own)));
    return { id: idOfResource(resource, own, group), scope: own, resource, needs };
  });
}

/** A dependency is an ID, a `type/name` or a name. One that is not in the template is refused. */
function ordered(resources: readonly Ready[]): readonly Ready[] {
  const meets = ({ id }: Ready, need: string) =>
    `${id}`.toLowerCase().endsWith(`/${need.toLowerCase()}`.replace(/^\/\//, "/")) ||
    id.toLowerCase().split("/").at(-1) === need.toLowerCase().split("/").at(-1);
  const done: Ready[] = [];
  let waiting = [...resources];
  while (waiting.length > 0) {
    const ready = waiting.filter(({ needs }) => needs.every((need) => !waiting.some((other) => meets(other, need))));
    if (ready.length === 0)
      throw new TemplateError("Deployment template validation failed: 'Circular dependency detected'.");
    done.push(...ready);
    waiting = waiting.filter((one) => !ready.includes(one));
  }
  const lost = resources.flatMap(({ needs, id }) =>
    needs.filter((need) => !resources.some((one) => meets(one, need))).map((need) => [id, need]),
  )[0];
  if (lost !== undefined && !lost[1]?.startsWith("/")) {
    throw new TemplateError(
      `Deployment template validation failed: 'The resource '${lost[1]}' is not defined in the template.'.`,
    );
  }
  return done;
}
