import type { Host } from "../host/host.ts";
import type { Deadline } from "../io/deadline.ts";
import type { Processes } from "../io/processes.ts";
import type { SharedFiles } from "../io/shared-files.ts";
import type { Profile } from "../stamp/profiles.ts";
import type { Stamp } from "../stamp/stamp.ts";
import { type ConfigureOptions, configure, type Job } from "./configure/configure.ts";
import { chooseAz, type FindOptions } from "./find/choice.ts";
import { findRunnerAz } from "./find/runner-az.ts";
import type { Need } from "./find/versions.ts";
import { type InstallationTools, presentInstallation } from "./installations.ts";
import { type AzLoginOptions, type Bearer, logInAz, setUpCloud } from "./run/log-in.ts";
import { oneAtATime, startAz } from "./run/run.ts";
import { type Az, type AzContext, servingAz } from "./serving-az.ts";

/** The inputs that concern az. */
export interface AzOptions extends FindOptions, ConfigureOptions, AzLoginOptions {
  readonly profile: Need["profile"];
  /** Where to install az from; undefined: the index that uv or pip is configured to use. */
  readonly wheels: InstallationTools["installation"]["wheels"];
}

/** The az of a job. One that may serve starts at once; otherwise az is installed once the need is known. */
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

type AzHost = Pick<Host, "environment" | "setAside" | "toolCache" | "info" | "debug" | "warning">;

/**
 * Finds az and starts its Python, which imports az while the step queries stamp and authority. Installs nothing.
 *
 * @param bundle CA bundle with the stamp's root, undefined if there is no root to add; the file may be written later
 * @param deadline does not count the installation of an az, nor a command that has a time limit of its own
 * @throws Failure `AZS501`, `AZS502`, `AZS516` to `AZS519`
 */
export async function openAz(
  options: AzOptions,
  bundle: string | undefined,
  job: Job,
  { processes, shared }: { readonly processes: Processes; readonly shared: SharedFiles },
  host: AzHost,
  deadline: Deadline,
): Promise<AzOpening> {
  const runner = await findRunnerAz(options);
  const msal = options.credential.kind === "oidc" || options.credential.kind === "device-code";
  const first = chooseAz(options, runner, { profile: options.profile, msal });
  const configuration = await configure(options, bundle, job, shared, host);
  const running = oneAtATime((az) => startAz(az, configuration.own, processes));
  const tools: InstallationTools = {
    installFolders: { toolCache: host.toolCache, jobFolder: job.folder },
    journal: job,
    installation: {
      wheels: options.wheels,
      toolCache: host.toolCache,
      ownPython: runner?.python?.file,
      processes,
      report: host.info,
      debug: host.debug,
    },
  };
  const context: AzContext = { options, runner, configuration, running, tools, host, deadline };
  const present = first.from === "runner" ? first.az : await presentInstallation(first.version, tools.installFolders);
  if (present !== undefined) await running.use(present);
  return {
    serving: (need) => servingAz(context, { ...need, msal }),
    setUpCloud: (az, stamp, profile) => setUpCloud(az, options, stamp, profile, host.debug),
    logIn: (az, stamp, bearer, pem) => logInAz(az, options, stamp, bearer, pem, host.debug),
    finish: (az, profile) => configuration.finish(az, profile, running.close()),
    close: running.close,
  };
}
