import type { Readable } from "node:stream";
import { type HttpClient, type PipelineResponse, RestError } from "@azure/core-rest-pipeline";
import { Failure } from "../errors/failure.ts";
import { stampFailures } from "../errors/stamp.ts";
import { addressOf } from "./quoting.ts";

/** Bytes of an answer, decompressed. Metadata has 1 kB, a token 10, a thousand subscriptions 500. */
export const LARGEST_ANSWER = 2 * 1024 * 1024;
/** Levels of JSON. The deepest answer that the step reads has six; a parser pays for each bracket. */
const DEEPEST_ANSWER = 64;

/**
 * A client that reads answers to their end within bounds, whoever asked: the step, the SDK or MSAL. The SDK's own reads
 * whatever comes.
 *
 * @throws Failure `AZS218` for an answer that is too large, `AZS219` for one that is nested too deeply
 */
export function boundedClient(client: HttpClient): HttpClient {
  return {
    async sendRequest(request) {
      const { streamResponseStatusCodes } = request;
      request.streamResponseStatusCodes = new Set([Number.POSITIVE_INFINITY]);
      try {
        const { readableStreamBody, ...response } = await client.sendRequest(request);
        return { ...response, bodyAsText: await textOf(readableStreamBody as Readable | undefined, response) };
      } finally {
        // The SDK parses the bodies of those only that were not asked for as a stream.
        if (streamResponseStatusCodes === undefined) delete request.streamResponseStatusCodes;
        else request.streamResponseStatusCodes = streamResponseStatusCodes;
      }
    },
  };
}

async function textOf(stream: Readable | undefined, { request, headers }: PipelineResponse): Promise<string> {
  const chunks: Buffer[] = [];
  let size = 0;
  try {
    // Leaving the loop ends the stream, and with it the connection.
    for await (const chunk of stream ?? []) {
      size += (chunk as Buffer).length;
      if (size > LARGEST_ANSWER || Number(headers.get("content-length")) > LARGEST_ANSWER) {
        throw stampFailures.tooLarge({ url: addressOf(request.url), size: `${LARGEST_ANSWER / 1024 / 1024} MB` });
      }
      chunks.push(chunk as Buffer);
    }
  } catch (error) {
    throw readingFailed(error, request);
  }
  const text = Buffer.concat(chunks).toString("utf8");
  if (isDeeper(text, DEEPEST_ANSWER)) {
    throw stampFailures.tooDeep({ url: addressOf(request.url), levels: String(DEEPEST_ANSWER) });
  }
  return text;
}

/** zlib's codes are about what was sent, Node's (`ECONNRESET`, of a connection that was cut off) about the way. */
function readingFailed(error: unknown, request: PipelineResponse["request"]): unknown {
  const { name, code = "", message } = error as NodeJS.ErrnoException;
  if (error instanceof Failure || name === "AbortError") return error;
  return new RestError(message, { code: code.startsWith("Z_") ? RestError.PARSE_ERROR : "ECONNRESET", request });
}

/** As character codes; the closing bracket is two behind the opening one. */
const QUOTE = 0x22;
const BACKSLASH = 0x5c;
const BRACKET = 0x5b;
const BRACE = 0x7b;

/** Whether brackets of a text of JSON are nested deeper; read once, without a parser. */
function isDeeper(text: string, levels: number): boolean {
  if (!/^\s*[[{]/.test(text)) return false;
  let depth = 0;
  for (let index = 0; index < text.length && depth <= levels; index++) {
    const sign = text.charCodeAt(index);
    if (sign === QUOTE) index = endOfString(text, index);
    else if (sign === BRACKET || sign === BRACE) depth++;
    else if (sign === BRACKET + 2 || sign === BRACE + 2) depth--;
  }
  return depth > levels;
}

/** @param start where its first quote is */
function endOfString(text: string, start: number): number {
  let index = start + 1;
  while (index < text.length && text.charCodeAt(index) !== QUOTE) {
    index += text.charCodeAt(index) === BACKSLASH ? 2 : 1;
  }
  return index;
}
