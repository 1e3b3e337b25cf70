import type { AzOpening } from "../az/az.ts";
import type { Az } from "../az/serving-az.ts";
import type { Host } from "../host/host.ts";
import { type Identity, type IdentityOptions, NEWEST_PROFILE, proveIdentity } from "../identity/identity.ts";
import { acquireToken, type Login } from "../identity/token.ts";
import type { Deadline } from "../io/deadline.ts";
import type { Network } from "../io/http.ts";
import type { Stamp } from "../stamp/stamp.ts";
import { logInPerson } from "./device-code.ts";

/** A login that the authority and the stamp have accepted. */
export interface Proof {
  readonly identity: Identity;
  /** The az that a person logged in with, which alone has the login's tokens; undefined for other credentials. */
  readonly az: Az | undefined;
}

/**
 * Proves the credential before anything on the machine is changed: the step requests a token itself or, for a person,
 * has az request it.
 *
 * @throws Failure `AZS4xx`, `AZS2xx`, `AZS50x`
 */
export async function prove(
  options: IdentityOptions,
  stamp: Stamp,
  opening: Pick<AzOpening, "serving" | "setUpCloud">,
  host: Host,
  network: Network,
  deadline: Deadline,
): Promise<Proof> {
  const { credential, profile } = options;
  let az: Az | undefined;
  let login: Login;
  if (credential.kind === "device-code") {
    const first = profile === "auto" ? NEWEST_PROFILE : profile;
    az = await opening.serving({ profile: first });
    login = await logInPerson(az, opening, credential, first, stamp, host, deadline);
  } else {
    const { environment, signal } = network;
    login = await acquireToken(stamp, credential, { environment, signal });
  }
  host.mask(login.token.token);
  return { az, identity: await proveIdentity(options, stamp, login, network) };
}
