import { writeFileSync } from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";
import { processes } from "../../../src/io/processes.ts";
import { configuredForGit } from "../../../src/trust/bundle/git-roots.ts";
import { temporaryFolder } from "../folder.ts";

const NOBODY = "~nobody-of-that-name/x.pem";
const section = (url: string, value: string) => `[http${url === "" ? "" : ` "${url}"`}]\n\tsslCAInfo = ${value}\n`;

/** The text of the user's configuration, the file that applies to every host, and those that apply to some hosts. */
test.each<[name: string, text: string, general: string | undefined, particular: readonly string[]]>([
  ["nothing", "", undefined, []],
  ["something else", "[http]\n\tsslVerify = true\n[user]\n\tname = sslCAInfo\n", undefined, []],
  ["a file for all", section("", "/a.pem"), "/a.pem", []],
  ["the last one counts", section("", "/a.pem") + section("", "/b.pem"), "/b.pem", []],
  [
    "files for some",
    section("https://a", "/a.pem") + section("https://b.c/", "/b.pem"),
    undefined,
    ["/a.pem", "/b.pem"],
  ],
  ["both", section("", "/a.pem") + section("https://b", "/b.pem"), "/a.pem", ["/b.pem"]],
  ["in the home", section("", "~/a.pem"), "HOME/a.pem", []],
  ["without a home", section("https://a", NOBODY) + section("https://b", "~/b.pem"), undefined, [NOBODY, "HOME/b.pem"]],
  ["an empty one", section("", ""), undefined, []],
  ["a broken file", "[[[", undefined, []],
])("%s", async (_, text, general, particular) => {
  const home = temporaryFolder();
  const GIT_CONFIG_GLOBAL = path.join(home, "config");
  writeFileSync(GIT_CONFIG_GLOBAL, text);
  const environment = { HOME: home, GIT_CONFIG_GLOBAL, GIT_CONFIG_NOSYSTEM: "1" };
  const git = processes({}, { record: async () => undefined });
  const run: typeof git.run = (file, args, options) => git.run(file, args, { ...options, environment });
  const found = await configuredForGit({ run });
  const shown = ({ value }: { readonly value: string }) => value.replace(home, "HOME");
  expect(found.general && shown(found.general)).toBe(general);
  expect(found.particular.map(shown)).toEqual(particular);
});

test("no git, no roots", async () => {
  const run = async () => ({ exitCode: -1, stdout: "", stderr: "spawn git ENOENT" });
  expect(await configuredForGit({ run })).toEqual({ general: undefined, particular: [] });
});
