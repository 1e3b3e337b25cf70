/**
 * TLS as on a stamp: one certificate for the stamp's own names, others for the login service and Graph on the internet.
 */
import { createServer, type Server } from "node:https";
import { createSecureContext } from "node:tls";
import { type Authority, inTurn, makeIntermediate, makeKey, makeLeaf } from "./certificates.ts";
import { servedNames } from "./hosts.ts";
import { covers } from "./stamp/names.ts";
import type { Stamp } from "./stamp/state.ts";

const makeLeafKey = inTurn(() => makeKey());

/**
 * Creates a TLS server for every name of the stamp. It is not listening yet. A client that names another host, or none,
 * gets no certificate, and the handshake fails.
 *
 * @param forAnyName whether it makes certificates for all other names as well, like a proxy that inspects TLS
 */
export async function createTlsServer(stamp: Stamp, root: Authority, forAnyName = false): Promise<Server> {
  const served = servedNames(stamp);
  const { presentsRoot, intermediate } = stamp.options;
  const [keyPem, issuer] = await Promise.all([makeLeafKey(), intermediate ? makeIntermediate(root) : root]);
  const rest = (intermediate ? issuer.pem : "") + (presentsRoot ? root.pem : "");
  const contextFor = async (names: readonly string[]) => {
    const leaf = await makeLeaf(issuer, names, { keyPem });
    return createSecureContext({ key: leaf.keyPem, cert: leaf.pem + rest });
  };
  const contexts = await Promise.all(
    [served.stamp, served.entra, served.graph]
      .filter((names) => names.length > 0)
      .map(async (names) => {
        return { names, context: await contextFor(names) };
      }),
  );
  return createServer({
    SNICallback: (name, answer) => {
      const found = contexts.find(({ names }) => covers(names, name.toLowerCase()));
      if (found !== undefined) answer(null, found.context);
      else if (forAnyName) contextFor([name]).then((context) => answer(null, context), answer);
      else answer(new Error(`No certificate for ${name}`));
    },
  });
}
