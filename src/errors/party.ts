import { type FailureKind, type FailureText, failure } from "./failure.ts";

/** Who can answer, or fail to answer, a request of the step. */
export const PARTIES = {
  arm: "the stamp's Azure Resource Manager",
  adfs: "the stamp's AD FS",
  entra: "Microsoft Entra",
  /** A host in trusted-authorities that is none of these. */
  authority: "the authority",
  /** The proxy in HTTPS_PROXY; answers through its tunnels are those of other parties. */
  proxy: "the proxy",
  ci: "the CI's service for ID tokens",
} as const;

export type Party = keyof typeof PARTIES;

/** An error that several parties can cause, with advice for each of them. */
export interface PartyFailureKind<P> extends FailureKind<P> {
  /** The parties that can cause it; docs/errors.md has the advice for each. */
  readonly parties: readonly Party[];
}

/** Names of an error; `party` is one of `PARTIES`, and `<party>` in the documentation. */
export type OfParty = { readonly party: Party };

/** A sentence about a party, or its advice. */
type Words<P> = string | ((names: P) => string);

/**
 * Adds an error to the catalogue whose fix depends on who answered. Its text mentions the stamp or its `endpoint` only
 * if the stamp answered.
 *
 * @param problem makes the text from the party's name and the other names
 * @param fixes for each party that can cause it
 */
export function partyFailure<P extends Readonly<Record<string, string>>>(
  code: string,
  title: string,
  problem: (whom: string, names: P) => string,
  fixes: Partial<Readonly<Record<Party, Words<P>>>>,
): PartyFailureKind<P & OfParty> {
  const text = (names: P & OfParty): FailureText => {
    const fix = fixes[names.party] ?? fixes.authority ?? "";
    return {
      problem: problem(PARTIES[names.party] ?? names.party, names),
      fix: typeof fix === "string" ? fix : fix(names),
    };
  };
  const kind = failure(code, title, text);
  return Object.assign(kind, { parties: Object.keys(fixes) as Party[] });
}
