import { pbkdf2Sync } from "node:crypto";
import type Forge from "node-forge";
import { certificateFailures } from "../errors/certificates.ts";
import { Failure } from "../errors/failure.ts";
import { countRounds, type RoundCounter, tooManyRounds } from "./derivation.ts";
import { MOST_FORGE_BYTES, replaced, toAsn1, toDer } from "./forge.ts";

/** The content of a PFX, as DER: PKCS#8 keys and X.509 certificates. */
export interface PfxContents {
  readonly keys: readonly Buffer[];
  readonly certificates: readonly Buffer[];
}

/**
 * Opens a PFX (PKCS#12, RFC 7292): 3DES or RC2-40 with SHA-1, as older Windows and OpenSSL wrote it, and AES with
 * SHA-2, as OpenSSL 3 and Windows write it today.
 *
 * @param password undefined or empty: tries both no password and the empty one, which give different keys in PKCS#12
 * @throws Failure for a wrong or missing password, an unsupported algorithm, a damaged file; `AZS351`, `AZS353`
 */
export async function readPfx(der: Buffer, password: string | undefined, from: string): Promise<PfxContents> {
  if (der.length > MOST_FORGE_BYTES)
    throw certificateFailures.pfxTooLarge({ from, most: `${MOST_FORGE_BYTES / 1000} kB` });
  const { default: forge } = await import("node-forge");
  const container = parse(forge, der, from);
  const count = countRounds(from);
  let refused: unknown;
  for (const candidate of password ? [password] : [undefined, ""]) {
    try {
      return open(forge, container, candidate, count);
    } catch (error) {
      if (error instanceof Failure) throw error;
      refused = error;
    }
  }
  throw refusal(refused, password, from);
}

/**
 * Makes the PFX that Terraform reads.
 *
 * Terraform's providers decode with golang.org/x/crypto/pkcs12, which supports only 3DES and RC2-40 with a SHA-1 MAC
 * and refuses more than one certificate; software.sslmate.com/src/go-pkcs12 reads that, too. Hence 3DES, SHA-1 and only
 * the leaf. The file is protected by its mode and its removal in post, not by this encryption.
 *
 * @param privateKey PKCS#8 DER
 * @param certificate X.509 DER
 */
export async function writePfx(privateKey: Buffer, certificate: Buffer, password: string): Promise<Buffer> {
  const { default: forge } = await import("node-forge");
  const asIs = (value: unknown): unknown => value;
  const passThrough = { privateKeyToAsn1: asIs, wrapRsaPrivateKey: asIs, certificateToAsn1: asIs };
  const pfx = replaced(forge.pki, passThrough, () => {
    const key = toAsn1(forge, privateKey) as unknown as Forge.pki.rsa.PrivateKey;
    const leaf = toAsn1(forge, certificate) as unknown as Forge.pki.Certificate;
    return forge.pkcs12.toPkcs12Asn1(key, leaf, password, { algorithm: "3des" });
  });
  return toDer(forge, pfx);
}

// Here forge only opens and makes the container; keys and certificates stay DER, for node:crypto. forge cannot parse EC
// keys, and when it re-encodes a certificate that an EC CA signed, it alters it and so its thumbprint.
function open(
  forge: typeof Forge,
  container: Forge.asn1.Asn1,
  password: string | undefined,
  count: RoundCounter,
): PfxContents {
  const leave = (): never => {
    throw new Error("left as ASN.1"); // forge then returns the value as `asn1`
  };
  const { pbe } = forge.pki as unknown as { readonly pbe: { readonly generatePkcs12Key: Pkcs12Key } };
  const generate = counted(pbe.generatePkcs12Key, count);
  const pfx = replaced(forge.pkcs5, { pbkdf2: nativePbkdf2(count) }, () =>
    replaced(forge.pkcs12, { generateKey: generate }, () =>
      replaced(pbe, { generatePkcs12Key: generate }, () =>
        replaced(forge.pki, { certificateFromAsn1: leave, privateKeyFromAsn1: leave }, () =>
          forge.pkcs12.pkcs12FromAsn1(container, false, password),
        ),
      ),
    ),
  );
  const bags = pfx.safeContents.flatMap((safe) => safe.safeBags);
  const { certBag } = forge.pki.oids;
  return {
    keys: bags.filter((bag) => bag.type !== certBag).map((bag) => toDer(forge, bag.asn1)),
    certificates: bags.filter((bag) => bag.type === certBag).map((bag) => toDer(forge, bag.asn1)),
  };
}

/** forge's derivation for MAC and PBES1 (RFC 7292, appendix B). */
type Pkcs12Key = (
  password: string | undefined,
  salt: unknown,
  id: number,
  iterations: number,
  length: number,
  digest?: { readonly digestLength: number } | null,
) => unknown;

const SHA1_LENGTH = 20;
/** A digest of this length or more uses 64-bit arithmetic, which takes three times as long in JavaScript. */
const SHA384_LENGTH = 48;

function counted(generate: Pkcs12Key, count: RoundCounter): Pkcs12Key {
  return (password, salt, id, iterations, length, digest) => {
    const size = digest?.digestLength ?? SHA1_LENGTH;
    count(iterations, Math.ceil(length / size), size < SHA384_LENGTH ? 1 : 3);
    return generate(password, salt, id, iterations, length, digest);
  };
}

/**
 * Replaces forge's PBKDF2, which encodes the password as Latin-1 while OpenSSL and .NET use UTF-8 for PBES2, and which
 * runs in JavaScript if the digest is an object, as it is here.
 */
function nativePbkdf2(count: RoundCounter) {
  return (
    password: string | undefined,
    salt: string,
    iterations: number,
    length: number,
    digest: { readonly algorithm: string; readonly digestLength: number },
  ): string => {
    count(iterations, Math.ceil(length / digest.digestLength), 0.3);
    const key = pbkdf2Sync(password ?? "", Buffer.from(salt, "latin1"), iterations, length, digest.algorithm);
    return key.toString("latin1");
  };
}

function parse(forge: typeof Forge, der: Buffer, from: string): Forge.asn1.Asn1 {
  try {
    return toAsn1(forge, der);
  } catch (cause) {
    throw certificateFailures.clientDamaged({ from, part: "the PFX" }, cause);
  }
}

// forge's errors have no codes, but all its messages about algorithms and kinds of content contain "supported". Any
// other error inside a well-formed container means a wrong password: without a MAC, that shows only as meaningless
// content.
function refusal(cause: unknown, password: string | undefined, from: string): Error {
  const message = cause instanceof Error ? cause.message : "";
  // forge cannot read a number of rounds with more than four bytes.
  if (message.startsWith("Only 8, 16, 24, or 32 bits supported")) return tooManyRounds(from);
  if (/supported/i.test(message)) return certificateFailures.clientUnsupported({ from }, cause);
  if (message.startsWith("Cannot read PKCS#12 PFX")) {
    return certificateFailures.clientDamaged({ from, part: "the PFX" }, cause);
  }
  if (password) return certificateFailures.clientPasswordWrong({ from }, cause);
  return certificateFailures.clientPasswordMissing({ from }, cause);
}
