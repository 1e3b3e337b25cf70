/** `node scripts/task-bundle.ts`: builds the bundle of the Azure Pipelines task, if src/ has changed since. */
import { buildOutdatedTask } from "./bundle.ts";

buildOutdatedTask();
