import path from "node:path";
import { type AzOpening, openAz } from "./az/az.ts";
import { startWithIndex } from "./az/command-index.ts";
import { logInAz } from "./az/log-in.ts";
import { recordChangedConfig } from "./az/machine-config.ts";
import { writeCredentialFiles } from "./credential-files.ts";
import { exportResults, type Results } from "./exports.ts";
import type { Host } from "./host/host.ts";
import { proveIdentity } from "./identity/identity.ts";
import { registerProviders } from "./identity/providers.ts";
import { bearerOf } from "./inputs/credential.ts";
import type { Inputs } from "./inputs/inputs.ts";
import type { Deadline } from "./io/deadline.ts";
import { isOver } from "./io/lives.ts";
import { type KeepPrivate, keepPrivate } from "./io/private-places.ts";
import { processes } from "./io/processes.ts";
import { sharedFiles } from "./io/shared-files.ts";
import { allOrFirstFailure } from "./io/waiting.ts";
import { forgetJournal, type Journal, journalFolder, markComplete, markIncomplete, openJournal } from "./journal.ts";
import { undoAll, undoDeadJobs } from "./logout.ts";
import { prove } from "./prove.ts";
import { keepIdToken } from "./renewal/renewal.ts";
import { samplesOf, writeSamples } from "./sample-config.ts";
import type { Stage } from "./stages.ts";
import { discoverStamp } from "./stamp/stamp.ts";
import { inOneLine, summarize } from "./summary.ts";
import { writeJavaTrustStore } from "./trust/java-trust-store.ts";
import { openTrust } from "./trust/job-trust.ts";
import { readPresentedRoot } from "./trust/presented-root.ts";
import { exportsBundle, storeRoots } from "./trust/trust.ts";

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
  const unrecorded = processes(host.environment, { record: async () => undefined }, deadline.signal);
  const keep = keepPrivate(unrecorded, host.environment);
  const results = await withJournal(host, now, keep, (journal) =>
    logIn(inputs, host, journal, keep, stage, deadline, now),
  );
  markComplete(host);
  return async () => {
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
  journal: Journal,
  keep: KeepPrivate,
  stage: Stage,
  deadline: Deadline,
  now: Date,
): Promise<Results> {
  const { environment } = host;
  const { roots, credential } = inputs;
  const network = { environment, signal: deadline.signal, roots };
  const started = processes(environment, journal, deadline.signal);
  const job = path.basename(journal.folder);
  const shared = sharedFiles(started, job, (folder) => journal.record({ undo: "lock", folder }));
  const machine = { shared, processes: started, environment, folder: journal.folder, now, isOver };
  const protect = (secret: string) => host.mask(secret);
  if (credential.kind === "certificate") protect(credential.certificate.privateKey);
  for (const warning of inputs.warnings) host.warning(warning);

  const trust = await openTrust(roots, host, journal, started);
  const opened = await openAz(inputs, trust.bundle, journal, started, host, deadline);
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
      async () => {
        const { login, az } = await prove(inputs, stamp, opening, host, deadline);
        protect(login.token.token);
        return { az, identity: await proveIdentity(inputs, stamp, login, network) };
      },
      ({ identity: { subscription, profile } }) =>
        `${bearerOf(credential)} in ${subscription === undefined ? "no subscription" : `"${subscription.name}"`}, profile ${profile}`,
    );
    for (const warning of identity.warnings) host.warning(warning);
    for (const assumed of identity.assumed) host.info(assumed);
    const az = proven.az ?? (await opening.serving(identity));
    const bundle = await trust.write(az.description?.certifi);
    for (const warning of bundle?.warnings ?? []) host.warning(warning);
    const files = await writeCredentialFiles(credential, journal.folder);
    const { sampleConfig } = inputs;
    if (sampleConfig !== undefined) {
      const config = samplesOf(credential, identity, stamp.endpoint, files);
      const write = () => writeSamples(sampleConfig, config, journal, host.warning, keep);
      await stage("sample-config", write, () => sampleConfig);
    }
    const { providers } = identity;
    const wanted = inputs.registerProviders;
    const exported = exportsBundle(inputs.trustStores) ? bundle : undefined;
    const stop = new AbortController();
    const azLogin = stage(
      "az",
      () => logInAz(az, inputs, stamp, identity, files?.pem, host.debug),
      () => `${az.description?.version ?? "of unknown version"} (${az.path}) logged in`,
    );
    const work = [
      stage(
        "trust",
        () => storeRoots(inputs, az.description?.certifi, journal, machine),
        (lines) => lines.join("; ") || "no trust store of this machine changed",
      ),
      azLogin,
      // Beside az's login, which mostly waits: Java's trust store takes 20 ms.
      writeJavaTrustStore(exported, roots, azLogin),
      ...(exported === undefined ? [] : [exported.writeRest(azLogin)]),
      // Last: it ends when another part fails, and that part's failure is the one to report.
      ...(providers === undefined || wanted.length === 0
        ? []
        : [stage("providers", () => deadline.aside(() => registerProviders(wanted, providers, stop.signal)), String)]),
    ];
    await allOrFirstFailure(work, stop);
    // az up to 2.29 writes the credential when it ends.
    const closed = opening.close();
    if (inputs.isolate) await startWithIndex(az, identity.profile, journal, host);
    else await closed.then(() => recordChangedConfig(az.configFolder, journal));

    const renewal = await keepIdToken(credential, identity, az, host, journal.folder, now);
    const results: Results = { inputs, stamp, identity, az, bundle: exported, files, renewal };
    await exportResults(results, host, journal);
    await closed;
    return results;
  } finally {
    await opening.close();
  }
}

async function withJournal<T>(
  host: Host,
  now: Date,
  keep: KeepPrivate,
  work: (journal: Journal) => Promise<T>,
): Promise<T> {
  // Azure Pipelines runs a step again (retryCountOnTaskFailure), and post would know the last try's folder only.
  const earlier = journalFolder(host);
  if (earlier !== undefined) {
    await undoAll(earlier, host, now);
    markIncomplete(host);
  }
  await undoDeadJobs(host, now);
  const journal = await openJournal(host, keep).catch((error: unknown) => {
    forgetJournal(host);
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
