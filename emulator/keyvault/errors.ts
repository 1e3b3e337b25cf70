/**
 * Key Vault's refusals. The sentences are Azure's, as users posted them. Two are known from a stamp: the missing token
 * (azure-cli#30352) and the unknown version (azure-sdk-for-python#28595).
 */
import { json, type StampResponse } from "../http.ts";

export function vaultError(status: number, code: string, message: string, inner?: string): StampResponse {
  const innererror = inner === undefined ? {} : { innererror: { code: inner } };
  return json(status, { error: { code, message, ...innererror } });
}

export function unauthorized(message: string, authority: string, audience: string): StampResponse {
  const { headers, ...answer } = vaultError(401, "Unauthorized", message);
  const challenge = `Bearer authorization="${authority}", resource="${audience}"`;
  return { ...answer, headers: { ...headers, "www-authenticate": challenge } };
}

export function badParameter(message: string): StampResponse {
  return vaultError(400, "BadParameter", message);
}

export function unknownVersion(version: string, newest: string): StampResponse {
  return badParameter(
    `The specified version (${version}) is not recognized. Consider using the latest supported version (${newest}).`,
  );
}

/** @param caller `appid=…;oid=…;iss=…` */
export function notPermitted(caller: string, permission: string, vault: string, location: string): StampResponse {
  const words =
    `The user, group or application '${caller}' does not have secrets ${permission} permission on key vault ` +
    `'${vault};location=${location}'. For help resolving this issue, please see ` +
    "https://go.microsoft.com/fwlink/?linkid=2125287";
  return vaultError(403, "Forbidden", words, "ForbiddenByPolicy");
}

export function secretDisabled(): StampResponse {
  return vaultError(403, "Forbidden", "Operation get is not allowed on a disabled secret.", "SecretDisabled");
}

/** @param name of the secret, with `/<version>` if the request named one */
export function secretNotFound(name: string): StampResponse {
  const words =
    `A secret with (name/id) ${name} was not found in this key vault. If you recently deleted this secret you may be ` +
    "able to recover it using the correct recovery command. For help resolving this issue, please see " +
    "https://go.microsoft.com/fwlink/?linkid=2125182";
  return vaultError(404, "SecretNotFound", words);
}
