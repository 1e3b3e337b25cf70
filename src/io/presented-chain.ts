import https from "node:https";
import type { Socket } from "node:net";
import type { DetailedPeerCertificate, TLSSocket } from "node:tls";

const TIMEOUT_MS = 10_000;

/**
 * The root at the end of the chain that a host presents, to name it in an error.
 *
 * The one handshake that is not verified: it is made only after verification has failed, to read the chain, and is
 * closed before anything is sent over it (the request's headers are never flushed).
 */
export async function presentedRoot(
  url: URL,
  proxy: URL | undefined,
): Promise<{ readonly name: string; readonly fingerprint: string }> {
  try {
    const top = last(await presentedChain(url, proxy));
    if (distinguishedName(top.subject) === distinguishedName(top.issuer)) {
      return { name: distinguishedName(top.subject), fingerprint: top.fingerprint256 };
    }
    return { name: distinguishedName(top.issuer), fingerprint: "not presented by the host" };
  } catch {
    return { name: "unknown, the host could not be asked again", fingerprint: "unknown" };
  }
}

function presentedChain(url: URL, proxy: URL | undefined): Promise<DetailedPeerCertificate> {
  const agent = new https.Agent(proxy === undefined ? {} : { proxyEnv: { HTTPS_PROXY: proxy.href } });
  return new Promise<DetailedPeerCertificate>((resolve, reject) => {
    const request = https.request(url, { agent, rejectUnauthorized: false, timeout: TIMEOUT_MS });
    const finish = (socket: TLSSocket) => {
      resolve(socket.getPeerCertificate(true));
      request.destroy();
    };
    request.on("socket", (socket: Socket) => {
      const secure = socket as TLSSocket;
      if (secure.getPeerCertificate?.()?.raw) finish(secure);
      else secure.once("secureConnect", () => finish(secure));
    });
    request.on("timeout", () => request.destroy(new Error("time-out")));
    request.on("error", reject);
  });
}

function last(certificate: DetailedPeerCertificate): DetailedPeerCertificate {
  const issuer = certificate.issuerCertificate as DetailedPeerCertificate | undefined;
  return issuer === undefined || issuer.fingerprint256 === certificate.fingerprint256 ? certificate : last(issuer);
}

function distinguishedName(name: object): string {
  return Object.entries(name)
    .flatMap(([type, value]) => (Array.isArray(value) ? value : [value]).map((one) => `${type}=${one}`))
    .join(", ");
}
