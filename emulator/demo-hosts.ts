/** The host of the demo's job: the differences between a GitHub runner and an Azure Pipelines agent. */
import { existsSync } from "node:fs";
import path from "node:path";
import { createAgent } from "./agent/agent.ts";
import { startAzureDevOps } from "./azure-devops/server.ts";
import { createRunner, type Inputs, type Runner } from "./runner.ts";
import type { Emulator } from "./server.ts";
import { taskSpelling } from "./spelling.ts";

export interface DemoHost {
  readonly runner: Runner;
  /** How this host spells an input or output of action.yml. */
  spelled(name: string): string;
  close(): Promise<void>;
}

/** An installed az stays here for later demos on this machine. */
const TOOLS = path.resolve(".cache", "tools");
const PATH = process.env["PATH"] ?? "";

/**
 * Starts a job that reaches the stamp through its proxy, by the value of `--host`. The caller must close it.
 *
 * @param said is called with the log
 */
export const DEMO_HOSTS: Readonly<
  Record<"github" | "pipelines", (stamp: Emulator, said: (line: string) => void) => Promise<DemoHost>>
> = {
  async github({ proxyUrl }, said) {
    const environment: Inputs = { HTTPS_PROXY: proxyUrl, RUNNER_TOOL_CACHE: TOOLS };
    const runner = await createRunner({ dist: path.resolve("dist"), path: PATH, environment, said });
    return { runner, spelled: (name) => name, close: () => runner.dispose() };
  },
  async pipelines({ proxyUrl }, said) {
    const task = path.resolve("azure-pipelines", "AzsLogin");
    if (!existsSync(path.join(task, "dist"))) throw new Error("The task has no bundle yet: run `npm run build`.");
    const devOps = await startAzureDevOps();
    const runner = await createAgent({
      ...devOps,
      task,
      path: PATH,
      environment: { HTTPS_PROXY: proxyUrl },
      variables: { "agent.toolsDirectory": TOOLS },
      said,
    });
    return {
      runner,
      spelled: taskSpelling,
      close: async () => {
        await runner.dispose();
        await devOps.close();
      },
    };
  },
};
