import { accessSync, constants, lstatSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { fileFailures } from "../errors/files.ts";
import { idTokenOf, idTokenOrigin, offersIdTokens } from "./github-id-token.ts";
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
  // Absolute, because later steps with other working folders read variables that name files in it.
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
    idTokenOrigin: idTokenOrigin(environment),
    idToken: (audience) => idTokenOf(environment, audience),
    addMask: core.setSecret,
    secrets: proxyPasswords(environment),
    saveState: writing(core.saveState),
    state: core.getState,
    group: core.startGroup,
    endGroup: core.endGroup,
    // The runner takes a line that begins with :: and any ##[ in a line for a command, and names come from the stamp.
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
 * The folder with the event file. Every version of the runner mounts this part of its temporary folder into each
 * container of a job, and translates paths into it in variables (actions/runner, ContainerActionHandler.cs); from 2.331
 * on it mounts the whole temporary folder.
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
 * Turns errors of writing a command file into a `Failure`. The files are below the runner's folder `_temp`, which
 * another user in a container cannot write. The toolkit throws the system's error, or one of its own if a file is
 * missing.
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
