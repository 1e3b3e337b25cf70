import { describeEachAz } from "../support/azs.ts";
import { loginsWork } from "./working-jobs.ts";

describeEachAz("login, later steps and post", ({ path: command, python }) => {
  loginsWork({ runner: {}, inputs: { "az-path": command }, command, python: () => python }, [
    ["aad", "password"],
    ["adfs", "password"],
    ["aad", "oidc"],
  ]);
});
