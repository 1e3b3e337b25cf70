import type { AccessToken } from "@azure/core-auth";
import { applicationOf, type ProvableCredential } from "../inputs/credential.ts";
import type { Channel } from "../io/http.ts";
import type { Stamp } from "../stamp/stamp.ts";
import { adfsAssertion } from "./assertion.ts";
import { readTokenAnswer } from "./token-response.ts";

const ASSERTION_TYPE = "urn:ietf:params:oauth:client-assertion-type:jwt-bearer";

/** Without ID tokens, which AD FS does not accept. */
type GrantedCredential = Exclude<ProvableCredential, { readonly kind: "oidc" }>;

/**
 * Requests a token from AD FS as ADAL did, with the parameter `resource` (Microsoft's documentation of AD FS, "OAuth
 * 2.0 client credentials", before scopes). Some stamps accept nothing else (azure-cli#20177, MSIS9605); MSAL cannot do
 * it.
 *
 * @throws Error with AD FS's answer if it refuses; Failure of the network
 */
export async function grantForResource(
  stamp: Stamp,
  credential: GrantedCredential,
  channel: Channel,
): Promise<AccessToken> {
  const url = stamp.tokenEndpoint;
  const response = await channel.post(url, {
    client_id: applicationOf(credential),
    resource: stamp.audience,
    ...(await grantOf(stamp, credential)),
  });
  const {
    access_token: token,
    expires_in: seconds,
    ...refusal
  } = readTokenAnswer(response.bodyAsText, { url, party: stamp.authority.party });
  if (token === undefined) throw new Error(refusal.error_description ?? refusal.error ?? "no token and no error");
  return { token, expiresOnTimestamp: Date.now() + seconds * 1000 };
}

async function grantOf(stamp: Stamp, credential: GrantedCredential): Promise<Record<string, string>> {
  const application = { grant_type: "client_credentials" };
  switch (credential.kind) {
    case "secret":
      return { ...application, client_secret: credential.secret };
    case "certificate": {
      const { clientId, certificate } = credential;
      const assertion = await adfsAssertion(stamp.tokenEndpoint, clientId, certificate);
      return { ...application, client_assertion_type: ASSERTION_TYPE, client_assertion: assertion };
    }
    case "password":
      return {
        grant_type: "password",
        username: credential.username,
        password: credential.password,
      };
  }
}
