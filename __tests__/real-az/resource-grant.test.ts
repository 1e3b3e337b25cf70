import { mkdtempSync, rmSync } from "node:fs";
import { readdir } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import { SYSTEM_PATH } from "../../emulator/job.ts";
import { commandsWork } from "../support/az-commands.ts";
import { credentialInputs } from "../support/credentials.ts";
import { POST_LOG } from "../support/post-log.ts";
import { pathOf, WHEELS } from "../support/provisioning.ts";
import { filesHolding } from "../support/snapshot.ts";
import { setScene } from "../support/stamp.ts";

/** One machine for all tests: the first installs 2.29.2, the others find it. */
const tools = mkdtempSync(path.join(tmpdir(), "tools-"));
afterAll(() => rmSync(tools, { recursive: true, force: true }));

/** An AD FS that refuses every scope with MSIS9605. */
const REFUSES_SCOPES = { idp: "adfs", acceptsDefaultScope: false } as const;

describe("an AD FS that takes a resource only", () => {
  // az gets a PFX as a PEM file.
  test.each(["secret", "pfx", "password"] as const)("%s: az 2.29.2 is installed, logs in and works", async (kind) => {
    const scene = await setScene(REFUSES_SCOPES, {
      path: SYSTEM_PATH,
      environment: { RUNNER_TOOL_CACHE: tools },
    });
    const { runner, emulator } = scene;
    const { "client-secret": _, ...common } = scene.inputs;
    const given = await credentialInputs(kind, emulator);
    const step = await runner.main({ ...common, ...given.inputs, "az-wheels": WHEELS });
    expect(step.exitCode, step.log).toBe(0);
    expect(step.log).toMatch(/::warning::This stamp's AD FS refuses scopes \(MSIS9605\)/);
    expect(runner.outputs).toMatchObject({ "az-version": "2.29.2", "identity-provider": "adfs" });

    const python = path.resolve(runner.outputs["az-path"] ?? "", "../../bin/python");
    const GROUP = ["--name", "MyResourceGroup"];
    const said = await commandsWork(runner, python, [
      ["account", "show"],
      ["group", "create", ...GROUP, "--location", "local"],
      ["group", "delete", ...GROUP, "--yes"],
    ]);
    const listed = await runner.step("az", ["group", "list"]);
    expect(listed.exitCode, listed.log).toBe(0);
    for (const log of [...said, listed.log]) expect(log).not.toMatch(/Traceback|ERROR|Warning/);
    const tokens = emulator.requests.filter(({ tokenEndpoint }) => tokenEndpoint !== undefined);
    expect(tokens.filter(({ status }) => status !== 200)).toHaveLength(1);
    expect([...new Set(emulator.connects)].sort()).toEqual([
      "adfs.local.azurestack.external:443",
      "management.local.azurestack.external:443",
    ]);
    expect((await runner.post()).log).toEqual(POST_LOG);
    expect([await readdir(runner.temp), await readdir(runner.home)]).toEqual([[], []]);
  });

  test("in the machine's own configuration, post takes the credential out again", async () => {
    const environment = { RUNNER_TOOL_CACHE: tools };
    const scene = await setScene(REFUSES_SCOPES, { path: SYSTEM_PATH, environment });
    const { runner, emulator } = scene;
    const step = await runner.main({ ...scene.inputs, "az-wheels": WHEELS, isolate: "false" });
    expect(step.exitCode, step.log).toBe(0);
    const later = await runner.step("az", ["group", "list"]);
    expect(later.exitCode, later.log).toBe(0);
    expect(filesHolding(runner.home, emulator.application.secret)).not.toEqual([]);
    expect((await runner.post()).log).toEqual(POST_LOG);
    expect(filesHolding(runner.home, emulator.application.secret)).toEqual([]);
    expect(await readdir(runner.home)).toEqual([]);
  });

  test("a wrong secret is reported as wrong", async () => {
    const scene = await setScene(REFUSES_SCOPES, { path: await pathOf(), environment: { RUNNER_TOOL_CACHE: tools } });
    const step = await scene.runner.main({ ...scene.inputs, "client-secret": "wrong~secret" });
    expect(step.log).toContain("::error title=AZS401::");
  });

  test("without a Python for 2.29.2, the error says why it is needed", async () => {
    const scene = await setScene(REFUSES_SCOPES, { path: await pathOf() });
    const step = await scene.runner.main(scene.inputs);
    expect(step.log).toMatch(/MSIS9605[\s\S]*::error title=AZS520::AZS520: az 2\.29\.2 needs CPython/);
  });
});
