import type { Identity } from "../identity/identity.ts";
import type { Inputs } from "../inputs/inputs.ts";
import type { Profile } from "../stamp/profiles.ts";
import type { Stamp } from "../stamp/stamp.ts";
import type { Az } from "./az.ts";
import { type AzCommand, type CommandResult, login, registerCloud, setCloud, setSubscription } from "./commands.ts";
import { abridged, explain } from "./failures.ts";
import { hasCloud } from "./machine-config.ts";
import { azTraits } from "./versions.ts";

/** Told what az wrote beside its results. */
export type Report = (line: string) => void;

/**
 * Registers the stamp as a cloud and makes it the active one.
 *
 * @throws Failure `AZS502` to `AZS505`
 */
export async function setUpCloud(
  az: Az,
  inputs: Inputs,
  stamp: Stamp,
  profile: Profile,
  report: Report,
): Promise<void> {
  const traits = azTraits(az.description?.version);
  const exists = !inputs.isolate && (await hasCloud(az.configFolder, inputs.cloudName));
  const commands = [registerCloud(inputs, stamp, profile, traits, exists), setCloud(inputs.cloudName)];
  for (const command of commands) await mustRun(az, command, profile, report);
}

/**
 * Logs in and chooses the subscription. A person is logged in already; only now it is known with which profile.
 *
 * @param pemPath file of a certificate credential
 * @throws Failure `AZS502` to `AZS505`, `AZS416`
 */
export async function logInAz(
  az: Az,
  inputs: Inputs,
  stamp: Stamp,
  identity: Identity,
  pemPath: string | undefined,
  report: Report,
): Promise<void> {
  const { credential } = inputs;
  const { profile, subscription } = identity;
  if (credential.kind === "device-code") {
    await mustRun(az, setCloud(inputs.cloudName, profile), profile, report);
  } else {
    await setUpCloud(az, inputs, stamp, profile, report);
    // Asked for only now: az must have one that does not expire on the way.
    const proof = credential.kind === "oidc" ? await credential.assertion() : pemPath;
    const command = login({ ...inputs, credential }, identity, azTraits(az.description?.version), proof);
    await mustRun(az, command, profile, report);
  }
  if (subscription !== undefined) await mustRun(az, setSubscription(subscription.id), profile, report);
}

async function mustRun(az: Az, command: AzCommand, profile: Profile, report: Report): Promise<void> {
  const result = await runAsKnown(az, command, report);
  if (result.exitCode !== 0) throw explain(command, result, az, profile);
}

/** Runs a command; again in its older form when this az does not know its arguments. */
export async function runAsKnown(az: Az, command: AzCommand, report: Report): Promise<CommandResult> {
  const result = await az.run(command);
  report(`az ${command.name}: exit code ${result.exitCode}\n${abridged(result.errors)}`);
  const unknown = result.exitCode === 2 && result.errors.includes("unrecognized arguments");
  return unknown && command.older !== undefined ? runAsKnown(az, command.older, report) : result;
}
