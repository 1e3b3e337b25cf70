import { stripVTControlCharacters } from "node:util";
import type { Az } from "./az/az.ts";
import { getAccessToken, loginWithDeviceCode } from "./az/commands.ts";
import { explain } from "./az/failures.ts";
import { runAsKnown, setUpCloud } from "./az/log-in.ts";
import type { Host } from "./host/host.ts";
import { NEWEST_PROFILE } from "./identity/identity.ts";
import { refusedLogin } from "./identity/refusals.ts";
import { type Login, readLogin } from "./identity/token.ts";
import type { Inputs } from "./inputs/inputs.ts";
import type { Profile } from "./stamp/profiles.ts";
import type { Stamp } from "./stamp/stamp.ts";

/** The profile to register a cloud with before anybody can ask what the stamp knows. */
export function firstProfile({ profile }: Pick<Inputs, "profile">): Profile {
  return profile === "auto" ? NEWEST_PROFILE : profile;
}

/**
 * Logs a person in by device code (RFC 8628). What a code is exchanged for only its owner can renew, so az does it into
 * its own cache, and lends the step a token for the stamp.
 *
 * @param host whose notice tells at once what the person has to do
 * @throws Failure `AZS420` when nobody enters the code in time, `AZS421` when the person declines, `AZS4xx` when the
 *   authority refuses otherwise, `AZS50x`
 */
export async function logInPerson(
  az: Az,
  inputs: Inputs,
  stamp: Stamp,
  { notice, debug: report }: Pick<Host, "notice" | "debug">,
): Promise<Login> {
  await setUpCloud(az, inputs, stamp, firstProfile(inputs), report);
  const shown = new Set<string>();
  const heard = (line: string) => {
    // In the authority's language, so known by its address only; colours come from az.
    const words = stripVTControlCharacters(line).trim();
    if (/https?:\/\//.test(words) && !shown.has(words)) notice(words);
    shown.add(words);
  };
  const login = { ...loginWithDeviceCode(stamp), heard };
  const refused = await runAsKnown(az, login, report);
  if (refused.exitCode !== 0) {
    const said = refused.reason !== "" || /\b(AADSTS|MSIS)\d+/.test(refused.errors);
    if (!said) throw explain(login, refused, az.path, firstProfile(inputs));
    throw refusedLogin(new Error(refused.errors), inputs.credential, stamp, refused.reason);
  }

  const command = getAccessToken(stamp);
  const result = await runAsKnown(az, command, report);
  if (result.exitCode !== 0) throw explain(command, result, az.path, firstProfile(inputs));
  const { accessToken } = JSON.parse(result.output) as { readonly accessToken: string };
  return readLogin(accessToken, false);
}
