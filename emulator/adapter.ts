/** Connects Node's HTTP server to the handlers: reads a request, applies faults, writes the response. */
import { once } from "node:events";
import type { IncomingMessage, ServerResponse } from "node:http";
import { setTimeout } from "node:timers/promises";
import { answerOf, type Effect, type Faults, type WrittenResponse } from "./faults.ts";
import type { StampRequest, StampResponse } from "./http.ts";
import { type RequestRecord, recordOf } from "./records.ts";

export type Handler = (request: StampRequest) => Promise<StampResponse>;

/** Serves one request with this handler and keeps its record up to date. */
export async function serve(
  incoming: IncomingMessage,
  outgoing: ServerResponse,
  handler: Handler,
  faults: Faults,
  records: RequestRecord[],
): Promise<void> {
  const request = await read(incoming);
  const place = records.push(recordOf(request, 0)) - 1;
  const effect = faults.meet(request);
  if (effect === "hang") return;
  if (effect === "drop") {
    incoming.socket.destroy();
    return;
  }
  if (typeof effect === "object" && "raw" in effect) {
    incoming.socket.end(effect.raw);
    return;
  }
  if (typeof effect === "object" && "pour" in effect) {
    await pour(outgoing, effect.pour);
    return;
  }
  const response = await respond(request, handler, effect);
  // The record is written before the response, because a client may look at it as soon as it has the answer.
  records[place] = recordOf(request, response.status);
  if (typeof effect === "object" && "cutAfter" in effect) cut(outgoing, response, effect.cutAfter);
  else write(outgoing, response);
}

async function respond(
  request: StampRequest,
  handler: Handler,
  effect: Exclude<Effect, string> | undefined,
): Promise<WrittenResponse> {
  if (effect !== undefined && "answer" in effect) return answerOf(effect);
  if (effect !== undefined && "respond" in effect) return effect.respond(request);
  if (effect !== undefined && "delay" in effect) await setTimeout(effect.delay);
  try {
    return await handler(request);
  } catch (error) {
    // An error of the emulator must be recognisable as such, and not look like an answer of a stamp.
    return { status: 500, headers: { "content-type": "text/plain" }, body: `Emulator failed: ${String(error)}` };
  }
}

async function read(incoming: IncomingMessage): Promise<StampRequest> {
  const host = (incoming.headers.host ?? "").toLowerCase().replace(/:\d+$/, "");
  const [path = "/", query = ""] = (incoming.url ?? "/").split(/\?(.*)/s);
  const chunks: Buffer[] = [];
  for await (const chunk of incoming) chunks.push(Buffer.from(chunk));
  const headers = Object.fromEntries(Object.entries(incoming.headers).map(([name, value]) => [name, String(value)]));
  const bytes = Buffer.concat(chunks);
  const body = bytes.toString("utf8");
  return { method: incoming.method ?? "GET", host, path, query: new URLSearchParams(query), headers, body, bytes };
}

function write(outgoing: ServerResponse, { status, headers, body, bytes = Buffer.from(body) }: WrittenResponse): void {
  // The answer to HEAD states the length of the body that it omits.
  const length = status === 204 || "content-length" in headers ? {} : { "content-length": bytes.length };
  outgoing.writeHead(status, { ...headers, ...length }).end(bytes);
}

/** Writes until the client closes the connection. */
async function pour(
  outgoing: ServerResponse,
  { text, everyMs = 0 }: { text: string; everyMs?: number },
): Promise<void> {
  outgoing.writeHead(200, { "content-type": "application/json" });
  while (!outgoing.destroyed) {
    const taken = outgoing.write(text);
    if (!taken) await Promise.race([once(outgoing, "drain"), once(outgoing, "close")]);
    await setTimeout(everyMs);
  }
}

function cut(outgoing: ServerResponse, { status, headers, body }: WrittenResponse, bytes: number): void {
  const whole = Buffer.from(body);
  outgoing.writeHead(status, { ...headers, "content-length": whole.length });
  outgoing.write(whole.subarray(0, bytes), () => outgoing.destroy());
}
