/** The functions of templates that depend on the deployment: parameters, variables, resourceId, reference, … */
import { at } from "../arm/kinds.ts";
import { isObject } from "../http.ts";
import { TemplateError } from "./errors.ts";
import { evaluate, type Scope } from "./evaluate.ts";

export interface Template {
  readonly parameters: Readonly<Record<string, unknown>>;
  readonly variables: Readonly<Record<string, unknown>>;
  readonly resources: readonly Readonly<Record<string, unknown>>[];
  readonly outputs: Readonly<Record<string, unknown>>;
}

export interface Surroundings {
  readonly name: string;
  readonly subscription: Readonly<Record<string, unknown>> & { readonly id: string };
  readonly group: Readonly<Record<string, unknown>> & { readonly id: string };
  /** The whole document of an existing resource. */
  readonly find: (id: string) => Readonly<Record<string, unknown>> | undefined;
  /** The answer to a POST on a resource. */
  readonly post: (id: string, action: string, version: string) => unknown;
}

/** @param values values of the parameters, including defaults */
export function scopeOf(template: Template, values: Readonly<Record<string, unknown>>, around: Surroundings): Scope {
  const known = new Map<string, unknown>();
  const scope: Scope = {
    parameters: (name) => pick(values, name, "parameter"),
    variables: (name) => {
      const key = String(name).toLowerCase();
      if (!known.has(key)) known.set(key, evaluate(pick(template.variables, name, "variable"), scope));
      return known.get(key);
    },
    resourcegroup: () => around.group,
    subscription: () => around.subscription,
    deployment: () => ({ name: around.name, properties: { mode: "Incremental" } }),
    resourceid: (...parts) => resourceId(around, parts.map(String)),
    subscriptionresourceid: (...parts) => below(around.subscription.id, parts.map(String)),
    reference: (target, _, full) => reference(target, full, template, scope, around),
    listkeys: (target, version) => around.post(idOf(target, template, scope, around), "listKeys", String(version)),
  };
  return scope;
}

/** The ID of a resource of the template. */
export function idOfResource(resource: Readonly<Record<string, unknown>>, scope: Scope, group: string): string {
  const types = String(evaluate(resource["type"], scope)).split("/");
  const names = String(evaluate(resource["name"], scope)).split("/");
  if (types.length !== names.length + 1) {
    const words = `The template resource '${names.join("/")}' of type '${types.join("/")}' has incorrect segment lengths.`;
    throw new TemplateError(words);
  }
  const of = resource["resourceGroup"];
  const base = of === undefined ? group : group.replace(/[^/]+$/, String(evaluate(of, scope)));
  return below(base, [types.join("/"), ...names]);
}

function pick(all: Readonly<Record<string, unknown>>, name: unknown, what: string): unknown {
  const key = Object.keys(all).find((one) => one.toLowerCase() === String(name).toLowerCase());
  if (key === undefined) throw new TemplateError(`The template ${what} '${name}' is not found.`);
  return all[key];
}

/** `[subscription, [group,]] type, name…` */
function resourceId({ group, subscription }: Surroundings, parts: readonly string[]): string {
  const place = parts.findIndex((part) => part.includes("/"));
  const [one, other] = parts.slice(0, Math.max(place, 0));
  const own = other === undefined ? subscription.id : `/subscriptions/${one}`;
  const named = other ?? one;
  return below(named === undefined ? group.id : `${own}/resourceGroups/${named}`, parts.slice(Math.max(place, 0)));
}

function below(base: string, [type = "", ...names]: readonly string[]): string {
  const [namespace, ...types] = type.split("/");
  if (types.length === 0 || types.length !== names.length) {
    throw new TemplateError(
      `Unable to evaluate template language function 'resourceId': '${type}' takes ${types.length} names.`,
    );
  }
  return `${base}/providers/${namespace}/${types.map((one, index) => `${one}/${names[index]}`).join("/")}`;
}

/** A name refers to the resource of the same template; this returns its ID. */
function idOf(target: unknown, template: Template, scope: Scope, { group }: Surroundings): string {
  const text = String(target);
  if (text.startsWith("/")) return text;
  const found = template.resources.find((one) => evaluate(one["name"], scope) === text);
  if (found === undefined) throw new TemplateError(`The template resource '${text}' is not found.`);
  return idOfResource(found, scope, group.id);
}

function reference(target: unknown, full: unknown, template: Template, scope: Scope, around: Surroundings): unknown {
  const id = idOf(target, template, scope, around);
  const found = around.find(id);
  if (found === undefined) throw new TemplateError(`The Resource '${id}' was not found.`, "ResourceNotFound");
  const properties = at(found, "properties");
  return full === "Full" ? found : isObject(properties) ? properties : {};
}
