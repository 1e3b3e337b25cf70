import type { networkFailures } from "./network.ts";

/** OpenSSL's verification errors, and what they mean for the certificate. */
export const INVALID_CERTIFICATE: Readonly<Record<string, string>> = {
  CERT_HAS_EXPIRED: "it has expired",
  CERT_NOT_YET_VALID: "it is not valid yet",
  ERR_TLS_CERT_ALTNAME_INVALID: "it was issued for other names",
  CERT_REVOKED: "it was revoked",
  INVALID_CA: "a certificate of its chain is no CA",
  CERT_SIGNATURE_FAILURE: "a signature of its chain is wrong",
  PATH_LENGTH_EXCEEDED: "its chain is longer than its CA allows",
  INVALID_PURPOSE: "it was not issued for servers",
  EE_KEY_TOO_SMALL: "its key is too small",
  CA_MD_TOO_WEAK: "its chain is signed with a broken hash",
  CERT_CHAIN_TOO_LONG: "its chain is too long",
};

/** Codes of Node and OpenSSL by the error that they lead to; further codes are recognized by their prefix. */
export const NETWORK_CODES = {
  nameNotResolved: ["ENOTFOUND", "EAI_AGAIN"],
  connectionRefused: ["ECONNREFUSED"],
  connectionLost: ["ECONNRESET", "EPIPE", "ETIMEDOUT", "EHOSTUNREACH", "ENETUNREACH"],
  // The chain leads to no root that this process trusts.
  unknownAuthority: [
    "UNABLE_TO_GET_ISSUER_CERT",
    "UNABLE_TO_GET_ISSUER_CERT_LOCALLY",
    "UNABLE_TO_VERIFY_LEAF_SIGNATURE",
    "SELF_SIGNED_CERT_IN_CHAIN",
    "DEPTH_ZERO_SELF_SIGNED_CERT",
    "CERT_UNTRUSTED",
  ],
  certificateInvalid: Object.keys(INVALID_CERTIFICATE),
  tlsFailed: ["EPROTO", "ERR_SSL_WRONG_VERSION_NUMBER"],
  broken: ["PARSE_ERROR"],
  headersTooLarge: ["HPE_HEADER_OVERFLOW"],
  notHttp: ["HPE_INVALID_CONSTANT"],
} as const satisfies Readonly<Partial<Record<keyof typeof networkFailures, readonly string[]>>>;
