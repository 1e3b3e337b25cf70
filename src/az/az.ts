import path from "node:path";
import { azFailures } from "../errors/az.ts";
import type { Environment, Host } from "../host/host.ts";
import type { Inputs } from "../inputs/inputs.ts";
import type { Deadline } from "../io/deadline.ts";
import { createPrivateFolder } from "../io/files.ts";
import { homeOf } from "../io/home.ts";
import type { Processes } from "../io/processes.ts";
import { proxyForPython } from "../io/proxy.ts";
import { sharedFiles } from "../io/shared-files.ts";
import type { Journal } from "../journal.ts";
import { chooseAz, findRunnerAz, mayInstall, mayStandIn, type RunnerAz, servesWholly, unfit } from "./choice.ts";
import { claimMachineConfig } from "./claim.ts";
import type { AzCommand, CommandResult } from "./commands.ts";
import { cannotInstall, servesHalf } from "./halves.ts";
import { type Means, presentInstallation, runInstallation } from "./installations.ts";
import type { PythonCommand } from "./locate.ts";
import { recordMachineConfig } from "./machine-config.ts";
import { oneAtATime, type RunningAz, startAz } from "./run.ts";
import type { AzDescription } from "./session.ts";
import { type Facts, laterSettings, ownSettings } from "./settings.ts";
import { shadows } from "./shadows.ts";
import { type Need, serves, versionFor } from "./versions.ts";

/** An az that takes commands and does what is needed. */
export interface Az {
  readonly path: string;
  /** How its launcher starts its Python; undefined when that is not known. */
  readonly python: PythonCommand | undefined;
  /** Installed by azs-login: later steps find it through PATH only. */
  readonly installed: boolean;
  readonly configFolder: string;
  /** Variables for later steps, and what those of them are to be that were not there, once the job is over. */
  readonly variables: Readonly<Record<string, string>>;
  readonly afterwards: Readonly<Record<string, string>>;
  /** What of the job's environment keeps later steps from using this az. */
  readonly warnings: readonly string[];
  /** Those of the job that its launcher is started with, where only the launcher is known. */
  readonly pythonVariables: readonly string[];
  /** What its Python says of it; undefined when its Python is not known. */
  readonly description: AzDescription | undefined;
  run(command: AzCommand): Promise<CommandResult>;
}

/** The az of a job: already starting if one that may serve is there, else installed once it is known what for. */
export interface AzOpening {
  /** @throws Failure `AZS501`, `AZS502`, `AZS506`, `AZS508`, `AZS514`, `AZS52x` */
  serving(need: Omit<Need, "msal">): Promise<Az>;
  close(): Promise<void>;
}

type AzHost = Pick<Host, "environment" | "setAside" | "toolCache" | "info" | "debug" | "warning">;
type AzInputs = Pick<Inputs, "azPath" | "azVersion" | "wheels" | "isolate" | "cloudName" | "profile" | "credential">;

/**
 * Finds az and starts its Python, which imports az while the step asks the stamp and the authority. Installs nothing.
 *
 * @param bundle CA bundle with the stamp's root, undefined when there is none to add; the file may come later
 * @param deadline installing an az, and a command that says how long it may take, do not count
 * @throws Failure `AZS501`, `AZS502`
 */
