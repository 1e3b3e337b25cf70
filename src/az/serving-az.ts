import type { Host } from "../host/host.ts";
import type { Deadline } from "../io/deadline.ts";
import type { Configuration } from "./configure/configure.ts";
import { chooseAz, type FindOptions, mayInstall, mayStandIn } from "./find/choice.ts";
import type { PythonCommand } from "./find/locate.ts";
import { cannotInstall, servesHalf } from "./find/partial-support.ts";
import type { RunnerAz } from "./find/runner-az.ts";
import { shadows } from "./find/shadows.ts";
import { type Suitability, suitabilityOf, unsuitable } from "./find/suitability.ts";
import { type Need, versionFor } from "./find/versions.ts";
import { type InstallationTools, runInstallation } from "./installations.ts";
import type { AzCommand } from "./run/commands.ts";
import type { CommandedAz } from "./run/log-in.ts";
import type { OneAtATime, RunningAz } from "./run/run.ts";
import type { AzDescription } from "./run/session.ts";

/** A running az that meets the need. */
export interface Az extends CommandedAz {
  /** How its launcher starts its Python; undefined if that is not known. */
  readonly python: PythonCommand | undefined;
  /** Installed by azs-login: later steps find it through PATH only. */
  readonly installed: boolean;
  /** Variables for later steps. */
  readonly variables: Readonly<Record<string, string>>;
  /** The values that these variables get when the job is over. */
  readonly afterwards: Readonly<Record<string, string>>;
  /** What in the job's environment keeps later steps from using this az. */
  readonly warnings: readonly string[];
  /** What its Python reports; undefined if its Python is not known. */
  readonly description: AzDescription | undefined;
}

/** What is needed to find, install and run the az of a job. */
export interface AzContext {
  readonly options: FindOptions;
  readonly runner: RunnerAz | undefined;
  readonly configuration: Configuration;
  readonly running: OneAtATime;
  readonly tools: InstallationTools;
  readonly host: Pick<Host, "environment" | "warning">;
  readonly deadline: Deadline;
}

/** A running az, and how far it meets the need. */
interface Judged {
  readonly az: Az;
  readonly suitability: Suitability;
}

/**
 * Returns a running az that meets the need: the runner's, or else an installed one.
 *
 * @throws Failure `AZS501`, `AZS502`, `AZS506`, `AZS508`, `AZS514`, `AZS52x`
 */
export async function servingAz(context: AzContext, need: Need): Promise<Az> {
  const { options, runner, host } = context;
  const choice = chooseAz(options, runner, need);
  const own = choice.from === "runner" ? await runners(choice.az, need, context) : undefined;
  // If only its Python knows the version of an az, it is judged once it runs.
  if (own !== undefined && (!mayInstall(options) || own.suitability.wholly)) return withWarning(own, host);
  const version = choice.from === "installation" ? choice.version : versionFor(need);
  return installed(version, need, context).then(
    (made) => withWarning(made, host),
    (error: unknown) => fallBackToRunner(version, error, need, context),
  );
}

async function installed(version: string, need: Need, context: AzContext): Promise<Judged> {
  const { running, tools, deadline } = context;
  const { started, ...rest } = await deadline.aside(() => runInstallation(version, need.profile, running, tools));
  const az = { ...configured(context), ...rest, installed: true, run: commander(started, deadline) };
  return { az, suitability: suitabilityOf(az.description.version, need) };
}

/** @returns undefined if the runner's az does not meet the need and another may be installed */
async function runners({ path, ...rest }: RunnerAz, need: Need, context: AzContext): Promise<Judged | undefined> {
  const { options, running, host, deadline } = context;
  const started = await running.use({ path, ...rest });
  const description = await started.description;
  const suitability = suitabilityOf(description?.version, need, description?.profiles);
  if (description === undefined || suitability.serves) {
    const shared = configured(context);
    const warnings = [...shared.warnings, ...(await shadows({ path, ...rest }, host.environment))];
    const python = description && rest.python;
    const run = commander(started, deadline);
    return { suitability, az: { ...shared, warnings, path, python, installed: false, description, run } };
  }
  if (mayInstall(options)) return undefined;
  throw unsuitable(path, description.version, need, description.profiles);
}

/** Falls back to the runner's az when installation failed: a login with half of the commands is better than none. */
async function fallBackToRunner(version: string, why: unknown, need: Need, context: AzContext): Promise<Az> {
  const { options, runner, host } = context;
  const mayServe = runner !== undefined && mayStandIn(options, runner, why, need);
  const own = mayServe ? await runners(runner, need, context) : undefined;
  if (own === undefined) throw why;
  host.warning(cannotInstall(version, own.az, why, own.suitability));
  return own.az;
}

function withWarning({ az, suitability }: Judged, host: AzContext["host"]): Az {
  const text = servesHalf(az, suitability);
  if (text !== undefined) host.warning(text);
  return az;
}

function configured({ configuration }: AzContext) {
  const { folder: configFolder, pythonVariables, later } = configuration;
  const { values: variables, ...rest } = later;
  return { configFolder, pythonVariables, variables, ...rest };
}

function commander(started: RunningAz, deadline: Deadline) {
  return (command: AzCommand) => {
    const run = () => started.run(command);
    return command.withinMs === undefined ? run() : deadline.aside(run);
  };
}
