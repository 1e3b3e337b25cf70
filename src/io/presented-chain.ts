import { X509Certificate } from "node:crypto";
import https from "node:https";
import type { Socket } from "node:net";
import type { DetailedPeerCertificate, TLSSocket } from "node:tls";
import {
  type Agent,
  createHttpHeaders,
  type HttpClient,
  type PipelineRequest,
  type PipelineResponse,
  RestError,
} from "@azure/core-rest-pipeline";
import { Failure } from "../errors/failure.ts";
import { networkFailures } from "../errors/network.ts";
import type { Party } from "../errors/party.ts";
import { quoted } from "./quoting.ts";

const TIMEOUT_MS = 10_000;

/** Certificates as DER, the server's own first, each followed by its issuer. */
export type Chain = readonly Buffer[];

/**
 * The client for the one handshake that is not verified. It never sends a request: it does not flush the request's
 * headers, and closes the connection as soon as the chain is known. So it only reads which certificates are presented;
 * before trusting them, the caller must verify another connection.
 *
 * @param partyOf tells who answers at a host
 * @param found called with the chain; if a proxy refuses the tunnel, its answer is returned as the response
 */
export function chainReader(partyOf: (host: string) => Party, found: (chain: Chain) => void): HttpClient {
  return {
    async sendRequest(request) {
      const url = new URL(request.url);
      const { status, chain } = await shakeHands(
        url,
        request.agent,
        request.abortSignal as AbortSignal,
        partyOf(url.host),
      ).catch((error: NodeJS.ErrnoException) => {
        // The SDK's retry policy retries only a RestError; a time-out stays an AbortError.
        if (error.name === "AbortError" || error instanceof Failure) throw error;
        throw new RestError(error.message, { code: error.code ?? RestError.REQUEST_SEND_ERROR, request });
      });
      found(chain);
      return answer(request, status);
    },
  };
}

/** The end of the chain that a host presents. */
export interface ChainEnd {
  /** The root; if the host does not send all of the chain, the issuer of the last certificate it sends. */
  readonly root: string;
  /** SHA-256; if the host does not present the root, a text that says so. */
  readonly fingerprint: string;
  /** The last certificate that the host presents; empty if that is the root. */
  readonly last: string;
}

/** Reads again the chain that could not be verified, so that the error can name what is missing. */
export async function presentedEnd(url: URL, agent: Agent | undefined): Promise<ChainEnd> {
  try {
    const { chain } = await shakeHands(url, agent, AbortSignal.timeout(TIMEOUT_MS));
    const top = chain.at(-1);
    if (top === undefined) throw new Error("no TLS connection");
    const { subject, issuer, fingerprint256 } = new X509Certificate(top);
    if (subject === issuer) return { root: nameOf(subject), fingerprint: fingerprint256, last: "" };
    return { root: nameOf(issuer), fingerprint: "not presented by the host", last: nameOf(subject) };
  } catch {
    return { root: "unknown, because the host did not answer again", fingerprint: "unknown", last: "" };
  }
}

interface Handshake {
  /** 200, or the proxy's status if it refused the tunnel. */
  readonly status: number;
  readonly chain: Chain;
}

function shakeHands(
  url: URL,
  agent: Agent | undefined,
  signal: AbortSignal,
  party: Party = "authority",
): Promise<Handshake> {
  return new Promise((resolve, reject) => {
    const request = https.request(url, {
      agent: agent as https.Agent,
      rejectUnauthorized: false,
      signal,
    });
    const finish = (handshake: Handshake) => {
      resolve(handshake);
      request.destroy();
    };
    const read = (socket: TLSSocket) => {
      const certificates = upwards(socket.getPeerCertificate(true));
      if (certificates.length > LONGEST_CHAIN) {
        request.destroy(networkFailures.chainTooLong({ party, host: url.host, most: String(LONGEST_CHAIN) }));
        return;
      }
      finish({ status: 200, chain: certificates.map(({ raw }) => raw) });
    };
    request.on("socket", (socket: Socket) => {
      const secure = socket as TLSSocket;
      if (secure.getPeerCertificate?.()?.raw) read(secure);
      else secure.once("secureConnect", () => read(secure));
    });
    request.on("response", ({ statusCode = 0 }) => finish({ status: statusCode, chain: [] }));
    request.on("error", reject);
    // Follows the other events; it is the only one if Node drops a connection silently.
    request.on("close", () => reject(new Error("the connection was closed")));
  });
}

/** Certificates. OpenSSL accepts chains of 100 kB, some hundred certificates; real ones have two to four. */
const LONGEST_CHAIN = 20;

/**
 * A certificate and its issuers. Node orders them, leaves out certificates that are not part of the chain, and adds the
 * root from its own store if the host does not present it.
 */
function upwards(own: DetailedPeerCertificate): readonly DetailedPeerCertificate[] {
  const chain = [own];
  for (let next = own.issuerCertificate; chain.length <= LONGEST_CHAIN; next = next.issuerCertificate) {
    if (next === undefined || chain.some(({ fingerprint256 }) => fingerprint256 === next.fingerprint256)) break;
    chain.push(next);
  }
  return chain;
}

function answer(request: PipelineRequest, status: number): PipelineResponse {
  return { request, status, headers: createHttpHeaders(), bodyAsText: "" };
}

/** On one line, the most specific part first, as Windows shows it. */
function nameOf(name: string): string {
  return quoted(name.split("\n").reverse().join(", "));
}
