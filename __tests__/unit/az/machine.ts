import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { configChange, recordChangedConfig, recordMachineConfig } from "../../../src/az/configure/machine-config.ts";
import type { JobFolder } from "../../../src/job/job-folder.ts";
import type { Entry } from "../../../src/journal/kind.ts";
import { snapshot, temporaryFolder } from "../folder.ts";
import { LIFE } from "../samples.ts";

export type Files = Readonly<Record<string, string>>;

/** A machine's configuration folder, which does not exist yet, and a job that records its changes to it. */
export function createMachine() {
  const root = temporaryFolder();
  const folder = path.join(root, "azure");
  const entries: (Entry & Parameters<typeof configChange.undo>[0])[] = [];
  const journal: JobFolder = {
    folder: path.join(root, "job"),
    life: LIFE,
    record: async (entry) => void entries.push(entry as never),
    finish: async () => undefined,
    close: async () => undefined,
  };
  mkdirSync(journal.folder);
  return {
    folder,
    entries,
    journal,
    files: () => snapshot(folder),
    write(files: Files): void {
      for (const [name, content] of Object.entries(files)) {
        mkdirSync(path.dirname(path.join(folder, name)), { recursive: true });
        writeFileSync(path.join(folder, name), content, "latin1");
      }
    },
    remove(...names: readonly string[]): void {
      for (const name of names) rmSync(path.join(folder, name), { recursive: true });
    },
    recordBefore: () => recordMachineConfig(folder, journal),
    recordAfter: () => recordChangedConfig(folder, journal),
    async restore(): Promise<void> {
      for (const entry of entries) if (entry.undo === "az-config") await configChange.undo(entry, {});
    },
  };
}
export type Machine = ReturnType<typeof createMachine>;

/** azureProfile.json in the form in which az writes it: with a byte order mark, and in ASCII. */
export function profile(chosen: string, names: Files): string {
  const entries = Object.entries(names).map(
    ([id, name]) => `{"id": "${id}", "name": "${name}", "isDefault": ${id === chosen}}`,
  );
  return `\u00ef\u00bb\u00bf{"installationId": "i", "subscriptions": [${entries.join(", ")}]}`;
}
export const MINE = { a: "M\\u00fcller" };
export const ALL = { ...MINE, b: "B", d: "D" };
export const clouds = (chosen: string): string =>
  `[AzureCloud]\nsubscription = a\n\n[AzureStackUser]\nprofile = 2020-09-01-hybrid\nsubscription = ${chosen}\n\n`;

/** A machine whose user already uses Azure. */
export const BEFORE: Files = {
  config: "[cloud]\nname = AzureCloud\n\n[core]\noutput=table\n# mine\n",
  "clouds.config": "[AzureCloud]\nsubscription = a\n\n",
  "azureProfile.json": profile("a", MINE),
  "msal_token_cache.json": '{\n    "AccessToken": {"mine": {"secret": "1"}}\n}',
  "msal_http_cache.bin": "\u0080\u0004\u0095",
  "commandIndex.json": '{"version": "2.66.2", "cloudProfile": "latest"}',
  "commands/2026-11-20.log": "theirs",
  "cliextensions/one/metadata.json": "{}",
};
/** The files after the step has logged in. */
export const STEP: Files = {
  config: "[cloud]\nname = AzureStackUser\n\n[core]\noutput = table\n\n",
  "clouds.config": clouds("b"),
  "azureProfile.json": profile("b", ALL),
  "msal_token_cache.json": '{"AccessToken": {"mine": {"secret": "1"}, "step": {"secret": "2"}}}',
  "service_principal_entries.json": '[{"client_id": "c", "client_secret": "s"}]',
  "msal_http_cache.bin": "\u0080\u0004\u0096",
  "commandIndex.json": '{"version": "2.66.2", "cloudProfile": "2020-09-01-hybrid"}',
  "versionCheck.json": "{}",
  "logs/az.log": "x",
};

/** The snapshot of a folder that contains these files. */
export function snapshotOf(files: Files): Files {
  const folders = Object.keys(files).flatMap((name) => {
    const parts = name.split("/").slice(0, -1);
    return parts.map((_, index) => [parts.slice(0, index + 1).join("/"), "(no file)"] as const);
  });
  return { ...files, ...Object.fromEntries(folders) };
}
