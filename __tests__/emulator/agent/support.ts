/** Small tasks for tests of the agent. */
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { onTestFinished } from "vitest";
import { type Agent, type AgentOptions, createAgent } from "../../../emulator/agent/agent.ts";
import type { ServiceConnection } from "../../../emulator/agent/connections.ts";

export interface FakeTask {
  /** Source of the script, in CommonJS. `say(line)` prints, `tell(command, data)` escapes as task-lib does. */
  readonly main: string;
  readonly post?: string;
  /** Added to a task.json without inputs and restrictions. */
  readonly definition?: Readonly<Record<string, unknown>>;
}

const PRELUDE = `
const say = (line) => console.log(line);
const tell = (command, data = "") =>
  say("##vso[" + command + "]" + data.replace(/%/g, "%AZP25").replace(/\\r/g, "%0D").replace(/\\n/g, "%0A"));
`;

export const CONNECTION: ServiceConnection = {
  id: "0a0b0c0d-0102-4304-8506-070809101112",
  name: "the stamp",
  type: "AzureRM",
  url: "https://management.local.azurestack.external/",
  authorization: {
    scheme: "ServicePrincipal",
    parameters: { tenantid: "tenant-of-it", serviceprincipalid: "client-of-it", serviceprincipalkey: "key-of-it" },
  },
  data: { environment: "AzureStack", "scope.Level name": "Subscription" },
};

export async function openAgent(fake: FakeTask, options: Partial<AgentOptions> = {}): Promise<Agent> {
  const folder = await mkdtemp(path.join(tmpdir(), "task-"));
  const post = fake.post === undefined ? {} : { postjobexecution: { Node24: { target: "post.cjs" } } };
  const definition = { id: "x", name: "Fake", inputs: [], execution: { Node24: { target: "main.cjs" } }, ...post };
  await writeFile(path.join(folder, "task.json"), JSON.stringify({ ...definition, ...fake.definition }));
  await writeFile(path.join(folder, "main.cjs"), PRELUDE + fake.main);
  await writeFile(path.join(folder, "post.cjs"), PRELUDE + (fake.post ?? ""));
  onTestFinished(() => rm(folder, { recursive: true }));
  const agent = await createAgent({
    task: folder,
    path: process.env["PATH"] ?? "",
    environment: {},
    system: { url: "http://127.0.0.1:1/contoso/", accessToken: "token-of-the-job" },
    identity: { projectId: "p", projectName: "infrastructure", collectionId: "c", planId: "plan", jobId: "job" },
    ...options,
  });
  onTestFinished(() => agent.dispose());
  return agent;
}

/** Runs a task that prints its environment. @returns that environment */
export async function environmentOf(
  definition: Readonly<Record<string, unknown>>,
  inputs: Readonly<Record<string, string>>,
  options: Partial<AgentOptions> = {},
): Promise<{ readonly agent: Agent; readonly environment: Readonly<Record<string, string>>; readonly cwd: string }> {
  const main = 'say(JSON.stringify({ environment: process.env, cwd: process.cwd() }).replaceAll("##", "# #"));';
  const agent = await openAgent({ main, definition }, options);
  const { raw } = await agent.main(inputs);
  return { agent, ...JSON.parse(raw) };
}
