/** The grants that stand for a person, by the name that a token request gives them. */
import type { UserGrant } from "../stamp/people.ts";
import type { Stamp } from "../stamp/state.ts";
import { DEVICE_CODE_GRANT, judgeDeviceCode } from "./devices.ts";
import { judgePassword, judgeRefreshToken, type UserRefusal } from "./users.ts";

type Judge = (form: URLSearchParams, stamp: Stamp) => UserGrant | UserRefusal;

const JUDGES: ReadonlyMap<string, Judge> = new Map([
  ["password", judgePassword],
  ["refresh_token", judgeRefreshToken],
  [DEVICE_CODE_GRANT, judgeDeviceCode],
  // Older than the RFC's name, and what MSAL for Node still sends.
  ["device_code", judgeDeviceCode],
]);

/** Judges a user's grant; undefined when the type stands for nobody. */
export function judgeUser(form: URLSearchParams, stamp: Stamp): UserGrant | UserRefusal | undefined {
  return JUDGES.get(form.get("grant_type") ?? "")?.(form, stamp);
}
