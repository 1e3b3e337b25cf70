/** AzureCLI@2 after the task. A copy of its code calls az as the real task does. */

import path from "node:path";
import { describe, expect } from "vitest";
import type { ServiceConnection } from "../../emulator/agent/connections.ts";
import type { Emulator } from "../../emulator/server.ts";
import { withAz } from "../scenarios/support.ts";
import { POST_LOG } from "../support/post-log.ts";
import {
  certificateConnection,
  errorsOf,
  expectPassed,
  federatedConnection,
  openAzPipeline,
  type PipelineScene,
  secretConnection,
} from "./support.ts";

const AZURE_CLI = path.resolve("__tests__/pipelines/AzureCLI");
const LIST = "az group list && az cloud show --query name && az account show --query name";

async function loggedIn(connect: (emulator: Emulator) => ServiceConnection, idp: "aad" | "adfs" = "aad") {
  const scene = await openAzPipeline({
    stamp: { idp },
    prepare: (emulator, devOps) => {
      emulator.application.registerFederation(devOps.connect(connect(emulator)));
    },
  });
  // AzureCLI@2 has no input for the name of the cloud. It uses the environment of the connection.
  expectPassed(await scene.agent.main({ ...scene.inputs, azureConnection: "asdk" }));
  return scene;
}

function azureCli({ agent }: PipelineScene, inputs: Readonly<Record<string, string>> = {}) {
  return agent.task(AZURE_CLI, {
    azureSubscription: "asdk",
    scriptType: "bash",
    scriptLocation: "inlineScript",
    inlineScript: LIST,
    useGlobalConfig: "true",
    ...inputs,
  });
}

describe("AzureCLI@2 with useGlobalConfig and the login's connection", () => {
  withAz.each([
    ["Entra, workload identity federation", federatedConnection, "aad"],
    ["AD FS, certificate", certificateConnection, "adfs"],
  ] as const)("works: %s", async (_, connect, idp) => {
    const step = await azureCli(await loggedIn(connect, idp), { inlineScript: "az group list" });
    expectPassed(step);
    expect(step.log).toContain("[]\n");
  });

  withAz(
    "works with a secret, and logs out at its end: later steps log in again by another use of the task",
    async () => {
      const scene = await loggedIn(secretConnection);
      const { agent, inputs } = scene;
      const own = await azureCli(scene, { useGlobalConfig: "false" });
      // No cloud is registered in a configuration folder of its own. Nothing has changed for other steps.
      expect(errorsOf(own).join()).toContain("'AzureStack' is not registered");

      const step = await azureCli(scene);
      expectPassed(step);
      expect(step.log).toContain('[]\n"AzureStack"\n"Default Tenant Subscription"\n');
      expect(step.log).not.toContain(scene.emulator.application.secret);
      const out = await agent.step("az", ["group", "list"]);
      expect(out.exitCode).toBe(1);
      expect(out.log).toContain("az login");
      expectPassed(await agent.main({ ...inputs, azureConnection: "asdk" }));
      expect((await agent.step("az", ["group", "list"])).raw).toBe("[]\n");
      for (const which of [1, 0]) expect((await agent.post(which)).log).toEqual(POST_LOG);
    },
  );
});

describe("AzureCLI@2 does not work", () => {
  withAz("after a login without the connection, whose cloud has another name", async () => {
    const scene = await openAzPipeline({
      prepare: (emulator, devOps) => void devOps.connect(secretConnection(emulator)),
    });
    expectPassed(await scene.agent.main(scene.inputs));
    expect(errorsOf(await azureCli(scene)).join()).toContain("'AzureStack' is not registered");
    // Nothing has changed for other steps.
    expect((await scene.agent.step("az", ["group", "list"])).raw).toBe("[]\n");
  });

  withAz("with a connection for another cloud, and switches az to that", async () => {
    const scene = await loggedIn((emulator) => secretConnection(emulator, { environment: "AzureCloud" }));
    expect((await azureCli(scene)).result).toBe("Failed");
    expect((await scene.agent.step("az", ["cloud", "show", "--query", "name"])).raw).toBe('"AzureCloud"\n');
  });
});
