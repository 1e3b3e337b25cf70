import type { Credential } from "./credential.ts";

const QUOTED = /^(["'`“‘]).*["'`”’]$/s;
const GUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/**
 * The beginning of a fix if a refused credential looks as if it was copied wrongly; else empty. A secret may contain
 * any characters, so this is no error unless the credential was refused.
 */
export function oddityOf(credential: Credential): string {
  if (credential.kind === "secret") return oddityIn("client-secret", credential.secret);
  if (credential.kind !== "password") return "";
  return oddityIn("password", credential.password) || oddityIn("username", credential.username);
}

function oddityIn(input: string, value: string): string {
  if (value !== value.trim()) {
    return `${input} begins or ends with white space, which is sent as a part of it: remove it if it does not belong there. Otherwise `;
  }
  if (QUOTED.test(value)) {
    return `${input} is in quotes, which are sent as a part of it: remove them if they do not belong there. Otherwise `;
  }
  return input === "client-secret" && GUID.test(value) ? `${input} is a GUID, as a secret's ID is. ` : "";
}
