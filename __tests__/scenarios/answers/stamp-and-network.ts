/**
 * Answers of stamps and proxies from public reports (Terraform, az, Azure/login, Squid), with replaced identifiers.
 * What an authority answers to a credential is in a separate table.
 */
import { type FaultMatch, refusedTunnel } from "../../../emulator/faults.ts";
import { answered, armRefusal, type PublicAnswer } from "./answer.ts";

const ENTRA = "login.microsoftonline.com";
const MANAGEMENT = "management.local.azurestack.external";
const GROUP_ONLY =
  "The client 'aaaaaaaa-bbbb-cccc-dddd-eeeeeeeeeeee' with object id '0b1ec7ab-0000-4000-8000-00000000c0de' does not have authorization to perform action 'Microsoft.Resources/subscriptions/providers/read' over scope '/subscriptions/99999999-0000-0000-0000-000000000001'.";
const RIGHT = "77777777-8888-4999-aaaa-bbbbbbbbbbbb";
const ISSUER =
  "The access token is from the wrong issuer 'https://sts.windows.net/11111111-2222-3333-4444-555555555555/'. It must match";

const PROVIDERS: FaultMatch = { path: /\/providers\/Microsoft\.Resources$/, authorized: true };
const SUBSCRIPTIONS: FaultMatch = { host: MANAGEMENT, path: /^\/subscriptions$/ };
const TOKEN: FaultMatch = { method: "POST", path: /token\/?$/ };
const CHALLENGE: FaultMatch = { host: MANAGEMENT, path: /^\/subscriptions\/0/, authorized: false };
const iis = (title: string, words: string) =>
  `<HTML><HEAD><TITLE>${title}</TITLE></HEAD>\r\n<BODY><h2>${title}</h2>\r\n<hr><p>${words}</p>\r\n</BODY></HTML>`;
const DENIED = refusedTunnel(403, "Forbidden", "ERR_ACCESS_DENIED");

const subscription = (digit: number, displayName: string, state = "Enabled") => ({
  id: `/subscriptions/99999999-0000-0000-0000-00000000000${digit}`,
  subscriptionId: `99999999-0000-0000-0000-00000000000${digit}`,
  displayName,
  state,
  tenantId: "11111111-2222-3333-4444-555555555555",
});
const challenged = (header: string | string[]) =>
  answered(401, { error: { code: "AuthenticationFailed", message: "x" } }, { "www-authenticate": header });

