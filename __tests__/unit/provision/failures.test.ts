import { describe, expect, test } from "vitest";
import { explainInstall, type Outcome } from "../../../src/provision/install-failure.ts";
import { AS_PIP_SAYS_IT } from "./installers.ts";

const PYTHON = "3.12.1 (/usr/bin/python3.12, linux x64)";
const explain = (outcome: Outcome) => explainInstall("2.66.2", outcome, PYTHON);
const explained = (failed: string) => explain({ failed });
const NOTHING = "0".repeat(64);
const REAL = "2a7451ed7441ddbc57703042204a3e30ef747478eea022c70f789fc7f084bc3d";

describe("what pip says becomes", () => {
  const { unreachable, missing, mismatch, failed } = AS_PIP_SAYS_IT;

  test.each(Object.entries(unreachable))("an index that cannot be reached: %s", (_case, said) => {
    const { code, problem, fix } = explained(said);
    expect(code).toBe("AZS521");
    expect(problem).toContain("to install az 2.66.2 from cannot be reached: ");
    expect(fix).toContain("HTTPS_PROXY");
  });

  test.each(Object.entries(missing))("a package that is not there: %s", (_case, said) => {
    const { code, problem, fix } = explained(said);
    expect(code).toBe("AZS523");
    expect(problem).toMatch(/: ERROR.*(adal|azure-cli)/);
    expect(problem).toContain(`for Python ${PYTHON}`);
    expect(fix).toContain("npm run wheels");
  });

  test.each(Object.entries(mismatch))("a package that somebody changed, with both hashes: %s", (_case, said) => {
    const { code, problem } = explained(said);
    expect(code).toBe("AZS522");
    expect(problem).toMatch(new RegExp(`adal==1\\.2\\.7.*Expected.*${NOTHING}.*Got.*${REAL}`));
  });

  test.each(Object.entries(failed))("an installation that failed: %s", (words, said) => {
    const { code, problem } = explained(said);
    expect(code).toBe("AZS524");
    expect(problem).toContain(words);
  });
});

describe("what the installation finds itself becomes", () => {
  test("packages that are missing, a dozen of them by name", () => {
    const missing = Array.from({ length: 14 }, (_, number) => `package-${number}==1.0`);
    const { code, problem } = explain({ missing });
    expect(code).toBe("AZS523");
    expect(problem).toMatch(/package-0==1\.0, .*package-11==1\.0, and 2 more/);
    expect(explain({ missing: ["knack==0.11.0"] }).problem).toMatch(/: knack==0\.11\.0\.?$/);
  });

  test("a package that somebody changed, with all hashes", () => {
    const outcome = { mismatch: "/wheels/adal-1.2.7-py2.py3-none-any.whl", expected: [NOTHING, "1"], got: REAL };
    const { code, problem } = explain(outcome);
    expect(code).toBe("AZS522");
    expect(problem).toContain(
      `/wheels/adal-1.2.7-py2.py3-none-any.whl has sha256:${REAL}, not sha256:${NOTHING} or sha256:1`,
    );
  });
});

describe("a changed package is not read over", () => {
  const [mismatch] = Object.values(AS_PIP_SAYS_IT.mismatch);

  test.each([
    ["among warnings of the network", Object.values(AS_PIP_SAYS_IT.unreachable)[0]],
    ["behind a package that is not there", Object.values(AS_PIP_SAYS_IT.missing)[0]],
  ])("%s", (_, other) => {
    expect(explained(`${other}\n${mismatch}`).code).toBe("AZS522");
    expect(explained(`${mismatch}\n${other}`).code).toBe("AZS522");
  });

  test("if the output contains only the fact", () => {
    const { code, problem } = explained("ERROR: THESE PACKAGES DO NOT MATCH THE HASHES\n");
    expect(code).toBe("AZS522");
    expect(problem).toMatch(/: ERROR: THESE PACKAGES DO NOT MATCH THE HASHES\.?$/);
  });
});

describe("the answer", () => {
  const answer = (said: string): string => explained(said).problem.replace("installing az 2.66.2 failed: ", "");

  test.each([
    ["is the errors among the rest", "Collecting x\nERROR: one\nnoise\n  ERROR: two\nnoise", "ERROR: one ERROR: two"],
    [
      "is the last four errors",
      "ERROR: 1\nERROR: 2\nERROR: 3\nERROR: 4\nERROR: 5",
      "ERROR: 2 ERROR: 3 ERROR: 4 ERROR: 5",
    ],
    ["is the last words where nothing is named an error", "1\n2\n\n3\r\n4\n5\n", "2 3 4 5"],
    [
      "leaves out versions that pip did not look at",
      "ERROR: Ignored the following yanked versions: 1, 2\nERROR: no",
      "ERROR: no",
    ],
    ["is said to be none", " \n\n", "(it said nothing)"],
    ["is cut", `ERROR: ${"x".repeat(700)}`, `ERROR: ${"x".repeat(593)}…`],
    [
      "has no user and no password of an index",
      "ERROR: no https://user:hunter2@pypi.contoso.com/simple, no http://hunter2@x/y",
      "ERROR: no https://***@pypi.contoso.com/simple, no http://***@x/y",
    ],
    [
      "has nothing of a password with an @ or a slash",
      "ERROR: no http://user:hun/t@er2@x/y",
      "ERROR: no http://***@x/y",
    ],
  ])("%s", (_, said, expected) => {
    expect(answer(said)).toBe(expected);
  });

  test("has no password of an index that serves a changed package", () => {
    const [said = ""] = Object.values(AS_PIP_SAYS_IT.mismatch);
    const { problem } = explained(said.replace("file:///wheels/", "https://user:hunter2@pypi.contoso.com/"));
    expect(problem).toContain("https://***@pypi.contoso.com/");
    expect(problem).not.toContain("hunter2");
  });
});
