import { execFileSync } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";
import { mkdir, writeFile } from "node:fs/promises";
import path from "node:path";
import { expect, test } from "vitest";
import type { FaultMatch } from "../../emulator/server.ts";
import { describeEachAz, type TestAz } from "../support/azs.ts";
import { credentialInputs } from "../support/credentials.ts";
import { killWhen } from "../support/killing.ts";
import { alone } from "../support/machine-stores.ts";
import { POST_LOG } from "../support/post-log.ts";
import { type Snapshot, snapshot } from "../support/snapshot.ts";
import { type Scene, setScene } from "../support/stamp.ts";

/** Requests of the step and of its az, in their order; `after` counts those of the same kind before. */
const REQUESTS: Readonly<Record<string, { readonly match: FaultMatch; readonly after?: number }>> = {
  metadata: { match: { path: /^\/metadata\/endpoints$/ } },
  "tenant discovery": { match: { path: /^\/subscriptions\/00000000-/ } },
  token: { match: { method: "POST", path: /\/token$/ } },
  subscriptions: { match: { path: /^\/subscriptions$/ } },
  "API versions": { match: { path: /\/providers\/Microsoft\.Resources$/ } },
  "token of az": { match: { method: "POST", path: /\/token$/ }, after: 1 },
  "subscriptions of az": { match: { path: /^\/subscriptions$/ }, after: 1 },
};

/** Between these and the request before, az changes nothing and the step the same for each az: one az is enough. */
const AS_BEFORE = new Set(["tenant discovery", "token", "subscriptions"]);

/** Moments between requests, seen from outside. */
const MOMENTS: Readonly<Record<string, (scene: Scene) => boolean>> = {
  "the job's folder made": ({ runner }) => readdirSync(runner.temp).length > 0,
  "certificate written": ({ runner }) => jobFiles(runner.temp).includes("client.pem"),
  "store of az being written": ({ runner }) => journalOf(runner.temp).includes('"store":"az"'),
  "system store being written": ({ runner }) => journalOf(runner.temp).includes('"store":"system"'),
  "samples' file announced": ({ runner }) => journalOf(runner.temp).includes('"placed-file"'),
  "system store written": () => readdirSync("/etc/ssl/certs").some((name) => name.startsWith("azs-login-")),
};

const SAMPLE_CONFIG = "azureCertSpConfig.json";

alone();

describeEachAz("after post nothing is left", (az) => {
  const kinds = { "private configuration": "true", "the machine's configuration": "false" };
  for (const [kind, isolate] of Object.entries(kinds)) {
    test(`after a job that worked, ${kind}`, async () => {
      const scene = await sceneWithAzConfiguration(az);
      const before = machine(az, scene);
      const inputs = await allStores(az, scene, isolate);
      expect((await scene.runner.main(inputs)).exitCode).toBe(0);
      expect(machine(az, scene)).not.toEqual(before);
      expect((await scene.runner.step(az.path, ["group", "list"])).exitCode).toBe(0);
      expect((await scene.runner.step(az.path, ["account", "show"])).exitCode).toBe(0);
      expect(await scene.runner.post()).toMatchObject({ exitCode: 0, log: POST_LOG });
      expect(machine(az, scene)).toEqual(before);
    });

    const stages = Object.entries(REQUESTS).filter(([stage]) => az.name === "az 2.45" || !AS_BEFORE.has(stage));
    for (const [stage, fault] of stages) {
      test(`after a failure at: ${stage}, ${kind}`, async () => {
        const scene = await sceneWithAzConfiguration(az);
        const before = machine(az, scene);
        const answer = { status: 400, headers: { "content-type": "application/json" }, body: '{"error":"broken"}' };
        scene.emulator.inject({ ...fault, times: Number.POSITIVE_INFINITY, effect: { answer } });
        const step = await scene.runner.main(await allStores(az, scene, isolate));
        expect(step.exitCode, step.log).toBe(1);
        expect(machine(az, scene)).toEqual(before);
        expect(await scene.runner.post()).toMatchObject({ exitCode: 0, log: POST_LOG });
        expect(machine(az, scene)).toEqual(before);
      });

      test(`killed at: ${stage}, ${kind}`, async () => {
        const scene = await sceneWithAzConfiguration(az);
        const before = machine(az, scene);
        scene.emulator.inject({ ...fault, effect: "hang" });
        const passed = fault.after ?? 0;
        await killWhen(scene.runner, await allStores(az, scene, isolate), () => arrivals(scene, fault.match) > passed);
        expect(await scene.runner.post()).toMatchObject({ exitCode: 0, log: POST_LOG });
        expect(machine(az, scene)).toEqual(before);
      });
    }
  }

  for (const [moment, seen] of Object.entries(MOMENTS)) {
    test(`killed at: ${moment}`, async () => {
      const scene = await sceneWithAzConfiguration(az);
      const before = machine(az, scene);
      if (moment.includes("of az") && !usesCertifi(az)) return;
      await killWhen(scene.runner, await allStores(az, scene, "true"), () => seen(scene));
      expect(await scene.runner.post()).toMatchObject({ exitCode: 0, log: POST_LOG });
      expect(machine(az, scene)).toEqual(before);
    });
  }
});

