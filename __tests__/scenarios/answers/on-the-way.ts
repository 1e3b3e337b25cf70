/**
 * Answers of proxies, gateways and portals from public reports (azure-cli#14812, #22341, #25126, #25931, #28592 and the
 * products' own pages): Zscaler, Blue Coat, FortiGate, F5, nginx, IIS with Application Request Routing.
 */
import { answered, type PublicAnswer } from "./answer.ts";

const ENTRA = "login.microsoftonline.com";
const MANAGEMENT = "management.local.azurestack.external";
const TOKEN = { method: "POST", path: /token\/?$/ };
const METADATA = { host: MANAGEMENT, path: /^\/metadata/ };
const SUBSCRIPTIONS = { host: MANAGEMENT, path: /^\/subscriptions$/ };

const raw = (status: string, headers: readonly string[], body = "") => ({
  raw: [`HTTP/1.1 ${status}`, ...headers, `Content-Length: ${body.length}`, "Connection: close", "", body].join("\r\n"),
});
const page = (title: string, words: string) => `<html><head><title>${title}</title></head><body>${words}</body></html>`;

export default [
  {
    name: "Zscaler, whose policy refuses Entra",
    faults: [{ connect: ENTRA, effect: raw("403 Forbidden", ["Server: Zscaler/6.2", "Content-Type: text/html"]) }],
    outcome: { code: "AZS226", party: "proxy", says: [/refuses to connect to login.*403 Forbidden.*Server: Zscaler/] },
  },
  {
    name: "a proxy whose answer has no reason phrase (RFC 9112, 4)",
    faults: [{ connect: ENTRA, effect: raw("403 ", ["Server: gateway"]) }],
    outcome: { code: "AZS226", party: "proxy", says: ["403 (Server: gateway)"] },
  },
  {
    name: "Blue Coat, which takes Windows' own logins only",
    faults: [
      {
        connect: MANAGEMENT,
        effect: raw("407 Proxy Authentication Required", [
          "Proxy-Authenticate: NEGOTIATE",
          "Proxy-Authenticate: NTLM",
          "Via: 1.1 proxysg",
        ]),
      },
    ],
    outcome: {
      code: "AZS230",
      party: "proxy",
      says: ["authentication with NEGOTIATE or NTLM", "Cntlm", `add ${MANAGEMENT} to NO_PROXY`],
      never: [/user:password/],
    },
  },
  {
    name: "a proxy that takes Basic beside Windows' own logins",
    faults: [
      {
        connect: MANAGEMENT,
        effect: raw("407 Proxy Authentication Required", ['Proxy-Authenticate: Negotiate, Basic realm="corp, inc"']),
      },
    ],
    outcome: { code: "AZS227", party: "proxy", says: [/http:\/\/user:password@127/] },
  },
  {
    name: "nginx in a proxy's place",
    faults: [{ connect: MANAGEMENT, effect: raw("405 Not Allowed", ["Server: nginx/1.24.0"], page("405", "nginx")) }],
    outcome: { code: "AZS231", party: "proxy", says: ["405 Not Allowed (Server: nginx/1.24.0)", "supports CONNECT"] },
  },
  {
    name: "a proxy that finds CONNECT a bad request",
    faults: [{ connect: ENTRA, effect: raw("400 Bad Request", []) }],
    outcome: { code: "AZS231", party: "proxy", says: ["400 Bad Request", "host and port of an HTTP proxy"] },
  },
  {
    name: "a network that wants a login on a page, by its proxy",
    faults: [{ connect: ENTRA, effect: raw("511 Network Authentication Required", []) }],
    outcome: { code: "AZS226", party: "proxy", says: ["511 Network Authentication Required"] },
  },
  {
    name: "a network that wants a login on a page, in Entra's place",
    faults: [{ match: TOKEN, effect: answered(511, page("Login required", "Log in to the network first.")) }],
    outcome: {
      code: "AZS208",
      party: "entra",
      says: ["511: ", "Log in to the network first", "network team"],
      never: [/is up again/],
    },
  },
  {
    name: "a tunnel to Entra that is cut off once TLS begins",
    faults: [{ connect: ENTRA, effect: { raw: "HTTP/1.1 200 Connection established\r\n\r\n" } }],
    outcome: { code: "AZS204", party: "entra", says: [`let the runner reach ${ENTRA}`] },
  },
  {
    name: "FortiGate's page in Entra's place",
    faults: [
      {
        match: TOKEN,
        effect: answered(403, page("Web Page Blocked", "FortiGuard Intrusion Prevention - Access Blocked")),
      },
    ],
    outcome: { code: "AZS208", party: "entra", says: ["FortiGuard Intrusion Prevention", "network team"] },
  },
  {
    name: "F5's page in the stamp's place",
    faults: [
      {
        match: SUBSCRIPTIONS,
        effect: answered(
          200,
          page("Request Rejected", "The requested URL was rejected. Your support ID is: 4815162342"),
        ),
      },
    ],
    outcome: { code: "AZS208", party: "arm", says: ["Your support ID is: 4815162342"] },
  },
  {
    name: "IIS with Application Request Routing before a stamp that is down",
    faults: [
      {
        match: METADATA,
        effect: answered(
          502,
          page("502", "502 - Web server received an invalid response while acting as a gateway or proxy server."),
        ),
      },
    ],
    outcome: { code: "AZS212", party: "arm", says: ["answered 502", "acting as a gateway", "is up again"] },
  },
  {
    name: "a gateway of APIs that wants a key of its own",
    faults: [
      {
        match: METADATA,
        effect: answered(401, { statusCode: 401, message: "Access denied due to missing subscription key." }),
      },
    ],
    outcome: { code: "AZS211", party: "arm", says: ["answered 401: Access denied due to missing subscription key."] },
  },
  {
    name: "a gateway that takes the token out of the request",
    faults: [
      {
        match: SUBSCRIPTIONS,
        effect: answered(401, {
          error: {
            code: "AuthenticationFailedMissingToken",
            message: "Authentication failed. The 'Authorization' header is missing the access token.",
          },
        }),
      },
    ],
    outcome: {
      code: "AZS413",
      party: "arm",
      says: ["header is missing the access token", "removes the header Authorization"],
    },
  },
  {
    name: "Azure Resource Manager with a fault of its own",
    faults: [
      {
        match: SUBSCRIPTIONS,
        effect: answered(500, {
          error: {
            code: "InternalServerError",
            message:
              "Encountered internal server error. Diagnostic information: timestamp '20250609T090741Z', tracking id 'x'.",
          },
        }),
      },
    ],
    outcome: {
      code: "AZS212",
      party: "arm",
      says: ["InternalServerError: Encountered internal server error", "tracking id"],
    },
  },
] satisfies readonly PublicAnswer[];
