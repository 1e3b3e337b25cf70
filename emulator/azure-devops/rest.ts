/**
 * The REST API of Azure DevOps, as far as a login uses it: the locations of resources, ID tokens, secure files. It is
 * as strict as the service is known to be. Status and type of refusals are documented or were observed; their texts are
 * not literal.
 */

import { json, type StampRequest, type StampResponse, segments } from "../http.ts";
import { AUDIENCE, signIdToken } from "../id-tokens.ts";
import { sameText } from "../spelling.ts";
import { type Organization, subjectOf } from "./state.ts";

/** Seconds. AzureCLI@2 renews its session two minutes before its ID token expires, that is, after eight minutes. */
const LIFETIME = 600;

interface Resource {
  readonly area: string;
  readonly id: string;
  readonly resourceName: string;
  readonly routeTemplate: string;
  /** Versions that need no `-preview`. */
  readonly released: boolean;
}

/** IDs and routes as azure-devops-node-api knows them (TaskAgentApiBase, TaskApi). */
const SECURE_FILES: Resource = {
  area: "distributedtask",
  id: "adcfd8bc-b184-43ba-bd84-7c8c6a2ff421",
  resourceName: "securefiles",
  routeTemplate: "{project}/_apis/{area}/{resource}/{secureFileId}",
  released: false,
};
const ID_TOKENS: Resource = {
  area: "distributedtask",
  id: "69a319f4-28c1-4bfd-93e6-ea0ff5c6f1a2",
  resourceName: "oidctoken",
  routeTemplate: "{scopeIdentifier}/_apis/{area}/hubs/{hubName}/plans/{planId}/jobs/{jobId}/{resource}",
  released: true,
};

/**
 * The locations of other areas. The list is empty, which means that this server has all of them, as on Azure DevOps
 * Server.
 */
const RESOURCE_AREAS: Resource = {
  area: "Location",
  id: "e81700f7-3be2-46de-8624-2eb35882fcaa",
  resourceName: "ResourceAreas",
  routeTemplate: "_apis/{resource}/{areaId}",
  released: false,
};

/** Answers below `/<organization>/`. */
export async function azureDevOps(request: StampRequest, organization: Organization): Promise<StampResponse> {
  const [name, ...path] = segments(request.path);
  if (name !== organization.name) return refusal(404, "HostNotFoundException", "The page was not found.");
  if (!authorized(request, organization))
    // The service returns a sign-in page, with status 203 or 302, to clients that do not suppress it.
    return refusal(
      401,
      "UnauthorizedRequestException",
      "TF400813: The user is not authorized to access this resource.",
    );
  // It is not known whether the service also answers this without a token; its clients send their token here too.
  if (request.method === "OPTIONS" && path.length === 2 && path[0] === "_apis") return locations(path[1] ?? "");
  if (request.method === "GET" && sameText(path.join("/"), "_apis/resourceAreas"))
    return json(200, { count: 0, value: [] });
  const [project = "", apis = "", area = "", ...rest] = path;
  const { projectId, projectName } = organization.identity;
  if (![projectId, projectName].some((known) => sameText(known, project)))
    return refusal(404, "ProjectDoesNotExistWithNameException", `TF200016: The project does not exist: ${project}.`);
  const [kind = ""] = rest;
  if (!sameText(`${apis}/${area}`, "_apis/distributedtask")) return refusal(404, "", "The controller was not found.");
  if (sameText(kind, "securefiles") && rest.length === 2)
    return versioned(request, SECURE_FILES) ?? secureFile(request, organization, rest[1] ?? "");
  if (sameText(kind, "hubs")) return versioned(request, ID_TOKENS) ?? idToken(request, organization, rest);
  return refusal(404, "", "The controller was not found.");
}

/** Clients ask for the route of a resource before they use it. */
function locations(area: string): StampResponse {
  const resources = [SECURE_FILES, ID_TOKENS, RESOURCE_AREAS].filter((resource) => sameText(resource.area, area));
  const value = resources.map(({ released, ...resource }) => ({
    ...resource,
    resourceVersion: 1,
    minVersion: "3.0",
    maxVersion: "7.2",
    releasedVersion: released ? "7.1" : "0.0",
  }));
  return json(200, { count: value.length, value });
}