/** A machine whose user works with az already: a cloud of their own, and one of the name the step uses. */
async function sceneWithAzConfiguration(az: TestAz): Promise<Scene> {
  const scene = await setScene();
  const folder = path.join(scene.runner.home, ".azure");
  await mkdir(folder);
  const clouds =
    "[AzureCloud]\nsubscription = 0b1f6471-1bf0-4dda-aec3-111111111111\n\n[AzureStackUser]\nprofile = latest\n\n";
  await writeFile(path.join(folder, "clouds.config"), clouds);
  await writeFile(path.join(folder, "config"), "[cloud]\nname = AzureCloud\n\n[core]\ncollect_telemetry = no\n\n");
  await writeFile(path.join(folder, "azureProfile.json"), '\ufeff{"installationId": "0b1f6471", "subscriptions": []}');
  // One of the user's own where the samples' file is wanted.
  await writeFile(path.join(scene.runner.workspace, SAMPLE_CONFIG), '{"clientId": "mine"}', { mode: 0o640 });
  expect(az.path).not.toBe("");
  return scene;
}

async function allStores(az: TestAz, scene: Scene, isolate: string) {
  const { "client-secret": _, ...inputs } = scene.inputs;
  const certificate = await credentialInputs("pem", scene.emulator);
  const everything = { "trust-stores": "bundle, az, system", "sample-config": SAMPLE_CONFIG };
  return { ...inputs, ...certificate.inputs, ...everything, "az-path": az.path, isolate };
}

/** All that a job may touch. */
function machine(az: TestAz, { runner }: Scene): Snapshot {
  const places = [runner.home, runner.temp, runner.workspace, runner.scratch];
  return snapshot(...places, path.dirname(certifi(az)), "/etc/ssl/certs", "/usr/local/share/ca-certificates");
}

const certifiOf = new Map<string, string>();

function certifi(az: TestAz): string {
  const known = certifiOf.get(az.python);
  if (known !== undefined) return known;
  const file = execFileSync(az.python, ["-Bc", "import certifi; print(certifi.where())"], { encoding: "utf8" }).trim();
  certifiOf.set(az.python, file);
  return file;
}

function usesCertifi(az: TestAz): boolean {
  return path.basename(certifi(az)) === "cacert.pem";
}

function arrivals({ emulator }: Scene, match: FaultMatch): number {
  return emulator.requests.filter(
    ({ method, path: asked }) => (match.method ?? method) === method && (match.path?.test(asked) ?? true),
  ).length;
}

function jobFiles(temp: string): readonly string[] {
  return readdirSync(temp).flatMap((folder) => readdirSync(path.join(temp, folder)));
}

function journalOf(temp: string): string {
  const folder = readdirSync(temp).find((name) => readdirSync(path.join(temp, name)).includes("journal.jsonl"));
  return folder === undefined ? "" : readFileSync(path.join(temp, folder, "journal.jsonl"), "utf8");
}
