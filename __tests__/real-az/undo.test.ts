import { execFileSync } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";
import { mkdir, writeFile } from "node:fs/promises";
import path from "node:path";
import { expect, test } from "vitest";
import type { FaultMatch } from "../../emulator/server.ts";
import { describeEachAz, type TestAz } from "../support/azs.ts";
import { credentialInputs } from "../support/credentials.ts";
import { killWhen } from "../support/killing.ts";
import { alone, snapshotWithStores } from "../support/machine-stores.ts";
import { POST_LOG } from "../support/post-log.ts";
import type { Snapshot } from "../support/snapshot.ts";
import { type Scene, setScene } from "../support/stamp.ts";

interface Request {
  readonly match: FaultMatch;
  /** How many matching requests come before. */
  readonly after?: number;
}

/** Requests of the step and of its az, in their order. */
const REQUESTS: Readonly<Record<string, Request>> = {
  metadata: { match: { path: /^\/metadata\/endpoints$/ } },
  token: { match: { method: "POST", path: /\/token$/ } },
  "API versions": { match: { path: /\/providers\/Microsoft\.Resources$/ } },
  "token of az": { match: { method: "POST", path: /\/token$/ }, after: 1 },
  "subscriptions of az": { match: { path: /^\/subscriptions$/ }, after: 1 },
};

type Kind = "private configuration" | "the machine's configuration";
const ISOLATE: Readonly<Record<Kind, "true" | "false">> = {
  "private configuration": "true",
  "the machine's configuration": "false",
};
type Stage = readonly [stage: keyof typeof REQUESTS, failing: readonly Kind[], killed: readonly Kind[]];
const [PRIVATE, MACHINE] = ["private configuration", "the machine's configuration"] as const;

/**
 * Before its az starts, the step does the same for each az and both configurations, and between the metadata and the
 * API versions it changes nothing. Unlike az 2.45, az 2.66 has a bundle of its own, and other files in its
 * configuration.
 */
const STAGES: Readonly<Record<TestAz["name"], readonly Stage[]>> = {
  "az 2.45": [
    ["metadata", [MACHINE], [PRIVATE]],
    ["token", [PRIVATE], [MACHINE]],
    ["API versions", [MACHINE], [PRIVATE]],
    ["token of az", [PRIVATE, MACHINE], [PRIVATE, MACHINE]],
    ["subscriptions of az", [PRIVATE, MACHINE], [PRIVATE, MACHINE]],
  ],
  "az 2.66": [
    ["token of az", [PRIVATE], [MACHINE]],
    ["subscriptions of az", [MACHINE], [PRIVATE]],
  ],
};

/** Moments between requests, observed from outside, all with the az that has a bundle of its own. */
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
  test.each([PRIVATE, MACHINE])("after a job that worked, %s", async (kind) => {
    const scene = await sceneWithAzConfiguration();
    const before = await machine(az, scene);
    const inputs = await allStores(az, scene, kind);
    expect((await scene.runner.main(inputs)).exitCode).toBe(0);
    expect(await machine(az, scene)).not.toEqual(before);
    expect((await scene.runner.step(az.path, ["group", "list"])).exitCode).toBe(0);
    expect(await scene.runner.post()).toMatchObject({ exitCode: 0, log: POST_LOG });
    expect(await machine(az, scene)).toEqual(before);
  });

  for (const [stage, failing, killed] of STAGES[az.name]) {
    const { match, after = 0 } = REQUESTS[stage] as Request;

    test.each(failing)(`after a failure at: ${stage}, %s`, async (kind) => {
      const scene = await sceneWithAzConfiguration();
      const before = await machine(az, scene);
      const answer = { status: 400, headers: { "content-type": "application/json" }, body: '{"error":"broken"}' };
      scene.emulator.inject({ match, after, times: Number.POSITIVE_INFINITY, effect: { answer } });
      const step = await scene.runner.main(await allStores(az, scene, kind));
      expect(step.exitCode, step.log).toBe(1);
      expect(await machine(az, scene)).toEqual(before);
      expect(await scene.runner.post()).toMatchObject({ exitCode: 0, log: POST_LOG });
      expect(await machine(az, scene)).toEqual(before);
    });

    test.each(killed)(`killed at: ${stage}, %s`, async (kind) => {
      const scene = await sceneWithAzConfiguration();
      const before = await machine(az, scene);
      scene.emulator.inject({ match, after, effect: "hang" });
      await killWhen(scene.runner, await allStores(az, scene, kind), () => arrivals(scene, match) > after);
      expect(await scene.runner.post()).toMatchObject({ exitCode: 0, log: POST_LOG });
      expect(await machine(az, scene)).toEqual(before);
    });
  }

  const moments = Object.entries(MOMENTS).filter(() => usesCertifi(az));
  test.for(moments)("killed at: %s", async ([, seen]) => {
    const scene = await sceneWithAzConfiguration();
    const before = await machine(az, scene);
    await killWhen(scene.runner, await allStores(az, scene, PRIVATE), () => seen(scene));
    expect(await scene.runner.post()).toMatchObject({ exitCode: 0, log: POST_LOG });
    expect(await machine(az, scene)).toEqual(before);
  });
});

/** A machine whose user already uses az: with a cloud of their own, and one with the name that the step uses. */
async function sceneWithAzConfiguration(): Promise<Scene> {
  const scene = await setScene();
  const folder = path.join(scene.runner.home, ".azure");
  await mkdir(folder);
  const clouds =
    "[AzureCloud]\nsubscription = 0b1f6471-1bf0-4dda-aec3-111111111111\n\n[AzureStackUser]\nprofile = latest\n\n";
  await writeFile(path.join(folder, "clouds.config"), clouds);
  await writeFile(path.join(folder, "config"), "[cloud]\nname = AzureCloud\n\n[core]\ncollect_telemetry = no\n\n");
  await writeFile(path.join(folder, "azureProfile.json"), '\ufeff{"installationId": "0b1f6471", "subscriptions": []}');
  // A file of the user's own at the path of `sample-config`.
  await writeFile(path.join(scene.runner.workspace, SAMPLE_CONFIG), '{"clientId": "mine"}', { mode: 0o640 });
  return scene;
}

async function allStores(az: TestAz, scene: Scene, kind: Kind) {
  const { "client-secret": _, ...inputs } = scene.inputs;
  const certificate = await credentialInputs("pem", scene.emulator);
  const everything = { "trust-stores": "bundle, az, system", "sample-config": SAMPLE_CONFIG };
  return { ...inputs, ...certificate.inputs, ...everything, "az-path": az.path, isolate: ISOLATE[kind] };
}

/** Everything that a job may change. */
function machine(az: TestAz, { runner }: Scene): Promise<Snapshot> {
  const places = [runner.home, runner.temp, runner.workspace, runner.scratch];
  return snapshotWithStores(...places, path.dirname(certifi(az)));
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
