/** The environment variables through which a task's process gets its inputs (the agent's Handler.cs). */
import type { SecureFile, ServiceConnection, SystemConnection } from "./connections.ts";
import { environmentName, type Variables } from "./variables.ts";

export interface TaskMaterial {
  readonly job: Variables;
  readonly task: Variables;
  /** By the name in task.json. Contains all inputs of the task, empty ones too. */
  readonly inputs: Readonly<Record<string, string>>;
  /** Only the connections that inputs of the task name. */
  readonly connections: readonly ServiceConnection[];
  readonly secureFiles: readonly SecureFile[];
  readonly system: SystemConnection;
  /** `env:` of the step. */
  readonly stepEnvironment: Readonly<Record<string, string>>;
  readonly prependedPaths: readonly string[];
  readonly pathVariable: "PATH" | "Path";
  /** Separates the folders of a PATH. */
  readonly delimiter: string;
}

type Environment = Readonly<Record<string, string>>;

/** Added to the agent's own environment, which a task's process inherits. */
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

/**
 * The system connection has no ID, so the variables contain its name instead, and it has no data
 * (Handler.AddEndpointsToEnvironment).
 */
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

/**
 * The folder that was prepended last comes first. A job variable PATH wins over the step's PATH and over the agent's.
 */
function pathEnvironment(
  { job, stepEnvironment, prependedPaths, delimiter, pathVariable: name }: TaskMaterial,
  agent: Environment,
): Environment {
  if (prependedPaths.length === 0) return {};
  const prepended = prependedPaths.toReversed().join(delimiter);
  const original = job.get(name)?.value ?? stepEnvironment[name] ?? agent[name] ?? "";
  if (original === "") return { [name]: prepended };
  return { [name]: original.startsWith(prepended + delimiter) ? original : prepended + delimiter + original };
}

const REMOVED =
  /^(?:INPUT_|ENDPOINT_AUTH_|SECUREFILE_TICKET_|SECRET_|VSTS_TASKVARIABLE_|VSTS_(?:PUBLIC|SECRET)_VARIABLES$)/;

/**
 * The variables that a script gets. A step `script` or `bash` is a task, whose task library removes some variables from
 * the environment before it starts the shell (azure-pipelines-task-lib, `_loadData`): a script gets no secrets.
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
