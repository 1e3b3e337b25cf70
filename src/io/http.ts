import { Agent } from "node:https";
import type { CommonClientOptions } from "@azure/core-client";
import {
  createDefaultHttpClient,
  createHttpHeaders,
  createPipelineFromOptions,
  createPipelineRequest,
  isRestError,
  type PipelinePolicy,
  type PipelineResponse,
  type ProxySettings,
  RestError,
} from "@azure/core-rest-pipeline";
import { Failure } from "../errors/failure.ts";
import { networkFailures } from "../errors/network.ts";
import type { Party } from "../errors/party.ts";
import { stampFailures } from "../errors/stamp.ts";
import type { Environment } from "../host/host.ts";
import { boundedClient } from "./bounded-client.ts";
import { type NamedRoot, NO_ANSWER, networkFailure, TIMEOUT_MS, throughNoProxy, type Way } from "./network-failures.ts";
import { type Chain, chainReader } from "./presented-chain.ts";
import { configuredProxy, proxyFor } from "./proxy.ts";
import { checkAnswer } from "./responses.ts";
import { limitWaiting } from "./retry-after.ts";
import { Tunnel } from "./tunnel.ts";

/** Requests that time out are tried twice; those with other transient errors four times. */
const TIMEOUTS_BEFORE_GIVING_UP = 2;
/** Waits 0.5, 1 and 2 seconds between attempts, unless the answer has `Retry-After`. */
const RETRIES = { maxRetries: 3, retryDelayInMs: 500, maxRetryDelayInMs: 10_000 };
/** Redirects to paths of the same host; a stamp needs none. */
const REDIRECTS = { maxRetries: 5 };

/**
 * Connects the step to a fixed set of hosts. Every request, the step's own or an SDK's, goes through a channel: the one
 * place for time-outs, retries and proxies, and for the guarantee that nothing is sent to any other host.
 */
export interface Channel {
  /** Options for any client of the Azure SDK. */
  readonly clientOptions: CommonClientOptions;
  /** The last failure of the network itself, for callers whose library wraps or swallows it (MSAL does). */
  failure(): Failure | undefined;
  /** One GET without credentials. Returns any JSON or empty answer below 500; throws a `Failure` for the rest. */
  get(url: string): Promise<PipelineResponse>;
  /** One POST of a form, otherwise the same. */
  post(url: string, form: Readonly<Record<string, string>>): Promise<PipelineResponse>;
  /** The certificates that a host presents, unverified: does a handshake and sends no request. */
  presentedChain(url: string): Promise<Chain>;
}

/** Which hosts a channel may reach. */
export interface HostRule {
  /** Decides by host name and port, as in `URL.host`. */
  readonly allows: (host: string) => boolean;
  /** Describes the allowed hosts, for the error. */
  readonly named: string;
  /** Who answers, or should answer, at a host. */
  readonly partyOf: (host: string) => Party;
}

/** What all channels have in common. */
export interface Network {
  /** Has the proxy's variables. */
  readonly environment: Environment;
  /** Aborts when the step has no more time to wait for others. */
  readonly signal: AbortSignal;
  /** Roots that the user gave for the stamp: an error names them along with the missing one. */
  readonly roots?: readonly NamedRoot[];
}

export function openChannel({ environment, signal, roots }: Network, rule: HostRule): Channel {
  let last: Failure | undefined;
  // Node's global agent would use a proxy of its own if NODE_USE_ENV_PROXY is set.
  const direct = new Agent({ keepAlive: true });
  const translate: PipelinePolicy = {
    name: "azsTranslateFailures",
    async sendRequest(request, next) {
      const url = new URL(request.url);
      const { proxy, exception } = proxyFor(url, environment);
      const tunnel = proxy === undefined ? undefined : new Tunnel(proxy.href);
      const way = { party: rule.partyOf(url.host), tunnel, roots, exception };
      // The SDK interprets NO_PROXY more narrowly than other tools do, but does not touch an agent that is set already.
      request.agent = tunnel ?? direct;
      const { abortSignal: callers } = request;
      request.abortSignal = callers === undefined ? signal : AbortSignal.any([callers as AbortSignal, signal]);
      try {
        const response = await next(request);
        checkAnswerOf(response, url, way);
        return response;
      } catch (error) {
        if (callers?.aborted) throw error;
        const failure = signal.aborted
          ? networkFailures.noMoreTime({ host: url.host, party: way.party }, error)
          : await failureOf(error, url, way);
        last = failure ?? last;
        throw failure ?? error;
      }
    },
  };
  const client = boundedClient(createDefaultHttpClient(), rule.partyOf);
  const common = {
    retryOptions: RETRIES,
    redirectOptions: REDIRECTS,
    // The policy above overrides this for each request. Without it, the SDK would read the variables itself, and throw
    // on a value that is no URL.
    proxyOptions: settingsOf(configuredProxy(environment) ?? new URL("http://localhost")),
  };
  const clientOptions: CommonClientOptions = {
    ...common,
    httpClient: client,
    additionalPolicies: [
      { policy: translate, position: "perCall" },
      { policy: hostGuard(rule), position: "perRetry" },
      { policy: attemptPolicy(), position: "perRetry" },
    ],
  };
  const pipeline = createPipelineFromOptions(common);
  for (const { policy, position } of clientOptions.additionalPolicies ?? []) {
    pipeline.addPolicy(policy, position === "perRetry" ? { afterPhase: "Sign" } : {});
  }
  return {
    clientOptions,
    failure: () => last,
    get: (url) => pipeline.sendRequest(client, createPipelineRequest({ url })),
    post: (url, form) => pipeline.sendRequest(client, formRequest(url, form)),
    async presentedChain(url) {
      let chain: Chain = [];
      const reader = chainReader(rule.partyOf, (found) => {
        chain = found;
      });
      await pipeline.sendRequest(reader, createPipelineRequest({ url }));
      return chain;
    },
  };
}

