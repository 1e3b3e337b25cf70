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

/** For all that the step waits for; a step ends within two minutes, and undoing takes time, too. */
const WAITING_MS = 100_000;

/**
 * Logs the runner in to a stamp. What was changed on the machine is undone at once when a later stage fails.
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
      // What is started only reads, and ends by itself: post need not wait for it.
      () => readInputs(host, now, processes(host.environment, UNRECORDED)),
      ({ endpoint, credential }) => `${credential.kind} of ${bearerOf(credential)} for ${endpoint.url}`,
    );
    // Most of the program is read here, once the inputs are known to be right.
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
