import { beforeEach, describe, expect, it } from "vitest";
import { commitBundles } from "../../../scripts/rebuilt/commit.ts";
import { BRANCH, BUILT, FakeGitHub } from "./github.ts";

const HEAD = { owner: "org", branch: BRANCH, commit: BUILT };
const COMMITTED = {
  "action.yml": "name: azs-login",
  "azure-pipelines/AzsLogin/task.json": "{}",
  "dist/main/71.index.js": "old chunk",
  "dist/main/index.js": "old \xff",
  "dist/post/index.js": "post",
};

const bundles = (files: Readonly<Record<string, string>>) =>
  new Map(Object.entries(files).map(([file, text]) => [file, Buffer.from(text, "latin1")]));
const REBUILT = bundles({
  "dist/main/72.index.js": "new chunk",
  "dist/main/index.js": "new \xff",
  "dist/post/index.js": "post",
});

let github: FakeGitHub;

beforeEach(() => {
  github = new FakeGitHub(COMMITTED);
});

const nothingMade = () => expect(github.requests.filter((request) => !request.startsWith("GET "))).toEqual([]);

it("commits what changed on top of what was built, and takes away what the build no longer makes", async () => {
  const commit = await commitBundles(github.api, HEAD, REBUILT);
  expect(commit).toBe(github.tip);
  const { "dist/main/71.index.js": _, ...kept } = COMMITTED;
  const files = { ...kept, "dist/main/72.index.js": "new chunk", "dist/main/index.js": "new \xff" };
  expect(github.pushed).toEqual([{ message: "Rebuild dist [dependabot skip]", parent: BUILT, files }]);
  expect(github.requests.filter((request) => request === "POST git/blobs")).toHaveLength(2);
});

it("commits nothing when nothing changed", async () => {
  const { "action.yml": _, "azure-pipelines/AzsLogin/task.json": __, ...same } = COMMITTED;
  expect(await commitBundles(github.api, HEAD, bundles(same))).toBeUndefined();
  nothingMade();
});

describe("commits nothing to a branch", () => {
  it("without an open pull request", async () => {
    github.pullRequests = [];
    await expect(commitBundles(github.api, HEAD, REBUILT)).rejects.toThrow(`${BRANCH} is not the branch of one open`);
    nothingMade();
  });

  it("of somebody else's pull request", async () => {
    github.pullRequests = [{ user: { login: "dependabot" }, head: { sha: BUILT } }];
    await expect(commitBundles(github.api, HEAD, REBUILT)).rejects.toThrow("pull request of Dependabot");
    nothingMade();
  });

  it("of the same name in another repository", async () => {
    await expect(commitBundles(github.api, { ...HEAD, owner: "fork" }, REBUILT)).rejects.toThrow("of Dependabot");
    nothingMade();
  });

  it("that has moved since it was built", async () => {
    github.pullRequests = [{ user: { login: "dependabot[bot]" }, head: { sha: "c".repeat(40) } }];
    await expect(commitBundles(github.api, HEAD, REBUILT)).rejects.toThrow(`what was built is ${BUILT}`);
    nothingMade();
  });

  it("that moves while it is committed", async () => {
    github.tip = "c".repeat(40);
    await expect(commitBundles(github.api, HEAD, REBUILT)).rejects.toThrow("not a fast forward");
    expect(github.pushed).toEqual([]);
  });

  it("whose files GitHub lists in part: what is missing would be deleted or made anew", async () => {
    github.truncated = true;
    await expect(commitBundles(github.api, HEAD, REBUILT)).rejects.toThrow("in part only");
    nothingMade();
  });
});
