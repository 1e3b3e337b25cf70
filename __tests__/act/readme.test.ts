import { writeFile } from "node:fs/promises";
import path from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { startEmulator } from "../../emulator/server.ts";
import { read } from "../contract/repository.ts";
import { place } from "../examples/support/machine.ts";
import { checkOut, createActMachine, describeWithAct, homeOf, runWorkflow } from "./support/act.ts";

const [, WORKFLOW = ""] = /^## First workflow\n+```yaml\n([\s\S]*?)^```$/m.exec(read("README.md")) ?? [];

const [, LOGIN = ""] = /uses: (\S+\/azs-login@\S+)/.exec(WORKFLOW) ?? [];

describeWithAct("README's first workflow", () => {
  test("works when pasted", async () => {
    expect(LOGIN, "the first workflow of README.md").not.toBe("");
    const emulator = await startEmulator();
    onTestFinished(() => emulator.close());
    const machine = await createActMachine();
    const released = path.join(path.dirname(machine.home), "azs-login");
    await checkOut(released);
    await place(machine.repository, { ".github/workflows/azure.yml": WORKFLOW });
    await writeFile(path.join(machine.repository, "root.pem"), emulator.roots.pem);
    const password = "the PFX's own password";
    const pfx = await emulator.application.certificates.registered.pfx3des(password);

    const { exitCode, log } = await runWorkflow(machine, {
      file: ".github/workflows/azure.yml",
      vars: { AZS_CLIENT_ID: emulator.application.clientId },
      secrets: { AZS_CLIENT_CERTIFICATE: pfx.toString("base64"), AZS_CLIENT_CERTIFICATE_PASSWORD: password },
      actions: { [LOGIN]: released },
      environment: { HTTPS_PROXY: emulator.proxyUrl },
    });

    expect(exitCode, log).toBe(0);
    expect(log).toContain("Success - Main az group list --output table");
    expect(log).toContain(`Success - Post ${LOGIN} `);
    const listed = emulator.requests.filter(({ path: asked }) => asked.endsWith("/resourcegroups"));
    expect(listed.map(({ method, status }) => [method, status])).toEqual([["GET", 200]]);
    expect(log, "what the post took back").toMatch(/::set-env:: AZURE_CONFIG_DIR=.*\.azure$/m);
    expect(await homeOf(machine)).toEqual([]);
  });
});
