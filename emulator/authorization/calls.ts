/** A call of Microsoft.Authorization at a scope, and how what it keeps is shown. */
import type { SubscriptionCall } from "../arm/routes.ts";
import { json, type StampResponse } from "../http.ts";
import type { Extension } from "../stamp/contents.ts";

export interface ExtensionCall {
  readonly call: SubscriptionCall;
  readonly scope: string;
  /** Empty for the collection. */
  readonly name: string;
}

export const NAMESPACE = "Microsoft.Authorization";

/** Those of a type that a scope sees: its own and, as inherited ones, those above it; with `below`, also those below. */
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
