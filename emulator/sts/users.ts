/** People: the public clients through which they sign in, and the grants by which they do. */

import { randomUUID } from "node:crypto";
import type { UserGrant } from "../stamp/people.ts";
import type { Stamp } from "../stamp/state.ts";

/** Applications of Microsoft that every tenant and every stamp knows: Azure CLI, Azure PowerShell. */
const PUBLIC_CLIENTS = ["04b07795-8ddb-461a-bbee-02f9e1bf7b46", "1950a258-227b-4e31-a9cf-717495945fc2"];

export type UserRefusal =
  | { readonly kind: "unknown-client" | "confidential-client" | "unknown-user" | "wrong-password" | "second-factor" }
  | { readonly kind: "pending" | "declined" | "expired-code" | "unknown-code" | "unknown-refresh-token" };

/** The public client that a request names, or why it is none. */
export function publicClient(form: URLSearchParams, stamp: Stamp): string | UserRefusal {
  const clientId = form.get("client_id")?.toLowerCase() ?? "";
  if (PUBLIC_CLIENTS.includes(clientId)) return clientId;
  return { kind: clientId === stamp.application.clientId ? "confidential-client" : "unknown-client" };
}

/** `grant_type=password`. A second factor cannot be given here: who needs one is refused. */
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

/** `grant_type=refresh_token`. A refresh token stays good, as Entra's do until they are revoked. */
export function judgeRefreshToken(form: URLSearchParams, stamp: Stamp): UserGrant | UserRefusal {
  const clientId = publicClient(form, stamp);
  if (typeof clientId !== "string") return clientId;
  const grant = stamp.refreshTokens.get(form.get("refresh_token") ?? "");
  if (grant === undefined || grant.clientId !== clientId) return { kind: "unknown-refresh-token" };
  return { ...grant, scope: form.get("scope") ?? grant.scope };
}

/** A token that stands for this grant later. */
export function makeRefreshToken(grant: UserGrant, stamp: Stamp): string {
  const token = `0.${randomUUID()}`;
  stamp.refreshTokens.set(token, grant);
  return token;
}
