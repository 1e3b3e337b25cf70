import { azFailures } from "../errors/az.ts";
import type { Journal } from "../journal.ts";
import type { Installation } from "../provision/install.ts";
import { type Cellar, findProvisioned, type ProvisionedAz, provision } from "../provision/provision.ts";
import type { LocatedAz } from "./locate.ts";
import type { OneAtATime, RunningAz } from "./run.ts";
import type { AzDescription } from "./session.ts";

/** What installing an az takes beside its version. */
export interface Means {
  readonly cellar: Cellar;
  readonly record: Journal["record"];
  readonly installation: Omit<Installation, "version" | "profile" | "locked" | "folder">;
}

/** An az that azs-login installed, running. */
export interface RunningInstallation {
  readonly path: string;
  readonly started: RunningAz;
  readonly description: AzDescription;
}

/** The installed az of a version, if there is one, as something to start. */
export async function presentInstallation(version: string, cellar: Cellar): Promise<LocatedAz | undefined> {
  const present = await findProvisioned(version, cellar);
  return present && asLocated(present);
}

/**
 * Starts the installed az of a version; installs it where it is not there, or damaged.
 *
 * @param profile that it is to be quick in
 * @throws Failure `AZS507`, `AZS520` to `AZS526`
 */
export async function runInstallation(
  version: string,
  profile: string,
  running: OneAtATime,
  means: Means,
): Promise<RunningInstallation> {
  const present = await findProvisioned(version, means.cellar);
  if (present?.isIntact()) {
    await present.markUsed(new Date());
    // Whatever ended its Python, a full memory say, other jobs work with this installation: a second try, no removal.
    return (await started(present, running)) ?? (await mustStart(present, running));
  }
  if (present !== undefined) means.installation.report(`az: the installation at ${present.path} is damaged`);
  await running.close();
  const installation = { ...means.installation, profile };
  return mustStart(await provision(version, present, means.cellar, means.record, installation), running);
}

async function mustStart(az: ProvisionedAz, running: OneAtATime): Promise<RunningInstallation> {
  const installation = await started(az, running);
  if (installation === undefined) throw azFailures.doesNotStart({ az: az.path });
  return installation;
}

async function started(az: ProvisionedAz, running: OneAtATime): Promise<RunningInstallation | undefined> {
  const one = await running.use(asLocated(az));
  const description = await one.description;
  if (description !== undefined) return { path: az.path, started: one, description };
  await running.close();
  return undefined;
}

function asLocated({ path, python }: ProvisionedAz): LocatedAz {
  return { path, python: { file: python, flags: ["-I"], environment: {} } };
}
