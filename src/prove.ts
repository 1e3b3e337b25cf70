import type { Az, AzOpening } from "./az/az.ts";
import { firstProfile, logInPerson } from "./device-code.ts";
import type { Host } from "./host/host.ts";
import type { Identity } from "./identity/identity.ts";
import { acquireToken, type Login } from "./identity/token.ts";
import type { Inputs } from "./inputs/inputs.ts";
import type { Deadline } from "./io/deadline.ts";
import type { Stamp } from "./stamp/stamp.ts";

/** A login that the authority has accepted. */
export interface Proof {
  readonly login: Login;
  /** The az that a person is logged in with: only that one has what comes of it. */
  readonly az?: Az;
}

/**
 * Proves the credential before anything of the machine is touched: the step asks for a token by itself, or, for a
 * person, lets az ask.
 *
 * @throws Failure `AZS4xx`, `AZS2xx`, `AZS50x`
 */
export async function prove(
  inputs: Inputs,
  stamp: Stamp,
  opening: AzOpening,
  host: Host,
  deadline: Deadline,
): Promise<Proof> {
  const { credential } = inputs;
  if (credential.kind !== "device-code") {
    const network = { environment: host.environment, signal: deadline.signal };
    return { login: await acquireToken(stamp, credential, network) };
  }
  const az = await opening.serving({ profile: firstProfile(inputs) });
  return { login: await logInPerson(az, inputs, stamp, host, deadline), az };
}

/** What the log says of a login beside its warnings. */
export function remarks({ kind }: Inputs["credential"], identity: Identity): readonly string[] {
  return kind === "oidc" ? [...identity.assumed, cannotRenew(identity)] : identity.assumed;
}

/** az stores the ID token of the login, and asks with it again when its access token has ended (azure-cli-core, identity.py). */
function cannotRenew({ tokenEnds }: Identity): string {
  const end = tokenEnds === undefined ? "" : ` at about ${tokenEnds.toISOString().slice(11, 16)} UTC`;
  return `oidc: az cannot get a new ID token; az commands work until the login ends${end}. A longer job runs this step again.`;
}