const WAYS: readonly PublicAnswer[] = [
  {
    name: "Entra behind a proxy that inspects TLS",
    faults: [{ connect: ENTRA, effect: "inspect" }],
    outcome: {
      code: "AZS205",
      party: "entra",
      says: ["CN=Contoso Inspecting Gateway", "inspects TLS", "NODE_EXTRA_CA_CERTS", `${ENTRA} exempted`],
    },
  },
  {
    name: "Entra without a proxy and without DNS",
    environment: { NO_PROXY: ENTRA, no_proxy: ENTRA },
    faults: [],
    outcome: {
      code: "AZS201",
      party: "entra",
      says: [`the name ${ENTRA} cannot be resolved`, "HTTPS_PROXY", "NO_PROXY"],
    },
  },
  {
    name: "a proxy that refuses Entra",
    faults: [{ connect: ENTRA, effect: DENIED }],
    outcome: {
      code: "AZS226",
      party: "proxy",
      says: [/the proxy 127\.0\.0\.1:\d+ refuses to connect to login\.microsoftonline\.com/, "ERR_ACCESS_DENIED"],
    },
  },
  {
    name: "a proxy that cannot reach Entra",
    faults: [{ connect: ENTRA, effect: refusedTunnel(503, "Service Unavailable", "ERR_DNS_FAIL") }],
    outcome: {
      code: "AZS228",
      party: "proxy",
      says: [/the proxy 127\.0\.0\.1:\d+ cannot reach login\.microsoftonline\.com.*503.*ERR_DNS_FAIL/],
    },
  },
  {
    name: "a proxy that refuses the stamp",
    faults: [{ connect: MANAGEMENT, effect: DENIED }],
    outcome: {
      code: "AZS226",
      party: "proxy",
      says: [`refuses to connect to ${MANAGEMENT}`, `add ${MANAGEMENT} to NO_PROXY`],
    },
  },
  {
    name: "a proxy that wants a login",
    faults: [
      { connect: MANAGEMENT, effect: refusedTunnel(407, "Proxy Authentication Required", "ERR_CACHE_ACCESS_DENIED") },
    ],
    outcome: {
      code: "AZS227",
      party: "proxy",
      says: [/requires a user and password/, /HTTPS_PROXY to http:\/\/user:password@127\.0\.0\.1:\d+/, "Basic"],
    },
  },
  {
    name: "a proxy that redirects to its page instead of opening a tunnel",
    faults: [
      {
        connect: MANAGEMENT,
        effect: { raw: "HTTP/1.1 302 Found\r\nLocation: https://login.gateway.example/\r\nContent-Length: 0\r\n\r\n" },
      },
    ],
    outcome: { code: "AZS226", party: "proxy", says: ["302 Found"] },
  },
  {
    name: "a proxy that answers in the stamp's place with 201 and JSON",
    faults: [
      {
        connect: MANAGEMENT,
        effect: { raw: "HTTP/1.1 201 Created\r\nContent-Type: application/json\r\nContent-Length: 2\r\n\r\n{}" },
      },
    ],
    outcome: { code: "AZS226", party: "proxy", says: ["201 Created"] },
  },
  {
    name: "a proxy that ends the connection instead of answering",
    faults: [{ connect: ENTRA, effect: "drop" }],
    outcome: { code: "AZS204", party: "proxy", says: [/the connection to the proxy at 127\.0\.0\.1:\d+ broke off/] },
  },
  {
    name: "https:// before a plain proxy",
    environment: ({ emulator }) => ({ HTTPS_PROXY: emulator.proxyUrl.replace("http:", "https:") }),
    faults: [],
    outcome: { code: "AZS207", party: "proxy", says: [/set it to http:\/\/127\.0\.0\.1:\d+/] },
  },
  {
    name: "the stamp behind a proxy that inspects TLS",
    faults: [{ connect: MANAGEMENT, effect: "inspect" }],
    outcome: {
      code: "AZS205",
      party: "arm",
      says: ["CN=Contoso Inspecting Gateway", "a proxy on the way inspects TLS"],
    },
  },
  {
    name: "a proxy that cannot reach AD FS",
    idp: "adfs",
    faults: [{ connect: /^adfs\./, effect: refusedTunnel(502, "Bad Gateway", "ERR_CONNECT_FAIL") }],
    outcome: { code: "AZS228", party: "proxy", says: [/cannot reach adfs\.local.*502 Bad Gateway.*ERR_CONNECT_FAIL/] },
  },
  {
    name: "something that is no proxy",
    faults: [{ connect: ENTRA, effect: { raw: "220 mail.contoso.example ESMTP\r\n\r\n" } }],
    outcome: { code: "AZS226", party: "proxy", says: [/the proxy 127\.0\.0\.1/] },
  },
];

