/** Variables that every job has (JobRunner.cs, BuildJobExtension.cs, and what Azure Pipelines sends with a job). */
import type { SystemConnection } from "./connections.ts";
import type { Variables } from "./variables.ts";

export interface JobFolders {
  /** Of the agent itself. */
  readonly root: string;
  readonly work: string;
  readonly temp: string;
  readonly tools: string;
  /** Of the pipeline, with its sources. */
  readonly pipeline: string;
  /** Contains the sources; steps start there. */
  readonly sources: string;
}

/** Organization, project and pipeline of the job. */
export interface JobIdentity {
  readonly projectId: string;
  readonly projectName: string;
  readonly collectionId: string;
  readonly planId: string;
  readonly jobId: string;
}

/** The first agent with the handler Node24 for tasks. */
export const AGENT_VERSION = "4.265.1";

/**
 * Sets the variables, all of them read-only: folders as the job names them, and the access token as a secret. Names and
 * values that only Azure Pipelines knows (`build.buildId`, `agent.name`) are made up.
 */
export function setJobVariables(
  variables: Variables,
  folders: JobFolders,
  { projectId, projectName, collectionId, planId, jobId }: JobIdentity,
  system: SystemConnection,
  os: "Linux" | "Windows",
): void {
  const set = (values: Readonly<Record<string, string>>) => {
    for (const [name, value] of Object.entries(values)) variables.set(name, value, { readOnly: true });
  };
  set({
    "system.hostType": "build",
    "system.serverType": "Hosted",
    "system.culture": "en-US",
    "system.collectionId": collectionId,
    "system.collectionUri": system.url,
    "system.teamFoundationCollectionUri": system.url,
    "system.taskDefinitionsUri": system.url,
    "system.teamFoundationServerUri": system.url,
    "system.teamProject": projectName,
    "system.teamProjectId": projectId,
    "system.definitionId": "7",
    "system.planId": planId,
    "system.jobId": jobId,
    "system.jobName": "login",
    "system.stageName": "__default",
    "system.oidcRequestUri": `${system.url}${projectId}/_apis/distributedtask/hubs/build/plans/${planId}/jobs/${jobId}/oidctoken`,
    "system.defaultWorkingDirectory": folders.sources,
    "system.workFolder": folders.work,
    "system.enableAccessToken": "SecretVariable",
    "build.buildId": "42",
    "build.definitionName": "azs-login",
    "build.sourcesDirectory": folders.sources,
    "build.sourceBranch": "refs/heads/main",
    "pipeline.workspace": folders.pipeline,
    "agent.buildDirectory": folders.pipeline,
    "agent.homeDirectory": folders.root,
    "agent.rootDirectory": folders.work,
    "agent.workFolder": folders.work,
    "agent.tempDirectory": folders.temp,
    "agent.toolsDirectory": folders.tools,
    "agent.id": "1",
    "agent.name": "emulated",
    "agent.machineName": "emulated",
    "agent.version": AGENT_VERSION,
    "agent.os": os === "Windows" ? "Windows_NT" : os,
    "agent.osArchitecture": "X64",
    "agent.isSelfHosted": "1",
    "agent.jobStatus": "Succeeded",
  });
  // Scripts do not get it: in YAML pipelines it is a secret, which a step gets through `env:`.
  variables.set("system.accessToken", system.accessToken, { secret: true, readOnly: true });
}
