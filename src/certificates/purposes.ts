import { NotDer, valuesIn } from "./der.ts";

const SEQUENCE = 0x30;
/** `[0] IMPLICIT`, constructed. */
const REJECTED = 0xa0;
/** serverAuth and anyExtendedKeyUsage (RFC 5280), DER. */
const OF_SERVERS = ["2b06010505070301", "551d2500"];

/**
 * Whether OpenSSL accepts a certificate as one that vouches for servers, according to the trust settings that follow it
 * in a block `TRUSTED CERTIFICATE` (x509_acert.h, X509_CERT_AUX; x509_trust.c): the purposes that it is rejected for,
 * and those that it is trusted for, which exclude all others. Systems mark distrusted certificates that way, such as
 * Fedora in `ca-bundle.trust.crt`.
 *
 * @param der a certificate, and the trust settings that follow it, if any
 */
export function isForServers(der: Buffer): boolean {
  try {
    const [, more] = valuesIn(der, { only: 2 });
    if (more === undefined) return true;
    const fields = valuesIn(more.content);
    const purposesOf = (tag: number) => {
      const field = fields.find((one) => one.tag === tag);
      return field && valuesIn(field.content).map(({ content }) => content.toString("hex"));
    };
    const isOfServers = (purpose: string) => OF_SERVERS.includes(purpose);
    return !purposesOf(REJECTED)?.some(isOfServers) && (purposesOf(SEQUENCE)?.some(isOfServers) ?? true);
  } catch (error) {
    if (error instanceof NotDer) return false;
    throw error;
  }
}
