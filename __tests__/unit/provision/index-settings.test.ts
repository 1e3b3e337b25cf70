import { execFileSync } from "node:child_process";
import { mkdirSync, writeFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, test } from "vitest";
import type { Inputs } from "../../../emulator/runner.ts";
import { temporaryFolder } from "../folder.ts";

const PROVISION = path.resolve("src/provision");
const SCRIPT = `
import json, sys
sys.path[:0] = [sys.argv[1], sys.argv[2]]
import index
print(json.dumps(index.variables_for_pip(sys.argv[3] or None, is_locked=sys.argv[4] == "locked")))
`;

interface Case {
  readonly environment?: Inputs;
  /** The user's uv.toml. */
  readonly uvToml?: string;
  readonly index?: string;
  readonly isLocked?: boolean;
}

/** The variables that pip gets for the index, except for those that it always gets. */
function told({ environment = {}, uvToml, index = "", isLocked = true }: Case): Readonly<Record<string, string>> {
  const home = temporaryFolder();
  if (uvToml !== undefined) {
    mkdirSync(path.join(home, "uv"));
    writeFileSync(path.join(home, "uv", "uv.toml"), uvToml);
  }
  const pip = path.join(PROVISION, "pip-25.0.1-py3-none-any.whl");
  const args = ["-I", "-B", "-c", SCRIPT, PROVISION, pip, index, isLocked ? "locked" : "free"];
  const env = { PATH: process.env["PATH"], XDG_CONFIG_HOME: home, ...environment };
  const variables = JSON.parse(execFileSync("python3", args, { env, encoding: "utf8" })) as Record<string, string>;
  expect(variables).toMatchObject({ PYTHONDONTWRITEBYTECODE: "1", PIP_USER: "0" });
  const names = Object.keys(variables).filter((name) => /^(?:PIP|UV|PYTHON)/.test(name));
  return Object.fromEntries(
    names.flatMap((name) =>
      ["PYTHONDONTWRITEBYTECODE", "PIP_USER"].includes(name) ? [] : [[name, variables[name] ?? ""]],
    ),
  );
}

const A = "https://a.contoso.com/simple";
const B = "https://b.contoso.com/simple";

const CASES: Readonly<Record<string, readonly [Case, Readonly<Record<string, string>>]>> = {
  "nothing where nothing is set up": [{}, {}],
  "what pip itself is told": [
    { environment: { PIP_INDEX_URL: A, PIP_EXTRA_INDEX_URL: B, PIP_CERT: "/c", PIP_PROXY: "http://p" } },
    { PIP_INDEX_URL: A, PIP_EXTRA_INDEX_URL: B, PIP_CERT: "/c", PIP_PROXY: "http://p" },
  ],
  "nothing of what would steer the installation": [
    {
      environment: { PIP_TARGET: "/t", PIP_CONSTRAINT: "/c", PYTHONPATH: "/p", UV_OVERRIDE: "/o", PIP_NO_BINARY: "x" },
    },
    {},
  ],
  "the index of az-wheels alone": [
    { index: A, environment: { PIP_INDEX_URL: B, PIP_EXTRA_INDEX_URL: B, UV_DEFAULT_INDEX: B } },
    { PIP_INDEX_URL: A, PIP_EXTRA_INDEX_URL: "" },
  ],
  "no host that need not prove itself, without hashes": [
    { isLocked: false, environment: { PIP_TRUSTED_HOST: "a.contoso.com", UV_INSECURE_HOST: "a.contoso.com" } },
    { PIP_TRUSTED_HOST: "" },
  ],
  "uv's default index": [{ environment: { UV_DEFAULT_INDEX: A } }, { PIP_INDEX_URL: A }],
  "uv's default index by its old name": [{ environment: { UV_INDEX_URL: A } }, { PIP_INDEX_URL: A }],
  "pip's index before uv's": [{ environment: { UV_DEFAULT_INDEX: A, PIP_INDEX_URL: B } }, { PIP_INDEX_URL: B }],
  "uv's further indexes": [{ environment: { UV_INDEX: `${A} ${B}` } }, { PIP_EXTRA_INDEX_URL: `${A} ${B}` }],
  "uv's further indexes by their old name": [{ environment: { UV_EXTRA_INDEX_URL: A } }, { PIP_EXTRA_INDEX_URL: A }],
  "a named index with its credentials": [
    {
      environment: {
        UV_DEFAULT_INDEX: `my-own=${A}`,
        UV_INDEX_MY_OWN_USERNAME: "me",
        UV_INDEX_MY_OWN_PASSWORD: "p@s/s",
      },
    },
    { PIP_INDEX_URL: "https://me:p%40s%2Fs@a.contoso.com/simple" },
  ],
  "a URL with = in it, as it is": [
    { environment: { UV_DEFAULT_INDEX: `${A}?key=value` } },
    { PIP_INDEX_URL: `${A}?key=value` },
  ],
  "time and keyring as uv has them": [
    { environment: { UV_HTTP_TIMEOUT: "90", UV_KEYRING_PROVIDER: "subprocess" } },
    { PIP_TIMEOUT: "90", PIP_KEYRING_PROVIDER: "subprocess" },
  ],
  "indexes of uv.toml": [
    { uvToml: `[[index]]\nurl = "${A}"\ndefault = true\n[[index]]\nname = "b"\nurl = "${B}"\n` },
    { PIP_INDEX_URL: A, PIP_EXTRA_INDEX_URL: B },
  ],
  "indexes of uv.toml by their old names": [
    { uvToml: `[pip]\nindex-url = "${A}"\nextra-index-url = ["${B}"]\n` },
    { PIP_INDEX_URL: A, PIP_EXTRA_INDEX_URL: B },
  ],
  "credentials for an index of uv.toml": [
    {
      uvToml: `[[index]]\nname = "own"\nurl = "${A}"\ndefault = true\n`,
      environment: { UV_INDEX_OWN_PASSWORD: "secret" },
    },
    { PIP_INDEX_URL: "https://:secret@a.contoso.com/simple" },
  ],
  "the environment before uv.toml": [
    { uvToml: `index-url = "${B}"\n`, environment: { UV_DEFAULT_INDEX: A } },
    { PIP_INDEX_URL: A },
  ],
};

describe("pip is told", () => {
  test.each(Object.entries(CASES))("%s", (_, [given, expected]) => {
    expect(told(given)).toEqual(expected);
  });
});
