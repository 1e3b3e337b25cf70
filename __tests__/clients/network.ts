/**
 * The network of a runner: the stamp, private servers with roots of their own, and optionally a proxy that inspects
 * TLS.
 */
import { once } from "node:events";
import { createServer as createProxyServer } from "node:http";
import { type AddressInfo, connect, type Server, type Socket } from "node:net";
import type { Duplex } from "node:stream";
import {
  connect as connectTls,
  createSecureContext,
  createServer as createTlsServer,
  type SecureContext,
} from "node:tls";
import { type Authority, makeLeaf, makeRoot } from "../../emulator/certificates.ts";
import type { Emulator } from "../../emulator/server.ts";

export interface Network {
  readonly proxyUrl: string;
  /** The roots of the private servers `<name>.example`, by their names. */
  readonly roots: Readonly<Record<string, Authority>>;
  /** The root of the proxy that inspects connections to the stamp and its authority. */
  readonly inspector: Authority;
  /** Turns the inspection on or off. */
  inspect(does: boolean): void;
  close(): void;
}

const ESTABLISHED = "HTTP/1.1 200 Connection established\r\n\r\n";
const BODY = '{"galleryEndpoint":""}';

/** @param names of private servers */
export async function openNetwork(emulator: Emulator, names: readonly string[]): Promise<Network> {
  const made = await Promise.all(names.map((name) => makeRoot({ subject: `Root of ${name}` })));
  const roots = Object.fromEntries(names.map((name, index) => [name, made[index] as Authority]));
  const inspector = await makeRoot({ subject: "Inspecting Proxy" });
  const emulatorProxy = new URL(emulator.proxyUrl);
  const open = new Set<Duplex>();
  const keep = (...sockets: readonly Duplex[]) => {
    for (const socket of sockets) open.add(socket.on("error", () => socket.destroy()));
  };
  let inspects = false;

  // git ends its requests only after a 404.
  const secret = createTlsServer(
    { SNICallback: serving((host) => roots[host.replace(/\.example$/, "")]) },
    (socket) => {
      keep(socket);
      socket.once("data", () =>
        socket.end(`HTTP/1.1 404 Not Found\r\nContent-Length: ${BODY.length}\r\nConnection: close\r\n\r\n${BODY}`),
      );
    },
  );
  const inspection = createTlsServer({ SNICallback: serving(() => inspector) }, (client) => {
    const host = (client as { servername?: string }).servername ?? "";
    const tunnel = connect(Number(emulatorProxy.port), emulatorProxy.hostname, () =>
      tunnel.write(`CONNECT ${host}:443 HTTP/1.1\r\nHost: ${host}:443\r\n\r\n`),
    );
    keep(client, tunnel);
    tunnel.once("data", () => {
      const upstream = connectTls({ socket: tunnel, servername: host, rejectUnauthorized: false });
      keep(upstream);
      pipeBoth(client, upstream);
    });
  });
  const front = createProxyServer().on("connect", (request, client: Duplex) => {
    const { url: target = "" } = request;
    const isPrivate = target.endsWith(".example:443");
    const [port, hello] = isPrivate
      ? [portOf(secret), ""]
      : inspects
        ? [portOf(inspection), ""]
        : [Number(emulatorProxy.port), `CONNECT ${target} HTTP/1.1\r\nHost: ${target}\r\n\r\n`];
    const upstream: Socket = connect(port, "127.0.0.1", () => {
      if (hello === "") client.write(ESTABLISHED);
      else upstream.write(hello);
      pipeBoth(client, upstream);
    });
    keep(client, upstream);
  });
  for (const server of [secret, inspection, front]) {
    server.listen(0, "127.0.0.1");
    await once(server, "listening");
  }
  return {
    proxyUrl: `http://127.0.0.1:${portOf(front)}`,
    roots,
    inspector,
    inspect: (does) => {
      inspects = does;
    },
    close() {
      for (const socket of open) socket.destroy();
      for (const server of [secret, inspection, front]) server.close();
    },
  };
}

function pipeBoth(one: Duplex, other: Duplex): void {
  one.pipe(other).pipe(one);
  one.on("close", () => other.destroy());
  other.on("close", () => one.destroy());
}

function portOf(server: Server): number {
  return (server.address() as AddressInfo).port;
}

/** Creates the certificate of each name at its first use. */
function serving(issuerOf: (host: string) => Authority | undefined) {
  const contexts = new Map<string, Promise<SecureContext>>();
  return (host: string, done: (error: Error | null, context?: SecureContext) => void) => {
    const issuer = issuerOf(host);
    if (issuer === undefined) return done(new Error(`nobody is ${host}`));
    const context = contexts.get(host) ?? makeContext(issuer, host);
    contexts.set(host, context);
    context.then((made) => done(null, made), done);
  };
}

async function makeContext(issuer: Authority, host: string): Promise<SecureContext> {
  const leaf = await makeLeaf(issuer, [host]);
  return createSecureContext({ key: leaf.keyPem, cert: leaf.pem });
}
