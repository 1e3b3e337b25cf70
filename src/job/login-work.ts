import path from "node:path";
import { type AzOpening, openAz } from "../az/az.ts";
import type { Az } from "../az/serving-az.ts";
import type { Host } from "../host/host.ts";
import type { Identity } from "../identity/identity.ts";
import { bearerOf } from "../inputs/credential.ts";
import type { Inputs } from "../inputs/inputs.ts";
import type { Deadline } from "../io/deadline.ts";
import { allOrFirstFailure } from "../io/first-failure.ts";
import { isOver } from "../io/lives.ts";
import { type KeepPrivate, keepPrivate } from "../io/private-places.ts";
import { processes } from "../io/processes.ts";
import { sharedFiles } from "../io/shared-files.ts";
import { UNRECORDED } from "../journal/kind.ts";
import type { Renewal } from "../renewal/renewal.ts";
import { type CredentialFiles, writeCredentialFiles } from "../results/credential-files.ts";
import { exportResults } from "../results/export-results.ts";
import type { Results } from "../results/exports.ts";
import { samplesOf, writeSamples } from "../results/sample-config.ts";
import { discoverStamp, type Stamp } from "../stamp/stamp.ts";
import type { Bundle } from "../trust/bundle/bundle.ts";
import { type JobTrust, openTrust } from "../trust/job-trust.ts";
import { readPresentedRoot } from "../trust/presented-root.ts";
import { inJobFolder } from "./in-job-folder.ts";
import { type JobFolder, markComplete } from "./job-folder.ts";
import { prove } from "./prove.ts";
import type { Stage } from "./stages.ts";

/** What the stages of a login need. */
interface Login {
  readonly inputs: Inputs;
  readonly host: Host;
  readonly stage: Stage;
  readonly deadline: Deadline;
  readonly now: Date;
  readonly keep: KeepPrivate;
}

/** The same, once the job has a folder. */
interface Job extends Login {
  readonly journal: JobFolder;
}

/**
 * Logs in with inputs that have been checked, as far as that is possible without the stamp.
 *
 * @returns a function that reports the results in the log and in the job's summary
 * @throws Failure
 */
export async function logInWith(
  inputs: Inputs,
  host: Host,
  stage: Stage,
  deadline: Deadline,
  now: Date,
): Promise<() => Promise<void>> {
  // Unrecorded: there is no journal yet, and these processes change only the job's own new files.
  const keep = keepPrivate(processes(host.environment, UNRECORDED, deadline.signal), host.environment);
  const login = await withPresentedRoot({ inputs, host, stage, deadline, now, keep });
  const results = await inJobFolder(host, now, keep, (journal) => logIn({ ...login, journal }));
  markComplete(host);
  return async () => {
    // Loaded only if there is something to report.
    const { inOneLine, summarize } = await import("../results/summary.ts");
    host.info(inOneLine(results));
    await summarize(results, host).catch((error: Error) => host.warning(`No job summary: ${error.message}`));
  };
}

/** With a fingerprint but no certificate, reads the root from the endpoint, before az is started, which needs it. */
async function withPresentedRoot(login: Login): Promise<Login> {
  const { inputs, host, stage, deadline, now } = login;
  const { caFingerprint, roots, warnings } = inputs;
  if (caFingerprint === undefined || roots.length > 0) return login;
  const network = { environment: host.environment, signal: deadline.signal };
  const presented = await stage(
    "root",
    () => readPresentedRoot(inputs, caFingerprint, network, now),
    ({ root }) => root.subject,
  );
  return { ...login, inputs: { ...inputs, roots: [presented.root], warnings: [...warnings, ...presented.warnings] } };
}

/** The job itself: the stamp accepts the credential before anything outside the job's folder is touched. */
async function logIn(job: Job): Promise<Results> {
  const { inputs, host, journal } = job;
  if (inputs.credential.kind === "certificate") host.mask(inputs.credential.certificate.privateKey);
  for (const warning of inputs.warnings) host.warning(warning);
  const { trust, opening } = await open(job);
  try {
    const { stamp, identity, az } = await proveToStamp(job, opening);
    for (const warning of await trust.write(az.description?.certifi)) host.warning(warning);
    const files = await writeFiles(job, stamp, identity);
    const bundle = await applyLogin(job, trust, az, identity, () => opening.logIn(az, stamp, identity, files?.pem));
    await opening.finish(az, identity.profile);
    const results: Results = {
      inputs,
      stamp,
      identity,
      az,
      bundle,
      files,
      renewal: await renewalOf(job, identity, az),
    };
    await exportResults(results, host, journal);
    return results;
  } finally {
    await opening.close();
  }
}

