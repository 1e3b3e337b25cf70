/** The jobs of the action, for steps in the test's own process. */

import path from "node:path";
import { runLogin } from "../../src/entry/login.ts";
import { runLogout } from "../../src/entry/logout.ts";
import { githubHost } from "../../src/host/github.ts";
import { summary } from "../../src/host/github-toolkit.ts";
import { DIST } from "./bundles.ts";
import { sameProcess } from "./same-process.ts";

export const actionInSameProcess = sameProcess({
  [path.join(DIST, "main/index.js")]: () => runLogin(host()),
  [path.join(DIST, "post/index.js")]: () => runLogout(host()),
});

function host() {
  // The toolkit looks for the file of its summary once in a process.
  Reflect.deleteProperty(summary, "_filePath");
  return githubHost();
}
