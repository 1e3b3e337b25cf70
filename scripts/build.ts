import { writeFileSync } from "node:fs";
import { readOptions } from "../emulator/program/options.ts";
import { build } from "./bundle.ts";
import { taskManifest } from "./task.ts";

readOptions(
  "npm run build\nWrites dist/, and the task of azure-pipelines/ with its bundle, which is not committed.",
  {},
);

build("github", "pipelines");
writeFileSync("azure-pipelines/AzsLogin/task.json", taskManifest());
