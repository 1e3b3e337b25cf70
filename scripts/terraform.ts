/**
 * `npm run terraform`: builds Terraform and its provider azurestack from their Go modules into .cache/terraform, for
 * the tests: bin/terraform, and providers/ as a mirror from which Terraform installs. Does nothing if they exist. Needs
 * Go, 1.19 or later, and no C compiler. The go.sum of each contains the hashes of all its modules.
 */
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { program } from "../emulator/program/ending.ts";
import { readOptions } from "../emulator/program/options.ts";
import { read, run } from "../emulator/program/running.ts";
import { alone } from "./alone.ts";

interface Program {
  /** The folder below scripts/terraform that contains its go.mod. */
  readonly module: string;
  readonly package: string;
  readonly target: string;
}

interface Provider {
  readonly version: string;
  readonly package: string;
}

const HOME = path.resolve(".cache", "terraform");
/** Tests may start before everything is built; they wait for this file (__tests__/support/terraform.ts). */
const COMPLETE = path.join(HOME, "complete");
const FAILED = path.join(HOME, "failed");

/** 1.5.7 is the last version under the Mozilla Public License. */
const TERRAFORM: Program = {
  module: "terraform",
  package: "github.com/hashicorp/terraform",
  target: path.join(HOME, "bin", "terraform"),
};
const PROVIDERS: readonly Provider[] = [
  { version: "1.0.0", package: "github.com/hashicorp/terraform-provider-azurestack" },
  // The newest available version that logs in with a certificate.
  { version: "0.10.0", package: "github.com/terraform-providers/terraform-provider-azurestack" },
];

/** The content of `complete`. If it differs, everything is built again. */
const CONTENT = JSON.stringify([TERRAFORM.package, PROVIDERS]);

/** No optimisation and no debugging information: this takes three fifths of the time of a normal build. */
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
  // The platform in Terraform's spelling: `linux_amd64`.
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

/** @param host the host from which Terraform believes the provider comes; the mirror has a folder with this name */
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