/** If a proxy refuses the tunnel, its answer looks as if the host had sent it: so that is checked first. */
function checkAnswerOf(response: PipelineResponse, url: URL, { party, tunnel }: Way): void {
  const refusal = tunnel?.refusal(url.host);
  if (refusal !== undefined) throw refusal;
  checkAnswer(response, party);
}

/** Undefined if the error is a stamp's own answer, which the SDK turned into an error and the caller reads. */
async function failureOf(error: unknown, url: URL, way: Way): Promise<Failure | undefined> {
  const refusal = way.tunnel?.refusal(url.host);
  if (refusal !== undefined) return refusal;
  if (error instanceof Failure) return throughNoProxy(error, way);
  // Not judged by its code, which may come from the stamp's answer.
  if (!isRestError(error) || error.response === undefined) return networkFailure(error, url, way);
  try {
    checkAnswer(error.response, way.party);
    return undefined;
  } catch (failure) {
    return failure as Failure;
  }
}

function formRequest(url: string, form: Readonly<Record<string, string>>) {
  const headers = createHttpHeaders({
    "content-type": "application/x-www-form-urlencoded",
    accept: "application/json",
  });
  return createPipelineRequest({ url, method: "POST", body: new URLSearchParams(form).toString(), headers });
}

function settingsOf({ protocol, hostname, port, username, password }: URL): ProxySettings {
  return {
    host: `${protocol}//${hostname}`,
    port: Number(port) || (protocol === "https:" ? 443 : 80),
    ...(username === "" ? {} : { username: decodeURIComponent(username), password: decodeURIComponent(password) }),
  };
}

/**
 * Runs after redirects and SDK policies, so that neither a redirect nor an authority's configuration leads elsewhere.
 */
function hostGuard({ allows, named, partyOf }: HostRule): PipelinePolicy {
  return {
    name: "azsHostGuard",
    sendRequest(request, next) {
      const { host, protocol } = new URL(request.url);
      if (protocol !== "https:" || !allows(host)) {
        throw stampFailures.foreignHost({ host, allowed: named, party: partyOf(host) });
      }
      return next(request);
    },
  };
}

/** Limits the time of each attempt, reading included, and gives transient errors the codes that the SDK retries. */
function attemptPolicy(): PipelinePolicy {
  const timeouts = new WeakMap<object, number>();
  return {
    name: "azsAttempt",
    async sendRequest(request, next) {
      // Never undefined: the policy above set at least the network's own.
      const callers = request.abortSignal as AbortSignal;
      const late = new AbortController();
      // Unlike AbortSignal.timeout, this timer keeps the process running. Node silently drops a connection that is
      // answered with 101; with nothing left to wait for, the process would end as if the step had succeeded.
      const timer = setTimeout(() => late.abort(), TIMEOUT_MS);
      request.abortSignal = AbortSignal.any([callers, late.signal]);
      try {
        const response = await next(request);
        limitWaiting(response);
        return response;
      } catch (error) {
        if (isTimeout(error, callers.aborted)) {
          const count = (timeouts.get(request) ?? 0) + 1;
          timeouts.set(request, count);
          if (count >= TIMEOUTS_BEFORE_GIVING_UP)
            throw new RestError("No answer in time", { code: NO_ANSWER, request });
          throw new RestError("No answer in time", { code: "ETIMEDOUT", request });
        }
        throw retriable(error);
      } finally {
        clearTimeout(timer);
        request.abortSignal = callers;
      }
    },
  };
}

function isTimeout(error: unknown, abortedByCaller: boolean): boolean {
  return error instanceof Error && error.name === "AbortError" && !abortedByCaller;
}

/** Maps each condition to the one code that the SDK's retry policy knows for it. */
function retriable(error: unknown): unknown {
  if (!isRestError(error)) return error;
  if (error.code === "EAI_AGAIN") error.code = "ENOTFOUND";
  if (error.code === "EPIPE" || error.code === "REQUEST_SEND_ERROR") error.code = "ECONNRESET";
  return error;
}
