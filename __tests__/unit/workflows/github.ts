/** The part of GitHub's REST API that a commit needs: a repository with one branch, and its open pull requests. */
import { createHash } from "node:crypto";
import type { Api } from "../../../scripts/rebuilt/commit.ts";

interface Entry {
  readonly path: string;
  readonly sha: string | null;
}

export interface Commit {
  readonly message: string;
  readonly parent: string;
  readonly files: Readonly<Record<string, string>>;
}

export const BRANCH = "dependabot/npm_and_yarn/node-forge-1.4.4";
export const BUILT = "b".repeat(40);

export class FakeGitHub {
  /** The branch's commits, newest last. */
  readonly pushed: Commit[] = [];
  tip = BUILT;
  truncated = false;
  pullRequests = [{ user: { login: "dependabot[bot]" }, head: { sha: BUILT } }];
  readonly requests: string[] = [];

  readonly #blobs = new Map<string, string>();
  readonly #trees = new Map<string, Readonly<Record<string, string>>>();
  readonly #commits = new Map<string, Commit>();

  readonly files: Readonly<Record<string, string>>;

  /** @param files the files of the commit that was built */
  constructor(files: Readonly<Record<string, string>>) {
    this.files = files;
  }

  readonly api: Api = async (method, path, body) => {
    const { pathname, searchParams } = new URL(path, "https://api.example.test/");
    const request = `${method} ${decodeURI(pathname.slice(1))}`;
    this.requests.push(request);
    const input = body as Readonly<Record<string, unknown>>;
    if (request === "GET pulls") return searchParams.get("head") === `org:${BRANCH}` ? this.pullRequests : [];
    if (request === `GET git/trees/${BUILT}` && searchParams.get("recursive") === "1") return this.#tree();
    if (request === "POST git/blobs") return this.#blob(String(input["content"]));
    if (request === "POST git/trees") return this.#newTree(input["tree"] as readonly Entry[], input["base_tree"]);
    if (request === "POST git/commits") return this.#commit(input);
    if (request === `PATCH git/refs/heads/${BRANCH}`) return this.#move(String(input["sha"]), input["force"]);
    throw new Error(`${request}: 404`);
  };

  #tree() {
    const entries = Object.entries(this.files).map(([path, text]) => ({ path, type: "blob", sha: hash(text) }));
    return { truncated: this.truncated, tree: [{ path: "dist", type: "tree", sha: "0" }, ...entries] };
  }

  #blob(content: string) {
    const text = Buffer.from(content, "base64").toString("latin1");
    this.#blobs.set(hash(text), text);
    return { sha: hash(text) };
  }

  #newTree(entries: readonly Entry[], base: unknown) {
    if (base !== BUILT) throw new Error("POST git/trees: 404");
    const files = { ...this.files };
    for (const { path, sha } of entries) {
      if (sha === null) delete files[path];
      else files[path] = this.#blobs.get(sha) ?? "";
    }
    const sha = hash(JSON.stringify(files));
    this.#trees.set(sha, files);
    return { sha };
  }

  #commit({ message, tree, parents }: Readonly<Record<string, unknown>>) {
    const [parent = ""] = parents as readonly string[];
    const commit = { message: String(message), parent, files: this.#trees.get(String(tree)) ?? {} };
    const sha = hash(JSON.stringify(commit));
    this.#commits.set(sha, commit);
    return { sha };
  }

  /** Without force, a branch can only move to a descendant. */
  #move(sha: string, force: unknown) {
    const commit = this.#commits.get(sha);
    if (commit === undefined || (force !== true && commit.parent !== this.tip)) {
      throw new Error("PATCH git/refs: 422 Update is not a fast forward");
    }
    this.tip = sha;
    this.pushed.push(commit);
    return { object: { sha } };
  }
}

/** The hash that git computes. */
function hash(text: string): string {
  const content = Buffer.from(text, "latin1");
  return createHash("sha1").update(`blob ${content.length}\0`).update(content).digest("hex");
}
