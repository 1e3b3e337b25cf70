import type { Readable } from "node:stream";
import { type HttpClient, type PipelineResponse, RestError } from "@azure/core-rest-pipeline";
import { Failure } from "../errors/failure.ts";
import { networkFailures } from "../errors/network.ts";
import type { Party } from "../errors/party.ts";
import { excessOf } from "./json-excess.ts";
import { addressOf } from "./quoting.ts";
import type { Source } from "./responses.ts";

/** In bytes, decompressed. Metadata has 1 kB, a token 10 kB, a thousand subscriptions 500 kB. */
const LARGEST_ANSWER = 2 * 1024 * 1024;

/**
 * A client that limits the size of answers to requests of the step, the SDK and MSAL alike. The SDK's own client reads
 * answers of any size.
 *
 * @param partyOf tells who answers at a host
 * @throws Failure `AZS218` for an answer that is too large, `AZS219` for one with too many levels or values
 */
export function boundedClient(client: HttpClient, partyOf: (host: string) => Party): HttpClient {
  return {
    async sendRequest(request) {
      const { streamResponseStatusCodes } = request;
      request.streamResponseStatusCodes = new Set([Number.POSITIVE_INFINITY]);
      try {
        const { readableStreamBody, ...response } = await client.sendRequest(request);
        const from = { url: addressOf(request.url), party: partyOf(new URL(request.url).host) };
        return { ...response, bodyAsText: await textOf(readableStreamBody as Readable | undefined, response, from) };
      } finally {
        // Restored, because the SDK does not parse the body of a response that was requested as a stream.
        if (streamResponseStatusCodes === undefined) delete request.streamResponseStatusCodes;
        else request.streamResponseStatusCodes = streamResponseStatusCodes;
      }
    },
  };
}

async function textOf(
  stream: Readable | undefined,
  { request, headers }: PipelineResponse,
  from: Source,
): Promise<string> {
  const chunks: Buffer[] = [];
  let size = 0;
  try {
    // Leaving the loop closes the stream and its connection.
    for await (const chunk of stream ?? []) {
      size += (chunk as Buffer).length;
      if (size > LARGEST_ANSWER || Number(headers.get("content-length")) > LARGEST_ANSWER) {
        throw networkFailures.tooLarge({ ...from, size: `${LARGEST_ANSWER / 1024 / 1024} MB` });
      }
      chunks.push(chunk as Buffer);
    }
  } catch (error) {
    throw readingFailed(error, request);
  }
  const text = Buffer.concat(chunks).toString("utf8");
  const excess = excessOf(text);
  if (excess !== undefined) throw networkFailures.tooComplex({ ...from, excess });
  return text;
}

/** zlib's codes mean a malformed body, Node's (`ECONNRESET`: the connection was cut off) a failed connection. */
function readingFailed(error: unknown, request: PipelineResponse["request"]): unknown {
  const { name, code = "", message } = error as NodeJS.ErrnoException;
  if (error instanceof Failure || name === "AbortError") return error;
  return new RestError(message, { code: code.startsWith("Z_") ? RestError.PARSE_ERROR : "ECONNRESET", request });
}
