/**
 * The emulator on loopback: a TLS server that answers for every name of the stamp and of its login service, the CONNECT
 * proxy in front of it, and the runner's endpoint for ID tokens. Everything else is handlers, which know nothing of
 * sockets.
 */
import { createServer } from "node:http";
import { inTurn, makeClientCertificate, makeRoot } from "./certificates.ts";
import { describeApplication, describeIdTokens, describeRoot, describeStamp, type Emulator } from "./emulator.ts";
import { createFaults } from "./faults.ts";
import { handle, serves } from "./hosts.ts";
import { answerIdToken, createIssuer } from "./id-tokens.ts";
import { listen, listener, originOf, portOf, shut } from "./listening.ts";
import { connectOnward } from "./onward.ts";
import { type StampOptions, withDefaults } from "./options.ts";
import { createProxy } from "./proxy.ts";
import type { RequestRecord } from "./records.ts";
import { createStamp, registerCertificate, registerFederation } from "./state.ts";
import { createTlsServer } from "./tls.ts";

export type * from "./emulator.ts";
export type { Effect, Fault, FaultMatch } from "./faults.ts";
export { captivePortal, throttled, truncatedJson, unavailable } from "./faults.ts";
export type { StampOptions, SubscriptionOption } from "./options.ts";
export type { RequestRecord } from "./records.ts";

const makeRegistered = inTurn(() => makeClientCertificate());
const makeUnregistered = inTurn(() => makeClientCertificate({ subject: "somebody-else" }));

/** Starts a stamp on loopback. Options that are absent have the values in `options.ts`. */
export async function startEmulator(options: Partial<StampOptions> = {}): Promise<Emulator> {
  const complete = withDefaults(options);
  const [stamp, root, issuer, registered, unregistered] = await Promise.all([
    createStamp(complete),
    makeRoot(),
    createIssuer(complete.idTokenSubject, complete.idTokenLifetime),
    makeRegistered(),
    makeUnregistered(),
  ]);
  registerCertificate(stamp, registered.certPem);
  registerFederation(stamp, issuer.federation);
  const faults = createFaults();
  const requests: RequestRecord[] = [];
  const tls = await createTlsServer(stamp, root);
  tls.on(
    "request",
    listener((request) => handle(request, stamp), faults, requests),
  );
  const idTokens = createServer(
    listener((request) => answerIdToken(request, issuer, complete.now()), faults, requests),
  );
  const {
    server: front,
    connects,
    destroyTunnels,
  } = createProxy(
    (host) => serves(stamp, host),
    () => portOf(tls),
    complete.otherHosts === "reached" ? connectOnward : undefined,
  );
  await Promise.all([tls, idTokens, front].map(listen));
  return {
    ...describeStamp(stamp),
    proxyUrl: originOf(front),
    application: describeApplication(stamp, registered, unregistered),
    idTokens: describeIdTokens(issuer, originOf(idTokens)),
    roots: describeRoot(root.pem),
    requests,
    connects,
    inject: faults.inject,
    close: async () => {
      destroyTunnels();
      await Promise.all([tls, idTokens, front].map(shut));
    },
  };
}
