import { accessSync, constants, lstatSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { fileFailures } from "../errors/files.ts";
import { idTokenOf, offersIdTokens } from "./github-id-token.ts";
import * as core from "./github-toolkit.ts";
import type { Ci, Host } from "./host.ts";
import { guarded } from "./outlet.ts";
import { proxyPasswords } from "./proxy-passwords.ts";
import { setAside } from "./set-aside.ts";

/** GitHub Actions, through the toolkit's file commands and workflow commands. */
export function githubHost(environment: NodeJS.ProcessEnv = process.env): Host {
  return guarded(githubCi(environment));
}

function githubCi(environment: NodeJS.ProcessEnv): Ci {
  const debugging = core.isDebug();
  // Variables that name files in it are read in other working folders, too.
  const temporaryFolder = path.resolve(environment["RUNNER_TEMP"] || os.tmpdir());
  const aside = setAside(environment);
  return {
    ci: "GitHub Actions",
    environment,
    setAside: aside,
    debugging,
    temporaryFolder,
    publicFolder: mounted(temporaryFolder) ?? temporaryFolder,
    toolCache: environment["RUNNER_TOOL_CACHE"] || undefined,
    input: async (name, options) => (options?.verbatim ? core.getInput(name) : core.getInput(name).trim()),
    variable: (name) => environment[name] ?? "",
    setOutput: writing(core.setOutput),
    exportVariable: writing(core.exportVariable),
    addPath: writing(core.addPath),
    offersIdTokens: offersIdTokens(environment),
    idToken: (audience) => idTokenOf(environment, audience),
    addMask: core.setSecret,
    secrets: proxyPasswords(environment),
    saveState: writing(core.saveState),
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
      core.error(message, title);
    },
    async summarize(markdown) {
      // A runner outside GitHub (act, an old server) has no summary file; the toolkit throws without one.
      if (environment["GITHUB_STEP_SUMMARY"]) await core.summary.addRaw(markdown, true).write();
    },
  };
}

/**
 * Of the runner's temporary folder, every version mounts this folder into each container of a job, and writes its path
 * there into variables (actions/runner, ContainerActionHandler.cs); the whole of it from 2.331 on. It holds the event.
 */
function mounted(temporaryFolder: string): string | undefined {
  const folder = path.join(temporaryFolder, "_github_workflow");
  try {
    accessSync(folder, constants.W_OK | constants.X_OK);
    return lstatSync(folder).isDirectory() ? folder : undefined;
  } catch {
    return undefined;
  }
}

/**
 * The runner's command files stand below its own folder `_temp`, which in a container with another user nobody else may
 * write. The toolkit throws what the system says, or words of its own where a file is not there.
 */
function writing<P extends readonly unknown[]>(tell: (...told: P) => void): (...told: P) => void {
  return (...told) => {
    try {
      tell(...told);
    } catch (error) {
      const { code, path: file = "its command files", message } = error as NodeJS.ErrnoException;
      const isDisk = code !== undefined || /^Missing file at path/.test(message);
      throw isDisk ? fileFailures.commandFile({ file, reason: message }, error) : error;
    }
  };
}
