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

/** Attempts that run into the time-out: the second is the last, other transient errors are tried four times. */
const TIMEOUTS_BEFORE_GIVING_UP = 2;
/** 0.5, 1 and 2 seconds between attempts, unless the answer says `Retry-After`. */
const RETRIES = { maxRetries: 3, retryDelayInMs: 500, maxRetryDelayInMs: 10_000 };
/** To paths of the same host; a stamp needs none. */
const REDIRECTS = { maxRetries: 5 };

/**
 * A way out to a fixed set of hosts. Everything the step sends, through an SDK's client or by itself, takes a channel:
 * one place for time-outs, retries, proxies and the promise that nothing leaves for another host.
 */
export interface Channel {
  /** Options for any client of the Azure SDK. */
  readonly clientOptions: CommonClientOptions;
  /** The last failure of the network itself, for callers whose library wraps or swallows it (MSAL does). */
  failure(): Failure | undefined;
  /** One GET without credentials. JSON and empty answers below 500 come back whatever they say; the rest throws a `Failure`. */
  get(url: string): Promise<PipelineResponse>;
  /** One POST of a form, otherwise the same. */
  post(url: string, form: Readonly<Record<string, string>>): Promise<PipelineResponse>;
  /** The certificates that a host presents, which nothing has verified: a handshake, and not a byte of a request. */
  presentedChain(url: string): Promise<Chain>;
}

/** Which hosts a channel leads to. */
export interface HostRule {
  /** Decides by host name and port, as in `URL.host`. */
  readonly allows: (host: string) => boolean;
  /** The allowed hosts in words, for the error. */
  readonly named: string;
  /** Whose host this is: who answers there, or does not. */
  readonly partyOf: (host: string) => Party;
}

/** What every way out of the step has in common. */
export interface Network {
  /** Says through which proxy. */
  readonly environment: Environment;
  /** Aborts when the step has no more time to wait for others. */
  readonly signal: AbortSignal;
  /** That the user gave for the stamp: an error names them beside those that are missing. */
  readonly roots?: readonly NamedRoot[];
}

/** Opens a way out. */
export function openChannel({ environment, signal, roots }: Network, rule: HostRule): Channel {
  let last: Failure | undefined;
  // Node's own goes through a proxy by itself where NODE_USE_ENV_PROXY is set.
  const direct = new Agent({ keepAlive: true });
  const translate: PipelinePolicy = {
    name: "azsTranslateFailures",
    async sendRequest(request, next) {
      const url = new URL(request.url);
      const { proxy, exception } = proxyFor(url, environment);
      const tunnel = proxy === undefined ? undefined : new Tunnel(proxy.href);
      const way = { party: rule.partyOf(url.host), tunnel, roots, exception };
      // The SDK reads NO_PROXY more narrowly than other tools do; an agent of one's own it leaves alone.
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
    // The SDK sets this before the way of a request is decided, which then overrides it. Without, it would read the
    // variables itself, and stumble over what is no URL.
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

/** What a proxy says instead of opening the tunnel comes as if the host had said it. */
function checkAnswerOf(response: PipelineResponse, url: URL, { party, tunnel }: Way): void {
  const refusal = tunnel?.refusal(url.host);
  if (refusal !== undefined) throw refusal;
  checkAnswer(response, party);
}

/** Undefined when the error is a stamp's own answer, which the SDK makes an error of and the caller reads. */
async function failureOf(error: unknown, url: URL, way: Way): Promise<Failure | undefined> {
  const refusal = way.tunnel?.refusal(url.host);
  if (refusal !== undefined) return refusal;
  if (error instanceof Failure) return throughNoProxy(error, way);
  // Not by its code: that may be the one that the stamp's answer gives.
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

/** Behind the redirects and the SDKs, so that neither a redirect nor an authority's configuration leads elsewhere. */
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

/** Gives each attempt a time-out, its answer included, and names transient errors as the SDK's retry policy knows them. */
function attemptPolicy(): PipelinePolicy {
  const timeouts = new WeakMap<object, number>();
  return {
    name: "azsAttempt",
    async sendRequest(request, next) {
      // The network's own, at least: the policy above set it.
      const callers = request.abortSignal as AbortSignal;
      const late = new AbortController();
      // Unlike that of AbortSignal.timeout it keeps the step running: Node drops a connection that is answered with 101
      // without a word, and with nothing left to wait for a step would end as if nothing had happened.
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

/** The SDK's retry policy knows these conditions by one code each. */
function retriable(error: unknown): unknown {
  if (!isRestError(error)) return error;
  if (error.code === "EAI_AGAIN") error.code = "ENOTFOUND";
  if (error.code === "EPIPE" || error.code === "REQUEST_SEND_ERROR") error.code = "ECONNRESET";
  return error;
}