/** Trusts the roots in this process, and starts an az that may serve. */
async function open({ inputs, host, journal, deadline, now }: Job): Promise<{ trust: JobTrust; opening: AzOpening }> {
  const { environment } = host;
  const started = processes(environment, journal, deadline.signal);
  const shared = sharedFiles(started, path.basename(journal.folder), journal);
  const machine = { shared, processes: started, environment, folder: journal.folder, now, isOver };
  const trust = await openTrust(inputs, host, journal, machine);
  const opened = await openAz(inputs, trust.bundle, journal, machine, host, deadline);
  const opening: AzOpening = {
    ...opened,
    // az runs no command before the file with its roots is written.
    async serving(need) {
      const az = await opened.serving(need);
      await trust.write(az.description?.certifi);
      return az;
    },
  };
  return { trust, opening };
}

/** Reads the stamp's metadata, proves the credential there, and finds an az that suits both. */
async function proveToStamp({ inputs, host, stage, deadline }: Job, opening: AzOpening) {
  const network = { environment: host.environment, signal: deadline.signal, roots: inputs.roots };
  const stamp = await stage(
    "stamp",
    () => discoverStamp(inputs, network),
    ({ endpoint, tenant, authority }) => `${endpoint}, tenant ${tenant} at ${authority.loginEndpoint}`,
  );
  const { identity, az } = await stage(
    "identity",
    () => prove(inputs, stamp, opening, host, network, deadline),
    ({ identity: { subscription, profile } }) =>
      `${bearerOf(inputs.credential)} in ${subscription === undefined ? "no subscription" : `"${subscription.name}"`}, profile ${profile}`,
  );
  for (const warning of identity.warnings) host.warning(warning);
  for (const assumed of identity.assumed) host.info(assumed);
  return { stamp, identity, az: az ?? (await opening.serving(identity)) };
}

/** Writes the files of a certificate credential, and the one for the samples if `sample-config` is set. */
async function writeFiles(
  { inputs, host, stage, journal, keep }: Job,
  { endpoint }: Stamp,
  identity: Identity,
): Promise<CredentialFiles | undefined> {
  const { credential, sampleConfig } = inputs;
  const files = await writeCredentialFiles(credential, journal.folder);
  if (sampleConfig !== undefined) {
    const config = samplesOf(credential, identity, endpoint, files);
    const write = () => writeSamples(sampleConfig, config, journal, host.warning, keep);
    await stage("sample-config", write, () => sampleConfig);
  }
  return files;
}

/** Does what can be done in parallel: az's login, trust stores, resource providers. @returns the bundle to export */
async function applyLogin(
  { stage, deadline }: Job,
  trust: JobTrust,
  az: Az,
  { registerProviders }: Identity,
  logInAz: () => Promise<void>,
): Promise<Bundle | undefined> {
  const stop = new AbortController();
  const azLogin = stage("az", logInAz, () => {
    return `${az.description?.version ?? "of unknown version"} (${az.path}) logged in`;
  });
  // In parallel with az's login, which mostly waits: making Java's trust store takes 20 ms.
  const exported = trust.finish(azLogin);
  const work = [
    stage(
      "trust",
      () => trust.store(az.description?.certifi),
      (lines) => lines.join("; ") || "no trust store of this machine changed",
    ),
    azLogin,
    exported,
    // Last, so that it is the other part's failure that is reported: this part is aborted when another one fails.
    ...(registerProviders === undefined
      ? []
      : [stage("providers", () => deadline.aside(() => registerProviders(stop.signal)), String)]),
  ];
  await allOrFirstFailure(work, stop);
  return exported;
}

/** Loads the renewal module for ID tokens only. */
async function renewalOf(
  { inputs, host, journal, now }: Job,
  identity: Identity,
  az: Az,
): Promise<Renewal | undefined> {
  const { credential } = inputs;
  if (credential.kind !== "oidc") return undefined;
  const { keepIdToken } = await import("../renewal/renewal.ts");
  return keepIdToken(credential, identity, az, host, journal.folder, now);
}
