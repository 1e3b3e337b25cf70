/**
 * `GET /metadata/endpoints`: where a stamp says who it is. No token is asked for.
 */

import { invalidApiVersion, methodNotAllowed, missingApiVersion } from "./arm/errors.ts";
import { json, type StampRequest, type StampResponse } from "./http.ts";
import { arrayMetadataVersions, OBJECT_METADATA_VERSIONS } from "./stamp/builds.ts";
import type { Side } from "./stamp/names.ts";
import type { Stamp } from "./stamp/state.ts";

/**
 * The document in the shape of the API version asked for: an object up to 2015-01-01, an array since 2019.
 * That a stamp refuses 2022-09-01 is known (azure-cli#31547 dies of the answer); its words are not, so they are those
 * of every other refused version.
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

/** The audience of the graph that the stamp's directory has. */
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
 * Real answers have no `resourceManager` and no `tenant` (a sample is in the tests of azure-sdk-for-go and of
 * azure-sdk-for-java), and `name` is `AzureStack-User-<the ID of the audience>`.
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
