/** What the emulator's servers share: they listen on loopback, and close at once. */
import type { RequestListener, Server } from "node:http";
import { type Handler, serve } from "./adapter.ts";
import type { Faults } from "./faults.ts";
import type { RequestRecord } from "./records.ts";

/** Connects a server to handlers that do not use sockets. */
export function listener(handler: Handler, faults: Faults, requests: RequestRecord[]): RequestListener {
  return (incoming, outgoing) => {
    // If a client leaves while its request is being read, that is not an error.
    serve(incoming, outgoing, handler, faults, requests).catch(() => incoming.socket.destroy());
  };
}

type Listening = Pick<Server, "listen" | "address" | "close" | "closeAllConnections">;

/** Listens on a free port of loopback. */
export function listen(server: Listening): Promise<void> {
  return new Promise((resolve) => {
    server.listen(0, "127.0.0.1", resolve);
  });
}

export function portOf(server: Listening): number {
  const address = server.address();
  return typeof address === "object" && address !== null ? address.port : 0;
}

export function originOf(server: Listening): string {
  return `http://127.0.0.1:${portOf(server)}`;
}

export function shut(server: Listening): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve());
    server.closeAllConnections();
  });
}
