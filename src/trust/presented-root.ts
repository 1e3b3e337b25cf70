import { pinnedRootOfChain } from "../certificates/pinned.ts";
import { judgeRoot, type Root, readRoots } from "../certificates/roots.ts";
import { type Network, openChannel } from "../io/http.ts";

/**
 * Takes the stamp's root from the endpoint itself, if it has the fingerprint that the user gave. The handshake that
 * presents it is not verified and sends no request; only the fingerprint makes the root trustworthy, and every later
 * request is verified with that root as if it had been given as a file.
 *
 * A root that Node trusts anyway and that completes the chain counts as presented even if the host does not send it.
 *
 * @throws Failure `AZS304` to `AZS306`, `AZS308`, `AZS309`, `AZS322`, and `AZS2xx` of the network
 */
export async function readPresentedRoot(
  { endpoint }: { readonly endpoint: { readonly url: string } },
  fingerprint: string,
  network: Network,
  now: Date,
): Promise<{ readonly root: Root; readonly warnings: readonly string[] }> {
  const { host } = new URL(endpoint.url);
  const channel = openChannel(network, { allows: (other) => other === host, named: host, partyOf: () => "arm" });
  const from = `the certificate chain of ${host}`;
  const chain = (await channel.presentedChain(endpoint.url)).flatMap((der) => readRoots(der, from));
  const root = pinnedRootOfChain(chain, fingerprint, from);
  return { root, warnings: judgeRoot(root, from, now).warnings };
}
