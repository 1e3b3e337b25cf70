/** Shared by the suites of the Azure Pipelines task: a stamp, Azure DevOps, and an agent that has the task. */
import { expect, onTestFinished } from "vitest";
import { type Agent, type AgentOptions, type AgentStepResult, createAgentOn } from "../../emulator/agent/agent.ts";
import type { ServiceConnection } from "../../emulator/agent/connections.ts";
import { type AzureDevOps, startAzureDevOps } from "../../emulator/azure-devops/server.ts";
import { SYSTEM_PATH, workingInputs } from "../../emulator/job.ts";
import type { Inputs } from "../../emulator/runner.ts";
import { thisSystem } from "../../emulator/runner-system.ts";
import { type Emulator, type StampOptions, startEmulator } from "../../emulator/server.ts";
import { inTaskSpelling } from "../../emulator/spelling.ts";
import { AZ, HALF_AZ } from "../scenarios/support.ts";
import { placeAnsweringAz } from "../support/azs.ts";
import { TASK } from "../support/bundles.ts";
import { systemForTask } from "../support/tables.ts";

export interface PipelineScene {
  readonly emulator: Emulator;
  readonly devOps: AzureDevOps;
  readonly agent: Agent;
  /** Inputs that log in, in the task's spelling. */
  readonly inputs: Inputs;
}

interface Wishes
  extends Partial<Pick<AgentOptions, "variables" | "secretVariables" | "environment" | "path" | "task">> {
  readonly stamp?: Partial<StampOptions>;
  /** The job is a row of a table: most of these run in the test's own process (`support/tables.ts`). */
  readonly inTable?: boolean;
  /** Sets up the job once the stamp is known. */
  readonly prepare?: (emulator: Emulator, devOps: AzureDevOps) => void | Promise<void>;
}

/** A stamp, a project and an agent, with an az that reports success for every command. They end with the test. */
export async function openPipeline({ stamp, prepare, ...options }: Wishes = {}): Promise<PipelineScene> {
  const emulator = await startEmulator(stamp);
  const devOps = await startAzureDevOps();
  onTestFinished(async () => {
    await Promise.all([emulator.close(), devOps.close()]);
  });
  await prepare?.(emulator, devOps);
  const agent = await openAgentAt(emulator, devOps, options);
  const inputs = { ...(await workingInputs(emulator, agent)), ...(await placeAnsweringAz(agent)) };
  return { emulator, devOps, agent, inputs: inTaskSpelling(inputs) };
}

/** The same for the rows of a table. */
export function openTablePipeline(wishes: Wishes = {}): Promise<PipelineScene> {
  return openPipeline({ ...wishes, inTable: true });
}

/** The same with the machine's own az, for later steps that use az. */
export async function openAzPipeline(wishes: Wishes = {}): Promise<PipelineScene> {
  const scene = await openPipeline(wishes);
  return { ...scene, inputs: { ...scene.inputs, azPath: AZ } };
}

export async function openAgentAt(
  emulator: Emulator,
  devOps: AzureDevOps,
  { inTable = false, ...options }: Omit<Wishes, "stamp" | "prepare"> = {},
): Promise<Agent> {
  const { system, identity, connections, secureFiles } = devOps;
  const agent = await createAgentOn(inTable ? await systemForTask() : thisSystem({}), {
    task: TASK,
    path: SYSTEM_PATH,
    system,
    identity,
    connections,
    secureFiles,
    ...options,
    environment: { HTTPS_PROXY: emulator.proxyUrl, ...options.environment },
  });
  onTestFinished(() => agent.dispose());
  return agent;
}

/** An Azure Resource Manager service connection for a stamp, as Azure DevOps stores it. */
export function stackConnection(
  emulator: Emulator,
  authorization: ServiceConnection["authorization"],
  data: Readonly<Record<string, string>> = {},
): ServiceConnection {
  const subscription = emulator.subscriptions.find(({ state }) => state === "Enabled");
  const { clientId } = emulator.application;
  const { scheme, parameters } = authorization;
  return {
    id: "9f0e5a1c-3a1b-4c55-8d6e-0c7f2b9d4e10",
    name: "asdk",
    type: "AzureRM",
    url: `${emulator.endpoint}/`,
    authorization: {
      scheme,
      parameters: { tenantid: emulator.tenantId, serviceprincipalid: clientId, ...parameters },
    },
    data: {
      environment: "AzureStack",
      scopeLevel: "Subscription",
      subscriptionId: subscription?.id ?? "",
      subscriptionName: subscription?.name ?? "",
      creationMode: "Manual",
      ...data,
    },
  };
}

export function secretConnection(emulator: Emulator, data: Readonly<Record<string, string>> = {}): ServiceConnection {
  const { secret } = emulator.application;
  const parameters = { authenticationType: "spnKey", serviceprincipalkey: secret };
  return stackConnection(emulator, { scheme: "ServicePrincipal", parameters }, data);
}

export function certificateConnection(emulator: Emulator): ServiceConnection {
  const { keyPem, certPem } = emulator.application.certificates.registered;
  const parameters = { authenticationType: "spnCertificate", servicePrincipalCertificate: keyPem + certPem };
  return stackConnection(emulator, { scheme: "ServicePrincipal", parameters });
}

export function federatedConnection(emulator: Emulator): ServiceConnection {
  return stackConnection(emulator, { scheme: "WorkloadIdentityFederation", parameters: {} });
}

export function errorsOf({ issues }: AgentStepResult): readonly string[] {
  return issues.filter(({ type }) => type === "error").map(({ message }) => message);
}

/** The warnings except the one about Debian's az, which occurs with every login here. */
export function warningsOf({ issues }: AgentStepResult): readonly string[] {
  const messages = issues.filter(({ type }) => type === "warning").map(({ message }) => message);
  return messages.filter((message) => !HALF_AZ.test(message));
}

export function expectPassed(step: AgentStepResult): void {
  expect(errorsOf(step), step.log).toEqual([]);
  expect(step.result, step.log).toBe("Succeeded");
}

/** The single error of a failed step. It must contain the code and the fix. */
export function expectTaskFailure(step: AgentStepResult, code: string): string {
  expect(step.result, step.log).toBe("Failed");
  const errors = errorsOf(step);
  expect(errors, step.log).toHaveLength(1);
  expect(errors[0]).toMatch(new RegExp(`^${code}: `));
  expect(errors[0]).toContain("Fix: ");
  expect(step.raw).not.toMatch(/^\s+at .+:\d+|\(node:\d+\)/m);
  return errors[0] ?? "";
}
