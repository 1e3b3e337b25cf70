/** How a provider describes the types of resources that are stored. */

import type { StampResponse } from "../http.ts";
import type { Resource } from "../stamp/contents.ts";
import type { SubscriptionCall } from "./routes.ts";

export type Properties = Readonly<Record<string, unknown>>;

export interface Kind {
  readonly type: string;
  /** The status of the first PUT; 201 if this is absent. */
  readonly created?: 200;
  /** The provider answers before the operation is complete. */
  readonly slow?: true;
  /** The pattern of a name. If absent: 1 to 80 letters, digits, dots, hyphens and underscores. */
  readonly name?: RegExp;
  /** Dotted paths that the body of a PUT must contain. */
  readonly required: readonly string[];
  /** Properties that are lists of child resources, such as `subnets`. `alone`: the children have paths of their own. */
  readonly parts?: Readonly<Record<string, "alone" | "within">>;
  /** Returns what PUT and PATCH store, with defaults filled in, or the refusal. */
  readonly complete?: (
    draft: Resource,
    call: SubscriptionCall,
    before: Resource | undefined,
  ) => Properties | StampResponse;
  /** What a read adds to the stored properties. */
  readonly view?: (resource: Resource, call: SubscriptionCall) => Properties;
  readonly removed?: (resource: Resource, call: SubscriptionCall) => void;
  /** POST on the resource, by lower-case name. */
  readonly actions?: Readonly<Record<string, (resource: Resource, call: SubscriptionCall) => StampResponse>>;
  /** GET of something below the resource that is not itself a resource, by lower-case name. */
  readonly reads?: Readonly<Record<string, (resource: Resource, call: SubscriptionCall) => StampResponse>>;
  /** The error code for deleting a resource that another one refers to. */
  readonly inUse?: string;
}

/** A call to a provider that does not concern a stored resource. */
export interface Query {
  readonly method: string;
  readonly namespace: string;
  /** The path below the namespace, as in a route. */
  readonly pattern: string;
  /** The type whose API versions apply to it. */
  readonly type: string;
  readonly answer: (call: SubscriptionCall) => StampResponse;
}

/** Whether the result is a refusal rather than properties. */
export function isRefusal(made: Properties | StampResponse): made is StampResponse {
  return typeof made["status"] === "number" && "headers" in made;
}

/** The value at a dotted path. */
export function at(value: unknown, path: string): unknown {
  return path.split(".").reduce((inner: unknown, part) => {
    return typeof inner === "object" && inner !== null ? Reflect.get(inner, part) : undefined;
  }, value);
}
