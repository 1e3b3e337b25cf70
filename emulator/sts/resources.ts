/** The resources for which a token can be requested, and how a scope names them. */
import { graphAudiences } from "../graph/hosts.ts";
import { vaultAudience } from "../keyvault/vaults.ts";
import { graphEndpoint } from "../metadata.ts";
import type { Stamp } from "../stamp/state.ts";

/** Scopes of OpenID Connect. Clients send them together with a resource's scope; they name no resource. */
const OPENID = ["openid", "profile", "email", "offline_access"];

export type ScopeReading =
  | { readonly kind: "resource"; readonly resource: string }
  | { readonly kind: "none" | "several" }
  | { readonly kind: "not-default"; readonly scope: string };

/**
 * Reads a scope parameter for client credentials: one `<resource>/.default`, possibly with scopes of OpenID Connect
 * (the stamp's SDK samples send `openid profile offline_access <audience>/.default`).
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
 * The identifier of a resource that the directory has, or undefined. The comparison is exact: with an extra trailing
 * slash, Resource Manager would refuse the token, so the request is refused here already.
 */
export function knownResource(stamp: Stamp, resource: string): string | undefined {
  const { user, admin } = stamp.audiences;
  const vaults = [vaultAudience(stamp, "user"), vaultAudience(stamp, "admin")];
  const graphs = [graphEndpoint(stamp), ...graphAudiences(stamp)];
  return [user, admin, ...vaults, ...graphs].find((known) => known === resource);
}
