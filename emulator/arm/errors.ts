/** Resource Manager's refusals, `{"error":{"code","message"}}`, in the words of a stamp if they are known. */
import { json, type StampResponse } from "../http.ts";

/** An error in ARM's envelope. `x-ms-failure-cause: gateway` says that ARM itself refused, not a provider. */
export function armError(
  status: number,
  code: string,
  message: string,
  headers: Record<string, string> = {},
): StampResponse {
  return json(status, { error: { code, message } }, { "x-ms-failure-cause": "gateway", ...headers });
}

export function missingApiVersion(): StampResponse {
  const words = "The api-version query parameter (?api-version=) is required for all requests.";
  return armError(400, "MissingApiVersionParameter", words);
}

/** A stamp printed this: microsoft/azure-pipelines-extensions#929. */
export function invalidApiVersion(version: string, supported: readonly string[]): StampResponse {
  const words = `The api-version '${version}' is invalid. The supported versions are '${supported.join(",")}'.`;
  return armError(400, "InvalidApiVersionParameter", words);
}

/** A stamp printed this: kubernetes-sigs/cloud-provider-azure#9704. */
export function noRegisteredProvider(
  type: string,
  version: string,
  place: string,
  known: readonly string[],
): StampResponse {
  const words =
    `No registered resource provider found for location '${place}' and API version '${version}' for type '${type}'. ` +
    `The supported api-versions are '${known.join(", ")}'. The supported locations are '${place}'.`;
  return armError(400, "NoRegisteredProviderFound", words);
}

export function subscriptionNotFound(id: string): StampResponse {
  return armError(404, "SubscriptionNotFound", `The subscription '${id}' could not be found.`);
}

export function invalidSubscriptionId(id: string): StampResponse {
  const words = `The provided subscription identifier '${id}' is malformed or invalid.`;
  return armError(400, "InvalidSubscriptionId", words);
}

/** The words are Azure's, quoted in many places of its documentation. A stamp is assumed to use the same. */
export function authorizationFailed(client: string, objectId: string, action: string, scope: string): StampResponse {
  const words =
    `The client '${client}' with object id '${objectId}' does not have authorization to perform action '${action}' ` +
    `over scope '${scope}' or the scope is invalid. If access was recently granted, please refresh your credentials.`;
  return armError(403, "AuthorizationFailed", words);
}

/** The words are Azure's (microsoft/vscode-azureappservice#1646). A stamp is assumed to use the same. */
export function disabledSubscription(id: string): StampResponse {
  const words =
    `The subscription '${id}' is disabled and therefore marked as read only. ` +
    "You cannot perform any write actions on this subscription until it is re-enabled.";
  return armError(409, "ReadOnlyDisabledSubscription", words);
}

export function groupNotFound(name: string): StampResponse {
  return armError(404, "ResourceGroupNotFound", `Resource group '${name}' could not be found.`);
}

export function locationNotAvailable(location: string, available: string): StampResponse {
  const words =
    `The provided location '${location}' is not available for resource group. ` +
    `List of available regions is '${available}'.`;
  return armError(400, "LocationNotAvailableForResourceGroup", words);
}

export function locationRequired(): StampResponse {
  return armError(400, "LocationRequired", "The location property is required for this definition.");
}

export function invalidContent(why: string): StampResponse {
  return armError(
    400,
    "InvalidRequestContent",
    `The request content was invalid and could not be deserialized: '${why}'.`,
  );
}

/** ARM answers this for an unknown path, not the web server's 404 page. */
export function unknownPath(path: string): StampResponse {
  return armError(404, "InvalidResourceType", `The resource type could not be found for the request path '${path}'.`);
}

/** For Azure, the answer to a wrong method is known: 405, and a sentence without an error code of its own. */
export function methodNotAllowed(method: string): StampResponse {
  return armError(
    405,
    "HttpMethodNotSupported",
    `The http method '${method}' is not supported for a resource collection.`,
  );
}
