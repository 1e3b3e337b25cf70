import type { Host } from "../host/host.ts";
import type { Deadline } from "../io/deadline.ts";
import type { Processes } from "../io/processes.ts";
import type { SharedFiles } from "../io/shared-files.ts";
import type { Profile } from "../stamp/profiles.ts";
import type { Stamp } from "../stamp/stamp.ts";
import { type Wish as ConfigureWish, configure, type Job } from "./configure/configure.ts";
import { chooseAz, type Wish as FindWish, mayInstall, mayStandIn } from "./find/choice.ts";
import type { PythonCommand } from "./find/locate.ts";
import { cannotInstall, servesHalf } from "./find/partial-support.ts";
import { findRunnerAz, type RunnerAz } from "./find/runner-az.ts";
import { shadows } from "./find/shadows.ts";
import { type Suitability, suitabilityOf, unsuitable } from "./find/suitability.ts";
import { type Need, versionFor } from "./find/versions.ts";
import { type InstallationTools, presentInstallation, runInstallation } from "./installations.ts";
import type { AzCommand } from "./run/commands.ts";
import { type AzLoginWish, type Bearer, type CommandedAz, logInAz, setUpCloud } from "./run/log-in.ts";
import { oneAtATime, type RunningAz, startAz } from "./run/run.ts";
import type { AzDescription } from "./run/session.ts";

/** What the user wants of az. */
export interface AzWish extends FindWish, ConfigureWish, AzLoginWish {
  readonly profile: Need["profile"];
  /** Where to install az from; undefined: the index that uv or pip are set up for. */
  readonly wheels: InstallationTools["installation"]["wheels"];
}

/** An az that takes commands and does what is needed. */
export interface Az extends CommandedAz {
  /** How its launcher starts its Python; undefined when that is not known. */
  readonly python: PythonCommand | undefined;
  /** Installed by azs-login: later steps find it through PATH only. */
  readonly installed: boolean;
  /** Variables for later steps, and what those of them are to be that were not there, once the job is over. */
  readonly variables: Readonly<Record<string, string>>;
  readonly afterwards: Readonly<Record<string, string>>;
  /** What of the job's environment keeps later steps from using this az. */
  readonly warnings: readonly string[];
  /** What its Python says of it; undefined when its Python is not known. */
  readonly description: AzDescription | undefined;
}

/** The az of a job: already starting if one that may serve is there, else installed once it is known what for. */
export interface AzOpening {
  /** @throws Failure `AZS501`, `AZS502`, `AZS506`, `AZS508`, `AZS514`, `AZS52x` */
  serving(need: Omit<Need, "msal">): Promise<Az>;
  /** Registers the stamp as az's active cloud. @throws Failure `AZS502` to `AZS505` */
  setUpCloud(az: Az, stamp: Stamp, profile: Profile): Promise<void>;
  /** @param pem file of a certificate credential @throws Failure `AZS502` to `AZS505`, `AZS416` */
  logIn(az: Az, stamp: Stamp, bearer: Bearer, pem: string | undefined): Promise<void>;
  /** Ends az, and leaves its configuration to later steps. */
  finish(az: Az, profile: Profile): Promise<void>;
  close(): Promise<void>;
}

/** An az that runs, and how far it does what is needed. */
interface Judged {
  readonly az: Az;
  readonly suitability: Suitability;
}

type AzHost = Pick<Host, "environment" | "setAside" | "toolCache" | "info" | "debug" | "warning">;

/**
 * Finds az and starts its Python, which imports az while the step asks the stamp and the authority. Installs nothing.
 *
 * @param bundle CA bundle with the stamp's root, undefined when there is none to add; the file may come later
 * @param deadline installing an az, and a command that says how long it may take, do not count
 * @throws Failure `AZS501`, `AZS502`, `AZS516` to `AZS519`
 */
export async function openAz(
  wish: AzWish,
  bundle: string | undefined,
  job: Job,
  { processes, shared }: { readonly processes: Processes; readonly shared: SharedFiles },
  host: AzHost,
  deadline: Deadline,
): Promise<AzOpening> {
  const runner = await findRunnerAz(wish);
  const msal = wish.credential.kind === "oidc" || wish.credential.kind === "device-code";
  const first = chooseAz(wish, runner, { profile: wish.profile, msal });
  const configuration = await configure(wish, bundle, job, shared, host);
  const running = oneAtATime((az) => startAz(az, configuration.own, processes));
  const tools: InstallationTools = {
    cellar: { toolCache: host.toolCache, jobFolder: job.folder },
    journal: job,
    installation: {
      wheels: wish.wheels,
      toolCache: host.toolCache,
      ownPython: runner?.python?.file,
      processes,
      report: host.info,
      debug: host.debug,
    },
  };
  const { values: variables, ...later } = configuration.later;
  const { folder: configFolder, pythonVariables } = configuration;
  const configured = { configFolder, variables, ...later, pythonVariables };
  const commander = (started: RunningAz) => (command: AzCommand) => {
    const run = () => started.run(command);
    return command.withinMs === undefined ? run() : deadline.aside(run);
  };

  const installed = async (version: string, need: Need): Promise<Judged> => {
    const { started, ...rest } = await deadline.aside(() => runInstallation(version, need.profile, running, tools));
    const az = { ...configured, ...rest, installed: true, run: commander(started) };
    return { az, suitability: suitabilityOf(az.description.version, need) };
  };
  /** Undefined: it does not do what is needed. */
  const runners = async ({ path, ...rest }: RunnerAz, need: Need): Promise<Judged | undefined> => {
    const started = await running.use({ path, ...rest });
    const description = await started.description;
    const suitability = suitabilityOf(description?.version, need, description?.profiles);
    if (description === undefined || suitability.serves) {
      const warnings = [...configured.warnings, ...(await shadows({ path, ...rest }, host.environment))];
      const python = description && rest.python;
      const run = commander(started);
      return { suitability, az: { ...configured, warnings, path, python, installed: false, description, run } };
    }
    if (mayInstall(wish)) return undefined;
    throw unsuitable(path, description.version, need, description.profiles);
  };
  /** In place of one that cannot be installed: better half of the commands than no login. */
  const insteadOf = async (version: string, why: unknown, need: Need): Promise<Az> => {
    const own = runner !== undefined && mayStandIn(wish, runner, why, need) ? await runners(runner, need) : undefined;
    if (own === undefined) throw why;
    host.warning(cannotInstall(version, own.az, why, own.suitability));
    return own.az;
  };
  const warned = ({ az, suitability }: Judged): Az => {
    const text = servesHalf(az, suitability);
    if (text !== undefined) host.warning(text);
    return az;
  };

  const present = first.from === "runner" ? first.az : await presentInstallation(first.version, tools.cellar);
  if (present !== undefined) await running.use(present);
  return {
    async serving(wanted) {
      const need = { ...wanted, msal };
      const choice = chooseAz(wish, runner, need);
      const own = choice.from === "runner" ? await runners(choice.az, need) : undefined;
      // An az whose Python alone tells its version is judged once it runs.
      if (own !== undefined && (!mayInstall(wish) || own.suitability.wholly)) return warned(own);
      const version = choice.from === "installation" ? choice.version : versionFor(need);
      return installed(version, need).then(warned, (error: unknown) => insteadOf(version, error, need));
    },
    setUpCloud: (az, stamp, profile) => setUpCloud(az, wish, stamp, profile, host.debug),
    logIn: (az, stamp, bearer, pem) => logInAz(az, wish, stamp, bearer, pem, host.debug),
    finish: (az, profile) => configuration.finish(az, profile, running.close()),
    close: running.close,
  };
}
