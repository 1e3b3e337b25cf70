/** Answers to a job's request for an ID token: from the CI, or from something in front of it. */
import { captivePortal, refusedTunnel } from "../../../emulator/faults.ts";
import { answered, type PublicAnswer } from "./answer.ts";

const HOST = "pipelinesghubeus2.actions.githubusercontent.com";
const ID_TOKEN = { path: /\/idtoken\// };
/** GitHub's service is reached through the proxy, with TLS. */
const FAR = {
  ACTIONS_ID_TOKEN_REQUEST_URL: `https://${HOST}/x/00000000/_apis/distributedtask/hubs/Actions/plans/x/jobs/x/idtoken?api-version=2.0`,
};

const far = (
  name: string,
  effect: Parameters<typeof refusedTunnel> | "inspect" | "drop",
  says: readonly (string | RegExp)[],
  party: "ci" | "proxy" = "proxy",
): PublicAnswer => ({
  name: `the CI: ${name}`,
  credential: "oidc",
  environment: FAR,
  faults: [{ connect: HOST, effect: typeof effect === "string" ? effect : refusedTunnel(...effect) }],
  outcome: { code: "AZS416", party, says: ["the CI gave no ID token: ", ...says], never: [/tunneling socket/] },
});

const near = (name: string, effect: ReturnType<typeof answered>, says: readonly (string | RegExp)[]): PublicAnswer => ({
  name: `the CI: ${name}`,
  credential: "oidc",
  faults: [{ match: ID_TOKEN, effect }],
  outcome: { code: "AZS416", party: "ci", says },
});

export default [
  far(
    "a proxy that refuses it",
    [403, "Forbidden", "ERR_ACCESS_DENIED"],
    [/the proxy 127\.0\.0\.1:\d+ refuses to connect to pipelinesghubeus2/, `add ${HOST} to NO_PROXY`],
  ),
  far(
    "a proxy that wants a login",
    [407, "Proxy Authentication Required", "ERR_CACHE_ACCESS_DENIED"],
    ["requires a user and password", /HTTPS_PROXY to http:\/\/user:password@127/],
  ),
  far(
    "a proxy that cannot reach it",
    [503, "Service Unavailable", "ERR_DNS_FAIL"],
    [/the proxy 127\.0\.0\.1:\d+ cannot reach pipelinesghubeus2.*503/],
  ),
  far(
    "a proxy that inspects TLS",
    "inspect",
    ["CN=Contoso Inspecting Gateway", "NODE_EXTRA_CA_CERTS", `${HOST} exempted`],
    "ci",
  ),
  far("a proxy that ends the connection", "drop", [/the connection to the proxy at 127\.0\.0\.1:\d+ broke off/]),
  {
    name: "the CI: no DNS, and no proxy for it",
    credential: "oidc",
    environment: { ...FAR, NO_PROXY: HOST, no_proxy: HOST },
    faults: [],
    outcome: {
      code: "AZS416",
      party: "ci",
      says: [`the name ${HOST} cannot be resolved`, "HTTPS_PROXY", `keep ${HOST} out of NO_PROXY`],
    },
  },
  near("a job without the permission", answered(403, { message: "Resource not accessible by integration" }), [
    "status 403, Resource not accessible by integration",
    "id-token: write",
    "reusable workflow",
  ]),
  near("a request token that has ended", answered(401, { message: "The request token has expired." }), [
    "status 401, The request token",
  ]),
  near("a plan that is over", answered(404, { message: "No job found with identifier x." }), [
    "status 404, No job found",
  ]),
  near("an outage", answered(503, "<h2>Our services aren't available right now</h2>"), [
    "the CI's service for ID tokens at http://127.0.0.1",
    "answered 503",
    "status page",
  ]),
  near("the page of a network", captivePortal(), ["Sign in to the network", "network team"]),
  near("a text that is no JSON", answered(200, "OK", { "content-type": "text/plain" }), ["not valid JSON"]),
  near("an empty answer", answered(200, ""), ["status 200 and no token", "status page"]),
  near("a redirect", answered(302, "", { location: "https://login.gateway.example/" }), [
    "redirect (302)",
    "in place of the CI",
  ]),
] satisfies readonly PublicAnswer[];
