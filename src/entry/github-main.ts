import "../host/capture.ts";
import { githubHost } from "../host/github.ts";
import { runLogin } from "./login.ts";

await runLogin(githubHost());
