/** Users: the public clients with which they sign in, and their grants. */

import { randomUUID } from "node:crypto";
import type { UserGrant } from "../stamp/people.ts";
import type { Stamp } from "../stamp/state.ts";

/** Applications of Microsoft that exist in every tenant and on every stamp: Azure CLI, Azure PowerShell. */
const PUBLIC_CLIENTS = ["04b07795-8ddb-461a-bbee-02f9e1bf7b46", "1950a258-227b-4e31-a9cf-717495945fc2"];

export type UserRefusal =
  | { readonly kind: "unknown-client" | "confidential-client" | "unknown-user" | "wrong-password" | "second-factor" }
  | { readonly kind: "pending" | "declined" | "expired-code" | "unknown-code" | "unknown-refresh-token" };

/** The public client that a request names, or the reason for the refusal. */
export function publicClient(form: URLSearchParams, stamp: Stamp): string | UserRefusal {
  const clientId = form.get("client_id")?.toLowerCase() ?? "";
  if (PUBLIC_CLIENTS.includes(clientId)) return clientId;
  return { kind: clientId === stamp.application.clientId ? "confidential-client" : "unknown-client" };
}

/** `grant_type=password`. A user who needs a second factor is refused, because this grant cannot provide one. */
export function judgePassword(form: URLSearchParams, stamp: Stamp): UserGrant | UserRefusal {
  const clientId = publicClient(form, stamp);
  if (typeof clientId !== "string") return clientId;
  const name = form.get("username")?.toLowerCase();
  const user = Object.values(stamp.users).find((candidate) => candidate.name === name);
  if (user === undefined) return { kind: "unknown-user" };
  if (user.password !== form.get("password")) return { kind: "wrong-password" };
  if (user.secondFactor) return { kind: "second-factor" };
  return { kind: "granted", method: "user", user, clientId, scope: form.get("scope") ?? "" };
}

/** `grant_type=refresh_token`. A refresh token remains valid after its use, as Entra's do until they are revoked. */
export function judgeRefreshToken(form: URLSearchParams, stamp: Stamp): UserGrant | UserRefusal {
  const clientId = publicClient(form, stamp);
  if (typeof clientId !== "string") return clientId;
  const grant = stamp.refreshTokens.get(form.get("refresh_token") ?? "");
  if (grant === undefined || grant.clientId !== clientId) return { kind: "unknown-refresh-token" };
  return { ...grant, scope: form.get("scope") ?? grant.scope };
}

/** Creates a refresh token for this grant. */
export function makeRefreshToken(grant: UserGrant, stamp: Stamp): string {
  const token = `0.${randomUUID()}`;
  stamp.refreshTokens.set(token, grant);
  return token;
}
