/**
 * `npm run package`: makes the extension for Azure DevOps, `build/azs-login-<version>.vsix`, from what is committed.
 *
 * The Marketplace takes a publisher's own name: `npm run package -- --publisher NAME`.
 */
import { execFileSync } from "node:child_process";
import { copyFileSync, cpSync, mkdirSync, readFileSync, rmSync } from "node:fs";
import path from "node:path";
import { parseArgs } from "node:util";

const { values } = parseArgs({ options: { publisher: { type: "string" } } });
const { version } = JSON.parse(readFileSync("package.json", "utf8")) as { readonly version: string };
const staged = path.join("build", "extension");
const file = path.join("build", `azs-login-${version}.vsix`);

rmSync(staged, { recursive: true, force: true });
mkdirSync("build", { recursive: true });
cpSync("azure-pipelines", staged, { recursive: true });
copyFileSync("LICENSE", path.join(staged, "LICENSE"));
copyFileSync(path.join("docs", "pipelines.md"), path.join(staged, "overview.md"));
execFileSync(
  path.join("node_modules", ".bin", "tfx"),
  [
    ...["extension", "create", "--no-color", "--root", staged, "--manifests", "vss-extension.json"],
    ...["--output-path", file],
    ...["--override", JSON.stringify({ version, ...(values.publisher && { publisher: values.publisher }) })],
  ],
  { stdio: ["ignore", "ignore", "inherit"] },
);
console.log(file);
