import { existsSync } from "node:fs";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { beforeAll } from "vitest";

const HOME = path.resolve(".cache/terraform");
const COMPLETE = path.join(HOME, "complete");
const FAILED = path.join(HOME, "failed");
const PATIENCE_MS = 8 * 60_000;

/** Built by `npm run terraform`. */
export const TERRAFORM = path.join(HOME, "bin", "terraform");
export const PROVIDERS = path.join(HOME, "providers");

/**
 * For suites that run Terraform. It is built while other tests run (setup/prepare.ts), and these suites wait for it.
 */
export function needsTerraform(): void {
  beforeAll(async () => {
    for (const end = Date.now() + PATIENCE_MS; !existsSync(COMPLETE); await sleep(500)) {
      if (existsSync(FAILED)) throw new Error("Terraform could not be built: npm run terraform says why");
      if (Date.now() > end) throw new Error(`no Terraform after ${PATIENCE_MS / 60_000} minutes`);
    }
  }, PATIENCE_MS + 1000);
}
