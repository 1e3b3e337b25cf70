/** `GET /metadata/endpoints`: how a stamp describes itself. No token is required. */

import { invalidApiVersion, methodNotAllowed, missingApiVersion } from "./arm/errors.ts";
import { json, type StampRequest, type StampResponse } from "./http.ts";
import { arrayMetadataVersions, OBJECT_METADATA_VERSIONS } from "./stamp/builds.ts";
import type { Side } from "./stamp/names.ts";
import type { Stamp } from "./stamp/state.ts";

/**
 * The document in the shape of the requested API version: an object up to 2015-01-01, an array since 2019. It is known
 * that a stamp refuses 2022-09-01 (azure-cli#31547 fails on the answer), but not with which words; here they are those
 * for every other refused version.
 */
export function metadataEndpoints(request: StampRequest, stamp: Stamp, side: Side): StampResponse {
  if (request.method !== "GET") return methodNotAllowed(request.method);
  const version = request.query.get("api-version");
  if (version === null || version === "") return missingApiVersion();
  const { options } = stamp;
  if (OBJECT_METADATA_VERSIONS.includes(version)) return json(200, options.metadata(asObject(stamp, side)));
  const arrays = arrayMetadataVersions(options.build);
  if (arrays.includes(version)) return json(200, options.metadata(asArray(stamp, side)));
  return invalidApiVersion(version, [...arrays.toReversed(), ...OBJECT_METADATA_VERSIONS.toReversed()]);
}

/** `loginEndpoint`: Entra with a trailing slash, AD FS as `https://<adfs>/adfs` without (azure-sdk-for-go's sample). */
export function loginEndpoint(stamp: Stamp): string {
  return stamp.options.idp === "adfs" ? `https://${stamp.names.adfs}/adfs` : `https://${stamp.options.loginHost}/`;
}

/** The audience of the graph of the stamp's directory. */
export function graphEndpoint(stamp: Stamp): string {
  return stamp.options.idp === "adfs" ? `https://${stamp.names.graph}/` : "https://graph.windows.net/";
}

function asObject(stamp: Stamp, side: Side): Record<string, unknown> {
  const portal = side === "admin" ? stamp.names.adminPortal : stamp.names.portal;
  return {
    galleryEndpoint: `https://${portal}:30015/`,
    graphEndpoint: graphEndpoint(stamp),
    portalEndpoint: `https://${portal}/`,
    authentication: { loginEndpoint: loginEndpoint(stamp), audiences: [stamp.audiences[side]] },
  };
}

/**
 * Real answers have no `resourceManager` and no `tenant` (the tests of azure-sdk-for-go and of azure-sdk-for-java
 * contain a sample), and `name` is `AzureStack-User-<the ID of the audience>`.
 */
function asArray(stamp: Stamp, side: Side): readonly Record<string, unknown>[] {
  const { galleryEndpoint, portalEndpoint, authentication } = asObject(stamp, side);
  const id = stamp.audiences[side].split("/").at(-1);
  const vault = side === "admin" ? "adminvault" : "vault";
  return [
    {
      portal: portalEndpoint,
      authentication,
      graphAudience: graphEndpoint(stamp),
      graph: graphEndpoint(stamp),
      name: `AzureStack-${side === "admin" ? "Admin" : "User"}-${id}`,
      suffixes: { keyVaultDns: `${vault}.${stamp.names.domain}`, storage: stamp.names.domain },
      gallery: galleryEndpoint,
    },
  ];
}
