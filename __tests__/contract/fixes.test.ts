/** Each fix of the catalogue is tested, or has a reason why it cannot be. A fix may name only inputs that exist. */
import { describe, expect, it } from "vitest";
import { readAction } from "../../scripts/action.ts";
import { PLACEHOLDERS } from "../../scripts/placeholders.ts";
import { catalogue } from "../../src/errors/catalogue.ts";
import type { FailureKind } from "../../src/errors/failure.ts";
import type { PartyFailureKind } from "../../src/errors/party.ts";
import { PIPELINES_FIXES } from "../pipelines/fixes.ts";
import { FIXES, INPUT_FIXES } from "../scenarios/fixes/all.ts";
import { NOT_FOLLOWED } from "../scenarios/fixes/not-followed.ts";
import { read } from "./repository.ts";

const kinds: readonly FailureKind<never>[] = Object.values(catalogue).flatMap((group) => Object.values(group));
/** The fix of AZS100, the list of problems, is tested wherever several fixes of inputs are followed together. */
const followed = new Set(["AZS100", ...[...FIXES, ...INPUT_FIXES, ...PIPELINES_FIXES].map(({ code }) => code)]);

describe("a fix", () => {
  it.each(kinds.map(({ code }) => ({ code })))("of $code is followed, or has a reason why not", ({ code }) => {
    expect([followed.has(code), NOT_FOLLOWED.has(code)]).toContain(true);
    expect(followed.has(code) && NOT_FOLLOWED.has(code)).toBe(false);
  });

  it("exists in the catalogue", () => {
    const codes = new Set(kinds.map(({ code }) => code));
    expect([...followed, ...NOT_FOLLOWED.keys()].filter((code) => !codes.has(code))).toEqual([]);
  });
});

/** Words with a hyphen that are not inputs: values, options, file names and English words. */
const WORDS = new Set([
  "azs-login",
  "percent-encode",
  "device-code",
  "id-token",
  "apt-get",
  "setup-python",
  "setup-java",
  "pass-through",
  "sign-in",
  "cross-tenant",
  "well-known",
  "read-only",
]);

const SCRIPTS = (JSON.parse(read("package.json")) as { readonly scripts: Readonly<Record<string, string>> }).scripts;
const inputs = new Set(Object.keys(readAction().inputs));
const task = JSON.parse(read("azure-pipelines/AzsLogin/task.json")) as {
  readonly inputs: readonly { readonly name: string }[];
};
const taskInputs = new Set(task.inputs.map(({ name }) => name));

const texts = kinds.flatMap((kind) => {
  const parties = "parties" in kind ? (kind as PartyFailureKind<never>).parties : [""];
  return parties.map((party) => {
    const names = new Proxy({}, { get: (_, name) => (name === "party" ? party : PLACEHOLDERS[String(name)]) });
    return { code: kind.code, party, fix: kind.text(names as never).fix };
  });
});

describe("the fix names only inputs, fields and scripts that exist", () => {
  it.each(texts)("$code $party", ({ fix }) => {
    const prose = fix.replaceAll(/`[^`]*`|https?:\S+|<[^>]*>/g, " ");
    const hyphened = prose.match(/(?<![\w./-])[a-z]+(?:-[a-z]+)+(?![\w./-])/g) ?? [];
    expect(hyphened.filter((word) => !inputs.has(word) && !WORDS.has(word))).toEqual([]);
    const camel = prose.match(/(?<![\w./$"-])(?:azure|client)[A-Z]\w+/g) ?? [];
    expect(camel.filter((word) => !taskInputs.has(word) && !isField(word))).toEqual([]);
    for (const [, script = ""] of fix.matchAll(/npm run ([\w-]+)/g)) expect(Object.keys(SCRIPTS)).toContain(script);
    if (fix.includes("npm run wheels")) {
      const source = read(/scripts\/[\w-]+\.ts/.exec(SCRIPTS["wheels"] ?? "")?.[0] ?? "");
      for (const [, option = ""] of fix.matchAll(/--([a-z]+)/g)) expect(source).toMatch(new RegExp(`\\b${option}\\b`));
    }
  });
});

/** Whether it is a field of `creds`. */
function isField(word: string): boolean {
  return ["clientId", "clientSecret"].includes(word);
}
