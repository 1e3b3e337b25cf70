import { setTimeout as sleep } from "node:timers/promises";
import { isRestError, type RestError } from "@azure/core-rest-pipeline";
import type { Failure } from "../errors/failure.ts";
import { providerFailures } from "../errors/providers.ts";
import { quoted } from "../io/quoting.ts";
import type { Providers } from "./arm.ts";

/** Seconds between two requests: most providers are registered at once, some take a minute. */
const PAUSES = [1, 2, 4, 8];
const LONGEST_PAUSE = 10;
/** Seconds. az waits forever, but a registration that takes longer than this hangs. */
const LONGEST_WAIT = 300;
/** The same, including the time for the answers. */
const LONGEST_WAIT_MS = 330_000;

/** Waits a number of seconds, or rejects when the signal aborts. */
export type Pause = (seconds: number, signal: AbortSignal) => Promise<unknown>;
const wait: Pause = (seconds, signal) => sleep(seconds * 1000, undefined, { signal });

interface Registration {
  readonly namespace: string;
  /** The last state that the stamp reported. */
  readonly state: string;
  /** Whether it was registered before the step asked for it. */
  readonly before: boolean;
}

/**
 * Registers resource providers in parallel: asks for each one's state, registers it if necessary, and waits until it is
 * registered.
 *
 * @param stop ends the waiting if another part of the login has failed
 * @param late ends it when the total time is up, which slow answers of a stamp would otherwise extend
 * @returns the outcome, for the log
 * @throws Failure `AZS430` to `AZS435`, `AZS2xx` of the network; the signal's reason
 */
export async function registerProviders(
  namespaces: readonly string[],
  providers: Providers,
  stop: AbortSignal,
  pause: Pause = wait,
  late: AbortSignal = AbortSignal.timeout(LONGEST_WAIT_MS),
): Promise<string> {
  const failed = new AbortController();
  const signal = AbortSignal.any([stop, failed.signal, late]);
  const patience = { signal, late, pause };
  const outcomes = await Promise.allSettled(
    namespaces.map((namespace) =>
      register(namespace, providers, patience).catch((error: unknown) => {
        failed.abort();
        throw error;
      }),
    ),
  );
  const reasons = outcomes.map((outcome) => (outcome.status === "rejected" ? (outcome.reason as unknown) : undefined));
  if (failed.signal.aborted) throw failureOf(namespaces, reasons, providers.subscription);
  const registrations = outcomes.flatMap((outcome) => (outcome.status === "fulfilled" ? [outcome.value] : []));
  const missing = registrations.filter(({ state }) => !is(state, "Registered"));
  if (missing.length > 0) throw notInTime(missing, providers.subscription);
  return registrations
    .map(({ namespace, before }) => `${namespace} ${before ? "was registered already" : "registered"}`)
    .join(", ");
}

interface Patience {
  readonly signal: AbortSignal;
  readonly late: AbortSignal;
  readonly pause: Pause;
}

async function register(
  namespace: string,
  providers: Providers,
  { signal, late, pause }: Patience,
): Promise<Registration> {
  let state = "unknown";
  try {
    for (let waited = 0, turn = 0; ; turn += 1) {
      const found = await providers.state(namespace, late);
      // Registering: started by another job or by this one.
      const under = is(found, "Registered") || is(found, "Registering");
      state = under ? found : await providers.register(namespace, late);
      if (is(state, "Registered") || waited >= LONGEST_WAIT)
        return { namespace, state, before: turn === 0 && state === found };
      const seconds = PAUSES[turn] ?? LONGEST_PAUSE;
      await pause(seconds, signal);
      waited += seconds;
    }
  } catch (error) {
    if (late.aborted && isAbort(error)) return { namespace, state, before: false };
    throw error;
  }
}

function is(state: string, wanted: string): boolean {
  return state.toLowerCase() === wanted.toLowerCase();
}

function notInTime(late: readonly Registration[], subscription: string): Failure {
  const states = late.map(({ namespace, state }) => `${namespace} in state ${state}`).join(", ");
  return providerFailures.notInTime({ states, subscription, minutes: String(LONGEST_WAIT / 60) });
}

/** Combines providers that were refused for the same reason into one failure; a network failure takes precedence. */
function failureOf(namespaces: readonly string[], reasons: readonly unknown[], subscription: string): unknown {
  const refusals = reasons.map((reason) => (isRestError(reason) && reason.statusCode ? reason : undefined));
  const other = reasons.find(
    (reason, index) => reason !== undefined && refusals[index] === undefined && !isAbort(reason),
  );
  const first = refusals.find((refusal) => refusal !== undefined);
  if (other !== undefined || first === undefined) return other ?? reasons.find((reason) => reason !== undefined);
  const kind = kindOf(first);
  const same = namespaces.filter((_, index) => {
    const refusal = refusals[index];
    return refusal !== undefined && kindOf(refusal) === kind;
  });
  const answer = `${quoted(String(first.code ?? first.statusCode), 100)}: ${quoted(String(first.message))}`;
  return providerFailures[kind]({ namespaces: same.join(", "), subscription, answer }, first);
}

function isAbort(reason: unknown): boolean {
  return reason instanceof Error && reason.name === "AbortError";
}

/** Maps Azure Resource Manager's code to the kind of failure. */
function kindOf({ code, statusCode }: RestError): "refused" | "unknown" | "notOffered" | "failed" {
  if (code === "DisallowedProvider") return "notOffered";
  if (code === "InvalidResourceNamespace") return "unknown";
  return statusCode === 403 ? "refused" : "failed";
}
