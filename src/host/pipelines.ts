import { randomUUID } from "node:crypto";
import { writeFile } from "node:fs/promises";
import os from "node:os";
import path from "node:path";
import { Writable } from "node:stream";
import * as tl from "azure-pipelines-task-lib/task.js";
import { TaskCommand } from "azure-pipelines-task-lib/taskcommand.js";
import { type AzureDevOps, downloadSecureFile, requestIdToken } from "./azure-devops.ts";
import type { Host } from "./host.ts";
import { type TaskReader, taskInputs } from "./pipelines-inputs.ts";
import { inCamelCase, oneLine, respeller } from "./pipelines-words.ts";

/** Where a service connection to the server itself keeps the job's token. */
const SERVER = "SystemVssConnection";

/**
 * Azure Pipelines, through task-lib's logging commands. task-lib has moved inputs, secrets and the authorization of
 * service connections out of the environment by the time this is called.
 *
 * @param names inputs of action.yml
 */
export function pipelinesHost(names: readonly string[], environment: NodeJS.ProcessEnv = process.env): Host {
  const debugging = environment["SYSTEM_DEBUG"]?.toLowerCase() === "true";
  silenceDebug();
  // A job may have turned Node's verification off for itself; no request of the step goes unverified.
  delete environment["NODE_TLS_REJECT_UNAUTHORIZED"];
  const temporaryFolder = environment["AGENT_TEMPDIRECTORY"] || os.tmpdir();
  const inputs = taskInputs(taskReader(environment));
  const { connection } = inputs;
  const oidc = environment["SYSTEM_OIDCREQUESTURI"] ?? "";
  const respelled = respeller(names);
  const print = (line: string) => void process.stdout.write(`${line}${os.EOL}`);
  return {
    environment,
    debugging,
    temporaryFolder,
    toolCache: environment["AGENT_TOOLSDIRECTORY"] || undefined,
    async input(name, options) {
      const value = await inputs.input(name);
      return options?.verbatim ? value : value.trim();
    },
    setOutput: (name, value) => tl.setVariable(inCamelCase(name), value, false, true),
    exportVariable(name, value, options) {
      if (!options?.secret || !/[\r\n]/.test(value)) return tl.setVariable(name, value, options?.secret);
      // The agent refuses it, since it masks single lines only.
      tl.logIssue(tl.IssueType.Warning, `${name} is not set: a secret variable cannot have line breaks.`);
    },
    addPath: tl.prependPath,
    offersIdTokens: connection?.federated === true && oidc !== "",
    idToken: () => requestIdToken(azureDevOps(environment), oidc, connection?.id ?? ""),
    mask: tl.setSecret,
    saveState: tl.setTaskVariable,
    state: (name) => tl.getTaskVariable(name) ?? "",
    group: (title) => print(`##[group]${oneLine(title)}`),
    endGroup: () => print("##[endgroup]"),
    info: (line) => print(respelled(oneLine(line))),
    // There are no notices; only errors and warnings show on the page of a run before it ends.
    notice: (message) => tl.logIssue(tl.IssueType.Warning, respelled(message)),
    debug: (line) => (debugging ? print(new TaskCommand("task.debug", {}, line).toString()) : undefined),
    warning: (message) => tl.logIssue(tl.IssueType.Warning, respelled(message)),
    fail(title, message) {
      tl.logIssue(tl.IssueType.Error, respelled(message), undefined, undefined, undefined, title);
      // With a message it would be a second error; an exit code would make the agent add a third.
      tl.setResult(tl.TaskResult.Failed, "");
    },
    async summarize(markdown) {
      // The agent reads it some time after the command, and empties the folder after the job.
      const file = path.join(temporaryFolder, `azs-login-${randomUUID()}.md`);
      await writeFile(file, markdown, { flag: "wx", mode: 0o600 });
      tl.uploadSummary(file);
    },
  };
}

/** task-lib writes what it reads as debug lines, secrets among them, before anybody could have masked them. */
function silenceDebug(): void {
  tl.setStdStream(
    new Writable({
      write(chunk: Buffer, _, done) {
        const line = chunk.toString();
        if (!line.startsWith("##vso[task.debug]")) process.stdout.write(line);
        done();
      },
    }),
  );
}

function taskReader(environment: NodeJS.ProcessEnv): TaskReader {
  return {
    input: (name) => tl.getInput(name) ?? "",
    secureFile: (id) => downloadSecureFile(azureDevOps(environment), id, tl.getSecureFileTicket(id) ?? ""),
    secureFileName: (id) => tl.getSecureFileName(id) ?? "",
    url: (id) => tl.getEndpointUrl(id, true) ?? "",
    scheme: (id) => tl.getEndpointAuthorizationScheme(id, true) ?? "",
    data: (id, key) => tl.getEndpointDataParameter(id, key, true) ?? "",
    authorization: (id, key) => tl.getEndpointAuthorizationParameter(id, key, true) ?? "",
  };
}

function azureDevOps(environment: NodeJS.ProcessEnv): AzureDevOps {
  const collection = environment["SYSTEM_TEAMFOUNDATIONCOLLECTIONURI"] ?? "";
  return {
    collection,
    project: environment["SYSTEM_TEAMPROJECT"] ?? "",
    accessToken: tl.getEndpointAuthorizationParameter(SERVER, "AccessToken", true) ?? "",
    proxy: tl.getHttpProxyConfiguration(collection) ?? undefined,
    cert: tl.getHttpCertConfiguration() ?? undefined,
  };
}
