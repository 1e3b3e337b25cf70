import path from "node:path";
import { type AzOpening, openAz } from "../az/az.ts";
import type { Az } from "../az/serving-az.ts";
import type { Host } from "../host/host.ts";
import type { Identity } from "../identity/identity.ts";
import { bearerOf, type Credential } from "../inputs/credential.ts";
import type { Inputs } from "../inputs/inputs.ts";
import type { Deadline } from "../io/deadline.ts";
import { allOrFirstFailure } from "../io/first-failure.ts";
import { isOver } from "../io/lives.ts";
import { type KeepPrivate, keepPrivate } from "../io/private-places.ts";
import { processes } from "../io/processes.ts";
import { sharedFiles } from "../io/shared-files.ts";
import { UNRECORDED } from "../journal/kind.ts";
import type { Renewal } from "../renewal/renewal.ts";
import { writeCredentialFiles } from "../results/credential-files.ts";
import { exportResults } from "../results/export-results.ts";
import type { Results } from "../results/exports.ts";
import { samplesOf, writeSamples } from "../results/sample-config.ts";
import { discoverStamp } from "../stamp/stamp.ts";
import { openTrust } from "../trust/job-trust.ts";
import { readPresentedRoot } from "../trust/presented-root.ts";
import {
  earlierFolder,
  forgetJobFolder,
  type JobFolder,
  markComplete,
  markIncomplete,
  openJobFolder,
} from "./job-folder.ts";
import { undoAll, undoDeadJobs } from "./logout.ts";
import { prove } from "./prove.ts";
import type { Stage } from "./stages.ts";

/**
 * Logs in with inputs that are right, as far as they can be known without the stamp.
 *
 * @returns what reports the results in the log and in the job's summary
 * @throws Failure
 */
export async function logInWith(
  given: Inputs,
  host: Host,
  stage: Stage,
  deadline: Deadline,
  now: Date,
): Promise<() => Promise<void>> {
  const inputs = await withPresentedRoot(given, host, stage, deadline, now);
  // There is no journal yet, and what these change is the job's own new files.
  const unrecorded = processes(host.environment, UNRECORDED, deadline.signal);
  const keep = keepPrivate(unrecorded, host.environment);
  const results = await withJournal(host, now, keep, (journal) =>
    logIn(inputs, host, journal, keep, stage, deadline, now),
  );
  markComplete(host);
  return async () => {
    // Read when there is something to report.
    const { inOneLine, summarize } = await import("../results/summary.ts");
    host.info(inOneLine(results));
    await summarize(results, host).catch((error: Error) => host.warning(`No job summary: ${error.message}`));
  };
}

/** With a fingerprint and no certificate the root comes from the endpoint, before az is started, which needs to know it. */
async function withPresentedRoot(
  inputs: Inputs,
  host: Host,
  stage: Stage,
  { signal }: Deadline,
  now: Date,
): Promise<Inputs> {
  const { caFingerprint, roots, warnings } = inputs;
  if (caFingerprint === undefined || roots.length > 0) return inputs;
  const presented = await stage(
    "root",
    () => readPresentedRoot(inputs, caFingerprint, { environment: host.environment, signal }, now),
    ({ root }) => root.subject,
  );
  return { ...inputs, roots: [presented.root], warnings: [...warnings, ...presented.warnings] };
}