export async function openAz(
  inputs: AzInputs,
  bundle: string | undefined,
  journal: Journal,
  processes: Processes,
  host: AzHost,
  deadline: Deadline,
): Promise<AzOpening> {
  const runner = await findRunnerAz(inputs);
  const msal = inputs.credential.kind === "oidc" || inputs.credential.kind === "device-code";
  const first = chooseAz(inputs, runner, { profile: inputs.profile, msal });
  const home = await configure(inputs, bundle, journal, processes, host);
  const running = oneAtATime((az) => startAz(az, home.own, processes));
  const means: Means = {
    cellar: { toolCache: host.toolCache, jobFolder: journal.folder },
    record: journal.record,
    installation: {
      wheels: inputs.wheels,
      toolCache: host.toolCache,
      ownPython: runner?.python?.file,
      processes,
      report: host.info,
      debug: host.debug,
    },
  };
  const installed = async (version: string, { profile }: Pick<Need, "profile">): Promise<Az> => {
    const { started, ...rest } = await deadline.aside(() => runInstallation(version, profile, running, means));
    return { ...home, ...rest, installed: true, run: commander(started) };
  };
  const commander = (started: RunningAz) => (command: AzCommand) => {
    const run = () => started.run(command);
    return command.withinMs === undefined ? run() : deadline.aside(run);
  };

  /** Undefined: it does not do what is needed. */
  const runners = async ({ path: file, ...rest }: RunnerAz, need: Need): Promise<Az | undefined> => {
    const started = await running.use({ path: file, ...rest });
    const description = await started.description;
    if (description === undefined || doesServe(description, need)) {
      const warnings = [...home.warnings, ...(await shadows({ path: file, ...rest }, host.environment))];
      const python = description && rest.python;
      return { ...home, warnings, path: file, python, installed: false, description, run: commander(started) };
    }
    if (mayInstall(inputs)) return undefined;
    throw unfit(file, description.version, need, description.profiles);
  };
  /** In place of one that cannot be installed: better half of the commands than no login. */
  const insteadOf = async (version: string, why: unknown, need: Need): Promise<Az> => {
    const az = runner !== undefined && mayStandIn(inputs, runner, why, need) ? await runners(runner, need) : undefined;
    if (az === undefined) throw why;
    host.warning(cannotInstall(version, az, why, need));
    return az;
  };

  const present = first.from === "runner" ? first.az : await presentInstallation(first.version, means.cellar);
  if (present !== undefined) await running.use(present);
  return {
    async serving(wanted) {
      const need = { ...wanted, msal };
      const choice = chooseAz(inputs, runner, need);
      const own = choice.from === "runner" ? await runners(choice.az, need) : undefined;
      // An az whose Python alone tells its version is judged once it runs.
      if (own !== undefined && (!mayInstall(inputs) || servesWholly(own.description?.version, need))) {
        warnOf(own, need, host);
        return own;
      }
      const version = choice.from === "installation" ? choice.version : versionFor(need);
      const az = await installed(version, need).catch((error: unknown) => insteadOf(version, error, need));
      if (az.installed) warnOf(az, need, host);
      return az;
    },
    close: running.close,
  };
}

function doesServe({ version, profiles }: AzDescription, need: Need): boolean {
  return serves(version, need) !== false && profiles.some((name) => name === need.profile);
}

function warnOf(az: Az, need: Need, host: Pick<AzHost, "warning">): void {
  const text = servesHalf(az, need);
  if (text !== undefined) host.warning(text);
}

/** Makes the job's configuration folder, or keeps what undoes the changes to the machine's own. */
async function configure(
  { isolate, cloudName }: Pick<AzInputs, "isolate" | "cloudName">,
  bundle: string | undefined,
  journal: Journal,
  processes: Processes,
  { environment, setAside }: Pick<AzHost, "environment" | "setAside">,
) {
  const now = new Date();
  const machineFolder = machineFolderOf(environment);
  const configFolder = isolate ? path.join(journal.folder, "azure") : (machineFolder ?? noHome());
  if (isolate) await createPrivateFolder(configFolder);
  else {
    const shared = sharedFiles(processes, path.basename(journal.folder), (folder) =>
      journal.record({ undo: "lock", folder }),
    );
    await claimMachineConfig(configFolder, journal, shared, now);
    await recordMachineConfig(configFolder, journal);
  }
  const facts: Facts = { configFolder, machineFolder, extensionFolder: extensionFolderOf(environment), cloudName };
  const own = {
    ...ownSettings(facts, environment),
    ...proxyForPython(environment),
    // az up to 2.30 logs the device code as a warning, and a configuration file may forbid that.
    AZURE_CORE_ONLY_SHOW_ERRORS: "false",
    ...(bundle === undefined ? {} : { REQUESTS_CA_BUNDLE: bundle }),
  };
  const { values: variables, ...later } = laterSettings(facts, (name) => setAside[name] ?? environment[name]);
  const pythonVariables = Object.keys(environment).filter((name) => /^PYTHON(?:HOME|PATH|USERBASE)$/i.test(name));
  return { configFolder, variables, ...later, pythonVariables, own };
}

/**
 * az's own folder (azure-cli-core, _environment.py), for other working folders than this step's, too; undefined for a user
 * without a home.
 */
function machineFolderOf(environment: Environment): string | undefined {
  const home = homeOf(environment);
  const folder = environment["AZURE_CONFIG_DIR"] || (home === undefined ? undefined : path.join(home, ".azure"));
  return folder === undefined ? undefined : path.resolve(folder);
}

/** A user without a home, and so without extensions, gets them into the job's folder. */
function extensionFolderOf(environment: Environment): string | undefined {
  const folder = machineFolderOf(environment);
  return environment["AZURE_EXTENSION_DIR"] || (folder === undefined ? undefined : path.join(folder, "cliextensions"));
}

function noHome(): never {
  throw azFailures.noHome({});
}
