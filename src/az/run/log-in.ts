import type { Credential } from "../../inputs/credential.ts";
import type { Profile } from "../../stamp/profiles.ts";
import type { Stamp } from "../../stamp/stamp.ts";
import { hasCloud } from "../configure/machine-config.ts";
import { azTraits } from "../find/versions.ts";
import { abridged, explain, type FailedAz } from "./command-failure.ts";
import {
  type AzCommand,
  type CloudOptions,
  type CommandResult,
  login,
  registerCloud,
  setCloud,
  setSubscription,
} from "./commands.ts";

/** An az that takes commands. */
export interface CommandedAz extends FailedAz {
  readonly description: { readonly version: string } | undefined;
  readonly configFolder: string;
  run(command: AzCommand): Promise<CommandResult>;
}

/** The inputs that az's login depends on. */
export interface AzLoginOptions extends CloudOptions {
  readonly credential: Credential;
  readonly allowNoSubscriptions: boolean;
  /** The configuration is the job's own and has no cloud yet. */
  readonly isolate: boolean;
}

/** The tenant, subscription and profile that az is logged in with. */
export interface Bearer {
  readonly tenantId: string;
  readonly subscription: { readonly id: string } | undefined;
  readonly profile: Profile;
}

/** Called with what az wrote besides its results. */
export type Report = (line: string) => void;

/**
 * Registers the stamp as a cloud and makes it the active one.
 *
 * @throws Failure `AZS502` to `AZS505`
 */
export async function setUpCloud(
  az: CommandedAz,
  options: AzLoginOptions,
  stamp: Stamp,
  profile: Profile,
  report: Report,
): Promise<void> {
  const traits = azTraits(az.description?.version);
  const exists = !options.isolate && (await hasCloud(az.configFolder, options.cloudName));
  const commands = [registerCloud(options, stamp, profile, traits, exists), setCloud(options.cloudName)];
  for (const command of commands) await mustRun(az, command, profile, report);
}

/**
 * Logs in and selects the subscription. With a device code az is logged in already, and only the profile, unknown until
 * now, is set.
 *
 * @param pemPath file of a certificate credential
 * @throws Failure `AZS502` to `AZS505`, `AZS416`
 */
export async function logInAz(
  az: CommandedAz,
  options: AzLoginOptions,
  stamp: Stamp,
  bearer: Bearer,
  pemPath: string | undefined,
  report: Report,
): Promise<void> {
  const { credential } = options;
  const { profile, subscription } = bearer;
  if (credential.kind === "device-code") {
    await mustRun(az, setCloud(options.cloudName, profile), profile, report);
  } else {
    await setUpCloud(az, options, stamp, profile, report);
    // Requested only now, so that the ID token does not expire before az uses it.
    const proof = credential.kind === "oidc" ? await credential.assertion() : pemPath;
    const command = login({ ...options, credential }, bearer, azTraits(az.description?.version), proof);
    await mustRun(az, command, profile, report);
  }
  if (subscription !== undefined) await mustRun(az, setSubscription(subscription.id), profile, report);
}

async function mustRun(az: CommandedAz, command: AzCommand, profile: Profile, report: Report): Promise<void> {
  const result = await runAsKnown(az, command, report);
  if (result.exitCode !== 0) throw explain(command, result, az, profile);
}

/** Runs a command, and its older form if this az does not know the arguments. */
export async function runAsKnown(az: CommandedAz, command: AzCommand, report: Report): Promise<CommandResult> {
  const result = await az.run(command);
  report(`az ${command.name}: exit code ${result.exitCode}\n${abridged(result.errors)}`);
  const unknown = result.exitCode === 2 && result.errors.includes("unrecognized arguments");
  return unknown && command.older !== undefined ? runAsKnown(az, command.older, report) : result;
}
