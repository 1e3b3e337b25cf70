import { homedir } from "node:os";
import path from "node:path";
import { azFailures } from "../errors/az.ts";
import type { Environment } from "../host/host.ts";
import type { Identity } from "../identity/identity.ts";
import type { Inputs } from "../inputs/inputs.ts";
import { createPrivateFolder } from "../io/files.ts";
import type { Processes } from "../io/processes.ts";
import type { Journal } from "../journal.ts";
import type { Stamp } from "../stamp/stamp.ts";
import {
  type AzCommand,
  azTraits,
  type CommandResult,
  login,
  registerCloud,
  setCloud,
  setSubscription,
} from "./commands.ts";
import { explain } from "./failures.ts";
import { type LocatedAz, locateAz } from "./locate.ts";
import { hasCloud, recordMachineConfig } from "./machine-config.ts";
import { type AzDescription, type AzSession, startSession } from "./session.ts";

/** An az that is ready to take commands. */
export interface Az {
  readonly path: string;
  readonly configFolder: string;
  /** Variables under which az runs, in this step and in later ones. */
  readonly variables: Readonly<Record<string, string>>;
  /** What its Python says of it; undefined when its Python is not known. */
  readonly description: Promise<AzDescription | undefined>;
  run(command: AzCommand): Promise<CommandResult>;
  close(): Promise<void>;
}

/**
 * Finds az and starts its Python, which imports az while the step asks the stamp and the authority.
 *
 * @param bundle CA bundle with the stamp's root, undefined when there is none to add; the file may come later
 * @throws Failure `AZS501`
 */
export async function openAz(
  inputs: Pick<Inputs, "azPath" | "isolate">,
  bundle: string | undefined,
  journal: Journal,
  processes: Processes,
  environment: Environment,
): Promise<Az> {
  const located = await locateAz(inputs.azPath, environment);
  if (located === undefined) {
    throw azFailures.missing({ where: inputs.azPath === undefined ? "on the runner's PATH" : `at ${inputs.azPath}` });
  }
  const machineFolder = environment["AZURE_CONFIG_DIR"] || path.join(homedir(), ".azure");
  const configFolder = inputs.isolate ? path.join(journal.folder, "azure") : machineFolder;
  if (inputs.isolate) await createPrivateFolder(configFolder);
  else await recordMachineConfig(configFolder, journal);

  const variables = {
    AZURE_CONFIG_DIR: configFolder,
    // A private configuration folder would hide the extensions that the machine has.
    AZURE_EXTENSION_DIR: environment["AZURE_EXTENSION_DIR"] || path.join(machineFolder, "cliextensions"),
    AZURE_CORE_COLLECT_TELEMETRY: "false",
    // az 2.54 and later: do not ask login.microsoftonline.com whether the stamp's authority exists.
    AZURE_CORE_INSTANCE_DISCOVERY: "false",
  };
  const own = {
    ...variables,
    // What turns az's verification off, if the job set it (azure-cli-core, util.py).
    AZURE_CLI_DISABLE_CONNECTION_VERIFICATION: "",
    ...(bundle === undefined ? {} : { REQUESTS_CA_BUNDLE: bundle }),
  };
  return { path: located.path, configFolder, variables, ...(await runner(located, own, processes)) };
}

type Runner = Pick<Az, "description" | "run" | "close">;

/** One interpreter for all commands where az's Python is known, else one process a command. */
async function runner(located: LocatedAz, variables: Record<string, string>, processes: Processes): Promise<Runner> {
  const single = singleProcesses(located.path, variables, processes);
  if (located.python === undefined) return single;
  const session = await startSession(located.python, variables, processes).catch(() => undefined);
  return session === undefined ? single : { ...session, run: (command) => runIn(session, single, command) };
}

async function runIn(session: AzSession, otherwise: Runner, command: AzCommand): Promise<CommandResult> {
  return (await session.description) === undefined ? otherwise.run(command) : session.run(command);
}

function singleProcesses(az: string, variables: Record<string, string>, processes: Processes): Runner {
  return {
    description: Promise.resolve(undefined),
    async run({ args, input }) {
      const { exitCode, stderr } = await processes.run(az, args, {
        environment: variables,
        ...(input === undefined ? {} : { input }),
      });
      return { exitCode, errors: stderr, stopped: exitCode === -1 };
    },
    close: async () => undefined,
  };
}

/**
 * Checks that this az knows the profile, before the machine is changed for it.
 *
 * @returns what az's Python says of it
 * @throws Failure `AZS502`
 */
export async function requireProfile(az: Az, { profile }: Identity): Promise<AzDescription | undefined> {
  const described = await az.description;
  if (described !== undefined && !described.profiles.includes(profile)) {
    throw azFailures.profileUnknown({
      az: az.path,
      version: described.version,
      profile,
      known: described.profiles.join(", "),
    });
  }
  return described;
}

/**
 * Registers the stamp, makes it the active cloud, logs in and chooses the subscription.
 *
 * @param pemPath file of a certificate credential
 * @param report told what az wrote beside its results
 * @throws Failure `AZS502` to `AZS505`, `AZS407`
 */
export async function logInAz(
  az: Az,
  inputs: Inputs,
  stamp: Stamp,
  identity: Identity,
  pemPath: string | undefined,
  report: (line: string) => void,
): Promise<void> {
  const traits = azTraits((await az.description)?.version);
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
