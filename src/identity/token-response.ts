import { createHttpHeaders, type PipelinePolicy } from "@azure/core-rest-pipeline";
import { networkFailures } from "../errors/network.ts";
import {
  bearer,
  bearerToken,
  claimsToken,
  count,
  encodedObject,
  longText,
  object,
  readAnswer,
  text,
} from "../io/forms.ts";
import { jsonOf } from "../io/json.ts";
import { addressOf } from "../io/quoting.ts";
import { checkAnswer, type Source } from "../io/responses.ts";
import type { Stamp } from "../stamp/stamp.ts";

/** A token, or a refusal (RFC 6749, sections 5.1 and 5.2). */
interface TokenAnswer {
  readonly access_token: string | undefined;
  /** Seconds. */
  readonly expires_in: number;
  readonly error: string | undefined;
  readonly error_description: string | undefined;
}

const Schema = object({
  access_token: text(bearerToken),
  expires_in: count,
  error: text(longText),
  error_description: text(longText),
  // Checked here, because MSAL's own parsing of these fails with errors that do not name the authority.
  token_type: text(bearer),
  scope: text(longText),
  id_token: text(claimsToken),
  client_info: text(encodedObject),
  refresh_token: text(longText),
  refresh_in: count,
  ext_expires_in: count,
  suberror: text(longText),
});

/** @throws Failure `AZS209` for an empty answer, `AZS222` for one that is neither a token nor a refusal */
export function readTokenAnswer(body: string | undefined | null, { url, party }: Source): TokenAnswer {
  const document = jsonOf(body ?? "");
  if (document === undefined) throw networkFailures.broken({ url: addressOf(url), party });
  return readAnswer(Schema, document, { url, party });
}

/**
 * A policy between MSAL and the authority. It gives MSAL the token endpoint that was read with the stamp, so that MSAL
 * does not ask the authority again, and passes on only well-formed answers.
 */
export function tokenAnswers({ authority, tokenEndpoint }: Stamp): PipelinePolicy {
  const configuration = JSON.stringify({
    issuer: authority.host,
    authorization_endpoint: `${authority.host}/authorize`,
    token_endpoint: tokenEndpoint,
    jwks_uri: `${authority.host}/keys`,
  });
  return {
    name: "azsTokenAnswers",
    async sendRequest(request, next) {
      if (request.method === "GET") {
        const headers = createHttpHeaders({ "content-type": "application/json" });
        return { request, status: 200, headers, bodyAsText: configuration };
      }
      const response = await next(request);
      checkAnswer(response, authority.party);
      readTokenAnswer(response.bodyAsText, { url: request.url, party: authority.party });
      return response;
    },
  };
}
