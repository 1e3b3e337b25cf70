import { execFileSync } from "node:child_process";
import path from "node:path";
import { expect, test } from "vitest";

const URLS = [
  "https://pipelines.actions.githubusercontent.com/a/idtoken/b?api-version=2.0",
  "https://pipelines.actions.githubusercontent.com:443/a",
  "HTTPS://Pipelines.Actions.GitHubUserContent.com/a",
  "https://github.example.com:8443/a?b=c",
  "http://127.0.0.1:80/a",
  "http://127.0.0.1:1234/a",
  "http://[::1]:1234/a",
];

// A login stores `URL.origin`; renew.py compares it with an origin that it computes in a later step.
test("renew.py knows an origin as the step does", () => {
  const program =
    "import json, sys, renew; from urllib.parse import urlsplit; print(json.dumps([renew.origin_of(urlsplit(one)) for one in sys.argv[1:]]))";
  const environment = { ...process.env, PYTHONPATH: path.resolve("src/renewal"), PYTHONDONTWRITEBYTECODE: "1" };
  const said = execFileSync("python3", ["-c", program, ...URLS], { encoding: "utf8", env: environment });
  expect(JSON.parse(said)).toEqual(URLS.map((url) => new URL(url).origin));
});
