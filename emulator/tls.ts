/** TLS as a stamp has it: one certificate for the stamp's own names, another for the login service on the internet. */
import { createServer, type Server } from "node:https";
import { createSecureContext, type SecureContext } from "node:tls";
import { type Authority, makeKey, makeLeaf } from "./certificates.ts";
import { servedNames } from "./hosts.ts";
import { covers } from "./names.ts";
import type { Stamp } from "./state.ts";

/**
 * A TLS server, not yet listening, for every name of the stamp. A client that names another host, or none, gets no
 * certificate: the handshake fails.
 */
export async function createTlsServer(stamp: Stamp, root: Authority): Promise<Server> {
  const served = servedNames(stamp);
  const keyPem = await makeKey();
  const contexts = await Promise.all(
    [served.stamp, served.entra]
      .filter((names) => names.length > 0)
      .map(async (names) => {
        const leaf = await makeLeaf(root, names, { keyPem });
        return { names, context: secureContext(leaf, stamp.options.presentsRoot ? root.pem : "") };
      }),
  );
  return createServer({
    SNICallback: (name, answer) => {
      const found = contexts.find(({ names }) => covers(names, name.toLowerCase()));
      if (found === undefined) answer(new Error(`No certificate for ${name}`));
      else answer(null, found.context);
    },
  });
}

function secureContext(leaf: Authority, rootPem: string): SecureContext {
  return createSecureContext({ key: leaf.keyPem, cert: leaf.pem + rootPem });
}
