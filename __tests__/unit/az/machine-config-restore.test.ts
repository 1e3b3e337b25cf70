import { execFileSync } from "node:child_process";
import { mkdirSync, readFileSync, rmdirSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { beforeEach, describe, expect, test } from "vitest";
import { ALL, BEFORE, clouds, createMachine, type Machine, MINE, profile, STEP, snapshotOf } from "./machine.ts";

let machine: Machine;
beforeEach(() => {
  machine = createMachine();
});

describe("a machine's configuration is restored to the byte", () => {
  test("after the step", async () => {
    machine.write(BEFORE);
    await machine.recordBefore();
    machine.write(STEP);
    await machine.recordAfter();
    await machine.restore();
    expect(machine.files()).toEqual(snapshotOf(BEFORE));
  });

  test("after a step that was killed half-way", async () => {
    machine.write(BEFORE);
    await machine.recordBefore();
    machine.write(STEP);
    machine.remove("azureProfile.json");
    await machine.restore();
    expect(machine.files()).toEqual(snapshotOf(BEFORE));
  });

  test("after a step that was killed before it changed anything", async () => {
    machine.write(BEFORE);
    await machine.recordBefore();
    await machine.restore();
    expect(machine.files()).toEqual(snapshotOf(BEFORE));
  });

  test.skipIf(process.platform === "win32")("after a step that was killed while it kept its second copy", async () => {
    machine.write(BEFORE);
    await machine.recordBefore();
    machine.write(STEP);
    // A pipe cannot be copied, so the second copy fails there, as if the step were killed.
    execFileSync("mkfifo", [path.join(machine.folder, "service_principal_entries.bin")]);
    await expect(machine.recordAfter()).rejects.toThrow();
    machine.remove("service_principal_entries.bin");
    await machine.restore();
    expect(machine.files()).toEqual(snapshotOf(BEFORE));
  });

  test("when it is restored twice", async () => {
    machine.write(BEFORE);
    await machine.recordBefore();
    machine.write(STEP);
    await machine.recordAfter();
    await machine.restore();
    await machine.restore();
    expect(machine.files()).toEqual(snapshotOf(BEFORE));
  });

  test.each(Object.keys(BEFORE).filter((name) => /config$|Profile|msal_token/.test(name)))(
    "by the second post step, after one that was killed while it wrote %s",
    async (name) => {
      machine.write(BEFORE);
      await machine.recordBefore();
      machine.write(STEP);
      await machine.recordAfter();
      const decided = machine.entries.flatMap((entry) =>
        entry.undo === "az-config" ? [entry.before.replace("az-before-", "az-restored-")] : [],
      );
      for (const folder of decided) {
        mkdirSync(folder);
        writeFileSync(path.join(folder, name), BEFORE[name] ?? "", "latin1");
        // Of the next file it had copied only a part.
        writeFileSync(path.join(folder, "clouds.config-incomplete"), "[Az");
      }
      machine.write({ [name]: (BEFORE[name] ?? "").slice(0, 9) });
      await machine.restore();
      expect(machine.files()).toEqual(snapshotOf(BEFORE));
    },
  );

  test("by the second post step, after one that was stopped at files it could not read", async () => {
    machine.write(BEFORE);
    await machine.recordBefore();
    machine.write(STEP);
    await machine.recordAfter();
    // A folder in place of the file.
    const broken = ["config", "azureProfile.json"].map((name) => path.join(machine.folder, name));
    const kept = broken.map((file) => readFileSync(file));
    for (const file of broken) {
      rmSync(file);
      mkdirSync(file);
    }
    await expect(machine.restore()).rejects.toThrow();
    for (const [index, file] of broken.entries()) {
      rmdirSync(file);
      writeFileSync(file, kept[index] ?? "");
    }
    await machine.restore();
    expect(machine.files()).toEqual(snapshotOf(BEFORE));
  });

  test.each<[string, () => void]>([
    [
      "fetched another token for the step's login",
      () => machine.write({ "msal_token_cache.json": (STEP["msal_token_cache.json"] ?? "").replace('"2"', '"3"') }),
    ],
    [
      "chose another subscription of the stamp",
      () => machine.write({ "clouds.config": clouds("d"), "azureProfile.json": profile("d", ALL) }),
    ],
    [
      "went back to the machine's cloud",
      () =>
        machine.write({
          config: "[cloud]\nname = AzureCloud\n\n[core]\noutput = table\n\n",
          "azureProfile.json": profile("a", ALL),
        }),
    ],
    ["filled caches", () => machine.write({ "az.sess": "{}", "commands/2026-11-21.log": "x", "telemetry/one": "x" })],
    [
      "logged out",
      () =>
        machine.write({
          "azureProfile.json": profile("a", MINE).replace("true", "false"),
          "service_principal_entries.json": "[]",
        }),
    ],
    ["cleared everything", () => machine.remove("msal_token_cache.json", "service_principal_entries.json")],
  ])("after later az commands that %s", async (_, later) => {
    machine.write(BEFORE);
    await machine.recordBefore();
    machine.write(STEP);
    await machine.recordAfter();
    later();
    await machine.restore();
    expect(machine.files()).toEqual(snapshotOf(BEFORE));
  });
});
