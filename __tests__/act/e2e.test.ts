import { homedir } from "node:os";
import path from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { parse } from "yaml";
import { read } from "../contract/repository.ts";
import { alone, snapshotWithStores } from "../support/machine-stores.ts";
import { checkOut, createActMachine, describeWithAct, homeOf, runWorkflow } from "./support/act.ts";

const WORKFLOW = ".github/workflows/e2e.yml";

/** The action with its commit, as the workflow names it. */
function pinned(action: string): string {
  const { jobs } = parse(read(WORKFLOW)) as { jobs: { login: { steps: readonly { uses?: string }[] } } };
  return jobs.login.steps.find(({ uses }) => uses?.startsWith(`${action}@`))?.uses ?? "";
}

describeWithAct("the end-to-end workflow", () => {
  // On a hosted runner the job may change the system's store, and so it may here.
  alone();

  test("its job for Ubuntu", { timeout: 300_000 }, async () => {
    const before = await snapshotWithStores();
    const machine = await createActMachine();
    await checkOut(machine.repository);

    const { exitCode, log } = await runWorkflow(machine, {
      file: WORKFLOW,
      matrix: { os: "ubuntu-latest", idp: "adfs", credential: "certificate" },
      actions: { [pinned("actions/setup-node")]: path.join(import.meta.dirname, "support", "setup-node") },
      // npm's cache on this machine, and the registry for the rest.
      environment: {
        npm_config_cache: process.env["npm_config_cache"] ?? path.join(homedir(), ".npm"),
        npm_config_userconfig: process.env["npm_config_userconfig"] ?? path.join(homedir(), ".npmrc"),
        npm_config_prefer_offline: "true",
        npm_config_audit: "false",
      },
      privileged: true,
    });
    const [, pid] = /::set-output:: pid=(\d+)/.exec(log) ?? [];
    onTestFinished(() => {
      if (pid !== undefined) process.kill(Number(pid));
    });

    expect(exitCode, log).toBe(0);
    const steps = [...log.matchAll(/Success - (Main|Post) (.+) \[/g)].map(([, stage, name]) => `${stage} ${name}`);
    expect(steps).toEqual([
      expect.stringMatching(/^Main actions\/checkout@/),
      expect.stringMatching(/^Main actions\/setup-node@/),
      "Main npm ci",
      "Main A stamp on loopback",
      "Main What is here before the login",
      "Main Log in",
      "Main The system's own store has the root",
      "Main Create a group",
      "Main The stamp has it",
      "Main Who is logged in",
      "Main What later steps get",
      "Main The stamp's TLS in a later step",
      "Post Log in",
      "Post What is here before the login",
    ]);
    expect(log).toContain("::set-output:: client-secret=***");
    // The beginning of a private key of 2048 bits (PKCS #8).
    expect(log).toMatch(/::set-output:: client-certificate=\*{3}$/m);
    expect(log).not.toContain("MIIEv");
    expect(log).toContain("| Post left nothing behind.");
    expect(await homeOf(machine)).toEqual([]);
    expect(await snapshotWithStores()).toEqual(before);
  });
});
