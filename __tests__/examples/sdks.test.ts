import { existsSync } from "node:fs";
import { cp } from "node:fs/promises";
import path from "node:path";
import { expect, test } from "vitest";
import type { Runner, RunnerOptions } from "../../emulator/runner.ts";
import type { Emulator } from "../../emulator/server.ts";
import { runExample } from "./support/examples.ts";
import { own, place } from "./support/machine.ts";

const PACKAGES = path.resolve(".cache/example-packages");
if (!existsSync(PACKAGES)) throw new Error(`${PACKAGES} is missing: npm run az`);

/** The packages that pip and npm install are on the machine, and its settings make sure that no index is asked. */
const machine: Partial<RunnerOptions> = {
  environment: {
    PIP_NO_INDEX: "1",
    PIP_FIND_LINKS: path.join(PACKAGES, "wheels"),
    PIP_NO_CACHE_DIR: "1",
    // Importing compiles the part of the SDK that the script needs, which is small.
    PIP_NO_COMPILE: "1",
    npm_config_offline: "true",
    npm_config_logs_max: "0",
    // npm's compile cache, in the machine's temporary folder.
    NODE_DISABLE_COMPILE_CACHE: "1",
  },
};

/** npm reads its cache only if it can write to it. */
async function placeNpmCache(runner: Runner): Promise<void> {
  const cache = path.join(path.dirname(runner.home), "npm");
  await cp(path.join(PACKAGES, "npm"), cache, { recursive: true });
  await own(cache);
  await place(runner.home, { ".npmrc": `cache=${cache}\n` });
}

function varsOf({ endpoint, application, roots }: Emulator) {
  return { AZS_ENDPOINT: endpoint, AZS_CLIENT_ID: application.clientId, AZS_CA_CERTIFICATE: roots.pem };
}

function certificateOf({ application }: Emulator) {
  const { keyPem, certPem } = application.certificates.registered;
  return { AZS_CLIENT_CERTIFICATE: keyPem + certPem };
}

test("python-sdk", { timeout: 240_000 }, async () => {
  const [run] = await runExample("python-sdk", () => ({
    machine,
    configuration: async (emulator) => ({
      vars: varsOf(emulator),
      secrets: { AZS_CLIENT_SECRET: emulator.application.secret },
    }),
  }));
  expect(run?.logs["Run the script"]).toMatch(/^Groups: \['azs-login-[0-9a-f]{8}'\]$/m);
});

test("key-vault-python", { timeout: 240_000 }, async () => {
  const [run] = await runExample("key-vault-python", () => ({
    machine,
    stamp: { idp: "adfs" },
    configuration: async (emulator) => ({ vars: varsOf(emulator), secrets: certificateOf(emulator) }),
  }));
  const log = run?.logs["Run the script"] ?? "";
  expect(log).toContain(
    "https://<name>.vault.local.azurestack.external, and tokens for them the audience https://vault.",
  );
  expect(log).toContain("Stored a secret and read it back");
  const vault = /vaults\/(azs-[0-9a-f]{8})$/m.exec(log)?.[1] ?? "no vault";
  expect(run?.emulator.connects).toContain(`${vault}.vault.local.azurestack.external:443`);
});

test("node-sdk", async () => {
  const [run] = await runExample("node-sdk", () => ({
    machine,
    configuration: async (emulator, runner) => {
      await placeNpmCache(runner);
      return { vars: varsOf(emulator), secrets: certificateOf(emulator) };
    },
  }));
  expect(run?.logs["Run the script"]).toMatch(/^Groups: azs-login-[0-9a-f]{8}$/m);
});
