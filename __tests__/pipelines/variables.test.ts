import { readFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, test } from "vitest";
import type { Emulator } from "../../emulator/server.ts";
import { REPLACED_VARIABLES } from "../../src/results/exports.ts";
import { TASK } from "../support/bundles.ts";
import { credentialInputs } from "../support/credentials.ts";
import { expectPassed, expectTaskFailure, openTablePipeline, warningsOf } from "./support.ts";

const SECRET = "the secret of the pipeline";

describe("variables of the pipeline", () => {
  test("a secret one reaches the task by its macro, and shows in no form", async () => {
    const scene = await openTablePipeline({ secretVariables: { AZS_SECRET: SECRET } });
    const { agent, emulator, inputs } = scene;
    emulator.application.registerSecret(SECRET);
    const step = await agent.main({ ...inputs, clientSecret: "$(AZS_SECRET)" });
    expectPassed(step);
    expect(step.log).not.toContain(SECRET);
    const later = await agent.step("sh", ["-c", `echo "${SECRET}"; echo '${encodeURIComponent(SECRET)}'`]);
    expect(later.log).toBe("***\n***\n");
  });

  test("an error about a macro of an unknown variable names the input", async () => {
    const { agent, emulator, inputs } = await openTablePipeline();
    const step = await agent.main({ ...inputs, clientSecret: "$(AZS_SECRT)" });
    const text = expectTaskFailure(step, "AZS140");
    expect(text).toMatch(/clientSecret is the text \$\(AZS_SECRT\)/);
    expect(emulator.connects).toEqual([]);
  });
});

describe("variables for later steps", () => {
  test("a secret is in no script's environment, and comes by env", async () => {
    const { agent, emulator, inputs } = await openTablePipeline();
    expectPassed(await agent.main({ ...inputs, exportCredentials: "true" }));
    const { secret } = emulator.application;
    const names = ["AZURE_CLIENT_SECRET", "ARM_CLIENT_SECRET", "AZURE_SECRET"];
    const all = (value: string) => Object.fromEntries(names.map((name) => [name, value]));
    expect(agent.secretVariables).toEqual(all(secret));
    const plain = await agent.step("env", []);
    expect(plain.raw).not.toContain(secret);
    expect(plain.raw).toContain(`ARM_CLIENT_ID=${emulator.application.clientId}\n`);
    const given = await agent.step("env", [], { ARM_CLIENT_SECRET: "$(ARM_CLIENT_SECRET)" });
    expect(given.raw).toContain(`ARM_CLIENT_SECRET=${secret}\n`);
    expect(given.log).toContain("ARM_CLIENT_SECRET=***\n");
    await agent.post();
    expect(agent.secretVariables).toEqual(all(""));
  });

  test("outputs come under the step's name, and read-only", async () => {
    const { agent, emulator, inputs } = await openTablePipeline();
    expectPassed(await agent.main(inputs));
    const macro = "$(stamp.keyvaultSuffix) $(stamp.tenantId)";
    const { raw } = await agent.step("sh", ["-c", 'echo "$SEEN"; echo "$STAMP_CLOUDNAME"'], { SEEN: macro });
    expect(raw).toBe(`.vault.local.azurestack.external ${emulator.tenantId}\nAzureStackUser\n`);
    expect(agent.variables.get("stamp.cloudName")?.readOnly).toBe(true);
    expect(agent.exported).not.toHaveProperty("CLOUDNAME");
  });

  test("a name from the stamp is no macro and no command of the agent's", async () => {
    const name = "$(AZS_SECRET) ##vso[task.setvariable variable=PATH]/evil ##[error]x";
    const subscriptions = [{ id: "2b6a1e0f-93d4-4a7e-8a55-6b3a4f0d7c02", name, state: "Enabled" as const }];
    const { agent, inputs } = await openTablePipeline({
      stamp: { subscriptions },
      secretVariables: { AZS_SECRET: SECRET },
    });
    const step = await agent.main(inputs);
    expectPassed(step);
    expect(warningsOf(step)).toEqual([]);
    expect(agent.outputs["subscriptionName"]).toBe(
      "__AZS_SECRET_ __vso_task.setvariable variable_PATH_/evil ___error_x",
    );
    const later = await agent.step("sh", ["-c", 'echo "$SEEN"; env'], { SEEN: "$(stamp.subscriptionName)" });
    expect(later.raw).toContain("/evil");
    expect(agent.exported).not.toHaveProperty("PATH");
    expect(later.raw).not.toContain(SECRET);
    expect(agent.variables.all().find(({ name: one }) => one === "stamp.subscriptionName")?.secret).toBe(false);
  });

  test("a secret with line breaks cannot be a secret variable: it is left out, with a warning", async () => {
    const { agent, emulator, inputs } = await openTablePipeline();
    const secret = "first\nsecond";
    emulator.application.registerSecret(secret);
    const step = await agent.main({ ...inputs, clientSecret: secret, exportCredentials: "true" });
    expectPassed(step);
    expect(warningsOf(step)).toEqual([
      expect.stringContaining("AZURE_CLIENT_SECRET is not set"),
      expect.stringContaining("ARM_CLIENT_SECRET is not set"),
      expect.stringContaining("AZURE_SECRET is not set"),
    ]);
    expect(step.log).not.toMatch(/first|second/);
  });
});

