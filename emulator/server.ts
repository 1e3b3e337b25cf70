/**
 * The emulator on loopback: a TLS server that answers for every name of the stamp and of its login service, the CONNECT
 * proxy in front of it, and the runner's endpoint for ID tokens. The handlers, which make the answers, do not use
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
import { createProxy } from "./proxy.ts";
import type { RequestRecord } from "./records.ts";
import { type StampOptions, withDefaults } from "./stamp/options.ts";
import { createStamp, registerCertificate, registerFederation } from "./stamp/state.ts";
import { createTlsServer } from "./tls.ts";

export type * from "./emulator.ts";
export type { ConnectEffect, ConnectFault, Effect, Fault, FaultMatch } from "./faults.ts";
export { captivePortal, refusedTunnel, throttled, truncatedJson, unavailable } from "./faults.ts";
export type { RequestRecord } from "./records.ts";
export type { StampOptions, SubscriptionOption } from "./stamp/options.ts";

const makeRegistered = inTurn(() => makeClientCertificate());
const makeUnregistered = inTurn(() => makeClientCertificate({ subject: "somebody-else" }));

/** Starts a stamp on loopback. Absent options have the values in `options.ts`. */
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
  const answerer = listener((request) => handle(request, stamp), faults, requests);
  const tls = (await createTlsServer(stamp, root)).on("request", answerer);
  const inspector = once(async () => {
    const gateway = await makeRoot({ subject: "Contoso Inspecting Gateway" });
    const server = (await createTlsServer(stamp, gateway, true)).on("request", answerer);
    await listen(server);
    return { gateway, server };
  });
  const idTokens = createServer(
    listener((request) => answerIdToken(request, issuer, complete.now()), faults, requests),
  );
  const {
    server: front,
    connects,
    destroyTunnels,
  } = createProxy({
    serves: (host) => serves(stamp, host),
    port: () => portOf(tls),
    inspectingPort: async () => portOf((await inspector.get()).server),
    meet: faults.meetConnect,
    onward: complete.otherHosts === "reached" ? connectOnward : undefined,
  });
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
    inspectingRoot: async () => describeRoot((await inspector.get()).gateway.pem),
    close: async () => {
      destroyTunnels();
      const inspecting = await inspector.made();
      await Promise.all([tls, idTokens, front, ...(inspecting === undefined ? [] : [inspecting.server])].map(shut));
    },
  };
}

/** Calls `make` at the first request, and never again. */
function once<T>(make: () => Promise<T>) {
  let made: Promise<T> | undefined;
  return {
    get: (): Promise<T> => {
      made ??= make();
      return made;
    },
    made: () => made,
  };
}
