/** Refusals that concern one resource, in Azure's words. A stamp is assumed to use the same. */
import type { StampResponse } from "../http.ts";
import { armError } from "./errors.ts";

export function resourceNotFound(resource: string, group: string | undefined): StampResponse {
  const place = group === undefined ? "" : ` under resource group '${group}'`;
  return armError(404, "ResourceNotFound", `The Resource '${resource}'${place} was not found.`);
}

export function parentNotFound(id: string): StampResponse {
  const words = `Can not perform requested operation on nested resource. Parent resource of '${id}' not found.`;
  return armError(404, "ParentResourceNotFound", words);
}

export function unknownType(namespace: string, type: string, version: string): StampResponse {
  const words = `The resource type '${type}' could not be found in the namespace '${namespace}' for api version '${version}'.`;
  return armError(404, "InvalidResourceType", words);
}

export function notRegistered(namespace: string): StampResponse {
  const words =
    `The subscription is not registered to use namespace '${namespace}'. ` +
    "See https://aka.ms/rps-not-found for how to register subscriptions.";
  return armError(409, "MissingSubscriptionRegistration", words);
}

export function wrongLocation(location: string, available: string, type: string): StampResponse {
  const words =
    `The provided location '${location}' is not available for resource type '${type}'. ` +
    `List of available regions for the resource type is '${available}'.`;
  return armError(400, "LocationNotAvailableForResourceType", words);
}

export function invalidFilter(filter: string): StampResponse {
  const words = `Invalid $filter '${filter}' specified in the query string.`;
  return armError(400, "InvalidFilterInQueryString", words);
}
