/** What a token can be asked for, and how a scope names it. */
import { graphAudiences } from "../graph/hosts.ts";
import { vaultAudience } from "../keyvault/vaults.ts";
import { graphEndpoint } from "../metadata.ts";
import type { Stamp } from "../stamp/state.ts";

/** Scopes of OpenID Connect, which come along with a resource's own and name no resource. */
const OPENID = ["openid", "profile", "email", "offline_access"];

export type ScopeReading =
  | { readonly kind: "resource"; readonly resource: string }
  | { readonly kind: "none" | "several" }
  | { readonly kind: "not-default"; readonly scope: string };

/**
 * Reads a scope parameter for client credentials: one `<resource>/.default`, with the scopes of OpenID Connect beside
 * it (the stamp's SDK samples send `openid profile offline_access <audience>/.default`).
 */
export function readScope(scope: string): ScopeReading {
  const named = scope.split(" ").filter((part) => part !== "" && !OPENID.includes(part));
  const [first] = named;
  if (first === undefined) return { kind: "none" };
  const foreign = named.find((part) => !part.endsWith("/.default"));
  if (foreign !== undefined) return { kind: "not-default", scope: foreign };
  return named.length === 1 ? { kind: "resource", resource: first.slice(0, -"/.default".length) } : { kind: "several" };
}

/**
 * The identifier of a resource that the directory has, or undefined. Compared to the letter: a trailing slash too many
 * makes a token that Resource Manager would refuse, so it is refused here already.
 */
export function knownResource(stamp: Stamp, resource: string): string | undefined {
  const { user, admin } = stamp.audiences;
  const vaults = [vaultAudience(stamp, "user"), vaultAudience(stamp, "admin")];
  const graphs = [graphEndpoint(stamp), ...graphAudiences(stamp)];
  return [user, admin, ...vaults, ...graphs].find((known) => known === resource);
}
