/** What a room of a provider says of the types of resources that it keeps. */

import type { StampResponse } from "../http.ts";
import type { Resource } from "../stamp/contents.ts";
import type { SubscriptionCall } from "./routes.ts";

export type Properties = Readonly<Record<string, unknown>>;

export interface Kind {
  readonly type: string;
  /** The status of a first PUT, 201 unless it says otherwise. */
  readonly created?: 200;
  /** Its provider answers before it has done what it is asked for. */
  readonly slow?: true;
  /** What a name must be; absent: 1 to 80 letters, digits, dots, hyphens and underscores. */
  readonly name?: RegExp;
  /** Dotted paths that a PUT must have below its body. */
  readonly required: readonly string[];
  /** Properties that are lists of resources of their own, such as `subnets`; `alone`: they have paths that are asked. */
  readonly parts?: Readonly<Record<string, "alone" | "within">>;
  /** What PUT and PATCH keep: defaults filled in, or the refusal. */
  readonly complete?: (
    draft: Resource,
    call: SubscriptionCall,
    before: Resource | undefined,
  ) => Properties | StampResponse;
  /** What a read adds to what is kept. */
  readonly view?: (resource: Resource, call: SubscriptionCall) => Properties;
  readonly removed?: (resource: Resource, call: SubscriptionCall) => void;
  /** POST on the resource, by lower-case name. */
  readonly actions?: Readonly<Record<string, (resource: Resource, call: SubscriptionCall) => StampResponse>>;
  /** GET below the resource that is no resource of its own, by lower-case name. */
  readonly reads?: Readonly<Record<string, (resource: Resource, call: SubscriptionCall) => StampResponse>>;
  /** The code of the refusal to delete what another resource refers to. */
  readonly inUse?: string;
}

/** A call of a provider that is about no resource that is kept. */
export interface Query {
  readonly method: string;
  readonly namespace: string;
  /** Below the namespace, as in a route. */
  readonly pattern: string;
  /** The type whose API versions it has. */
  readonly type: string;
  readonly answer: (call: SubscriptionCall) => StampResponse;
}

/** Whether a reader of properties refused. */
export function isRefusal(made: Properties | StampResponse): made is StampResponse {
  return typeof made["status"] === "number" && "headers" in made;
}

/** The value at a dotted path. */
export function at(value: unknown, path: string): unknown {
  return path.split(".").reduce((inner: unknown, part) => {
    return typeof inner === "object" && inner !== null ? Reflect.get(inner, part) : undefined;
  }, value);
}
