import { azFailures } from "../errors/az.ts";
import type { Recorder } from "../journal/kind.ts";
import type { Installation } from "../provision/install.ts";
import { findProvisioned, type InstallFolders, type ProvisionedAz, provision } from "../provision/provision.ts";
import type { LocatedAz, PythonCommand } from "./find/locate.ts";
import type { OneAtATime, RunningAz } from "./run/run.ts";
import type { AzDescription } from "./run/session.ts";

/** What is needed to install an az, besides its version. */
export interface InstallationTools {
  readonly installFolders: InstallFolders;
  readonly journal: Recorder;
  readonly installation: Omit<Installation, "version" | "profile" | "locked" | "folder">;
}

/** A running az that azs-login installed. */
export interface RunningInstallation {
  readonly path: string;
  readonly python: PythonCommand | undefined;
  readonly started: RunningAz;
  readonly description: AzDescription;
}

/** The installed az of a version, ready to be started; undefined if there is none. */
export async function presentInstallation(
  version: string,
  installFolders: InstallFolders,
): Promise<LocatedAz | undefined> {
  const present = await findProvisioned(version, installFolders);
  return present && asLocated(present);
}

/**
 * Starts the installed az of a version; installs it if it is missing or damaged.
 *
 * @param profile API profile whose modules are compiled at installation
 * @throws Failure `AZS507`, `AZS520` to `AZS526`
 */
export async function runInstallation(
  version: string,
  profile: string,
  running: OneAtATime,
  tools: InstallationTools,
): Promise<RunningInstallation> {
  const present = await findProvisioned(version, tools.installFolders);
  if (present?.isIntact()) {
    await present.markUsed(new Date());
    // Other jobs use this installation: if its Python ended, say for lack of memory, try again, but remove nothing.
    return (await started(present, running)) ?? (await mustStart(present, running));
  }
  if (present !== undefined) tools.installation.report(`az: the installation at ${present.path} is damaged`);
  await running.close();
  const installation = { ...tools.installation, profile };
  return mustStart(await provision(version, present, tools.installFolders, tools.journal, installation), running);
}

async function mustStart(az: ProvisionedAz, running: OneAtATime): Promise<RunningInstallation> {
  const installation = await started(az, running);
  if (installation === undefined) throw azFailures.doesNotStart({ az: az.path });
  return installation;
}

async function started(az: ProvisionedAz, running: OneAtATime): Promise<RunningInstallation | undefined> {
  const located = asLocated(az);
  const one = await running.use(located);
  const description = await one.description;
  if (description !== undefined) return { ...located, started: one, description };
  await running.close();
  return undefined;
}

function asLocated({ path, python }: ProvisionedAz): LocatedAz {
  return { path, python: { file: python, flags: ["-I"], environment: {} } };
}
