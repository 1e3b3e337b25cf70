/**
 * `node scripts/rebuilt.ts FOLDER`: commits the bundles in FOLDER, an artifact of the workflow “Rebuild”, to the branch
 * of the pull request of Dependabot that they were built from. Reads GITHUB_API_URL, GITHUB_REPOSITORY, GITHUB_TOKEN,
 * HEAD_BRANCH and HEAD_COMMIT; writes the output `commit`, empty when there was nothing to commit.
 */
import { appendFileSync } from "node:fs";
import { readArtifact } from "./rebuilt/artifact.ts";
import { type Api, commitBundles } from "./rebuilt/commit.ts";

const repository = variable("GITHUB_REPOSITORY");
const [folder = ""] = process.argv.slice(2);
if (folder === "") throw new Error("node scripts/rebuilt.ts FOLDER");

const api: Api = async (method, path, body) => {
  const answer = await fetch(`${variable("GITHUB_API_URL")}/repos/${repository}/${path}`, {
    method,
    headers: {
      accept: "application/vnd.github+json",
      authorization: `Bearer ${variable("GITHUB_TOKEN")}`,
      "user-agent": "azs-login",
      "x-github-api-version": "2022-11-28",
    },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    redirect: "error",
    signal: AbortSignal.timeout(60_000),
  });
  if (!answer.ok) throw new Error(`${method} ${path}: ${answer.status} ${await answer.text()}`);
  return await answer.json();
};

const head = {
  owner: repository.split("/")[0] ?? "",
  branch: variable("HEAD_BRANCH"),
  commit: variable("HEAD_COMMIT"),
};
const commit = await commitBundles(api, head, readArtifact(folder));
console.log(commit === undefined ? "The bundles are those that are committed." : `Committed ${commit}.`);
appendFileSync(variable("GITHUB_OUTPUT"), `commit=${commit ?? ""}\n`);

function variable(name: string): string {
  const value = process.env[name];
  if (!value) throw new Error(`${name} is not set.`);
  return value;
}