/** The job itself: the stamp accepts the credential before anything outside the job's folder is touched. */
async function logIn(
  inputs: Inputs,
  host: Host,
  journal: JobFolder,
  keep: KeepPrivate,
  stage: Stage,
  deadline: Deadline,
  now: Date,
): Promise<Results> {
  const { environment } = host;
  const { roots, credential, sampleConfig } = inputs;
  const network = { environment, signal: deadline.signal, roots };
  const started = processes(environment, journal, deadline.signal);
  const shared = sharedFiles(started, path.basename(journal.folder), journal);
  const machine = { shared, processes: started, environment, folder: journal.folder, now, isOver };
  if (credential.kind === "certificate") host.mask(credential.certificate.privateKey);
  for (const warning of inputs.warnings) host.warning(warning);

  const trust = await openTrust(inputs, host, journal, machine);
  const opened = await openAz(inputs, trust.bundle, journal, machine, host, deadline);
  const opening: AzOpening = {
    ...opened,
    // No command of az comes before the file with its roots.
    async serving(need) {
      const az = await opened.serving(need);
      await trust.write(az.description?.certifi);
      return az;
    },
  };
  try {
    const stamp = await stage(
      "stamp",
      () => discoverStamp(inputs, network),
      ({ endpoint, tenant, authority }) => `${endpoint}, tenant ${tenant} at ${authority.loginEndpoint}`,
    );
    const { identity, ...proven } = await stage(
      "identity",
      () => prove(inputs, stamp, opening, host, network, deadline),
      ({ identity: { subscription, profile } }) =>
        `${bearerOf(credential)} in ${subscription === undefined ? "no subscription" : `"${subscription.name}"`}, profile ${profile}`,
    );
    for (const warning of identity.warnings) host.warning(warning);
    for (const assumed of identity.assumed) host.info(assumed);
    const az = proven.az ?? (await opening.serving(identity));
    for (const warning of await trust.write(az.description?.certifi)) host.warning(warning);
    const files = await writeCredentialFiles(credential, journal.folder);
    if (sampleConfig !== undefined) {
      const config = samplesOf(credential, identity, stamp.endpoint, files);
      const write = () => writeSamples(sampleConfig, config, journal, host.warning, keep);
      await stage("sample-config", write, () => sampleConfig);
    }

    const { registerProviders } = identity;
    const stop = new AbortController();
    const azLogin = stage(
      "az",
      () => opening.logIn(az, stamp, identity, files?.pem),
      () => `${az.description?.version ?? "of unknown version"} (${az.path}) logged in`,
    );
    const exported = trust.finish(azLogin);
    const work = [
      stage(
        "trust",
        () => trust.store(az.description?.certifi),
        (lines) => lines.join("; ") || "no trust store of this machine changed",
      ),
      azLogin,
      // Beside az's login, which mostly waits: Java's trust store takes 20 ms.
      exported,
      // Last: it ends when another part fails, and that part's failure is the one to report.
      ...(registerProviders === undefined
        ? []
        : [stage("providers", () => deadline.aside(() => registerProviders(stop.signal)), String)]),
    ];
    await allOrFirstFailure(work, stop);
    await opening.finish(az, identity.profile);

    const renewal =
      credential.kind === "oidc" ? await renewed(credential, identity, az, host, journal, now) : undefined;
    const results: Results = { inputs, stamp, identity, az, bundle: await exported, files, renewal };
    await exportResults(results, host, journal);
    return results;
  } finally {
    await opening.close();
  }
}

/** Read for ID tokens only. */
async function renewed(
  credential: Extract<Credential, { readonly kind: "oidc" }>,
  identity: Identity,
  az: Az,
  host: Host,
  { folder }: JobFolder,
  now: Date,
): Promise<Renewal> {
  const { keepIdToken } = await import("../renewal/renewal.ts");
  return keepIdToken(credential, identity, az, host, folder, now);
}

async function withJournal<T>(
  host: Host,
  now: Date,
  keep: KeepPrivate,
  work: (journal: JobFolder) => Promise<T>,
): Promise<T> {
  // Azure Pipelines runs a step again (retryCountOnTaskFailure), and post would know the last try's folder only.
  const earlier = earlierFolder(host);
  if (earlier !== undefined) {
    await undoAll(earlier, host, now);
    markIncomplete(host);
  }
  await undoDeadJobs(host, now);
  const journal = await openJobFolder(host, keep).catch((error: unknown) => {
    forgetJobFolder(host);
    throw error;
  });
  try {
    const result = await work(journal);
    await journal.finish();
    await journal.close();
    return result;
  } catch (error) {
    await journal.close();
    await undoAll(journal.folder, host, now);
    throw error;
  }
}
