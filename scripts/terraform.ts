/**
 * `npm run terraform`: builds Terraform and its provider azurestack from their Go modules into .cache/terraform, for
 * the tests: bin/terraform, and providers/ as a mirror that Terraform installs from. Does nothing where they are there.
 * Needs Go, 1.19 or later, and no C compiler. The go.sum of each has the hashes of everything that goes into it.
 */
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { program } from "../emulator/program/ending.ts";
import { readOptions } from "../emulator/program/options.ts";
import { read, run } from "../emulator/program/running.ts";
import { alone } from "./alone.ts";

interface Program {
  /** The folder with its go.mod, below scripts/terraform. */
  readonly module: string;
  readonly package: string;
  readonly target: string;
}

interface Provider {
  readonly version: string;
  readonly package: string;
}

const HOME = path.resolve(".cache", "terraform");
/** Tests may start before everything is built: they look for one of these (__tests__/support/terraform.ts). */
const COMPLETE = path.join(HOME, "complete");
const FAILED = path.join(HOME, "failed");

/** 1.5.7, the last one under the Mozilla Public License. */
const TERRAFORM: Program = {
  module: "terraform",
  package: "github.com/hashicorp/terraform",
  target: path.join(HOME, "bin", "terraform"),
};
const PROVIDERS: readonly Provider[] = [
  { version: "1.0.0", package: "github.com/hashicorp/terraform-provider-azurestack" },
  // The newest one to be had that logs in with a certificate.
  { version: "0.10.0", package: "github.com/terraform-providers/terraform-provider-azurestack" },
];

/** Of `complete`: others are built again. */
const CONTENT = JSON.stringify([TERRAFORM.package, PROVIDERS]);

/** Not optimised and without debugging information: that takes three fifths of the time to build. */
const FLAGS = ["-gcflags=all=-N -l -dwarf=false", "-ldflags=-s -w", "-buildvcs=false"];

await program(async () => {
  readOptions("npm run terraform\nBuilds Terraform and its provider azurestack into .cache/terraform. Needs Go.", {});
  if (isThere()) return;
  mkdirSync(HOME, { recursive: true });
  rmSync(FAILED, { force: true });
  process.once("exit", (status) => {
    if (status !== 0) writeFileSync(FAILED, "");
  });
  await alone(HOME, buildAll);
});

async function buildAll(): Promise<void> {
  if (isThere()) return;
  // The platform as Terraform writes it: `linux_amd64`.
  const platform = (await read("go", ["env", "GOOS", "GOARCH"], { doing: "Asking Go for its platform" })).trim();
  await build(TERRAFORM);
  const host = await providerHost();
  for (const one of PROVIDERS) await build(programOf(one, host, platform.replace("\n", "_")));
  writeFileSync(COMPLETE, CONTENT);
}

function isThere(): boolean {
  return existsSync(COMPLETE) && readFileSync(COMPLETE, "utf8") === CONTENT;
}

async function build({ module, package: name, target }: Program): Promise<void> {
  if (existsSync(target)) return;
  rmSync(COMPLETE, { force: true });
  const doing = `Building ${path.relative(".", target)}`;
  console.error(`${doing} …`);
  await run("go", ["build", ...FLAGS, "-o", target, name], {
    doing,
    cwd: path.join(import.meta.dirname, "terraform", module),
    env: { ...process.env, GOTOOLCHAIN: "local", CGO_ENABLED: "0" },
  });
}

/** @param host that Terraform takes the provider to be from: the mirror has a folder of that name */
function programOf({ version, package: name }: Provider, host: string, platform: string): Program {
  const below = path.join(host, "hashicorp", "azurestack", version, platform, "terraform-provider-azurestack");
  return { module: `azurestack-${version}`, package: name, target: path.join(HOME, "providers", below) };
}

async function providerHost(): Promise<string> {
  const cwd = path.resolve("examples", "terraform");
  const doing = "Asking Terraform for the provider's host";
  const named = await read(TERRAFORM.target, ["providers"], { cwd, env: { CHECKPOINT_DISABLE: "1" }, doing });
  const [, name] = /provider\[([^/\]]+)\//.exec(named) ?? [];
  if (name === undefined) throw new Error(`terraform providers names none: ${named}`);
  return name;
}
