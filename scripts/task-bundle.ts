import { readOptions } from "../emulator/program/options.ts";
import { buildOutdatedTask } from "./bundle.ts";

readOptions(
  "node scripts/task-bundle.ts\nBuilds the bundle of the Azure Pipelines task, if src/ has changed since it was built.",
  {},
);

buildOutdatedTask();