/** Accepts the job's token as a bearer token, or as the password of any user. */
function authorized({ headers }: StampRequest, { accessToken }: Organization): boolean {
  const [scheme = "", value = ""] = (headers["authorization"] ?? "").split(" ");
  if (sameText(scheme, "bearer")) return value === accessToken;
  const password = /^[^:]*:(.*)$/s.exec(Buffer.from(value, "base64").toString("utf8"))?.[1];
  return sameText(scheme, "basic") && password === accessToken;
}

/** The refusal of an API version, or undefined if the request asks for a supported one. */
function versioned({ method, query, headers }: StampRequest, { released }: Resource): StampResponse | undefined {
  const inHeader = /api-version=([^;,\s]+)/.exec(headers["accept"] ?? "")?.[1];
  const version = query.get("api-version") ?? inHeader;
  if (version === undefined)
    return method === "GET"
      ? undefined
      : refusal(400, "VssVersionNotSpecifiedException", `No api-version was supplied for the "${method}" request.`);
  const [, number = "", preview] = /^(\d+\.\d+)(-preview(?:\.1)?)?$/.exec(version) ?? [];
  if (number === "" || Number(number) < 3 || Number(number) > 7.2)
    return refusal(
      400,
      "VssVersionOutOfRangeException",
      `The requested REST API version of ${version} is out of range.`,
    );
  if (preview === undefined && !(released && Number(number) <= 7.1))
    return refusal(400, "VssInvalidPreviewVersionException", `The requested version "${version}" is under preview.`);
  return undefined;
}

function secureFile({ method, query, headers }: StampRequest, { files }: Organization, id: string): StampResponse {
  if (method !== "GET") return refusal(405, "", `The requested resource does not support http method '${method}'.`);
  const file = files.find((one) => sameText(one.id, id));
  // Status and text for a wrong ticket are a guess. It is known that the ticket is required.
  if (file === undefined || query.get("ticket") !== file.ticket)
    return refusal(404, "SecureFileNotFoundException", `Secure file ${id} does not exist, or you may not use it.`);
  if (!/application\/octet-stream/.test(headers["accept"] ?? "")) return json(200, { id: file.id, name: file.name });
  const disposition = `attachment; filename="${file.name}"`;
  return {
    status: 200,
    headers: { "content-type": "application/octet-stream", "content-disposition": disposition },
    body: "",
    bytes: file.content,
  };
}

/** If no connection is named, the token is that of the pipeline, which no connection's application trusts. */
async function idToken(
  { method, query, body, headers }: StampRequest,
  organization: Organization,
  path: readonly string[],
): Promise<StampResponse> {
  const { planId, jobId } = organization.identity;
  if (!sameText(path.join("/"), `hubs/build/plans/${planId}/jobs/${jobId}/oidctoken`))
    return refusal(404, "TaskOrchestrationPlanNotFoundException", "No plan or no job of this ID was found.");
  if (method !== "POST") return refusal(405, "", `The requested resource does not support http method '${method}'.`);
  if (body !== "" && !/^application\/json\b/i.test(headers["content-type"] ?? ""))
    return refusal(415, "", "The request entity's media type is not supported for this resource.");
  const id = query.get("serviceConnectionId");
  const connection = organization.connections.find((one) => sameText(one.id, id ?? ""));
  if (id !== null && connection === undefined)
    return refusal(404, "ServiceEndpointNotFoundException", `Service connection ${id} was not found for this job.`);
  if (connection !== undefined && !sameText(connection.authorization.scheme, "WorkloadIdentityFederation"))
    return refusal(400, "InvalidRequestException", `Service connection ${id} has no workload identity federation.`);
  const { name, identity, signer } = organization;
  const subject =
    connection === undefined ? `p://${name}/${identity.projectName}/azs-login` : subjectOf(organization, connection);
  const token = { subject, audience: AUDIENCE, lifetime: LIFETIME };
  return json(200, { oidcToken: await signIdToken(signer, token, organization.now()) });
}

function refusal(status: number, typeKey: string, message: string): StampResponse {
  return json(status, { $id: "1", innerException: null, message, typeKey, errorCode: 0, eventId: 3000 });
}