const UNAVAILABLE: readonly PublicAnswer[] = [
  {
    name: "AD FS without a token service",
    idp: "adfs",
    faults: [{ match: TOKEN, effect: answered(404, iis("Not Found", "HTTP Error 404.")) }],
    outcome: {
      code: "AZS229",
      party: "adfs",
      says: ["/adfs/oauth2/token", "answered 404: Not Found", "stamp's operator"],
    },
  },
  {
    name: "AD FS without an OpenID configuration",
    idp: "adfs",
    faults: [{ match: { path: /openid-configuration$/ }, effect: answered(404, iis("Not Found", "HTTP Error 404.")) }],
    outcome: { code: "AZS229", party: "adfs", says: ["openid-configuration", "stamp's operator"] },
  },
  {
    name: "AD FS that is unavailable",
    idp: "adfs",
    faults: [{ match: { host: /^adfs\./ }, effect: answered(503, iis("Service Unavailable", "HTTP Error 503.")) }],
    outcome: { code: "AZS212", party: "adfs", says: ["answered 503", "AD FS of the stamp is up again"] },
  },
  {
    name: "Azure Resource Manager that is unavailable",
    faults: [{ match: SUBSCRIPTIONS, effect: answered(503, iis("Service Unavailable", "HTTP Error 503.")) }],
    outcome: { code: "AZS212", party: "arm", says: ["answered 503", "Azure Resource Manager is up again"] },
  },
  {
    name: "Entra that is unavailable",
    faults: [{ match: TOKEN, effect: answered(503, iis("Service Unavailable", "HTTP Error 503.")) }],
    outcome: { code: "AZS212", party: "entra", says: ["answered 503", "Entra is up again"] },
  },
  {
    name: "a page in Entra's place",
    faults: [{ match: TOKEN, effect: answered(200, iis("Blocked", "This site is blocked by policy.")) }],
    outcome: { code: "AZS208", party: "entra", says: ["This site is blocked by policy", "network team"] },
  },
  {
    name: "AD FS that says nothing with its 404",
    idp: "adfs",
    faults: [{ match: TOKEN, effect: answered(404, "") }],
    outcome: { code: "AZS229", party: "adfs", says: ["stamp's operator"] },
  },
  {
    name: "Azure Resource Manager that throttles",
    faults: [
      {
        match: SUBSCRIPTIONS,
        effect: answered(
          429,
          { error: { code: "TooManyRequests", message: "Number of requests exceeded the limit." } },
          { "retry-after": "0" },
        ),
      },
    ],
    outcome: { code: "AZS212", party: "arm", says: ["answered 429", "TooManyRequests: Number of requests"] },
  },
];

