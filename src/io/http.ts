import type { CommonClientOptions } from "@azure/core-client";
import {
  createDefaultHttpClient,
  createPipelineFromOptions,
  createPipelineRequest,
  isRestError,
  type PipelinePolicy,
  type PipelineResponse,
  RestError,
} from "@azure/core-rest-pipeline";
import { Failure } from "../errors/failure.ts";
import { stampFailures } from "../errors/stamp.ts";
import type { Environment } from "../host/host.ts";
import { networkFailure } from "./network-failures.ts";

/** Per attempt: a stamp's ARM answers in well under a second, and nobody wants a runner to hang for minutes. */
const TIMEOUT_MS = 20_000;
/** Attempts that run into the time-out: the second is the last, other transient errors are tried four times. */
const TIMEOUTS_BEFORE_GIVING_UP = 2;
/** 0.5, 1 and 2 seconds between attempts, unless the answer says `Retry-After`. */
const RETRIES = { maxRetries: 3, retryDelayInMs: 500, maxRetryDelayInMs: 10_000 };

/**
 * A way out to a fixed set of hosts. Everything the step sends, through an SDK's client or by itself, takes a channel:
 * one place for time-outs, retries, proxies and the promise that nothing leaves for another host.
 */
export interface Channel {
  /** Options for any client of the Azure SDK. */
  readonly clientOptions: CommonClientOptions;
  /** The last failure of the network itself, for callers whose library wraps or swallows it (MSAL does). */
  failure(): Failure | undefined;
  /** One GET without credentials. Answers below 500 come back whatever they say; the rest throws a `Failure`. */
  get(url: string): Promise<PipelineResponse>;
}

/** Which hosts a channel leads to. */
export interface HostRule {
  /** Decides by host name and port, as in `URL.host`. */
  readonly allows: (host: string) => boolean;
  /** The allowed hosts in words, for the error. */
  readonly named: string;
}

/** Opens a way out; `environment` says which proxy to take to name a root that is not trusted. */
export function openChannel(environment: Environment, rule: HostRule): Channel {
  let last: Failure | undefined;
  const translate: PipelinePolicy = {
    name: "azsTranslateFailures",
    async sendRequest(request, next) {
      const url = request.url;
      try {
        const response = await next(request);
        if (response.status === 408 || response.status === 429 || response.status >= 500) throw unavailable(response);
        return response;
      } catch (error) {
        // An error with a status is an answer, which the caller reads.
        if (isRestError(error) && error.statusCode !== undefined) throw error;
        last = error instanceof Failure ? error : await networkFailure(error, new URL(url), environment);
        throw last;
      }
    },
  };
  const clientOptions: CommonClientOptions = {
    retryOptions: RETRIES,
    additionalPolicies: [
      { policy: translate, position: "perCall" },
      { policy: hostGuard(rule), position: "perRetry" },
      { policy: attemptPolicy(), position: "perRetry" },
    ],
  };
  const pipeline = createPipelineFromOptions({ retryOptions: RETRIES });
  for (const { policy, position } of clientOptions.additionalPolicies ?? []) {
    pipeline.addPolicy(policy, position === "perRetry" ? { afterPhase: "Sign" } : {});
  }
  const client = createDefaultHttpClient();
  return {
    clientOptions,
    failure: () => last,
    get: (url) => pipeline.sendRequest(client, createPipelineRequest({ url })),
  };
}

/** Behind the redirects and the SDKs, so that neither a redirect nor an authority's configuration leads elsewhere. */
function hostGuard({ allows, named }: HostRule): PipelinePolicy {
  return {
    name: "azsHostGuard",
    sendRequest(request, next) {
      const { host, protocol } = new URL(request.url);
      if (protocol !== "https:" || !allows(host)) throw stampFailures.foreignHost({ host, allowed: named });
      return next(request);
    },
  };
}

/** Gives each attempt a time-out, and names transient errors as the SDK's retry policy knows them. */
function attemptPolicy(): PipelinePolicy {
  const timeouts = new WeakMap<object, number>();
  return {
    name: "azsAttempt",
    async sendRequest(request, next) {
      request.timeout = TIMEOUT_MS;
      try {
        const response = await next(request);
        if (response.status === 429 && !response.headers.has("retry-after")) response.headers.set("retry-after", "1");
        return response;
      } catch (error) {
        if (isTimeout(error, request.abortSignal?.aborted)) {
          const count = (timeouts.get(request) ?? 0) + 1;
          timeouts.set(request, count);
          if (count >= TIMEOUTS_BEFORE_GIVING_UP) throw timedOut(request.url);
          throw new RestError("No answer in time", { code: "ETIMEDOUT", request });
        }
        throw retriable(error);
      }
    },
  };
}

function isTimeout(error: unknown, abortedByCaller: boolean | undefined): boolean {
  return error instanceof Error && error.name === "AbortError" && !abortedByCaller;
}

/** The SDK's retry policy knows these conditions by one code each. */
function retriable(error: unknown): unknown {
  if (!isRestError(error)) return error;
  if (error.code === "EAI_AGAIN") error.code = "ENOTFOUND";
  if (error.code === "EPIPE" || error.code === "REQUEST_SEND_ERROR") error.code = "ECONNRESET";
  return error;
}

function timedOut(url: string): Failure {
  return stampFailures.timedOut({ host: new URL(url).host, seconds: String(TIMEOUT_MS / 1000) });
}

function unavailable(response: PipelineResponse): Failure {
  const { origin, pathname } = new URL(response.request.url);
  return stampFailures.unavailable({
    url: origin + pathname,
    status: String(response.status),
    message: excerpt(response.bodyAsText),
  });
}

/** First words of an answer, on one line, for an error text. */
export function excerpt(text: string | null | undefined): string {
  const line = (text ?? "")
    .replaceAll(/<[^>]*>/g, " ")
    .replaceAll(/\s+/g, " ")
    .trim();
  if (line === "") return "(no text)";
  return line.length > 300 ? `${line.slice(0, 300)}…` : line;
}
