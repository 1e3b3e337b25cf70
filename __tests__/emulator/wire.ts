/** Requests over the network: through the CONNECT proxy, with TLS that trusts only the emulator's root. */
import { request as httpRequest, type IncomingHttpHeaders } from "node:http";
import { request as httpsRequest } from "node:https";
import type { Socket } from "node:net";
import { type DetailedPeerCertificate, type TLSSocket, connect as tlsConnect } from "node:tls";
import type { Emulator } from "../../emulator/server.ts";

/** Opens a tunnel. Rejects with the proxy's status if the proxy refuses. */
export function tunnel(emulator: Emulator, host: string, port = 443): Promise<Socket> {
  const proxy = new URL(emulator.proxyUrl);
  return new Promise((resolve, reject) => {
    const request = httpRequest({ host: proxy.hostname, port: proxy.port, method: "CONNECT", path: `${host}:${port}` });
    request.on("connect", (response, socket) => {
      if (response.statusCode === 200) resolve(socket);
      else reject(new Error(`CONNECT ${response.statusCode}`));
    });
    request.on("error", reject);
    request.end();
  });
}

/** TLS through the proxy, with this name as SNI. */
export async function secured(
  emulator: Emulator,
  host: string,
  ca = emulator.roots.pem,
  servername = host,
): Promise<TLSSocket> {
  const socket = await tunnel(emulator, host);
  return new Promise((resolve, reject) => {
    const secure = tlsConnect({ socket, servername, ca }, () => resolve(secure));
    secure.on("error", reject);
  });
}

/** The certificates that the server sends for this name, its own first. The client trusts everybody. */
export async function presentedChain(
  emulator: Emulator,
  servername: string,
): Promise<readonly DetailedPeerCertificate[]> {
  const socket = await tunnel(emulator, "management.local.azurestack.external");
  return new Promise((resolve, reject) => {
    // Node adds roots that it trusts to a chain; here it trusts none.
    const secure = tlsConnect({ socket, servername, rejectUnauthorized: false, ca: [] }, () => {
      const chain = [secure.getPeerCertificate(true)];
      for (const one of chain) {
        if (one.issuerCertificate !== undefined && one.issuerCertificate !== one) chain.push(one.issuerCertificate);
      }
      secure.destroy();
      resolve(chain);
    });
    secure.on("error", reject);
  });
}

export interface WireAnswer {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
}

export async function fetchThrough(
  emulator: Emulator,
  url: string,
  init: { readonly method?: string; readonly body?: string; readonly headers?: Record<string, string> } = {},
): Promise<WireAnswer> {
  const { hostname, pathname, search } = new URL(url);
  const socket = await secured(emulator, hostname);
  const { method = "GET", headers = {}, body = "" } = init;
  return new Promise((resolve, reject) => {
    const options = {
      host: hostname,
      path: pathname + search,
      method,
      headers,
      createConnection: () => socket,
    };
    const request = httpsRequest(options, async (response) => {
      const chunks: Buffer[] = [];
      try {
        for await (const chunk of response) chunks.push(Buffer.from(chunk));
        resolve({
          status: response.statusCode ?? 0,
          headers: response.headers,
          body: Buffer.concat(chunks).toString(),
        });
      } catch (error) {
        reject(error);
      }
    });
    request.on("error", reject);
    request.end(body);
  });
}
