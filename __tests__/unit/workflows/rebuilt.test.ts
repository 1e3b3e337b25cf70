/** Runs the privileged half as the workflow starts it, against a GitHub on loopback. */
import { execFile } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createServer, type IncomingMessage } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import path from "node:path";
import { json } from "node:stream/consumers";
import { afterEach, beforeEach, expect, it } from "vitest";
import type { Api } from "../../../scripts/rebuilt/commit.ts";
import { ROOT } from "./files.ts";
import { BRANCH, BUILT, FakeGitHub } from "./github.ts";

const TOKEN = "ghs_of-this-job";
const ENTRIES = ["dist/main/index.js", "dist/post/index.js"];

const github = new FakeGitHub(Object.fromEntries(ENTRIES.map((file) => [file, "old"])));
const tokens = new Set<string | undefined>();
const server = createServer((request, response) => {
  tokens.add(request.headers.authorization);
  answer(request).then(
    (body) => response.end(JSON.stringify(body)),
    (error: Error) => response.writeHead(422).end(error.message),
  );
});
let folder: string;

beforeEach(async () => {
  folder = mkdtempSync(path.join(tmpdir(), "azs-rebuilt-"));
  for (const file of ENTRIES) put(path.join("artifact", file), "new");
  put("output", "");
  await new Promise<void>((listening) => server.listen(0, "127.0.0.1", listening));
});

afterEach(async () => {
  rmSync(folder, { recursive: true, force: true });
  await new Promise((closed) => server.close(closed));
});

function put(file: string, content: string): void {
  mkdirSync(path.dirname(path.join(folder, file)), { recursive: true });
  writeFileSync(path.join(folder, file), content);
}

async function answer(request: IncomingMessage): Promise<unknown> {
  const path = (request.url ?? "").replace(/^\/repos\/org\/azs-login\//, "");
  const method = request.method as Parameters<Api>[0];
  return await github.api(method, path, method === "GET" ? undefined : ((await json(request)) as object));
}

function run(): Promise<{ readonly failed: boolean; readonly log: string; readonly output: string }> {
  const environment = {
    PATH: process.env["PATH"],
    GITHUB_API_URL: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    GITHUB_OUTPUT: path.join(folder, "output"),
    GITHUB_REPOSITORY: "org/azs-login",
    GITHUB_TOKEN: TOKEN,
    HEAD_BRANCH: BRANCH,
    HEAD_COMMIT: BUILT,
  };
  const args = [path.join(ROOT, "scripts", "rebuilt.ts"), path.join(folder, "artifact")];
  return new Promise((done) => {
    execFile(process.execPath, args, { env: environment }, (error, stdout, stderr) =>
      done({ failed: error !== null, log: stdout + stderr, output: readFileSync(path.join(folder, "output"), "utf8") }),
    );
  });
}

it("commits the artifact, once, and never shows its token", async () => {
  const { failed, log, output } = await run();
  expect([failed, log]).toEqual([false, `Committed ${github.tip}.\n`]);
  expect(output).toBe(`commit=${github.tip}\n`);
  expect(github.pushed.map(({ files }) => files)).toEqual([Object.fromEntries(ENTRIES.map((file) => [file, "new"]))]);
  expect([...tokens]).toEqual([`Bearer ${TOKEN}`]);

  const again = await run();
  expect([again.failed, github.pushed.length]).toEqual([true, 1]);
  expect(again.log).toContain("422 PATCH git/refs: 422 Update is not a fast forward");
  expect(again.log).not.toContain(TOKEN);
});

it("asks GitHub nothing when the artifact is no build", async () => {
  put("artifact/.github/workflows/ci.yml", "on: push");
  const asked = github.requests.length;
  const { failed, log, output } = await run();
  expect([failed, output]).toEqual([true, ""]);
  expect(log).toContain('".github/workflows/ci.yml" in the artifact is no file of a bundle.');
  expect(github.requests.length).toBe(asked);
});
