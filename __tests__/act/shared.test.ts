import path from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { type Emulator, startEmulator } from "../../emulator/server.ts";
import { read } from "../contract/repository.ts";
import { place } from "../examples/support/machine.ts";
import { codeOf } from "../unit/docs/markdown.ts";
import { type ActRun, checkOut, createActMachine, describeWithAct, homeOf, runWorkflow } from "./support/act.ts";

const PAGE = codeOf(read("docs/enterprise.md"), "yaml");
const CALLER = ".github/workflows/azure.yml";
const CALLED = ".github/workflows/groups.yml";
const ACTION = ".github/actions/stamp/";

describeWithAct("docs/enterprise.md", () => {
  test("its reusable workflow logs in for whoever calls it", async () => {
    const run = await runPage({
      // act supports reusable workflows of the caller's own repository only.
      [CALLER]: example("jobs", "groups:").replace(/contoso\/workflows\/(\S+)@v1/, "./$1"),
      [CALLED]: example("on:\n  workflow_call"),
      "root.pem": undefined,
    });
    expect(run.log).toContain("Success - Main az group list --output table");
  });

  test("its composite action logs in for later steps, and undoes that at the end of the job", async () => {
    const run = await runPage({
      [CALLER]: example("uses: ./.github/actions/stamp"),
      [`${ACTION}action.yml`]: example("using: composite"),
      [`${ACTION}root.pem`]: undefined,
    });
    expect(run.log).toContain("Success - Main az group create");
    expect(run.log).toMatch(/::set-env:: AZURE_CONFIG_DIR=.*\.azure$/m);
    expect(run.log.lastIndexOf("::set-env:: AZURE_CONFIG_DIR=")).toBeGreaterThan(
      run.log.indexOf("Main az group create"),
    );
  });
});

/** The example on the page that contains these texts. */
function example(...texts: readonly string[]): string {
  const [found, ...others] = PAGE.filter((code) => texts.every((text) => code.includes(text)));
  expect([typeof found, others.length], texts.join()).toEqual(["string", 0]);
  return found ?? "";
}

/** @param files of the repository; undefined stands for the stamp's root */
async function runPage(files: Readonly<Record<string, string | undefined>>): Promise<ActRun> {
  const emulator = await startEmulator();
  onTestFinished(() => emulator.close());
  const machine = await createActMachine();
  const released = path.join(path.dirname(machine.home), "azs-login");
  await checkOut(released);
  const placed = Object.entries(files).map(([name, text]) => [name, text ?? emulator.roots.pem]);
  await place(machine.repository, Object.fromEntries(placed.map(([name, text]) => [name, ours(text ?? "", emulator)])));
  const { keyPem, certPem } = emulator.application.certificates.registered;
  const run = await runWorkflow(machine, {
    file: CALLER,
    vars: { AZS_CLIENT_ID: emulator.application.clientId },
    secrets: { AZS_CLIENT_CERTIFICATE: keyPem + certPem },
    actions: { "org/azs-login@v1": released },
    environment: { HTTPS_PROXY: emulator.proxyUrl },
  });
  expect(run.exitCode, run.log).toBe(0);
  expect(await homeOf(machine)).toEqual([]);
  return run;
}

/** The stamps on the page have different names; this replaces them with the emulated one. */
function ours(text: string, { endpoint }: Emulator): string {
  return text.replace(/https:\/\/management\.\S+/, endpoint);
}
