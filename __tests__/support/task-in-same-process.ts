/** The jobs of the task, for steps in the test's own process. */

import path from "node:path";
import { runLogin } from "../../src/entry/login.ts";
import { runLogout } from "../../src/entry/logout.ts";
import { INPUT_NAMES } from "../../src/inputs/input-names.ts";
import { TASK } from "./bundles.ts";
import { redirectStreams, sameProcess } from "./same-process.ts";

// task-lib reads its job while it is loaded, and prints what it reads. Here it reads the job again before each step.
const giveBack = redirectStreams(() => {});
await import("../../src/host/pipelines-vault.ts");
const { pipelinesHost } = await import("../../src/host/pipelines.ts");
const { default: taskLib } = await import("azure-pipelines-task-lib/internal.js");
giveBack();

export const taskInSameProcess = sameProcess({
  [path.join(TASK, "dist/main/index.js")]: () => runLogin(host()),
  [path.join(TASK, "dist/post/index.js")]: () => runLogout(host()),
});

function host() {
  taskLib._loadData();
  taskLib._exposeProxySettings();
  taskLib._exposeCertSettings();
  return pipelinesHost(INPUT_NAMES);
}
