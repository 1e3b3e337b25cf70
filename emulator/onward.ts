/** How the emulator's proxy connects to the stamp, and to other hosts through the network of this machine. */
import { once } from "node:events";
import { type IncomingMessage, request } from "node:http";
import { connect, type Socket } from "node:net";
import { getProxyForUrl } from "proxy-from-env";

/** @returns a connection, through the machine's own proxy if it has one @throws Error if there is no connection */
export async function connectOnward(host: string, port: number): Promise<Socket> {
  const proxy = getProxyForUrl(`https://${host}:${port}`);
  return proxy === "" ? connectDirectly(host, port) : connectBy(new URL(proxy), `${host}:${port}`);
}

/** @throws Error if it cannot connect */
export async function connectDirectly(host: string, port: number): Promise<Socket> {
  const socket = connect({ host, port });
  await once(socket, "connect");
  return socket;
}

async function connectBy({ hostname, port, username, password }: URL, path: string): Promise<Socket> {
  const credentials = Buffer.from(`${decodeURIComponent(username)}:${decodeURIComponent(password)}`).toString("base64");
  const headers = { host: path, ...(username !== "" && { "proxy-authorization": `Basic ${credentials}` }) };
  const asking = request({ host: hostname, port: port || 80, method: "CONNECT", path, headers }).end();
  const [{ statusCode }, socket] = (await once(asking, "connect")) as [IncomingMessage, Socket];
  if (statusCode === 200) return socket;
  socket.destroy();
  throw new Error(`${hostname} answers CONNECT ${path} with ${statusCode}`);
}
