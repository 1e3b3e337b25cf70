/** The grants with which users get tokens, by the `grant_type` of a token request. */
import type { UserGrant } from "../stamp/people.ts";
import type { Stamp } from "../stamp/state.ts";
import { DEVICE_CODE_GRANT, judgeDeviceCode } from "./devices.ts";
import { judgePassword, judgeRefreshToken, type UserRefusal } from "./users.ts";

type Judge = (form: URLSearchParams, stamp: Stamp) => UserGrant | UserRefusal;

const JUDGES: ReadonlyMap<string, Judge> = new Map([
  ["password", judgePassword],
  ["refresh_token", judgeRefreshToken],
  [DEVICE_CODE_GRANT, judgeDeviceCode],
  // This name is older than the RFC's, and MSAL for Node still sends it.
  ["device_code", judgeDeviceCode],
]);

/** Checks a user's grant. @returns undefined if the grant type is not for users */
export function judgeUser(form: URLSearchParams, stamp: Stamp): UserGrant | UserRefusal | undefined {
  return JUDGES.get(form.get("grant_type") ?? "")?.(form, stamp);
}
