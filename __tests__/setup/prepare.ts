/**
 * Runs before the first test. It makes what the selected tests need, once, and names what they need on the machine and
 * do not find. With CI=true that is a failure; otherwise vitest.config.ts leaves their files out.
 */
import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { constants, tmpdir } from "node:os";
import path from "node:path";
import type { TestProject } from "vitest/node";
import { KEY_POOL, makeKeyPool } from "../../emulator/certificates.ts";
import { MADE, type Made, missingHere, type Need } from "./needs.ts";

/** A file starts about 20 stamps. */
const KEYS = 48;
/** So few make fewer keys than the pool has. */
const FEW_FILES = 5;

const SIGNALS = ["SIGINT", "SIGTERM", "SIGHUP"] as const;

const started = new Set<ChildProcess>();

export default async function prepare({ vitest, config }: TestProject): Promise<() => Promise<void>> {
  const missing = missingHere(process.env["PATH"] ?? "", process.getuid?.() === 0);
  tell(missing);
  const files = vitest.state.getPaths().map((file) => path.relative(config.root, file));
  const wanted = MADE.filter(
    (made) => !missing.some(({ name }) => name === made.program) && files.some((file) => made.files.test(file)),
  );
  process.on("exit", stop);
  // The same as without a handler, but the child processes end too.
  for (const signal of SIGNALS) process.once(signal, () => process.exit(128 + constants.signals[signal]));
  const beside = wanted.filter((made) => made.beside).map((made) => make(made));
  // The tests that wait for it fail with the reason.
  for (const one of beside) one.catch(({ message }: Error) => console.error(message));
  for (const made of wanted.filter((one) => !one.beside)) await make(made);
  const folder = mkdtempSync(path.join(tmpdir(), "azs-keys-"));
  process.on("exit", () => rmSync(folder, { recursive: true, force: true }));
  if (files.length > FEW_FILES) {
    process.env[KEY_POOL] = path.join(folder, "keys.json");
    writeFileSync(process.env[KEY_POOL], await makeKeyPool(KEYS), { mode: 0o600 });
  }
  return async () => {
    await Promise.allSettled(beside);
  };
}

function tell(missing: readonly Need[]): void {
  // Only Debian has everything. On other systems, folders of tests are selected by name.
  if (missing.length === 0 || process.platform !== "linux") return;
  const lines = missing.map(({ name, remedy }) => `  ${name}: ${remedy}`).join("\n");
  if (process.env["CI"] === "true") throw new Error(`this machine lacks what the tests need:\n${lines}`);
  console.warn(`\n!!! SKIPPED: tests that need what is not on this machine:\n${lines}\n`);
}

async function make({ script, beside }: Made): Promise<void> {
  // It must not slow down the tests that run at the same time.
  const [file, args] = beside ? ["nice", ["-n", "10", process.execPath, script]] : [process.execPath, [script]];
  const child = spawn(file, args, { stdio: ["ignore", "ignore", "inherit"] });
  started.add(child);
  const [code] = await once(child, "close");
  started.delete(child);
  if (code !== 0) throw new Error(`${script} failed, and tests need what it makes: it says why above`);
}

/** Each of these ends the processes that it started. */
function stop(): void {
  for (const child of started) child.kill("SIGTERM");
}
