import path from "node:path";

/** The action's bundles: main/ and post/. */
export const DIST = path.resolve("dist");
/** The folder of the task. */
export const TASK = path.resolve("azure-pipelines/AzsLogin");
