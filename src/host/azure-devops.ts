import { type Body, bodyOf, TIMEOUT_MS } from "./bounded-body.ts";
import { idTokenFrom } from "./id-token-request.ts";

/** The Azure DevOps server that runs the job, and how the agent reaches it. */
export interface AzureDevOps {
  /** URL of the collection or organization. */
  readonly url: string;
  /** `System.TeamProject` */
  readonly project: string;
  /** The job's own token for the server. */
  readonly accessToken: string;
  /** The agent's own settings (task-lib, getHttpProxyConfiguration and getHttpCertConfiguration). */
  readonly proxy: Proxy | undefined;
  readonly cert: { readonly caFile?: string } | undefined;
}

interface Proxy {
  readonly proxyUrl: string;
  readonly proxyUsername?: string;
  readonly proxyPassword?: string;
  readonly proxyBypassHosts?: string[];
}

/** Azure DevOps allows secure files of 10 MB; certificates are far smaller. */
const MOST_BYTES = 1_000_000;

/** An agent may be configured not to verify its server, but these requests are for credentials. */
const VERIFIED = { ignoreSslError: false, socketTimeout: TIMEOUT_MS };

function options({ proxy, cert }: AzureDevOps) {
  return { ...VERIFIED, ...(proxy === undefined ? {} : { proxy }), ...(cert === undefined ? {} : { cert }) };
}

/**
 * Downloads a secure file of the project's library, as azure-pipelines-tasks-securefiles-common does, but to memory.
 *
 * @throws Error if it cannot be downloaded
 */
export async function downloadSecureFile(server: AzureDevOps, id: string, ticket: string): Promise<Buffer> {
  // The library still uses url.parse, and Node would write a warning about that to the log.
  process.noDeprecation = true;
  const [{ TaskAgentApi }, { BearerCredentialHandler }] = await Promise.all([
    import("azure-devops-node-api/TaskAgentApi.js"),
    import("typed-rest-client/Handlers.js"),
  ]);
  const bearer = new BearerCredentialHandler(server.accessToken);
  const api = new TaskAgentApi(server.url, [bearer], {
    ...options(server),
    allowRetries: true,
    maxRetries: 3,
  });
  const file = (await api.downloadSecureFile(server.project, id, ticket, false)) as unknown as Body & {
    readonly statusCode?: number;
  };
  const content = await bodyOf(file, MOST_BYTES);
  if (file.statusCode !== 200) throw new Error(`status ${file.statusCode}`);
  return content;
}

/**
 * Requests an ID token of the job for a service connection; its audience is always `api://AzureADTokenExchange`
 * (docs/service-connections/azure-oidc of microsoft/azure-pipelines-tasks; AzurePipelinesCredential of
 * @azure/identity).
 *
 * @param uri `System.OidcRequestUri`, which a step of the job may have set
 * @throws Error if the server gives none
 */
export async function requestIdToken(server: AzureDevOps, uri: string, connection: string): Promise<string> {
  const [{ HttpClient }, { BearerCredentialHandler }] = await Promise.all([
    import("typed-rest-client/HttpClient.js"),
    import("typed-rest-client/Handlers.js"),
  ]);
  const request = new URL(uri);
  if (!isOf(server, request)) throw new Error(`System.OidcRequestUri leads to ${request.origin}, not to ${server.url}`);
  request.searchParams.set("api-version", "7.1");
  request.searchParams.set("serviceConnectionId", connection);
  const client = new HttpClient("azs-login", [new BearerCredentialHandler(server.accessToken)], {
    ...options(server),
    allowRedirects: false,
  });
  // Without this header, the answer to an expired token is a login page with status 203.
  const headers = { "Content-Type": "application/json", "X-TFS-FedAuthRedirect": "Suppress" };
  const asked = { url: request.href, proxy: proxyOf(server) };
  return idTokenFrom(() => client.post(request.href, "", headers), "oidcToken", asked);
}

function proxyOf({ proxy }: AzureDevOps): string | undefined {
  const url = URL.parse(proxy?.proxyUrl ?? "");
  if (url === null) return undefined;
  url.username = proxy?.proxyUsername ?? "";
  url.password = proxy?.proxyPassword ?? "";
  return url.href;
}

/** Whether a URL is the server's. An organization of Azure DevOps Services has two addresses. */
function isOf(server: AzureDevOps, { origin, protocol, hostname }: URL): boolean {
  const own = URL.parse(server.url);
  const isServices = (host = "") => host === "dev.azure.com" || host.endsWith(".visualstudio.com");
  return own?.origin === origin || (protocol === "https:" && isServices(hostname) && isServices(own?.hostname));
}
