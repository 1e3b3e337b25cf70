/** How a task's process gets what it works with: environment variables (the agent's Handler.cs). */
import type { SecureFile, ServiceConnection, SystemConnection } from "./connections.ts";
import { environmentName, type Variables } from "./variables.ts";

export interface TaskMaterial {
  readonly job: Variables;
  readonly task: Variables;
  /** By the name in task.json; all of its inputs are there, empty ones too. */
  readonly inputs: Readonly<Record<string, string>>;
  /** Those that inputs of the task name, no others. */
  readonly connections: readonly ServiceConnection[];
  readonly secureFiles: readonly SecureFile[];
  readonly system: SystemConnection;
  /** `env:` of the step. */
  readonly stepEnvironment: Readonly<Record<string, string>>;
  readonly prependedPaths: readonly string[];
  /** Between folders of a PATH. */
  readonly delimiter: string;
}

type Environment = Readonly<Record<string, string>>;

/** On top of the agent's own environment, which a task's process inherits. */
export function taskEnvironment(material: TaskMaterial, agent: Environment): Environment {
  const own = {
    ...material.stepEnvironment,
    ...variableEnvironment(material.job),
    ...prefixed("INPUT_", material.inputs),
    ...Object.assign({}, ...material.connections.map(connectionEnvironment)),
    ...systemEnvironment(material.system),
    ...Object.assign({}, ...material.secureFiles.map(secureFileEnvironment)),
    ...prefixed("VSTS_TASKVARIABLE_", valuesOf(material.task)),
    TF_BUILD: "True",
  };
  return { ...agent, ...own, ...pathEnvironment(material, agent) };
}

function variableEnvironment(job: Variables): Environment {
  const variables = job.all();
  const open = variables.filter(({ secret }) => !secret);
  const secret = variables.filter((variable) => variable.secret);
  return {
    ...prefixed("", named(open)),
    VSTS_PUBLIC_VARIABLES: JSON.stringify(open.map(({ name }) => name)),
    ...prefixed("SECRET_", named(secret)),
    VSTS_SECRET_VARIABLES: JSON.stringify(secret.map(({ name }) => name)),
  };
}

/** Parameters and data by upper-case name; IDs stay in lower case. */
function connectionEnvironment({ id, url, authorization, data }: ServiceConnection): Environment {
  return {
    [`ENDPOINT_URL_${id}`]: url,
    [`ENDPOINT_AUTH_${id}`]: JSON.stringify(authorization),
    [`ENDPOINT_AUTH_SCHEME_${id}`]: authorization.scheme,
    ...prefixed(`ENDPOINT_AUTH_PARAMETER_${id}_`, authorization.parameters),
    [`ENDPOINT_DATA_${id}`]: JSON.stringify(data),
    ...prefixed(`ENDPOINT_DATA_${id}_`, data),
  };
}

/** It has no ID, so that its name stands there, and no data (Handler.AddEndpointsToEnvironment). */
function systemEnvironment({ url, accessToken }: SystemConnection): Environment {
  const authorization = { scheme: "OAuth", parameters: { AccessToken: accessToken } };
  return {
    ENDPOINT_URL_SYSTEMVSSCONNECTION: url,
    ENDPOINT_AUTH_SYSTEMVSSCONNECTION: JSON.stringify(authorization),
    ENDPOINT_AUTH_SCHEME_SYSTEMVSSCONNECTION: authorization.scheme,
    ENDPOINT_AUTH_PARAMETER_SYSTEMVSSCONNECTION_ACCESSTOKEN: accessToken,
  };
}

function secureFileEnvironment({ id, name, ticket }: SecureFile): Environment {
  return { [`SECUREFILE_NAME_${id}`]: name, [`SECUREFILE_TICKET_${id}`]: ticket };
}

/** The last one that was prepended comes first; a job variable PATH wins over the step's and over the agent's. */
function pathEnvironment(
  { job, stepEnvironment, prependedPaths, delimiter }: TaskMaterial,
  agent: Environment,
): Environment {
  if (prependedPaths.length === 0) return {};
  const prepended = prependedPaths.toReversed().join(delimiter);
  const original = job.get("PATH")?.value ?? stepEnvironment["PATH"] ?? agent["PATH"] ?? "";
  if (original === "") return { PATH: prepended };
  return { PATH: original.startsWith(prepended + delimiter) ? original : prepended + delimiter + original };
}

const REMOVED =
  /^(?:INPUT_|ENDPOINT_AUTH_|SECUREFILE_TICKET_|SECRET_|VSTS_TASKVARIABLE_|VSTS_(?:PUBLIC|SECRET)_VARIABLES$)/;

/**
 * What is left for a script: a step `script` or `bash` is a task whose task library takes these out of the
 * environment before it starts the shell (azure-pipelines-task-lib, `_loadData`). Secrets are not among it.
 */
export function scriptEnvironment(environment: Environment): Environment {
  return Object.fromEntries(Object.entries(environment).filter(([name, value]) => !REMOVED.test(name) || value === ""));
}

function valuesOf(variables: Variables): Readonly<Record<string, string>> {
  return named(variables.all());
}

function named(variables: readonly { readonly name: string; readonly value: string }[]): Environment {
  return Object.fromEntries(variables.map(({ name, value }) => [name, value]));
}

function prefixed(prefix: string, values: Readonly<Record<string, string>>): Environment {
  return Object.fromEntries(Object.entries(values).map(([name, value]) => [prefix + environmentName(name), value]));
}
