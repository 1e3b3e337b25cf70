import type { Identity } from "../identity/identity.ts";
import type { Inputs } from "../inputs/inputs.ts";
import type { Stamp } from "../stamp/stamp.ts";
import type { Az } from "./az.ts";
import { type AzCommand, type CommandResult, login, registerCloud, setCloud, setSubscription } from "./commands.ts";
import { explain } from "./failures.ts";
import { hasCloud } from "./machine-config.ts";
import { azTraits } from "./versions.ts";

/**
 * Registers the stamp, makes it the active cloud, logs in and chooses the subscription.
 *
 * @param pemPath file of a certificate credential
 * @param report told what az wrote beside its results
 * @throws Failure `AZS502` to `AZS505`
 */
export async function logInAz(
  az: Az,
  inputs: Inputs,
  stamp: Stamp,
  identity: Identity,
  pemPath: string | undefined,
  report: (line: string) => void,
): Promise<void> {
  const traits = azTraits(az.description?.version);
  const exists = !inputs.isolate && (await hasCloud(az.configFolder, inputs.cloudName));
  const commands = [
    registerCloud(inputs, stamp, identity, traits, exists),
    setCloud(inputs.cloudName),
    login(inputs, identity, traits, pemPath),
    ...(identity.subscription === undefined ? [] : [setSubscription(identity.subscription.id)]),
  ];
  for (const command of commands) {
    const result = await runAsKnown(az, command);
    report(`az ${command.name}: exit code ${result.exitCode}\n${result.errors}`);
    if (result.exitCode !== 0) throw explain(command, result, az.path, identity);
  }
}

async function runAsKnown(az: Az, command: AzCommand): Promise<CommandResult> {
  const result = await az.run(command);
  const unknown = result.exitCode === 2 && /unrecognized arguments/.test(result.errors);
  return unknown && command.older !== undefined ? az.run(command.older) : result;
}
