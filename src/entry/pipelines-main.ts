import "../host/capture.ts";
import "../host/pipelines-vault.ts";
import { pipelinesHost } from "../host/pipelines.ts";
import { INPUT_NAMES } from "../inputs/input-names.ts";
import { runLogin } from "./login.ts";

await runLogin(pipelinesHost(INPUT_NAMES));
