import { networkFailures } from "../errors/network.ts";
import { stampFailures } from "../errors/stamp.ts";
import { httpsUrl, longText, needed, object, readAnswer, text } from "../io/forms.ts";
import type { Channel } from "../io/http.ts";
import { jsonOf } from "../io/json.ts";
import { addressOf, quoted } from "../io/quoting.ts";
import type { Authority, AuthorityRule } from "./authority.ts";

/** What an AD FS says of itself (OpenID Connect Discovery 1.0, section 3). */
export interface AdfsConfiguration {
  readonly issuer: string | undefined;
  /** Where tokens are asked for, letter by letter: it is the audience of what is signed for them. */
  readonly tokenEndpoint: string;
}

const Document = object({ issuer: text(longText), token_endpoint: text(longText) });
/** Read last, so that another host is called that. */
const Plain = object({ token_endpoint: needed(httpsUrl) });

/**
 * Asks an AD FS for its token endpoint, once for the whole step: a hostile one could give another answer the next time,
 * and have something signed for one host sent to another.
 *
 * @throws Failure `AZS211` when it does not say, `AZS214`, `AZS222` and `AZS224` when it names one that may not be
 *   signed for
 */
export async function readConfiguration(
  { loginEndpoint, host }: Authority,
  rule: AuthorityRule,
  channel: Channel,
): Promise<AdfsConfiguration> {
  const url = `${loginEndpoint.replace(/\/+$/, "")}/.well-known/openid-configuration`;
  const from = { url, party: rule.partyOf(new URL(url).host) };
  const { status, bodyAsText } = await channel.get(url);
  const document = status === 200 ? jsonOf(bodyAsText ?? "") : undefined;
  const { issuer, token_endpoint: endpoint } = readAnswer(Document, Object(document), from);
  if (endpoint === undefined) {
    throw networkFailures.refused({ ...from, status: String(status), message: "this is no OpenID configuration." });
  }
  const named = URL.parse(endpoint);
  if (named !== null && (named.protocol !== "https:" || !rule.allows(named.host))) {
    throw stampFailures.foreignHost({ host: quoted(named.host), allowed: rule.named, party: from.party });
  }
  if (named !== null && named.origin !== host && (!rule.isListed(named.host) || rule.isEntra(named.host))) {
    throw stampFailures.foreignTokenEndpoint({ authority: addressOf(loginEndpoint), endpoint: quoted(endpoint) });
  }
  const checked = readAnswer(Plain, { token_endpoint: endpoint }, from);
  return { issuer, tokenEndpoint: checked.token_endpoint };
}
