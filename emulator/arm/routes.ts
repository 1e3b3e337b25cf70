/** The paths of Resource Manager and their handlers. A path is matched segment by segment, ignoring case. */

import type { StampRequest, StampResponse } from "../http.ts";
import type { Subscription } from "../stamp/contents.ts";
import type { Side } from "../stamp/names.ts";
import type { Stamp } from "../stamp/state.ts";

export interface Call {
  readonly request: StampRequest;
  readonly stamp: Stamp;
  readonly side: Side;
  /** The `{names}` of the pattern, decoded. */
  readonly parameters: Readonly<Record<string, string>>;
}

/** A call below `/subscriptions/{subscription}`, after it was found that the subscription exists. */
export interface SubscriptionCall extends Call {
  readonly subscription: Subscription;
}

/** Which list an API version is checked against; "type" is looked up in the provider's. */
export type Versions = "manager" | "subscriptions" | "authorization" | "type";

export interface Route<C extends Call = Call> {
  readonly method: string;
  readonly pattern: string;
  readonly versions: Versions;
  readonly answer: (call: C) => StampResponse;
}

/** The parameters, if the path matches the pattern. `{name...}` at the end matches the rest of the path. */
export function match(pattern: string, path: readonly string[]): Readonly<Record<string, string>> | undefined {
  const parts = pattern.split("/").filter((part) => part !== "");
  const open = parts.at(-1)?.endsWith("...}") === true;
  if (open ? path.length < parts.length : path.length !== parts.length) return undefined;
  const found: Record<string, string> = {};
  for (const [index, part] of parts.entries()) {
    const actual = path[index] ?? "";
    const [, name, rest] = /^\{(\w+)(\.\.\.)?\}$/.exec(part) ?? [];
    if (name === undefined) {
      if (part.toLowerCase() !== actual.toLowerCase()) return undefined;
    } else {
      found[name] = rest === undefined ? actual : path.slice(index).join("/");
    }
  }
  return found;
}
