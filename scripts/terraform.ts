/**
 * `npm run terraform`: builds Terraform and its provider azurestack from their Go modules into .cache/terraform, for
 * the tests: bin/terraform, and providers/ as a mirror that Terraform installs from. Does nothing where they are there.
 * Needs Go, 1.19 or later, and no C compiler. The go.sum of each has the hashes of everything that goes into it.
 */
import { execFileSync } from "node:child_process";
import { existsSync, mkdirSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";

interface Program {
  /** The folder with its go.mod, below scripts/terraform. */
  readonly module: string;
  readonly package: string;
  readonly target: string;
}

const HOME = path.resolve(".cache", "terraform");
/** Tests may start before everything is built: they look for one of these (__tests__/support/terraform.ts). */
const COMPLETE = path.join(HOME, "complete");
const FAILED = path.join(HOME, "failed");

mkdirSync(HOME, { recursive: true });
rmSync(FAILED, { force: true });
process.once("exit", (status) => {
  if (status !== 0) writeFileSync(FAILED, "");
});

/** The platform as Terraform writes it: `linux_amd64`. */
const PLATFORM = execFileSync("go", ["env", "GOOS", "GOARCH"], { encoding: "utf8" }).trim().replace("\n", "_");

/** 1.5.7, the last one under the Mozilla Public License. */
const TERRAFORM: Program = {
  module: "terraform",
  package: "github.com/hashicorp/terraform",
  target: path.join(HOME, "bin", "terraform"),
};
const PROVIDERS: readonly Program[] = [
  provider("1.0.0", "github.com/hashicorp/terraform-provider-azurestack"),
  // The newest one to be had that logs in with a certificate.
  provider("0.10.0", "github.com/terraform-providers/terraform-provider-azurestack"),
];

/** Not optimised and without debugging information: that takes three fifths of the time to build. */
const FLAGS = ["-gcflags=all=-N -l -dwarf=false", "-ldflags=-s -w", "-buildvcs=false"];

build(TERRAFORM);
const host = providerHost();
for (const one of PROVIDERS) build({ ...one, target: path.join(HOME, "providers", host, one.target) });
writeFileSync(COMPLETE, "");

function build({ module, package: name, target }: Program): void {
  if (existsSync(target)) return;
  rmSync(COMPLETE, { force: true });
  console.log(`Building ${path.relative(".", target)} …`);
  execFileSync("go", ["build", ...FLAGS, "-o", target, name], {
    cwd: path.join(import.meta.dirname, "terraform", module),
    stdio: ["ignore", "inherit", "inherit"],
    env: { ...process.env, GOTOOLCHAIN: "local", CGO_ENABLED: "0" },
  });
}

/** The target is below the folder of the host that Terraform takes the provider to be from. */
function provider(version: string, name: string): Program {
  const target = path.join("hashicorp", "azurestack", version, PLATFORM, "terraform-provider-azurestack");
  return { module: `azurestack-${version}`, package: name, target };
}

function providerHost(): string {
  const options = { cwd: path.resolve("examples", "terraform"), encoding: "utf8" } as const;
  const named = execFileSync(TERRAFORM.target, ["providers"], { ...options, env: { CHECKPOINT_DISABLE: "1" } });
  const [, name] = /provider\[([^/\]]+)\//.exec(named) ?? [];
  if (name === undefined) throw new Error(`terraform providers names none: ${named}`);
  return name;
}
