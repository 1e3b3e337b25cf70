/**
 * `npm run terraform`: builds Terraform and its provider azurestack from their Go modules into .cache/terraform, for the
 * tests: bin/terraform, and providers/ as a mirror that Terraform installs from. Does nothing where they are there.
 * Needs Go, 1.19 or later. The go.sum of each has the hashes of everything that goes into it.
 */
import { execFileSync } from "node:child_process";
import { existsSync } from "node:fs";
import path from "node:path";

interface Program {
  /** The folder with its go.mod, below scripts/terraform. */
  readonly module: string;
  readonly package: string;
  readonly target: string;
}

const HOME = path.resolve(".cache", "terraform");

/** The platform as Terraform writes it: `linux_amd64`. */
const PLATFORM = execFileSync("go", ["env", "GOOS", "GOARCH"], { encoding: "utf8" }).trim().replace("\n", "_");

const PROGRAMS: readonly Program[] = [
  {
    // 1.5.7, the last one under the Mozilla Public License.
    module: "terraform",
    package: "github.com/hashicorp/terraform",
    target: path.join(HOME, "bin", "terraform"),
  },
  provider("1.0.0", "github.com/hashicorp/terraform-provider-azurestack"),
  // The newest one to be had that logs in with a certificate.
  provider("0.10.0", "github.com/terraform-providers/terraform-provider-azurestack"),
];

/** Not optimised and without debugging information: that takes three fifths of the time to build. */
const FLAGS = ["-gcflags=all=-N -l -dwarf=false", "-ldflags=-s -w", "-buildvcs=false"];

for (const { module, package: name, target } of PROGRAMS) {
  if (existsSync(target)) continue;
  console.log(`Building ${path.relative(".", target)} …`);
  execFileSync("go", ["build", ...FLAGS, "-o", target, name], {
    cwd: path.join(import.meta.dirname, "terraform", module),
    stdio: ["ignore", "inherit", "inherit"],
    env: { ...process.env, GOTOOLCHAIN: "local" },
  });
}

function provider(version: string, name: string): Program {
  const folder = path.join("registry.terraform.io", "hashicorp", "azurestack", version, PLATFORM);
  const target = path.join(HOME, "providers", folder, "terraform-provider-azurestack");
  return { module: `azurestack-${version}`, package: name, target };
}
