import { describe, expect, it } from "vitest";
import { PLACEHOLDERS } from "../../scripts/placeholders.ts";
import { catalogue } from "../../src/errors/catalogue.ts";
import type { FailureKind } from "../../src/errors/failure.ts";
import { PARTIES, type Party, type PartyFailureKind } from "../../src/errors/party.ts";

/** Words that a text may contain only if another party than this one answered. */
const FOREIGN: Readonly<Record<Party, RegExp>> = {
  arm: /AD FS|Entra/,
  adfs: /\bendpoint\b|Entra/,
  entra: /\bendpoint\b|\bstamp\b|AD FS/,
  authority: /\bendpoint\b|\bstamp\b|AD FS|Entra/,
  proxy: /\bendpoint\b|\bstamp\b|AD FS|Entra/,
  ci: /\bendpoint\b|\bstamp\b|AD FS|Entra|trusted-authorities/,
};

const kinds: readonly FailureKind<never>[] = Object.values(catalogue).flatMap((group) => Object.values(group));
const isPartys = (kind: FailureKind<never>): kind is PartyFailureKind<never> => "parties" in kind;
const texts = [
  ...kinds
    .filter(isPartys)
    .flatMap(({ code, parties, text }) => parties.map((party) => ({ code, party, ...text(namesOf(party) as never) }))),
  ...Object.values(catalogue.proxy).map((kind: FailureKind<never>) => ({
    code: kind.code,
    party: "proxy" as const,
    ...kind.text(PLACEHOLDERS as never),
  })),
];

function namesOf(party: Party): object {
  return new Proxy({}, { get: (_, name) => (name === "party" ? party : name === "last" ? "" : `<${String(name)}>`) });
}

describe("an error for several parties", () => {
  it("can be any error of the network", () => {
    expect(Object.values(catalogue.network).filter((kind) => !("parties" in kind))).toEqual([]);
    expect(texts.length).toBeGreaterThan(60);
  });

  it.each(texts)("$code of $party names the party and nobody else", ({ party, problem, fix }) => {
    // The proxy's own refusals name its address. What an error says about a variable needs no party.
    expect(problem).toMatch(new RegExp(`${PARTIES[party]}|the proxy|HTTP proxy`));
    expect(`${problem} ${fix}`).not.toMatch(FOREIGN[party]);
    expect(fix).toMatch(/^\S.{20,}\.$/);
  });
});

describe("the refusal of a CI names no other party", () => {
  it.each(["GitHub Actions", "Azure Pipelines"].flatMap((ci) => ["403", "200", ""].map((status) => ({ ci, status }))))(
    "$ci $status",
    ({ ci, status }) => {
      const { problem, fix } = catalogue.identity.noIdToken.text({ answer: "<answer>", ci, status });
      expect(`${problem} ${fix}`).not.toMatch(FOREIGN.ci);
      expect(fix).not.toMatch(ci === "GitHub Actions" ? /Service connections/ : /id-token/);
    },
  );
});
