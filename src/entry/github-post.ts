import "../host/capture.ts";
import { githubHost } from "../host/github.ts";
import { runLogout } from "./logout.ts";

await runLogout(githubHost());
