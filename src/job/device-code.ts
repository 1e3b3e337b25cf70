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
 * Logs a person in by device code (RFC 8628). Only the client that redeems the code can renew its tokens: so az does
 * the login, keeps the tokens in its own cache, and gives the step a token for the stamp.
 *
 * @param profile for registering the cloud, before the stamp can be asked which profiles it knows
 * @param host shows the notice with the code
 * @throws Failure `AZS420` if nobody enters the code in time, `AZS421` if the person declines, `AZS422`, `AZS4xx` if
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
  // If the step is cancelled, az as a separate process would go on, and keep a login that somebody approves later.
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

/** Codes are valid for 15 minutes (Entra), but an authority may name any time, and az waits that long. */
const LONGEST_LOGIN_MS = 16 * 60_000;

/** Rejects when the time is up; the work itself ends with the step. */
async function within<T>(milliseconds: number, work: Promise<T>, failure: () => Error): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(failure()), milliseconds);
  });
  return Promise.race([work, late]).finally(() => clearTimeout(timer));
}

/** az writes fewer; the limit keeps a hostile authority from burying the code under other notices. */
const MOST_NOTICES = 3;
const LONGEST_NOTICE = 1000;

/** Picks the text that the person has to read. It is in the authority's language, so only its URL identifies it. */
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

/** Never shows az's answer, nor a parser's error, which would quote it. */
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
