import { stripTypeScriptTypes } from "node:module";
import { parse } from "acorn";
import { checkSync } from "recheck";
import { describe, expect, it } from "vitest";
import { filesIn, read } from "./repository.ts";

interface Pattern {
  readonly file: string;
  readonly source: string;
  readonly flags: string;
}

/** Patterns that need more than linear time, or that the checker needs a long time for, and why they do no harm. */
const EXCUSED: Readonly<Record<string, string>> = {
  // Texts that the step itself made or shortened.
  "src/results/exports.ts /\\/+$/": "URLs and identifiers of a stamp, checked before",
  "src/stamp/configuration.ts /\\/+$/": "the URL of an authority, checked before",
  "src/host/fragments.ts /=+$/": "base64 made here",
  "src/host/secrets.ts /\\beyJ[\\w-]{8,5000}\\.[\\w-]{8,}(?:\\.[\\w-]*)?/g": "messages, cut before",
  "src/inputs/secret-inputs.ts /[\\r\\n]+$/": "an input, which no variable of the environment makes longer than 128 kB",
  "src/io/responses.ts /<[^>]*>/g": "an answer's first 4,000 characters",
  "src/trust/store/pem-entries.ts /\\n# azs-login: begin (\\S+)\\n[\\s\\S]*?# azs-login: end \\1\\n/g":
    "stores of the machine, which this user or root writes",
  "src/trust/store/pem-entries.ts /-----BEGIN (?:TRUSTED )?CERTIFICATE-----[^-]*-----END (?:TRUSTED )?CERTIFICATE-----/g":
    "linear: it was found safe in five seconds",
  "src/inputs/wheels.ts /\\/\\/.*@/s": "an input",
};

/** Files that make patterns at run time, from texts of the step's own. */
const MADE = ["src/az/find/locate.ts", "src/host/pipelines-spelling.ts", "src/io/forms.ts", "src/io/processes.ts"];

const SEED = Number(process.env["SEED"] ?? 0);

const code = filesIn("src", ".ts").map((file) => ({ file, ...patternsIn(file) }));

describe("regular expressions of src/, which read untrusted texts", () => {
  const patterns = code.flatMap(({ file, literals }) => literals.map((one) => ({ file, ...one })));

  it("are found", () => {
    expect(patterns.length).toBeGreaterThan(100);
  });

  const named = patterns.map((one) => ({ ...one, name: `${one.file} /${one.source}/${one.flags}` }));

  it("take linear time", { timeout: 120_000 }, () => {
    const asked = named.filter(({ name }) => !(name in EXCUSED));
    // The seed is fixed. Otherwise each run would try other attacks on patterns that were found safe before.
    const slow = asked.filter(
      ({ source, flags }) => checkSync(source, flags, { timeout: 60_000, randomSeed: SEED }).status !== "safe",
    );
    expect(slow.map(({ name }) => name)).toEqual([]);
  });

  it("have no outdated exceptions", () => {
    const names = named.map(({ name }) => name);
    expect(Object.keys(EXCUSED).filter((name) => !names.includes(name))).toEqual([]);
  });

  it("are literals, except in known files", () => {
    expect(code.filter(({ made }) => made > 0).map(({ file }) => file)).toEqual(MADE);
  });
});

function patternsIn(file: string) {
  const literals: Omit<Pattern, "file">[] = [];
  let made = 0;
  const walk = (node: unknown): void => {
    if (typeof node !== "object" || node === null) return;
    const { type, regex, callee } = node as {
      type?: string;
      regex?: { pattern: string; flags: string };
      callee?: object;
    };
    if (type === "Literal" && regex !== undefined) literals.push({ source: regex.pattern, flags: regex.flags });
    if (type === "NewExpression" && callee !== undefined && "name" in callee && callee.name === "RegExp") made += 1;
    for (const child of Object.values(node)) walk(child);
  };
  walk(parse(stripTypeScriptTypes(read(file)), { ecmaVersion: "latest", sourceType: "module" }));
  return { literals, made };
}
