/**
 * The CONNECT proxy that lets clients use a stamp's real names without a hosts file: names that the emulator serves
 * lead to its TLS server on loopback, all others lead nowhere and are remembered.
 */
import { createServer, type Server } from "node:http";
import { connect, type Socket } from "node:net";
import type { Duplex } from "node:stream";
import type { ConnectEffect } from "./faults.ts";

export interface Proxy {
  readonly server: Server;
  /** Every `host:port` that was asked for, refused ones too. */
  readonly connects: readonly string[];
  /** Ends every tunnel. */
  destroyTunnels(): void;
}

/** Where a proxy leads, and what goes wrong there. */
export interface ProxyRules {
  /** Whether there is such a host. */
  readonly serves: (host: string) => boolean;
  /** The port of loopback that tunnels lead to. */
  readonly port: () => number;
  /** The same, of those that the proxy inspects. */
  readonly inspectingPort: () => Promise<number>;
  readonly meet: (host: string, authorized: boolean) => ConnectEffect | undefined;
}

/** A proxy, not yet listening, to loopback for the hosts that it serves, on port 443 only. */
export function createProxy({ serves, port: targetPort, inspectingPort, meet }: ProxyRules): Proxy {
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
  server.on("connect", async (request, client: Duplex, head: Buffer) => {
    const target = request.url ?? "";
    connects.push(target);
    track(client);
    const [, host = "", port] = /^(.+):(\d+)$/.exec(target) ?? [];
    const effect = meet(host.toLowerCase(), request.headers["proxy-authorization"] !== undefined);
    if (effect === "hang") return;
    if (effect === "drop") {
      client.destroy();
      return;
    }
    if (typeof effect === "object") {
      client.end(effect.raw);
      return;
    }
    if (port !== "443" || !serves(host.toLowerCase())) {
      client.end("HTTP/1.1 403 Forbidden\r\nContent-Length: 0\r\nConnection: close\r\n\r\n");
      return;
    }
    track(tunnel(client, head, effect === "inspect" ? await inspectingPort() : targetPort()));
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
