/**
 * The CONNECT proxy that lets clients use a stamp's real names without a hosts file: names that the emulator serves
 * lead to its TLS server on loopback, all others lead nowhere and are remembered.
 */
import { createServer, type Server } from "node:http";
import { connect, type Socket } from "node:net";
import type { Duplex } from "node:stream";

export interface Proxy {
  readonly server: Server;
  /** Every `host:port` that was asked for, refused ones too. */
  readonly connects: readonly string[];
  /** Ends every tunnel. */
  destroyTunnels(): void;
}

/** A proxy, not yet listening, to `targetPort` on loopback for the hosts that `serves` accepts, on port 443 only. */
export function createProxy(serves: (host: string) => boolean, targetPort: () => number): Proxy {
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
  server.on("connect", (request, client: Duplex, head: Buffer) => {
    const target = request.url ?? "";
    connects.push(target);
    track(client);
    const [, host = "", port] = /^(.+):(\d+)$/.exec(target) ?? [];
    if (port !== "443" || !serves(host.toLowerCase())) {
      client.end("HTTP/1.1 403 Forbidden\r\nContent-Length: 0\r\nConnection: close\r\n\r\n");
      return;
    }
    track(tunnel(client, head, targetPort()));
  });
  const destroyTunnels = () => {
    for (const socket of sockets) socket.destroy();
  };
  return { server, connects, destroyTunnels };
}

function tunnel(client: Duplex, head: Buffer, port: number): Socket {
  const upstream = connect({ host: "127.0.0.1", port }, () => {
    client.write("HTTP/1.1 200 Connection established\r\n\r\n");
    if (head.length > 0) upstream.write(head);
    client.pipe(upstream);
    upstream.pipe(client);
  });
  upstream.on("close", () => client.destroy());
  client.on("close", () => upstream.destroy());
  return upstream;
}
