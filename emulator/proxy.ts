/**
 * The CONNECT proxy. It lets clients use a stamp's real names without a hosts file: for names that the emulator serves,
 * it opens a tunnel to its TLS server on loopback. It records all other names, and refuses them unless an option says
 * otherwise.
 */
import { createServer, type Server } from "node:http";
import type { Socket } from "node:net";
import type { Duplex } from "node:stream";
import type { ConnectEffect } from "./faults.ts";
import { connectDirectly } from "./onward.ts";

export interface Proxy {
  readonly server: Server;
  /** Every `host:port` that a client asked for, including refused ones. */
  readonly connects: readonly string[];
  /** Closes all tunnels. */
  destroyTunnels(): void;
}

/** Where a proxy connects to, and the faults on the way. */
export interface ProxyRules {
  /** Whether this host exists. */
  readonly serves: (host: string) => boolean;
  /** The port on loopback to which tunnels lead. */
  readonly port: () => number;
  /** The port for tunnels that the proxy inspects. */
  readonly inspectingPort: () => Promise<number>;
  readonly meet: (host: string, authorized: boolean) => ConnectEffect | undefined;
  /** Connects to other hosts. If undefined, they are refused. */
  readonly onward: ((host: string, port: number) => Promise<Socket>) | undefined;
}

/** Creates a proxy that is not listening yet. It connects the hosts that it serves to loopback, on port 443 only. */
export function createProxy({ serves, port: targetPort, inspectingPort, meet, onward }: ProxyRules): Proxy {
  const connects: string[] = [];
  const sockets = new Set<Duplex>();
  const track = (socket: Duplex) => {
    sockets.add(socket);
    socket.on("close", () => sockets.delete(socket));
    // A client may disconnect at any time; that is a normal end of a tunnel.
    socket.on("error", () => socket.destroy());
  };
  const server = createServer((request, response) => {
    const { host, port } = URL.parse(request.url ?? "") ?? { host: request.headers.host ?? "", port: "" };
    connects.push(port === "" ? `${host}:80` : host);
    response.writeHead(403, { "content-type": "text/plain" }).end("The emulator's proxy takes CONNECT only.\n");
  });
  const refuse = (client: Duplex, status: string) =>
    client.end(`HTTP/1.1 ${status}\r\nContent-Length: 0\r\nConnection: close\r\n\r\n`);
  const reach = async (host: string, port: number, inspects: boolean) => {
    if (inspects) return connectDirectly("127.0.0.1", await inspectingPort());
    const isStamp = port === 443 && serves(host.toLowerCase());
    return isStamp ? connectDirectly("127.0.0.1", targetPort()) : onward?.(host, port);
  };
  server.on("connect", async (request, client: Duplex, head: Buffer) => {
    const target = request.url ?? "";
    connects.push(target);
    track(client);
    const [, host = "", port] = /^(.+):(\d+)$/.exec(target) ?? [];
    const effect = meet(host.toLowerCase(), request.headers["proxy-authorization"] !== undefined);
    if (effect !== undefined && effect !== "inspect") {
      endBy(effect, client);
      return;
    }
    try {
      const upstream = await reach(host, Number(port), effect === "inspect");
      if (upstream === undefined) {
        refuse(client, "403 Forbidden");
        return;
      }
      track(upstream);
      join(client, head, upstream);
    } catch {
      refuse(client, "502 Bad Gateway");
    }
  });
  const destroyTunnels = () => {
    for (const socket of sockets) socket.destroy();
  };
  return { server, connects, destroyTunnels };
}

/** Applies a fault to a tunnel before it is opened. A tunnel that hangs stays open. */
function endBy(effect: Exclude<ConnectEffect, "inspect">, client: Duplex): void {
  if (effect === "drop") client.destroy();
  if (typeof effect === "object") client.end(effect.raw);
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
