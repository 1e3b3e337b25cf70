/** Files that GitHub reads but nothing here runs: without this test, strangers would be the first to see a mistake. */
import { existsSync } from "node:fs";
import path from "node:path";
import { describe, expect, it, test } from "vitest";
import { filesLike, ROOT, readYaml, textOf } from "./files.ts";

interface Form {
  readonly name: string;
  readonly body: readonly {
    readonly type: string;
    readonly id?: string;
    readonly attributes: { readonly label?: string; readonly options?: readonly unknown[] };
    readonly validations?: { readonly required?: boolean };
  }[];
}

interface Update {
  readonly "package-ecosystem": string;
  readonly directories: readonly string[];
  readonly cooldown?: { readonly "default-days"?: number };
  readonly groups?: object;
}

const forms = filesLike(".github/ISSUE_TEMPLATE/!(config).yml");
const bug = readYaml<Form>(".github/ISSUE_TEMPLATE/bug.yml");
const { updates } = readYaml<{ readonly updates: readonly Update[] }>(".github/dependabot.yml");

test("the forms are found", () => expect(forms.length).toBe(2));

describe.each(forms)("%s", (file) => {
  const { body } = readYaml<Form>(file);
  const fields = body.filter(({ type }) => type !== "markdown");

  it("has an ID and a label for each field, once", () => {
    for (const of of [fields.map(({ id }) => id), fields.map(({ attributes }) => attributes.label)]) {
      expect(of).not.toContain(undefined);
      expect(new Set(of).size).toBe(fields.length);
    }
  });

  it("requires something", () => {
    expect(fields.some(({ validations }) => validations?.required)).toBe(true);
  });
});

describe("the form for a bug", () => {
  it("asks for what an answer takes", () => {
    const asked = bug.body.map(({ id }) => id);
    const needed = ["host", "runner", "version", "az", "build", "identity", "credential", "code", "workflow", "log"];
    expect(asked).toEqual(expect.arrayContaining(needed));
  });

  it("does not ask for an error code of a login that passed", () => {
    expect(bug.body.find(({ id }) => id === "code")?.validations?.required).toBeUndefined();
  });

  it("sends vulnerabilities elsewhere", () => {
    expect(textOf(".github/ISSUE_TEMPLATE/bug.yml")).toContain("(../security/advisories/new)");
    expect(textOf("SECURITY.md")).toContain("/security/advisories/new)");
  });
});

describe("Dependabot", () => {
  const folders = (ecosystem: string) =>
    updates.filter((one) => one["package-ecosystem"] === ecosystem).flatMap(({ directories }) => directories);
  const foldersOf = (files: readonly string[]) =>
    files.map((file) => `/${path.posix.dirname(file)}`.replace(/^\/\.$/, "/")).sort();

  it.each([
    ["npm", "{package.json,examples/*/package.json}"],
    ["pip", "examples/*/requirements.txt"],
  ])("watches each manifest of %s", (ecosystem, pattern) => {
    expect(folders(ecosystem).toSorted()).toEqual(foldersOf(filesLike(pattern)));
  });

  it("watches the actions of the workflows and of the examples", () => {
    expect(folders("github-actions")).toEqual(["/", "/examples/*"]);
    // A folder without a workflow makes this fail.
    expect(filesLike("examples/*").filter((folder) => !existsSync(path.join(ROOT, folder, "workflow.yml")))).toEqual(
      [],
    );
  });

  it.each(updates)("waits a week for $package-ecosystem, and groups what comes", ({ cooldown, groups }) => {
    expect(cooldown?.["default-days"]).toBeGreaterThanOrEqual(7);
    expect(Object.keys(groups ?? {})).not.toEqual([]);
  });
});

test("owners are teams, and all files have one", () => {
  const rules = textOf(".github/CODEOWNERS").trim().split("\n");
  expect(rules[0]).toMatch(/^\* /);
  for (const rule of rules) expect(rule).toMatch(/^\S+(?: @org\/[\w-]+)+$/);
});

test("links of SECURITY.md lead somewhere", () => {
  const links = [...textOf("SECURITY.md").matchAll(/\]\((?!https?:)([^)#]+)/g)].map(([, link = ""]) => link);
  expect(links.filter((link) => !existsSync(path.join(ROOT, link)))).toEqual([]);
});
