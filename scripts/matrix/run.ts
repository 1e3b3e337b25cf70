/** One run of the matrix: a login with the real step on an emulated stamp, and then all commands. */
import { randomUUID } from "node:crypto";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { SYSTEM_PATH, workingInputs } from "../../emulator/job.ts";
import { createRunner, type Runner } from "../../emulator/runner.ts";
import { type Emulator, startEmulator } from "../../emulator/server.ts";
import type { Build } from "../../emulator/stamp/builds.ts";
import { COMMANDS, type Command } from "./commands.ts";

export interface Result {
  readonly family: string;
  readonly command: string;
  readonly works: boolean;
  /** The end of az's error message, if it failed. */
  readonly said?: string;
}

/** A result with its duration, which is shown but not stored. */
export interface Timed extends Result {
  readonly seconds: number;
}

export interface Run {
  readonly az: string;
  readonly idp: "aad" | "adfs";
  readonly results: readonly Result[];
}

/** The role Reader, which has this ID on every stamp. */
const READER = "acdd72a7-3385-48ef-bd42-f606fba81ae7";

const TEMPLATE = {
  $schema: "https://schema.management.azure.com/schemas/2015-01-01/deploymentTemplate.json#",
  contentVersion: "1.0.0.0",
  parameters: { name: { type: "string" } },
  variables: { network: "[concat(parameters('name'), '-net')]" },
  resources: [
    {
      type: "Microsoft.Network/virtualNetworks",
      apiVersion: "2017-10-01",
      name: "[variables('network')]",
      location: "[resourceGroup().location]",
      properties: {
        addressSpace: { addressPrefixes: ["10.1.0.0/16"] },
        subnets: [{ name: "s", properties: { addressPrefix: "10.1.0.0/24" } }],
      },
    },
  ],
  outputs: { id: { type: "string", value: "[resourceId('Microsoft.Network/virtualNetworks', variables('network'))]" } },
};

/** Options for runs that do not fill the table. */
interface Special {
  /** The stamp's build, which determines the profile. */
  readonly build?: Build;
  readonly commands?: readonly Command[];
  /** The tool cache in which the job stores and finds az's command index. */
  readonly toolCache?: string;
  /** Called after all commands, before the job's post step. */
  finish?(runner: Runner): void;
}

/** @param az path of the az @param told called with each result */
export async function runMatrix(
  az: string,
  idp: "aad" | "adfs",
  told: (result: Timed) => void,
  { build = "2311", commands = COMMANDS, toolCache, finish }: Special = {},
): Promise<readonly Timed[]> {
  const emulator = await startEmulator({ idp, build, role: "Owner" });
  const runner = await createRunner({
    dist: path.resolve("dist"),
    path: `${path.dirname(az)}:${SYSTEM_PATH}`,
    environment: { HTTPS_PROXY: emulator.proxyUrl, ...(toolCache && { RUNNER_TOOL_CACHE: toolCache }) },
  });
  const folder = mkdtempSync(path.join(tmpdir(), "matrix-"));
  try {
    const inputs = { ...(await workingInputs(emulator, runner)), "az-path": az };
    const login = await runner.main(inputs);
    if (login.exitCode !== 0) throw new Error(`The login failed with ${az}:\n${login.log}`);
    const names = namesFor(emulator, folder);
    const results: Timed[] = [];
    for (const command of commands) {
      const result = await runCommand(runner, az, command, names);
      told(result);
      results.push(result);
    }
    finish?.(runner);
    await runner.post();
    return results;
  } finally {
    await emulator.close();
    await runner.dispose();
    rmSync(folder, { recursive: true, force: true });
  }
}

type Names = Readonly<Record<string, string>>;

function namesFor(emulator: Emulator, folder: string): Names {
  const file = path.join(folder, "note.txt");
  const template = path.join(folder, "template.json");
  writeFileSync(file, "A note.\n");
  writeFileSync(template, JSON.stringify(TEMPLATE));
  const assignment = path.join(folder, "assignment.json");
  const { application, users, endpoint, audience, subscriptions } = emulator;
  const subscription = subscriptions.find(({ state }) => state === "Enabled")?.id ?? "";
  const scope = `/subscriptions/${subscription}/resourceGroups/matrix`;
  const roleDefinitionId = `/subscriptions/${subscription}/providers/Microsoft.Authorization/roleDefinitions/${READER}`;
  const properties = { roleDefinitionId, principalId: users.plain.objectId };
  writeFileSync(assignment, JSON.stringify({ properties }));
  return {
    ...{ group: "matrix", account: "matrixaccount", vault: "matrix-vault", file, template, endpoint, audience },
    ...{ client: application.clientId, object: application.objectId, user: users.plain.objectId },
    ...{ subscription, scope, assignment, guid: randomUUID() },
  };
}

async function runCommand(runner: Runner, az: string, { family, line, holds }: Command, names: Names): Promise<Timed> {
  const filled = (text: string) => text.replaceAll(/\{(\w+)\}/g, (whole, name: string) => names[name] ?? whole);
  const { exitCode, raw, milliseconds } = await runner.step(az, filled(line).split(" "));
  const works = exitCode === 0 && (holds === undefined || raw.includes(filled(holds)));
  const said = raw
    .trim()
    .split("\n")
    .filter((text) => /error|:|denied|fail/i.test(text))
    .slice(-2)
    .join(" ")
    .slice(-300);
  const seconds = Math.round(milliseconds / 100) / 10;
  return { family, command: `az ${line}`, works, seconds, ...(works ? {} : { said }) };
}
