/**
 * The CONNECT proxy that lets clients use a stamp's real names without a hosts file: names that the emulator serves
 * lead to its TLS server on loopback. All others are remembered, and lead nowhere unless that is asked for.
 */
import { createServer, type Server } from "node:http";
import type { Socket } from "node:net";
import type { Duplex } from "node:stream";
import { connectDirectly } from "./onward.ts";

export interface Proxy {
  readonly server: Server;
  /** Every `host:port` that was asked for, refused ones too. */
  readonly connects: readonly string[];
  /** Ends every tunnel. */
  destroyTunnels(): void;
}

/**
 * A proxy, not yet listening, to `targetPort` on loopback for the hosts that `serves` accepts, on port 443 only.
 *
 * @param onward connects to other hosts; left out, they are refused
 */
export function createProxy(
  serves: (host: string) => boolean,
  targetPort: () => number,
  onward?: (host: string, port: number) => Promise<Socket>,
): Proxy {
  const connects: string[] = [];
  const sockets = new Set<Duplex>();
  const track = (socket: Duplex) => {
    sockets.add(socket);
    socket.on("close", () => sockets.delete(socket));
    // A client that goes away in the middle is a normal end of a tunnel.
    socket.on("error", () => socket.destroy());
  };
  const server = createServer((request, response) => {
    const { host, port } = URL.parse(request.url ?? "") ?? { host: request.headers.host ?? "", port: "" };
    connects.push(port === "" ? `${host}:80` : host);
    response.writeHead(403, { "content-type": "text/plain" }).end("The emulator's proxy takes CONNECT only.\n");
  });
  const refuse = (client: Duplex, status: string) =>
    client.end(`HTTP/1.1 ${status}\r\nContent-Length: 0\r\nConnection: close\r\n\r\n`);
  server.on("connect", (request, client: Duplex, head: Buffer) => {
    const target = request.url ?? "";
    connects.push(target);
    track(client);
    const [, host = "", port] = /^(.+):(\d+)$/.exec(target) ?? [];
    const isStamp = port === "443" && serves(host.toLowerCase());
    const connecting = isStamp ? connectDirectly("127.0.0.1", targetPort()) : onward?.(host, Number(port));
    if (connecting === undefined) {
      refuse(client, "403 Forbidden");
      return;
    }
    connecting.then(
      (upstream) => {
        track(upstream);
        join(client, head, upstream);
      },
      () => refuse(client, "502 Bad Gateway"),
    );
  });
  const destroyTunnels = () => {
    for (const socket of sockets) socket.destroy();
  };
  return { server, connects, destroyTunnels };
}

function join(client: Duplex, head: Buffer, upstream: Socket): void {
  client.write("HTTP/1.1 200 Connection established\r\n\r\n");
  if (head.length > 0) upstream.write(head);
  client.pipe(upstream);
  upstream.pipe(client);
  upstream.on("close", () => client.destroy());
  client.on("close", () => upstream.destroy());
  if (client.destroyed) upstream.destroy();
}
