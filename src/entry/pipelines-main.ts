import "../host/capture.ts";
import "../host/pipelines-vault.ts";
import { pipelinesHost } from "../host/pipelines.ts";
import { INPUT_NAMES } from "../inputs/names.ts";
import { runLogin } from "./login.ts";

await runLogin(pipelinesHost(INPUT_NAMES));
