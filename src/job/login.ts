import { setDefaultCACertificates } from "node:tls";
import { internalFailures } from "../errors/internal.ts";
import type { Host } from "../host/host.ts";
import { bearerOf } from "../inputs/credential.ts";
import { readInputs } from "../inputs/inputs.ts";
import { startDeadline } from "../io/deadline.ts";
import { processes } from "../io/processes.ts";
import { ofRunner } from "../io/runner-files.ts";
import { UNRECORDED } from "../journal/kind.ts";
import { stages } from "./stages.ts";

/** Total time that the step may wait for others: a step ends within two minutes, and undoing takes time, too. */
const WAITING_MS = 100_000;

/**
 * Logs the runner in to a stamp. If a stage fails, all changes to the machine are undone at once.
 *
 * @throws Failure
 */
export async function login(host: Host, now: Date = new Date()): Promise<void> {
  host.group("azs-login");
  const stage = stages(host);
  const deadline = startDeadline(WAITING_MS);
  try {
    requireNode();
    const given = await stage(
      "inputs",
      // Unrecorded: these processes only read, and end by themselves, so post need not wait for them.
      () => readInputs(host, now, processes(host.environment, UNRECORDED)),
      ({ endpoint, credential }) => `${credential.kind} of ${bearerOf(credential)} for ${endpoint.url}`,
    );
    // Most of the program is loaded here, once the inputs have been checked.
    const { logInWith } = await import("./login-work.ts");
    const report = await logInWith(given, host, stage, deadline, now);
    host.endGroup();
    await report();
  } catch (error) {
    host.endGroup();
    throw ofRunner(error, host);
  }
}

/**
 * Checks that this Node can trust a root at run time: the first runners with `node24` have 24.4, which cannot.
 *
 * @throws Failure `AZS902`
 */
function requireNode(): void {
  if (typeof setDefaultCACertificates !== "function")
    throw internalFailures.runnerTooOld({ node: process.versions.node });
}
