/** AD FS's discovery document, in the shape of AD FS 2019. */
import { json, type StampResponse } from "../http.ts";
import type { Stamp } from "../stamp/state.ts";

/** The same on every AD FS 2019. */
const CAPABILITIES = {
  token_endpoint_auth_methods_supported: [
    ...["client_secret_post", "client_secret_basic", "private_key_jwt", "windows_client_authentication"],
  ],
  response_types_supported: [
    "code",
    "id_token",
    "code id_token",
    "id_token token",
    "code token",
    "code id_token token",
  ],
  response_modes_supported: ["query", "fragment", "form_post"],
  grant_types_supported: [
    ...["authorization_code", "refresh_token", "client_credentials", "urn:ietf:params:oauth:grant-type:jwt-bearer"],
    ...["implicit", "password", "srv_challenge", "urn:ietf:params:oauth:grant-type:device_code", "device_code"],
  ],
  subject_types_supported: ["pairwise"],
  scopes_supported: [
    ...[
      "logon_cert",
      "openid",
      "allatclaims",
      "vpn_cert",
      "profile",
      "user_impersonation",
      "winhello_cert",
      "aza",
      "email",
    ],
  ],
  id_token_signing_alg_values_supported: ["RS256"],
  token_endpoint_auth_signing_alg_values_supported: ["RS256"],
  claims_supported: [
    ...[
      "aud",
      "iss",
      "iat",
      "exp",
      "auth_time",
      "nonce",
      "at_hash",
      "c_hash",
      "sub",
      "upn",
      "unique_name",
      "sid",
      "nbf",
    ],
  ],
  microsoft_multi_refresh_token: true,
  frontchannel_logout_supported: true,
  frontchannel_logout_session_supported: true,
};

/**
 * `issuer`: the AD FS of a stamp has one tenant, and Azure Stack's own tools read it from the first segment of the
 * issuer's path (`$OauthMetadata.Issuer.Split('/')[3]`). The rest of the issuer is not known.
 */
export function adfsConfiguration(stamp: Stamp): StampResponse {
  const origin = `https://${stamp.names.adfs}`;
  const base = `${origin}/adfs`;
  return json(200, {
    issuer: stamp.options.adfsIssuerNamesTenant ? `${origin}/${stamp.tenant.id}/` : base,
    access_token_issuer: `http://${stamp.names.adfs}/adfs/services/trust`,
    authorization_endpoint: `${base}/oauth2/authorize/`,
    token_endpoint: `${base}/oauth2/token/`,
    device_authorization_endpoint: `${base}/oauth2/devicecode`,
    jwks_uri: `${base}/discovery/keys`,
    userinfo_endpoint: `${base}/userinfo`,
    end_session_endpoint: `${base}/oauth2/logout`,
    ...CAPABILITIES,
  });
}
