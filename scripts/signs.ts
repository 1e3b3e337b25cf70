/**
 * Codes and texts of other programs that lead to an error. docs/errors.md lists them, so that a search for one finds
 * it.
 */

import { armFailures } from "../src/errors/arm.ts";
import { ARM_CODES } from "../src/errors/arm-codes.ts";
import { authorityCodesOf } from "../src/errors/authority-codes.ts";
import { networkFailures } from "../src/errors/network.ts";
import { NETWORK_CODES } from "../src/errors/network-codes.ts";

type Kinds = Readonly<Record<string, { readonly code: string }>>;

/**
 * Messages of az, pip and uv. `src/az/run/command-failure.ts` and `src/provision/install-failure.ts` search for them.
 */
export const TEXTS: Readonly<Record<string, readonly string[]>> = {
  AZS502: ["is not a valid value for '--profile'. Allowed values: latest."],
  AZS505: ["[SSL: CERTIFICATE_VERIFY_FAILED] certificate verify failed"],
  AZS511: ["InvalidApiVersionParameter", "Invalid profile is used for cloud"],
  AZS521: ["Max retries exceeded", "Temporary failure in name resolution", "407 Proxy Authentication Required"],
  AZS522: ["THESE PACKAGES DO NOT MATCH THE HASHES"],
  AZS523: ["No matching distribution found", "Could not find a version that satisfies"],
};

/** A proxy's answers to CONNECT, by Squid's names beside the status. */
const TUNNELS: Readonly<Record<string, readonly string[]>> = {
  AZS226: ["403 Forbidden", "ERR_ACCESS_DENIED"],
  AZS227: ["407 Proxy Authentication Required", "ERR_CACHE_ACCESS_DENIED"],
  AZS230: ["Proxy-Authenticate: Negotiate", "Proxy-Authenticate: NTLM"],
  AZS231: [
    "400 Bad Request",
    "405 Method Not Allowed",
    "501 Not Implemented",
    "Tunnel connection failed: 400 Bad Request",
  ],
  AZS228: ["502 Bad Gateway", "503 Service Unavailable", "504 Gateway Timeout", "ERR_DNS_FAIL", "ERR_CONNECT_FAIL"],
};

const PROVIDERS: Readonly<Record<string, readonly string[]>> = {
  AZS430: ["AuthorizationFailed"],
  AZS431: ["InvalidResourceNamespace"],
  AZS432: ["DisallowedProvider"],
};

const all = [
  ...byKind(ARM_CODES, armFailures),
  ...byKind(NETWORK_CODES, networkFailures),
  ...[TEXTS, TUNNELS, PROVIDERS].flatMap((table) => Object.entries(table)),
];

function byKind(codes: Readonly<Record<string, readonly string[]>>, kinds: Kinds) {
  return Object.entries(codes).map(([kind, found]) => [kinds[kind]?.code ?? "", found] as const);
}

/** @param code of an error, `AZS…` */
export function signsOf(code: string): readonly string[] {
  return [...authorityCodesOf(code), ...all.filter(([of]) => of === code).flatMap(([, signs]) => signs)];
}
