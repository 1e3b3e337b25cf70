/** The toolkit is the reference: each of its functions, and ours with the same name, must write the same bytes. */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { EOL, tmpdir } from "node:os";
import path from "node:path";
import * as core from "@actions/core";
import { expect, onTestFinished, test, vi } from "vitest";
import * as ours from "../../../src/host/github-toolkit.ts";

const FILES = ["GITHUB_ENV", "GITHUB_OUTPUT", "GITHUB_STATE", "GITHUB_PATH"] as const;
const TEXTS = ["plain", "", " 100 % : , ", "two\nlines\r\n::warning::x", "##[error]é 🚀", "a=b<<c", "-ghadelimiter_"];

const CALLS: Readonly<Record<string, (toolkit: Pick<typeof ours, Shared>, text: string) => unknown>> = {
  exportVariable: (toolkit, text) => toolkit.exportVariable("NAME", text),
  setOutput: (toolkit, text) => toolkit.setOutput("a-name", text),
  saveState: (toolkit, text) => toolkit.saveState("a name", text),
  getState: (toolkit, text) => {
    vi.stubEnv("STATE_a name", text);
    return toolkit.getState("a name");
  },
  addPath: (toolkit, text) => toolkit.addPath(text),
  setSecret: (toolkit, text) => toolkit.setSecret(text),
  info: (toolkit, text) => toolkit.info(text),
  debug: (toolkit, text) => toolkit.debug(text),
  notice: (toolkit, text) => toolkit.notice(text),
  warning: (toolkit, text) => toolkit.warning(text),
  startGroup: (toolkit, text) => toolkit.startGroup(text),
  endGroup: (toolkit) => toolkit.endGroup(),
  isDebug: (toolkit, text) => {
    vi.stubEnv("RUNNER_DEBUG", text === "" ? "1" : text);
    return toolkit.isDebug();
  },
};
type Shared =
  | ("exportVariable" | "setOutput" | "saveState" | "getState" | "addPath" | "setSecret" | "info" | "debug" | "notice")
  | ("warning" | "startGroup" | "endGroup" | "isDebug");

/**
 * All effects of a call: its result, what it prints, what it writes to the runner's files, and the variables that it
 * sets.
 */
function effects(hasFiles: boolean, call: () => unknown) {
  const folder = mkdtempSync(path.join(tmpdir(), "azs-toolkit-"));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  for (const name of FILES) {
    writeFileSync(path.join(folder, name), "");
    vi.stubEnv(name, hasFiles ? path.join(folder, name) : "");
  }
  vi.stubEnv("NAME", "before");
  vi.stubEnv("PATH", "/bin");
  const said: string[] = [];
  const write = vi.spyOn(process.stdout, "write").mockImplementation((text) => said.push(String(text)) > 0);
  try {
    const returned = call();
    const written = FILES.map((name) =>
      readFileSync(path.join(folder, name), "utf8").replaceAll(/_[0-9a-f-]{36}/g, "_…"),
    );
    return { returned, said: said.join(""), written, set: [process.env["NAME"], process.env["PATH"]] };
  } finally {
    write.mockRestore();
    vi.unstubAllEnvs();
  }
}

const rows = Object.entries(CALLS).flatMap(([name, call]) => TEXTS.map((text) => [name, text, call] as const));

test.each(rows)("%s of %j, with the runner's command files", (_, text, call) => {
  expect(effects(true, () => call(ours, text))).toEqual(effects(true, () => call(core, text)));
});

test.each(rows)("%s of %j, on a runner without them", (name, text, call) => {
  const { said, ...others } = effects(false, () => call(core, text));
  // The toolkit begins a new line there. All output of the step ends with a line break, so it does not need that.
  expect(effects(false, () => call(ours, text))).toEqual({
    ...others,
    said: name === "setOutput" ? said.slice(EOL.length) : said,
  });
});

test.each(TEXTS)("an error of %j, with a title", (text) => {
  expect(effects(true, () => ours.error(text, "AZS100"))).toEqual(
    effects(true, () => core.error(text, { title: "AZS100" })),
  );
});

test.each(TEXTS)("an input of %j, as it is", (text) => {
  vi.stubEnv("INPUT_A-NAME_OF", text);
  expect(ours.getInput("a-name of")).toBe(core.getInput("a-name of", { trimWhitespace: false }));
  vi.unstubAllEnvs();
});
