import { networkFailures } from "../errors/network.ts";
import { stampFailures } from "../errors/stamp.ts";
import { httpsUrl, longText, needed, object, readAnswer, text } from "../io/forms.ts";
import type { Channel } from "../io/http.ts";
import { jsonOf } from "../io/json.ts";
import { addressOf, quoted } from "../io/quoting.ts";
import type { Authority, AuthorityRule } from "./authority.ts";

/** The configuration of an AD FS (OpenID Connect Discovery 1.0, section 3). */
export interface AdfsConfiguration {
  readonly issuer: string | undefined;
  /** The exact token endpoint: it is also the audience of signed assertions. */
  readonly tokenEndpoint: string;
}

const Document = object({ issuer: text(longText), token_endpoint: text(longText) });
/** Checked last, so that an endpoint on another host gets the error about the host. */
const Plain = object({ token_endpoint: needed(httpsUrl) });

/**
 * Asks an AD FS for its token endpoint, only once per step: a hostile one could answer differently the next time, and
 * so get an assertion that was signed for one host sent to another.
 *
 * @throws Failure `AZS211` if it does not name one, `AZS214`, `AZS222` and `AZS224` if it names one that nothing may be
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