const RIGHTS: readonly PublicAnswer[] = [
  {
    name: "a role on one group only",
    faults: [{ match: PROVIDERS, effect: armRefusal(403, "AuthorizationFailed", GROUP_ONLY) }],
    outcome: {
      outputs: { profile: "2020-09-01-hybrid" },
      warns: ["Microsoft.Resources/subscriptions/providers/read", "role Reader on the subscription", "input profile"],
    },
  },
  {
    name: "a role on one group only, at an older stamp",
    stamp: { build: "2008" },
    faults: [{ match: PROVIDERS, effect: armRefusal(403, "AuthorizationFailed", GROUP_ONLY) }],
    outcome: { outputs: { profile: "2019-03-01-hybrid" }, warns: ["2019-03-01-hybrid", "role Reader"] },
  },
  {
    name: "no right to list subscriptions",
    faults: [
      { match: SUBSCRIPTIONS, effect: armRefusal(403, "AuthorizationFailed", GROUP_ONLY.replace("providers/", "")) },
    ],
    outcome: {
      code: "AZS473",
      party: "arm",
      says: ["lacks the right Microsoft.Resources/subscriptions/read over /subscriptions/99999999-", "does not have"],
      never: [/clock|tenant-id/],
    },
  },
  {
    name: "a token of another tenant",
    faults: [
      {
        match: PROVIDERS,
        effect: armRefusal(
          401,
          "InvalidAuthenticationTokenTenant",
          `${ISSUER} the tenant 'https://sts.windows.net/${RIGHT}/' associated with this subscription. Please use the authority (URL) 'https://login.windows.net/${RIGHT}' to get the token.`,
        ),
      },
    ],
    outcome: { code: "AZS470", party: "arm", says: [`set tenant-id to ${RIGHT}`, "wrong issuer"], never: [/clock/] },
  },
  {
    name: "a token of another tenant than several",
    faults: [
      {
        match: SUBSCRIPTIONS,
        effect: armRefusal(
          401,
          "InvalidAuthenticationTokenTenant",
          `${ISSUER} one of the tenants 'https://sts.windows.net/${RIGHT}/,https://sts.windows.net/${RIGHT.replaceAll("7", "8")}/' associated with this subscription.`,
        ),
      },
    ],
    outcome: { code: "AZS470", party: "arm", says: [`set tenant-id to ${RIGHT} or ${RIGHT.replaceAll("7", "8")}`] },
  },
  {
    name: "a token that the stamp takes for expired",
    faults: [
      {
        match: SUBSCRIPTIONS,
        effect: armRefusal(
          401,
          "ExpiredAuthenticationToken",
          "The access token expiry UTC time '6/9/2025 9:07:41 AM' is earlier than current UTC time '6/9/2025 11:20:01 AM'.",
        ),
      },
    ],
    outcome: {
      code: "AZS471",
      party: "arm",
      says: ["'6/9/2025 11:20:01 AM'", "stamp's time", "runner's clock is not the cause"],
      never: [/tenant-id/],
    },
  },
  {
    name: "a token for another audience",
    faults: [
      {
        match: SUBSCRIPTIONS,
        effect: armRefusal(
          401,
          "InvalidAuthenticationTokenAudience",
          "The access token has been obtained for wrong audience or resource 'https://management.contoso.onmicrosoft.com/x'.",
        ),
      },
    ],
    outcome: { code: "AZS472", party: "arm", says: ["wrong audience", "stamp's operator"], never: [/clock|tenant-id/] },
  },
  {
    name: "a token whose refusal has no body",
    faults: [
      {
        match: SUBSCRIPTIONS,
        effect: answered(401, "", {
          "www-authenticate": 'Bearer error="invalid_token", error_description="Not today."',
        }),
      },
    ],
    outcome: { code: "AZS413", party: "arm", says: ["Not today."] },
  },
  {
    name: "a subscription that is not found behind its own list",
    faults: [
      {
        match: PROVIDERS,
        effect: armRefusal(
          404,
          "SubscriptionNotFound",
          "The subscription '99999999-0000-0000-0000-000000000001' could not be found.",
        ),
      },
    ],
    outcome: { code: "AZS474", party: "arm", says: ["SubscriptionNotFound", "could not be found"], never: [/profile/] },
  },
  {
    name: "a subscription that is disabled for the providers",
    faults: [
      {
        match: PROVIDERS,
        effect: armRefusal(
          409,
          "ReadOnlyDisabledSubscription",
          "The subscription '99999999-0000-0000-0000-000000000001' is disabled and therefore marked as read only.",
        ),
      },
    ],
    outcome: { code: "AZS475", party: "arm", says: ["marked as read only", "operator to enable"], never: [/profile/] },
  },
  {
    name: "a refusal of the providers that nobody has heard of",
    faults: [{ match: PROVIDERS, effect: armRefusal(409, "ResourceManagerBusy", "A deployment of the stamp runs.") }],
    outcome: { code: "AZS211", party: "arm", says: ["ResourceManagerBusy: A deployment of the stamp runs."] },
  },
  {
    name: "a refusal without an envelope",
    faults: [{ match: SUBSCRIPTIONS, effect: answered(400, { Message: "An error has occurred." }) }],
    outcome: { code: "AZS211", party: "arm", says: ["answered 400: An error has occurred."] },
  },
  {
    name: "providers that a policy forbids",
    faults: [{ match: PROVIDERS, effect: armRefusal(403, "RequestDisallowedByPolicy", "Not for you.") }],
    outcome: { outputs: { profile: "2020-09-01-hybrid" }, warns: ["RequestDisallowedByPolicy", "role Reader"] },
  },
  {
    name: "locations that the login may not see",
    faults: [{ match: { path: /\/locations$/ }, effect: armRefusal(403, "AuthorizationFailed", GROUP_ONLY) }],
    outcome: {
      outputs: { location: "local" },
      logs: [/^location: local, taken from the name of https:\/\/management\.local.*\(403 AuthorizationFailed\)$/m],
    },
  },
  {
    name: "a token of another tenant, with a profile set",
    inputs: { profile: "2108" },
    faults: [
      {
        match: { path: /\/locations$/ },
        effect: armRefusal(
          401,
          "InvalidAuthenticationTokenTenant",
          `${ISSUER} the tenant 'https://sts.windows.net/${RIGHT}/' associated with this subscription.`,
        ),
      },
    ],
    outcome: { code: "AZS470", party: "arm", says: [`set tenant-id to ${RIGHT}`] },
  },
];

