/** Azure Resource Manager of a stamp: how one call is authenticated, routed and answered. */
import { randomUUID } from "node:crypto";
import { refuseStranger } from "./arm/authentication.ts";
import { refuseAction } from "./arm/authorization.ts";
import { DEPLOYMENT_ROUTES } from "./arm/deployments.ts";
import {
  disabledSubscription,
  invalidApiVersion,
  invalidSubscriptionId,
  methodNotAllowed,
  missingApiVersion,
  subscriptionNotFound,
  unknownPath,
} from "./arm/errors.ts";
import { GROUP_ROUTES } from "./arm/groups.ts";
import { PROVIDER_ROUTES } from "./arm/providers.ts";
import { RESOURCE_ROUTES } from "./arm/resources.ts";
import { type Call, match, type Route, type SubscriptionCall, type Versions } from "./arm/routes.ts";
import { SUBSCRIPTION_ROUTES, TENANT_ROUTES } from "./arm/subscriptions.ts";
import { TAG_ROUTES } from "./arm/tags.ts";
import { type StampRequest, type StampResponse, segments } from "./http.ts";
import { metadataEndpoints } from "./metadata.ts";
import { AUTHORIZATION_VERSIONS, resourceManagerVersions, subscriptionVersions } from "./stamp/builds.ts";
import type { Side } from "./stamp/names.ts";
import { findSubscription, type Stamp } from "./stamp/state.ts";

const GUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;
const BELOW_SUBSCRIPTION = [
  ...[...SUBSCRIPTION_ROUTES, ...PROVIDER_ROUTES, ...GROUP_ROUTES, ...TAG_ROUTES],
  // These come before the resources, because both have similar paths.
  ...[...DEPLOYMENT_ROUTES, ...RESOURCE_ROUTES],
];

/**
 * Answers a request to `management.` ("user") or `adminmanagement.` ("admin"). Checks in this order: token, path,
 * method, API version, subscription, role, state of the subscription; only then the resources.
 */
export async function resourceManager(request: StampRequest, stamp: Stamp, side: Side): Promise<StampResponse> {
  const path = segments(request.path);
  const open = path.join("/").toLowerCase() === "metadata/endpoints";
  const answer = open
    ? metadataEndpoints(request, stamp, side)
    : ((await refuseStranger(request, stamp, side)) ?? route({ request, stamp, side, parameters: {} }, path));
  return withTrace(request, stamp, answer);
}

function route(call: Call, path: readonly string[]): StampResponse {
  return (
    dispatch(TENANT_ROUTES, call, path, (fitting, route) => route.answer(fitting)) ??
    dispatch(BELOW_SUBSCRIPTION, call, path, belowSubscription) ??
    unknownPath(call.request.path)
  );
}

/** Calls the first route that matches. @returns undefined if no route has this path */
function dispatch<C extends Call>(
  routes: readonly Route<C>[],
  call: Call,
  path: readonly string[],
  then: (call: Call, route: Route<C>) => StampResponse,
): StampResponse | undefined {
  const fitting = routes.flatMap((route) => {
    const parameters = match(route.pattern, path);
    return parameters === undefined ? [] : [{ route, parameters }];
  });
  if (fitting.length === 0) return undefined;
  const { request, stamp } = call;
  const found = fitting.find(({ route }) => route.method === request.method);
  if (found === undefined) return methodNotAllowed(request.method);
  return (
    refuseVersion(request, stamp, found.route.versions) ?? then({ ...call, parameters: found.parameters }, found.route)
  );
}

function belowSubscription(call: Call, route: Route<SubscriptionCall>): StampResponse {
  const { request, stamp, parameters } = call;
  const id = parameters["subscription"] ?? "";
  if (!GUID.test(id)) return invalidSubscriptionId(id);
  const subscription = findSubscription(stamp, id);
  if (subscription === undefined) return subscriptionNotFound(id);
  const refusal = refuseAction({ ...call, subscription });
  if (refusal !== undefined) return refusal;
  // Azure still accepts writes to warned and past-due subscriptions. It is not known whether a stamp does; refusing
  // them is the stricter guess.
  const writes = request.method !== "GET" && request.method !== "HEAD";
  if (writes && subscription.state !== "Enabled") return disabledSubscription(subscription.id);
  return route.answer({ ...call, subscription });
}

function refuseVersion(request: StampRequest, stamp: Stamp, versions: Versions): StampResponse | undefined {
  const version = request.query.get("api-version") ?? "";
  if (version === "") return missingApiVersion();
  if (versions === "type") return undefined;
  const known = {
    manager: resourceManagerVersions(stamp.options.build),
    subscriptions: subscriptionVersions(),
    authorization: AUTHORIZATION_VERSIONS,
  }[versions];
  return known.includes(version) ? undefined : invalidApiVersion(version, known);
}

/** The headers that every answer of Resource Manager carries. */
function withTrace(request: StampRequest, stamp: Stamp, response: StampResponse): StampResponse {
  const id = randomUUID();
  const correlation = request.headers["x-ms-correlation-request-id"] ?? id;
  const time = new Date(stamp.options.now()).toISOString().replace(/[-:]|\.\d+/g, "");
  const headers = {
    "cache-control": "no-cache",
    pragma: "no-cache",
    expires: "-1",
    "x-ms-request-id": id,
    "x-ms-correlation-request-id": correlation,
    "x-ms-routing-request-id": `${stamp.options.region.toUpperCase()}:${time}:${id}`,
    "strict-transport-security": "max-age=31536000; includeSubDomains",
    "x-content-type-options": "nosniff",
    ...response.headers,
  };
  return { ...response, headers };
}
