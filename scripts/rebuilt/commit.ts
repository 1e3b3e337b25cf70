import { createHash } from "node:crypto";
import { type Bundles, isBundle } from "./artifact.ts";

/** Sends one request to the repository's REST API and parses the answer. Throws if the request fails. */
export type Api = (method: "GET" | "POST" | "PATCH", path: string, body?: object) => Promise<unknown>;

/** The pull request's branch, as the event states it; nothing here comes from the artifact. */
export interface Head {
  readonly owner: string;
  readonly branch: string;
  /** The commit that was built. */
  readonly commit: string;
}

interface PullRequest {
  readonly user: { readonly login: string };
  readonly head: { readonly sha: string };
}

interface Tree {
  readonly truncated: boolean;
  readonly tree: readonly { readonly path: string; readonly type: string; readonly sha: string }[];
}

interface Change {
  readonly path: string;
  /** Undefined: the file is deleted. */
  readonly content: Buffer | undefined;
}

/**
 * `[dependabot skip]` allows Dependabot to rebase its branch over this commit. Without it, Dependabot stops changing
 * the branch.
 */
const MESSAGE = "Rebuild dist [dependabot skip]";

/**
 * Commits the bundles on top of the commit from which they were built.
 *
 * @returns the new commit; undefined if the branch already contains the bundles
 * @throws if the branch does not belong to an open pull request of Dependabot, or has changed since
 */
export async function commitBundles(api: Api, head: Head, bundles: Bundles): Promise<string | undefined> {
  await checkPullRequest(api, head);
  const changes = changesTo((await api("GET", `git/trees/${head.commit}?recursive=1`)) as Tree, bundles);
  if (changes.length === 0) return undefined;
  const entries = await inTurn(changes, async ({ path, content }) => ({
    path,
    mode: "100644",
    type: "blob",
    sha: content === undefined ? null : await made(api, "blobs", blobOf(content)),
  }));
  const tree = await made(api, "trees", { base_tree: head.commit, tree: entries });
  const commit = await made(api, "commits", { message: MESSAGE, tree, parents: [head.commit] });
  // Without force, GitHub refuses if the branch has changed: the bundles would be those of older sources.
  await api("PATCH", `git/refs/heads/${encodeURI(head.branch)}`, { sha: commit, force: false });
  return commit;
}

async function checkPullRequest(api: Api, { owner, branch, commit }: Head): Promise<void> {
  const query = new URLSearchParams({ state: "open", head: `${owner}:${branch}` });
  const requests = (await api("GET", `pulls?${query}`)) as readonly PullRequest[];
  const dependabots = requests.filter(({ user }) => user.login === "dependabot[bot]");
  if (dependabots.length !== 1) throw new Error(`${branch} is not the branch of one open pull request of Dependabot.`);
  const [{ head } = { head: { sha: "" } }] = dependabots;
  if (head.sha !== commit) throw new Error(`${branch} is at ${head.sha} by now; what was built is ${commit}.`);
}

/** Files that differ, and bundles of the commit that the build no longer makes. */
function changesTo({ truncated, tree }: Tree, bundles: Bundles): readonly Change[] {
  if (truncated) throw new Error("GitHub lists the commit's files in part only.");
  const committed = new Map(tree.filter(({ type }) => type === "blob").map(({ path, sha }) => [path, sha]));
  const changed = [...bundles].filter(([file, content]) => committed.get(file) !== gitHash(content));
  const gone = [...committed.keys()].filter((file) => isBundle(file) && !bundles.has(file));
  return [
    ...changed.map(([path, content]) => ({ path, content })),
    ...gone.map((path) => ({ path, content: undefined })),
  ];
}

function gitHash(content: Buffer): string {
  return createHash("sha1").update(`blob ${content.length}\0`).update(content).digest("hex");
}

function blobOf(content: Buffer): object {
  return { content: content.toString("base64"), encoding: "base64" };
}

async function made(api: Api, kind: "blobs" | "trees" | "commits", body: object): Promise<string> {
  return ((await api("POST", `git/${kind}`, body)) as { readonly sha: string }).sha;
}

/** Sequentially, as GitHub asks of requests that create something. */
async function inTurn<In, Out>(items: readonly In[], work: (item: In) => Promise<Out>): Promise<readonly Out[]> {
  const done: Out[] = [];
  for (const item of items) done.push(await work(item));
  return done;
}
