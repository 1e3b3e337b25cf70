import { randomUUID } from "node:crypto";
import { writeFile } from "node:fs/promises";
import os from "node:os";
import path from "node:path";
import { Writable } from "node:stream";
import * as tl from "azure-pipelines-task-lib/task.js";
import { type AzureDevOps, downloadSecureFile, requestIdToken } from "./azure-devops.ts";
import type { Ci, Host } from "./host.ts";
import { guarded } from "./outlet.ts";
import { type TaskReader, taskInputs } from "./pipelines-inputs.ts";
import { pipelinesLog } from "./pipelines-log.ts";
import { inCamelCase, respeller } from "./pipelines-spelling.ts";
import { jobVariables } from "./pipelines-variables.ts";
import { proxyPasswords } from "./proxy-passwords.ts";
import { setAside } from "./set-aside.ts";
import { speak } from "./streams.ts";

/**
 * Azure Pipelines, through task-lib's logging commands. By the time this is called, task-lib has moved inputs, secrets
 * and the credentials of service connections out of the environment.
 *
 * @param names of the inputs of action.yml
 */
export function pipelinesHost(names: readonly string[], environment: NodeJS.ProcessEnv = process.env): Host {
  return guarded(pipelinesCi(names, environment));
}

function pipelinesCi(names: readonly string[], environment: NodeJS.ProcessEnv): Ci {
  const debugging = environment["SYSTEM_DEBUG"]?.toLowerCase() === "true";
  tameTaskLib();
  const aside = setAside(environment);
  const temporaryFolder = path.resolve(environment["AGENT_TEMPDIRECTORY"] || os.tmpdir());
  const inputs = taskInputs(taskReader(environment));
  const { connection } = inputs;
  const oidc = environment["SYSTEM_OIDCREQUESTURI"] ?? "";
  const log = pipelinesLog(debugging, respeller(names));
  const variables = jobVariables(tl, log.warning);
  const ofJob = tl.getVariables().flatMap(({ secret, value }) => (secret && value ? [value] : []));
  return {
    ...log,
    ci: "Azure Pipelines",
    environment,
    setAside: aside,
    debugging,
    temporaryFolder,
    publicFolder: temporaryFolder,
    toolCache: environment["AGENT_TOOLSDIRECTORY"] || undefined,
    async input(name, options) {
      const value = await inputs.input(name);
      return options?.verbatim ? value : value.trim();
    },
    variable: (name) => tl.getVariable(name) ?? "",
    setOutput: (name, value) => variables.output(inCamelCase(name), value),
    exportVariable: (name, value, options) => variables.set(name, value, options?.secret === true),
    addPath: tl.prependPath,
    // Later steps have System.AccessToken only if the pipeline maps it for each of them.
    idTokenOrigin: undefined,
    offersIdTokens: connection?.federated === true && oidc !== "",
    idToken: () => requestIdToken(azureDevOps(environment), oidc, connection?.id ?? ""),
    addMask: tl.setSecret,
    secrets: [...ofJob, ...proxyPasswords(environment)],
    saveState: tl.setTaskVariable,
    state: (name) => tl.getTaskVariable(name) ?? "",
    async summarize(markdown) {
      // The agent reads the file some time after the command, and empties the folder after the job.
      const file = path.join(temporaryFolder, `azs-login-${randomUUID()}.md`);
      await writeFile(file, markdown, { flag: "wx", mode: 0o600 });
      speak(() => tl.uploadSummary(file));
    },
  };
}

function tameTaskLib(): void {
  // task-lib writes all it reads, even secrets, as debug lines before anybody could have masked them.
  tl.setStdStream(
    new Writable({
      write(chunk: Buffer, _, done) {
        const line = chunk.toString();
        if (!line.startsWith("##vso[task.debug]")) process.stdout.write(line);
        done();
      },
    }),
  );
  // With task-lib's handlers, a process in an unknown state would go on, and a stack trace would be printed.
  process.removeAllListeners("uncaughtException");
  process.removeAllListeners("unhandledRejection");
}

function taskReader(environment: NodeJS.ProcessEnv): TaskReader {
  return {
    input(name) {
      // task-lib removes only non-empty inputs from the environment; for an empty one it would accept other spellings.
      return environment[`INPUT_${name.toUpperCase()}`] === "" ? "" : (tl.getInput(name) ?? "");
    },
    secureFile: (id) => downloadSecureFile(azureDevOps(environment), id, tl.getSecureFileTicket(id) ?? ""),
    secureFileName: (id) => tl.getSecureFileName(id) ?? "",
    url: (id) => tl.getEndpointUrl(id, true) ?? "",
    scheme: (id) => tl.getEndpointAuthorizationScheme(id, true) ?? "",
    data: (id, key) => tl.getEndpointDataParameter(id, key, true) ?? "",
    authorization: (id, key) => tl.getEndpointAuthorizationParameter(id, key, true) ?? "",
  };
}

/** The job's connection to its server. Steps may overwrite variables with the server's address, but not this. */
const SERVER = "SYSTEMVSSCONNECTION";

function azureDevOps(environment: NodeJS.ProcessEnv): AzureDevOps {
  const url = tl.getEndpointUrl(SERVER, true) ?? "";
  return {
    url,
    project: environment["SYSTEM_TEAMPROJECT"] ?? "",
    accessToken: tl.getEndpointAuthorizationParameter(SERVER, "AccessToken", true) ?? "",
    proxy: tl.getHttpProxyConfiguration(url) ?? undefined,
    cert: tl.getHttpCertConfiguration() ?? undefined,
  };
}