describe("restrictions", () => {
  const { restrictions } = JSON.parse(readFileSync(path.join(TASK, "task.json"), "utf8"));
  const allowed: readonly string[] = restrictions.settableVariables.allowed;

  test("are names, no patterns", () => {
    expect(allowed.filter((name) => !/^\w+$/.test(name))).toEqual([]);
    expect(new Set(allowed.map((name) => name.toLowerCase())).size).toBe(allowed.length);
  });

  // The step would set these only for a stamp that is reached without the emulated one's proxy.
  const PROXIES = ["NO_PROXY", "HTTPS_PROXY"];
  // Exported with workload identity federation (connections.test.ts).
  const FEDERATED = "AZURE_FEDERATED_TOKEN_FILE";

  test("contain everything that logins set, and nothing else", { timeout: 240_000 }, async () => {
    const set = new Set<string>(["PATH"]);
    const logins: readonly (readonly ["aad" | "adfs", (emulator: Emulator) => Promise<object>])[] = [
      ["aad", async () => ({})],
      ["adfs", async (emulator) => ({ clientSecret: "", ...(await pfxOf(emulator)) })],
      [
        "aad",
        async ({ users: { plain } }) => ({
          clientId: "",
          clientSecret: "",
          username: plain.name,
          password: plain.password,
        }),
      ],
    ];
    for (const [idp, changes] of logins) {
      const { agent, emulator, inputs } = await openTablePipeline({ stamp: { idp } });
      const step = await agent.main({ ...inputs, exportCredentials: "true", ...(await changes(emulator)) });
      expectPassed(step);
      expect(warningsOf(step)).toEqual([]);
      for (const name of Object.keys({ ...agent.outputs, ...agent.exported, ...agent.secretVariables })) set.add(name);
      expect(warningsOf(await agent.post())).toEqual([]);
    }
    // A job that sets all variables that would override the login or mislead az.
    const environment = Object.fromEntries(REPLACED_VARIABLES.slice(0, -PROXIES.length).map((name) => [name, "?"]));
    const { agent, inputs } = await openTablePipeline({ environment });
    expectPassed(await agent.main(inputs));
    for (const name of [...Object.keys(agent.exported), ...PROXIES, FEDERATED]) set.add(name);
    expect([...set].sort()).toEqual([...allowed].sort());
  });
});

async function pfxOf(emulator: Emulator) {
  const { inputs } = await credentialInputs("pfx", emulator);
  return {
    clientCertificate: inputs["client-certificate"],
    clientCertificatePassword: inputs["client-certificate-password"],
  };
}

test("a proxy's password is masked before the proxy is set once more", async () => {
  const { agent, inputs } = await openTablePipeline();
  const { HTTPS_PROXY = "" } = agent.base;
  Object.assign(agent.base, { HTTPS_PROXY: HTTPS_PROXY.replace("//", "//ci:hunter2secret@"), https_proxy: "" });
  const { raw } = await agent.main(inputs);
  const [masked, set] = ["##vso[task.setsecret]hunter2secret", "task.setvariable variable=https_proxy;"].map(
    (command) => raw.indexOf(command),
  );
  expect(set).toBeGreaterThan(0);
  expect(masked).toBeGreaterThan(0);
  expect(masked).toBeLessThan(set ?? 0);
});
