/** A call of Microsoft.Authorization at a scope, and how its stored objects are shown. */
import type { SubscriptionCall } from "../arm/routes.ts";
import { json, type StampResponse } from "../http.ts";
import type { Extension } from "../stamp/contents.ts";

export interface ExtensionCall {
  readonly call: SubscriptionCall;
  readonly scope: string;
  /** Empty if the call is about the collection. */
  readonly name: string;
}

export const NAMESPACE = "Microsoft.Authorization";

/**
 * The objects of a type that are visible at a scope: its own and those inherited from scopes above; with `below`, also
 * those of scopes below.
 */
export function visible({ call, scope }: ExtensionCall, type: string, below: boolean): readonly Extension[] {
  const here = `${scope.toLowerCase()}/`;
  return [...call.stamp.assignments.values()].filter((one) => {
    const there = `${one.scope.toLowerCase()}/`;
    return one.type === type && (here.startsWith(there) || (below && there.startsWith(here)));
  });
}

export function view({ id, type, name, properties }: Extension): Record<string, unknown> {
  return { id, type: `${NAMESPACE}/${type}`, name, properties };
}

export function shown(found: Extension): StampResponse {
  return json(200, view(found));
}
