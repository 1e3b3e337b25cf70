/**
 * An untrusted certificate chain, for an error: its end (`ChainEnd` of src/io/presented-chain.ts), and the roots that
 * the user gave for the stamp, if any.
 */
export type Untrusted = {
  readonly host: string;
  readonly root: string;
  readonly fingerprint: string;
  readonly last: string;
  readonly given: string;
};

const HOW = "(a path, PEM text or base64)";
const PROXY = "a proxy on the way inspects TLS, and its administrators must exempt this host.";

/** Says which certificate is missing, and what was given in its place, if anything. */
export function missingOf(names: Untrusted, given: string): string {
  return names.last === "" ? missingRoot(names, given) : leftOut(names, given);
}

/** Says how to pass what is missing from a stamp's chain. */
export function fixOf(names: Untrusted): string {
  return names.last === "" ? rootFix(names) : leftOutFix(names);
}

function missingRoot({ root, fingerprint }: Untrusted, given: string): string {
  const instead =
    given === ""
      ? ""
      : ` ca-certificate contains ${given} instead: the root of another stamp, or an older root of this one.`;
  return `Missing root: ${root}; SHA-256 fingerprint: ${fingerprint}.${instead}`;
}

function rootFix({ given }: Untrusted): string {
  const pass = `export that root from the stamp, compare its fingerprint with the operator's, and pass it as ca-certificate ${HOW}`;
  return given === "" ? `${pass}.` : `if the missing root is the stamp's, ${pass}; if it is not, ${PROXY}`;
}

function leftOut({ root, fingerprint, last }: Untrusted, given: string): string {
  const above = given === "" ? "" : ` It may be issued by ${given}, which is in ca-certificate.`;
  return `The server does not send "${root}" (${fingerprint}), the issuer of "${last}".${above}`;
}

function leftOutFix({ root, given }: Untrusted): string {
  const pass = `get "${root}" from the stamp's operator and pass it as ca-certificate ${HOW}; if it is an intermediate CA, pass it and its root, both in ca-certificate (in one file, or as two paths)`;
  return given === ""
    ? `${pass}.`
    : `${pass}. If ca-certificate is of another stamp, pass the root of this one. If "${root}" is no CA of the stamp, ${PROXY}`;
}
