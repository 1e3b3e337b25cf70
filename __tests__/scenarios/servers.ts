/** Servers that replace a stamp in scenarios about the connection itself. Each ends with its test. */
import { once } from "node:events";
import { createServer } from "node:http";
import { type AddressInfo, connect, type Server } from "node:net";
import { createServer as createTlsServer } from "node:tls";
import { onTestFinished } from "vitest";
import type { Authority } from "../../emulator/certificates.ts";

/** Replaces a hosts file: without a proxy, the names of a stamp resolve to loopback. */
export const ALL_NAMES_ARE_LOOPBACK = `--import=data:text/javascript,${encodeURIComponent(
  "import dns from 'node:dns'; const { lookup } = dns; dns.lookup = (name, ...rest) => lookup('127.0.0.1', ...rest);",
)}`;

type WhenFinished = (end: () => void) => void;

/** @param whenFinished from the test's context, if tests run concurrently */
export async function listen(server: Server, whenFinished: WhenFinished = onTestFinished): Promise<number> {
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  whenFinished(() => {
    server.close();
  });
  return (server.address() as AddressInfo).port;
}

/** A CONNECT proxy that sends everything to one port. @param lost how many of the first connections it drops */
export async function proxyTo(port: number, lost = 0, whenFinished?: WhenFinished): Promise<string> {
  let left = lost;
  const proxy = createServer().on("connect", (_request, client) => {
    client.on("error", () => client.destroy());
    if (left-- > 0) {
      client.destroy();
      return;
    }
    const upstream = connect(port, "127.0.0.1", () => client.write("HTTP/1.1 200 Connection established\r\n\r\n"));
    client.pipe(upstream);
    client.on("close", () => upstream.destroy());
    upstream.on("error", () => client.destroy()).pipe(client);
  });
  return `http://127.0.0.1:${await listen(proxy, whenFinished)}`;
}

export interface SilentServer {
  readonly port: number;
  /** What clients sent after the handshake. */
  readonly heard: readonly Buffer[];
  /** Connections so far. */
  readonly met: () => number;
}

/** A TLS server that never answers. @param above the rest of its chain */
export async function silentServer(leaf: Authority, above: string): Promise<SilentServer> {
  const heard: Buffer[] = [];
  let met = 0;
  const server = createTlsServer({ key: leaf.keyPem, cert: leaf.pem + above }, (socket) => {
    socket.on("error", () => undefined).on("data", (data: Buffer) => heard.push(data));
  }).on("connection", () => {
    met += 1;
  });
  return { port: await listen(server), heard, met: () => met };
}
