import { chmod, copyFile } from "node:fs/promises";
import path from "node:path";
import type { Host } from "../host/host.ts";
import { createPrivateFile, createPrivateFolder } from "../io/files.ts";
import { claimsOf } from "../io/json.ts";
import { launchers, type PythonCommand } from "./launchers.ts";

/** Seconds of validity to assume for an Entra access token that does not say when it expires. */
const HOUR = 3600;

/** What a login with an ID token provides for later steps. */
export interface Renewal {
  /** File with the ID token (`AZURE_FEDERATED_TOKEN_FILE`), which SDKs read whenever they request an access token. */
  readonly tokenFile: string;
  /** Folder with launchers for the job's PATH; undefined if later steps cannot get a new token. */
  readonly launchers: string | undefined;
}

/** An az that was logged in with an ID token. */
export interface RenewedAz {
  readonly path: string;
  readonly python: PythonCommand | undefined;
  readonly configFolder: string;
}

/** The application that logs in with ID tokens. */
export interface Bearer {
  readonly clientId: string;
  /** Returns an ID token of the job that is valid for at least a minute; throws Failure `AZS416`. */
  readonly assertion: () => Promise<string>;
}

export interface IdTokenLogin {
  readonly token: string;
  readonly clientId: string;
  /** How long the authority's access tokens are valid. */
  readonly accessTokenSeconds: number;
}

/**
 * Keeps the ID token of a login for later steps, with the launchers that renew it, if it can be renewed.
 *
 * @param tokenEnds when the login's access token expires
 * @throws Failure `AZS416`
 */
export async function keepIdToken(
  { clientId, assertion }: Bearer,
  { tokenEnds }: { readonly tokenEnds: Date | undefined },
  az: RenewedAz,
  { idTokenOrigin, info }: Pick<Host, "idTokenOrigin" | "info">,
  folder: string,
  now: Date,
): Promise<Renewal> {
  const accessTokenSeconds = tokenEnds === undefined ? HOUR : Math.floor((tokenEnds.getTime() - now.getTime()) / 1000);
  const login = { clientId, accessTokenSeconds, token: await assertion() };
  const renewal = await prepareRenewal(az, login, idTokenOrigin, folder, now);
  const end = tokenEnds === undefined ? "" : ` at about ${tokenEnds.toISOString().slice(11, 16)} UTC`;
  info(
    renewal.launchers === undefined
      ? `oidc: az cannot get a new ID token; az commands work until the login ends${end}. In a longer job, run this step again.`
      : "oidc: az gets a new ID token from the runner before the present one ends.",
  );
  return renewal;
}

/**
 * Writes the files that renew the ID token in later steps (renew.py and its launchers).
 *
 * @param origin of the CI's endpoint for ID tokens; undefined if later steps cannot use it
 * @param folder the job's private folder
 */
export async function prepareRenewal(
  az: RenewedAz,
  { token, clientId, accessTokenSeconds }: IdTokenLogin,
  origin: string | undefined,
  folder: string,
  now: Date,
  platform: NodeJS.Platform = process.platform,
): Promise<Renewal> {
  const place = path.join(folder, "id-token");
  const file = (name: string) => path.join(place, name);
  await createPrivateFolder(place);
  await createPrivateFile(file("id-token"), token);
  if (origin === undefined || az.python === undefined) return { tokenFile: file("id-token"), launchers: undefined };
  const { iss: issuer, sub: subject, aud: audience, exp } = claimsOf(token);
  const job = { origin, issuer, subject, audience, clientId, configFolder: az.configFolder, accessTokenSeconds };
  await createPrivateFile(file("renewal.json"), JSON.stringify(job));
  await createPrivateFile(file("renew-at"), `${renewalTime(exp, accessTokenSeconds, now)}\n`);
  await copyFile(path.join(import.meta.dirname, "renew.py"), file("renew.py"));
  const bin = file("bin");
  await createPrivateFolder(bin);
  const made = launchers({ az: az.path, python: az.python, script: file("renew.py") }, platform);
  for (const [name, text] of Object.entries(made)) {
    await createPrivateFile(path.join(bin, name), text);
    await chmod(path.join(bin, name), 0o700);
  }
  return { tokenFile: file("id-token"), launchers: bin };
}

/** In seconds since 1970, as in renew.py. MSAL requests a new access token when five minutes are left. */
function renewalTime(exp: unknown, accessTokenSeconds: number, now: Date): number {
  const seconds = now.getTime() / 1000;
  // If the token does not say when it expires, it is renewed before the next command.
  const ends = typeof exp === "number" ? exp : seconds;
  return Math.floor(seconds + Math.min((ends - seconds) / 2, Math.max(accessTokenSeconds - 300, 0)));
}
