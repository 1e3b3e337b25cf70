import path from "node:path";
import { azFailures } from "../../errors/az.ts";
import type { Environment, Host } from "../../host/host.ts";
import { createPrivateFolder } from "../../io/files.ts";
import { homeOf } from "../../io/home.ts";
import type { Life } from "../../io/lives.ts";
import { proxyForPython } from "../../io/proxy.ts";
import type { SharedFiles } from "../../io/shared-files.ts";
import type { Recorder } from "../../journal/kind.ts";
import type { Profile } from "../../stamp/profiles.ts";
import { type IndexedAz, startWithIndex } from "./command-index.ts";
import { claimMachineConfig } from "./config-claim.ts";
import { recordChangedConfig, recordMachineConfig } from "./machine-config.ts";
import { type Facts, type LaterSettings, laterSettings, ownSettings } from "./settings.ts";

/** The inputs that az's configuration depends on. */
export interface ConfigureOptions {
  /** The job has a configuration folder of its own. */
  readonly isolate: boolean;
  readonly cloudName: string;
}

/** The job that az is configured for. */
export interface Job extends Recorder {
  readonly folder: string;
  readonly life: Life;
}

/** Where az keeps its configuration in this job, and the variables it is started with. */
export interface Configuration {
  readonly folder: string;
  /** Variables of the step's own az; undefined removes a variable. */
  readonly own: Environment;
  /** Variables for later steps. */
  readonly later: LaterSettings;
  /** The job's Python variables, which az's launcher inherits if only the launcher is known. */
  readonly pythonVariables: readonly string[];
  /**
   * Leaves the configuration to later steps.
   *
   * @param closed resolves when the step's az has ended: az up to 2.29 writes the credential then
   */
  finish(az: IndexedAz & { readonly installed: boolean }, profile: Profile, closed: Promise<void>): Promise<void>;
}

type ConfiguredHost = Pick<Host, "environment" | "setAside" | "toolCache">;

/**
 * Creates the job's configuration folder, or claims the machine's and saves a copy to restore from.
 *
 * @param bundle CA bundle with the stamp's root, undefined if there is no root to add
 * @throws Failure `AZS516` to `AZS518`
 */
export async function configure(
  { isolate, cloudName }: ConfigureOptions,
  bundle: string | undefined,
  job: Job,
  shared: SharedFiles,
  { environment, setAside, toolCache }: ConfiguredHost,
): Promise<Configuration> {
  const machineFolder = machineFolderOf(environment);
  const folder = isolate ? path.join(job.folder, "azure") : (machineFolder ?? noHome());
  if (isolate) await createPrivateFolder(folder);
  else {
    await claimMachineConfig(folder, job, shared, new Date());
    await recordMachineConfig(folder, job);
  }
  const extensionFolder = extensionFolderOf(environment);
  const facts: Facts = { configFolder: folder, machineFolder, extensionFolder, cloudName };
  return {
    folder,
    own: {
      ...ownSettings(facts, environment),
      ...proxyForPython(environment),
      // az up to 2.30 logs the device code as a warning, and a configuration file may suppress warnings.
      AZURE_CORE_ONLY_SHOW_ERRORS: "false",
      ...(bundle === undefined ? {} : { REQUESTS_CA_BUNDLE: bundle }),
    },
    later: laterSettings(facts, (name) => setAside[name] ?? environment[name]),
    pythonVariables: Object.keys(environment).filter((name) => /^PYTHON(?:HOME|PATH|USERBASE)$/i.test(name)),
    async finish(az, profile, closed) {
      if (isolate) return startWithIndex(az, profile, job, { toolCache, environment });
      await closed;
      await recordChangedConfig(folder, job);
    },
  };
}

/**
 * az's own folder (azure-cli-core, _environment.py), as an absolute path, since later steps have other working folders;
 * undefined for a user without a home.
 */
function machineFolderOf(environment: Environment): string | undefined {
  const home = homeOf(environment);
  const folder = environment["AZURE_CONFIG_DIR"] || (home === undefined ? undefined : path.join(home, ".azure"));
  return folder === undefined ? undefined : path.resolve(folder);
}

/** Undefined for a user without a home, who has no extensions: az then installs them into the job's folder. */
function extensionFolderOf(environment: Environment): string | undefined {
  const folder = machineFolderOf(environment);
  return environment["AZURE_EXTENSION_DIR"] || (folder === undefined ? undefined : path.join(folder, "cliextensions"));
}

function noHome(): never {
  throw azFailures.noHome({});
}
