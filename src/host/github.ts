import os from "node:os";
import * as core from "@actions/core";
import { idTokenOf, offersIdTokens } from "./github-id-token.ts";
import type { Ci, Host } from "./host.ts";
import { guarded } from "./outlet.ts";
import { proxyPasswords } from "./proxy-passwords.ts";

/** GitHub Actions, through the toolkit's file commands and workflow commands. */
export function githubHost(environment: NodeJS.ProcessEnv = process.env): Host {
  return guarded(githubCi(environment));
}

function githubCi(environment: NodeJS.ProcessEnv): Ci {
  const debugging = core.isDebug();
  // A job may have turned Node's verification off for itself; no request of the step goes unverified.
  delete environment["NODE_TLS_REJECT_UNAUTHORIZED"];
  return {
    ci: "GitHub Actions",
    environment,
    debugging,
    temporaryFolder: environment["RUNNER_TEMP"] || os.tmpdir(),
    toolCache: environment["RUNNER_TOOL_CACHE"] || undefined,
    input: async (name, options) => core.getInput(name, { trimWhitespace: !options?.verbatim }),
    variable: (name) => environment[name] ?? "",
    setOutput: core.setOutput,
    exportVariable: (name, value) => core.exportVariable(name, value),
    addPath: core.addPath,
    offersIdTokens: offersIdTokens(environment),
    idToken: (audience) => idTokenOf(environment, audience),
    addMask: core.setSecret,
    secrets: proxyPasswords(environment),
    saveState: core.saveState,
    state: core.getState,
    group: core.startGroup,
    endGroup: core.endGroup,
    // The runner reads a line that begins with :: and, anywhere in one, ##[ as a command; names come from the stamp.
    info: (line) => core.info(line.replaceAll(/[\r\n]+/g, " ").replaceAll("##[", "## [")),
    notice: (message) => core.notice(message),
    debug: (line) => (debugging ? core.debug(line) : undefined),
    warning: (message) => core.warning(message),
    fail(title, message) {
      process.exitCode = 1;
      core.error(message, { title });
    },
    async summarize(markdown) {
      // A runner outside GitHub (act, an old server) has no summary file; the toolkit throws without one.
      if (environment["GITHUB_STEP_SUMMARY"]) await core.summary.addRaw(markdown, true).write();
    },
  };
}
