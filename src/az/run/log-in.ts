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

/** What the user wants of the login in az. */
export interface AzLoginOptions extends CloudOptions {
  readonly credential: Credential;
  readonly allowNoSubscriptions: boolean;
  /** The configuration is the job's own: there is no cloud in it yet. */
  readonly isolate: boolean;
}

/** Who logs in, and to what. */
export interface Bearer {
  readonly tenantId: string;
  readonly subscription: { readonly id: string } | undefined;
  readonly profile: Profile;
}

/** Told what az wrote beside its results. */
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
 * Logs in and chooses the subscription. A person is logged in already; only now it is known with which profile.
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
    // Asked for only now: az must have one that does not expire on the way.
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

/** Runs a command; again in its older form when this az does not know its arguments. */
export async function runAsKnown(az: CommandedAz, command: AzCommand, report: Report): Promise<CommandResult> {
  const result = await az.run(command);
  report(`az ${command.name}: exit code ${result.exitCode}\n${abridged(result.errors)}`);
  const unknown = result.exitCode === 2 && result.errors.includes("unrecognized arguments");
  return unknown && command.older !== undefined ? runAsKnown(az, command.older, report) : result;
}