const LISTS: readonly PublicAnswer[] = [
  {
    name: "only a disabled subscription",
    faults: [{ match: SUBSCRIPTIONS, effect: answered(200, { value: [subscription(1, "first", "Disabled")] }) }],
    outcome: {
      code: "AZS410",
      party: "arm",
      says: ['"first" (99999999-0000-0000-0000-000000000001, Disabled)', "operator to enable"],
    },
  },
  {
    name: "a page that leads to itself",
    stamp: {
      subscriptions: [{ id: "99999999-0000-0000-0000-000000000001", name: "first", state: "Enabled" }],
    },
    faults: [
      {
        match: SUBSCRIPTIONS,
        effect: answered(200, {
          value: [subscription(1, "first")],
          nextLink: `https://${MANAGEMENT}/subscriptions?api-version=2016-06-01&$skiptoken=eyJuZXh0`,
        }),
        times: 3,
      },
    ],
    outcome: { outputs: { "subscription-name": "first" } },
  },
  {
    name: "a page on another host",
    faults: [
      {
        match: SUBSCRIPTIONS,
        effect: answered(200, {
          value: [subscription(1, "first")],
          nextLink: "https://api.local.azurestack.external/subscriptions?api-version=2016-06-01&$skiptoken=eyJuZXh0",
        }),
      },
    ],
    outcome: {
      code: "AZS214",
      party: "arm",
      says: ["api.local.azurestack.external", "stamp's operator"],
      never: [/trusted-authorities/],
    },
  },
  {
    name: "two pages, the second with the port in its link",
    stamp: {
      subscriptions: [{ id: "99999999-0000-0000-0000-000000000002", name: "second", state: "Enabled" }],
    },
    inputs: { "subscription-id": "Second" },
    faults: [
      {
        match: SUBSCRIPTIONS,
        effect: answered(200, {
          value: [3, 4, 5].map((digit) => subscription(digit, `s${digit}`, "Disabled")),
          nextLink: `https://${MANAGEMENT}:443/subscriptions?api-version=2016-06-01&$skiptoken=eyJuZXh0`,
        }),
        times: 1,
      },
    ],
    outcome: { outputs: { "subscription-name": "second" } },
  },
  {
    name: "an empty answer",
    faults: [{ match: SUBSCRIPTIONS, effect: answered(200, "") }],
    outcome: { code: "AZS209", party: "arm", says: ["/subscriptions"] },
  },
  {
    name: "a list that is null",
    faults: [{ match: SUBSCRIPTIONS, effect: answered(200, { value: null }) }],
    outcome: { code: "AZS222", party: "arm", says: ["value is not a list"] },
  },
  {
    name: "locations that are null",
    faults: [{ match: { path: /\/locations$/ }, effect: answered(200, { value: null }) }],
    outcome: { outputs: { location: "local" }, logs: [/^location: local, taken from .*\(an empty list\)$/m] },
  },
  {
    name: "headers of 60,000 characters",
    faults: [{ match: { path: /^\/metadata/ }, effect: answered(200, {}, { "x-long": "x".repeat(60_000) }) }],
    outcome: { code: "AZS220", party: "arm", says: ["16 kB"] },
  },
];

const CHALLENGES: readonly PublicAnswer[] = [
  {
    name: "a challenge that names no tenant",
    faults: [
      {
        match: CHALLENGE,
        effect: challenged('Bearer authorization_uri="https://login.windows.net/common", error="invalid_token"'),
      },
    ],
    outcome: { code: "AZS215", party: "arm", says: ["set tenant-id"] },
  },
  {
    name: "a challenge without quotes",
    faults: [
      {
        match: CHALLENGE,
        effect: challenged(`Bearer authorization_uri=https://login.windows.net/TENANT/, error=invalid_token`),
      },
    ],
    outcome: {},
  },
  {
    name: "two challenges",
    faults: [
      {
        match: CHALLENGE,
        effect: challenged([
          "Negotiate",
          'Bearer realm="", authorization_uri="https://login.windows.net/TENANT/oauth2/authorize"',
        ]),
      },
    ],
    outcome: {},
  },
];

const SPELLINGS: readonly PublicAnswer[] = [
  {
    name: "an endpoint with a final dot",
    inputs: { endpoint: `https://${MANAGEMENT}./` },
    faults: [],
    outcome: { outputs: { "resource-manager-endpoint": `https://${MANAGEMENT}` } },
  },
  {
    name: "a subscription's name in another case",
    inputs: { "subscription-id": "default tenant SUBSCRIPTION" },
    faults: [],
    outcome: { outputs: { "subscription-name": "Default Tenant Subscription" } },
  },
];

export default [
  ...WAYS,
  ...UNAVAILABLE,
  ...RIGHTS,
  ...LISTS,
  ...CHALLENGES,
  ...SPELLINGS,
] satisfies readonly PublicAnswer[];
