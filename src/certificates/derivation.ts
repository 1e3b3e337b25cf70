import { certificateFailures } from "../errors/certificates.ts";
import { NotDer, valuesIn } from "./der.ts";

/**
 * Rounds of one key derivation. OpenSSL uses 2048 (`PKCS12_DEFAULT_ITER`), Windows 2000, Java's keytool 10,000 and
 * formerly 50,000 and 100,000, Bouncy Castle 51,200, NSS 600,000 (`NSS_PBE_DEFAULT_ITERATION_COUNT`).
 */
const MOST_ROUNDS = 1_000_000;
/** Rounds of all derivations of a PFX, as rounds in JavaScript: a million takes two seconds, NSS's largest file 4.8. */
const MOST_ROUNDS_IN_ALL = 5_000_000;
/** N·r·p of scrypt (RFC 7914): OpenSSL uses 131,072, which takes 50 ms. */
const MOST_SCRYPT_BLOCKS = 4_000_000;

/** Counts the rounds that opening one file takes, before they run. */
export type RoundCounter = (rounds: number, blocks: number, cost: number) => void;

/**
 * @returns a function to call before each derivation, with its rounds, the number of blocks they run for, and the cost
 *   of a round relative to SHA-1 in JavaScript; throws Failure `AZS351`
 */
export function countRounds(from: string): RoundCounter {
  let all = 0;
  return (rounds, blocks, cost) => {
    all += rounds * blocks * cost;
    if (rounds > MOST_ROUNDS) throw tooManyRounds(from, rounds, MOST_ROUNDS);
    if (all > MOST_ROUNDS_IN_ALL) throw tooManyRounds(from, all, MOST_ROUNDS_IN_ALL);
  };
}

/** @param rounds undefined: the number is too large to be read */
export function tooManyRounds(from: string, rounds?: number, most: number = MOST_ROUNDS): Error {
  const asked = rounds === undefined ? "thousands of millions of" : Math.round(rounds).toLocaleString("en");
  return certificateFailures.tooManyRounds({ from, rounds: asked, most: most.toLocaleString("en") });
}

/**
 * Checks how expensive an encrypted key is to open, before OpenSSL, which cannot be interrupted, opens it.
 *
 * @param der PKCS#8 EncryptedPrivateKeyInfo (RFC 5958), DER
 * @throws Failure `AZS351`; `AZS311` if it is no such structure
 */
export function checkEncryptedKey(der: Buffer, from: string): void {
  const numbers = numbersOf(der);
  if (numbers === undefined) throw certificateFailures.clientDamaged({ from, part: "the private key" });
  // scrypt has N, r and p; the length of the key may follow.
  const [cost, most] = numbers.isScrypt
    ? [numbers.all.slice(0, 3).reduce((product, number) => product * number, 1), MOST_SCRYPT_BLOCKS]
    : [Math.max(...numbers.all), MOST_ROUNDS];
  if (!(cost <= most)) throw tooManyRounds(from, cost, most);
}

/** 1.3.6.1.4.1.11591.4.11 (RFC 7914), DER. */
const SCRYPT = Buffer.from("06092b06010401da47040b", "hex");

/** The numbers among the parameters of the encryption; undefined if they cannot be read, or if there are none. */
function numbersOf(der: Buffer): { readonly all: readonly number[]; readonly isScrypt: boolean } | undefined {
  try {
    const [key] = valuesIn(der, { only: 1, most: MOST_VALUES });
    const [algorithm] = valuesIn(key?.content ?? Buffer.alloc(0), { most: MOST_VALUES });
    if (key?.tag !== SEQUENCE || algorithm?.tag !== SEQUENCE) return undefined;
    const all = integersIn(algorithm.content, MOST_DEPTH);
    return all.length === 0 ? undefined : { all, isScrypt: algorithm.content.includes(SCRYPT) };
  } catch (error) {
    // OpenSSL might accept what this reader cannot parse, so such a key is not passed to it.
    if (error instanceof NotDer) return undefined;
    throw error;
  }
}

const SEQUENCE = 0x30;
const INTEGER = 0x02;
/** Levels of nesting: PBES2, its key derivation, the parameters of that. */
const MOST_DEPTH = 6;
const MOST_VALUES = 8;

function integersIn(content: Buffer, depth: number): readonly number[] {
  if (depth === 0) throw new NotDer();
  return valuesIn(content, { most: MOST_VALUES }).flatMap((value) => {
    // A number larger than JavaScript can count becomes infinite, and is too large as well.
    if (value.tag === INTEGER) return [Number(`0x${value.content.toString("hex") || "0"}`)];
    return value.tag === SEQUENCE ? integersIn(value.content, depth - 1) : [];
  });
}
