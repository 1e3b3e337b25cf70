import { stripVTControlCharacters } from "node:util";
import type { AzOpening } from "../az/az.ts";
import { explain, lastWords } from "../az/run/command-failure.ts";
import { getAccessToken, loginWithDeviceCode } from "../az/run/commands.ts";
import { runAsKnown } from "../az/run/log-in.ts";
import type { Az } from "../az/serving-az.ts";
import { azFailures } from "../errors/az.ts";
import type { Host } from "../host/host.ts";
import { refusedLogin } from "../identity/refusals.ts";
import { type Login, readLogin } from "../identity/token.ts";
import type { Credential } from "../inputs/credential.ts";
import type { Deadline } from "../io/deadline.ts";
import { bearerToken } from "../io/forms.ts";
import { claimsOf } from "../io/json.ts";
import type { Profile } from "../stamp/profiles.ts";
import type { Stamp } from "../stamp/stamp.ts";

/**
 * Logs a person in by device code (RFC 8628). What a code is exchanged for only its owner can renew, so az does it into
 * its own cache, and lends the step a token for the stamp.
 *
 * @param profile to register the cloud with before anybody can ask what the stamp knows
 * @param host whose notice tells at once what the person has to do
 * @throws Failure `AZS420` when nobody enters the code in time, `AZS421` when the person declines, `AZS422`, `AZS4xx` when
 *   the authority refuses otherwise, `AZS50x`, `AZS510`
 */
export async function logInPerson(
  az: Az,
  { setUpCloud }: Pick<AzOpening, "setUpCloud">,
  credential: Credential,
  profile: Profile,
  stamp: Stamp,
  host: Pick<Host, "notice" | "debug" | "mask">,
  deadline: Deadline,
): Promise<Login> {
  // A process of its own would outlive a step that is cancelled, and keep a login that somebody approves later.
  if (az.description === undefined) throw azFailures.pythonUnknown({ az: az.path });
  await setUpCloud(az, stamp, profile);
  const login = { ...loginWithDeviceCode(stamp), heard: teller(host.notice) };
  const { exitCode, errors, reason, ...rest } = await deadline.aside(() =>
    within(LONGEST_LOGIN_MS, runAsKnown(az, login, host.debug), () => {
      return refusedLogin(new Error("(nothing: it was still waiting)"), credential, stamp, "expired_token");
    }),
  );
  if (exitCode !== 0) {
    const refused = reason !== "" || /\b(AADSTS|MSIS)\d+/.test(errors);
    if (!refused) throw explain(login, { errors, ...rest }, az, profile);
    throw refusedLogin(new Error(lastWords(errors)), credential, stamp, reason);
  }
  return readLogin(await tokenOf(az, stamp, profile, host), false, stamp);
}

/** Codes are good for 15 minutes (Entra); an authority may name any time, and az waits for as long. */
const LONGEST_LOGIN_MS = 16 * 60_000;

/** Who is late is left behind: its process ends with the step. */
async function within<T>(milliseconds: number, work: Promise<T>, failure: () => Error): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(failure()), milliseconds);
  });
  return Promise.race([work, late]).finally(() => clearTimeout(timer));
}

/** More than az has to say; a hostile authority could bury the code under others. */
const MOST_NOTICES = 3;
const LONGEST_NOTICE = 1000;

/** Picks out what the person has to read: it is in the authority's language, so known by the address in it only. */
function teller(notice: (message: string) => void): (text: string) => void {
  const shown = new Set<string>();
  return (text) => {
    const words = stripVTControlCharacters(text)
      .replaceAll(/\s+/g, " ")
      .trim()
      .replace(/^WARNING: /, "")
      .slice(0, LONGEST_NOTICE);
    if (!/https?:\/\//.test(words) || shown.has(words) || shown.size === MOST_NOTICES) return;
    shown.add(words);
    notice(words);
  };
}

/** What az answers is shown to nobody: not even the error of a parser, which quotes it. */
async function tokenOf(az: Az, stamp: Stamp, profile: Profile, host: Pick<Host, "debug" | "mask">) {
  const command = getAccessToken(stamp);
  const result = await runAsKnown(az, command, host.debug);
  if (result.exitCode !== 0) throw explain(command, result, az, profile);
  const token = parsedToken(result.output);
  if (token === undefined) throw azFailures.commandFailed({ command: command.name, answer: "(no token)" });
  host.mask(token);
  const { exp } = claimsOf(token);
  return { token, expiresOnTimestamp: typeof exp === "number" ? exp * 1000 : Number.NaN };
}

function parsedToken(output: string): string | undefined {
  try {
    const { accessToken } = Object(JSON.parse(output)) as { readonly accessToken?: unknown };
    return typeof accessToken === "string" && bearerToken.fits(accessToken) ? accessToken : undefined;
  } catch {
    return undefined;
  }
}
