/** Key Vault's data plane: authentication at a vault, its access policies, and its secrets. */

import { randomUUID } from "node:crypto";
import type { JWTPayload } from "jose";
import { type StampRequest, type StampResponse, segments } from "../http.ts";
import { loginEndpoint } from "../metadata.ts";
import { secretVersions } from "../stamp/builds.ts";
import type { Stamp } from "../stamp/state.ts";
import type { Vault } from "../stamp/vault.ts";
import { judgeToken, type TokenVerdict } from "../sts/verdicts.ts";
import { badParameter, notPermitted, unauthorized, unknownVersion, vaultError } from "./errors.ts";
import { SECRET_ROUTES } from "./secrets.ts";
import { vaultAudience } from "./vaults.ts";

interface Caller {
  readonly claims: JWTPayload;
}

/**
 * Answers a request to a vault. Checks in this order: token, API version (azure-sdk-for-python#28595 shows that a stamp
 * refuses it only after the token), path, access policies; only then the secrets.
 */
export async function dataPlane(request: StampRequest, stamp: Stamp, vault: Vault): Promise<StampResponse> {
  const caller = await authenticate(request, stamp, vault);
  const answer =
    "status" in caller ? caller : (refuseVersion(request, stamp) ?? route(request, stamp, vault, caller.claims));
  return { ...answer, headers: { ...trace(stamp), ...answer.headers } };
}

async function authenticate(request: StampRequest, stamp: Stamp, vault: Vault): Promise<StampResponse | Caller> {
  const audience = vaultAudience(stamp, vault.side);
  const refuse = (message: string) => unauthorized(message, authority(stamp, vault), audience);
  const [, token = ""] = /^Bearer ([^\s]+)$/i.exec(request.headers["authorization"] ?? "") ?? [];
  if (token === "") return refuse("Request is missing a Bearer or PoP token.");
  const verdict = await judgeToken(stamp, token, audience);
  if (verdict.kind !== "valid") return refuse(refusal(verdict, audience));
  const { iss = "", tid } = verdict.claims;
  if (tid === vault.properties.tenantId.toLowerCase()) return { claims: verdict.claims };
  return refuse(`AKV10032: Invalid issuer. Expected one of ${issuers(vault)}, found ${iss}.`);
}

/** The words for tokens that are expired or from another stamp are made up; those with a number are Azure's. */
function refusal(verdict: Exclude<TokenVerdict, { kind: "valid" }>, audience: string): string {
  switch (verdict.kind) {
    case "audience":
      return `AKV10022: Invalid audience. Expected ${audience}, found: ${verdict.was}.`;
    case "issuer":
      return `AKV10032: Invalid issuer. Found ${verdict.was}.`;
    case "expired":
      return "[TokenExpired] Error validating token: the token has expired.";
    default:
      return "Error validating token.";
  }
}

/**
 * The vault's own tenant, even if the stamp's is another. AD FS: the tenant follows the login endpoint, as a stamp
 * sends it (azure-cli#30352). Entra: Azure's Key Vault names login.windows.net; what a stamp sends is not published.
 */
function authority(stamp: Stamp, { properties }: Vault): string {
  const base = stamp.options.idp === "adfs" ? `${loginEndpoint(stamp)}/` : "https://login.windows.net/";
  return base + properties.tenantId;
}

function issuers({ properties }: Vault): string {
  return `https://sts.windows.net/${properties.tenantId}/`;
}

function refuseVersion(request: StampRequest, stamp: Stamp): StampResponse | undefined {
  const known = secretVersions(stamp.options.build);
  const version = request.query.get("api-version") ?? "";
  if (version === "") return badParameter("api-version must be specified");
  return known.includes(version) ? undefined : unknownVersion(version, known[0] ?? "");
}

function route(request: StampRequest, stamp: Stamp, vault: Vault, caller: JWTPayload): StampResponse {
  const [collection = "", ...names] = segments(request.path);
  const fitting = collection.toLowerCase() === "secrets" ? SECRET_ROUTES : [];
  const found = fitting.find(({ method, fits }) => method === request.method && fits(names));
  if (found === undefined) {
    // Keys, certificates, backups and other objects are not emulated.
    return vaultError(501, "NotImplemented", `The emulator's vaults hold secrets only, and no ${request.path}.`);
  }
  if (!permits(vault, caller, found.permission)) {
    const { appid, oid, iss } = caller;
    const named = `appid=${appid};oid=${oid};iss=${iss}`;
    return notPermitted(named, found.permission, vault.name, vault.location);
  }
  return found.answer({ request, vault, names, now: Math.floor(stamp.options.now() / 1000) });
}

function permits({ properties }: Vault, { oid }: JWTPayload, permission: string): boolean {
  const { accessPolicies, tenantId } = properties;
  const same = (one: string, other: unknown) => one.toLowerCase() === String(other).toLowerCase();
  return accessPolicies
    .filter((policy) => same(policy.objectId, oid) && same(policy.tenantId, tenantId))
    .flatMap(({ permissions }) => permissions.secrets ?? [])
    .some((granted) => same(granted, "all") || same(granted, permission));
}

/** The headers of every answer. A stamp's (azure-cli#30352) are the same as Azure's. */
function trace({ options }: Stamp): Record<string, string> {
  return {
    "cache-control": "no-cache",
    pragma: "no-cache",
    expires: "-1",
    "x-ms-keyvault-region": options.region,
    "x-ms-request-id": randomUUID(),
    "strict-transport-security": "max-age=31536000; includeSubDomains",
    "x-content-type-options": "nosniff",
  };
}
