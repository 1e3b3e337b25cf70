/**
 * `npm run package`: makes the extension for Azure DevOps, `build/azs-login-<version>.vsix`, from the current working
 * tree: azure-pipelines/ with its bundle, which is built first if src/ has changed, and docs/pipelines.md.
 *
 * The Marketplace requires the publisher's own name: `npm run package -- --publisher NAME`.
 */
import { copyFileSync, cpSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { program } from "../emulator/program/ending.ts";
import { readOptions } from "../emulator/program/options.ts";
import { read } from "../emulator/program/running.ts";
import { buildOutdatedTask } from "./bundle.ts";

const USAGE = `npm run package -- [--publisher NAME]
Makes the extension for Azure DevOps from the working tree, in build/.`;

const { version } = JSON.parse(readFileSync("package.json", "utf8")) as { readonly version: string };
const staged = path.join("build", "extension");
const file = path.join("build", `azs-login-${version}.vsix`);

await program(async () => {
  const { values } = readOptions(USAGE, { options: { publisher: { type: "string" } } });
  buildOutdatedTask();
  rmSync(staged, { recursive: true, force: true });
  mkdirSync("build", { recursive: true });
  cpSync("azure-pipelines", staged, { recursive: true });
  copyFileSync("LICENSE", path.join(staged, "LICENSE"));
  writeFileSync(path.join(staged, "overview.md"), overview());
  const override = JSON.stringify({ version, ...(values.publisher && { publisher: values.publisher }) });
  const create = ["extension", "create", "--no-color", "--root", staged, "--manifests", "vss-extension.json"];
  const command = [...create, "--output-path", file, "--override", override];
  await read(path.join("node_modules", ".bin", "tfx"), command, { doing: "Packing the extension" });
  console.log(file);
});

/** The extension's page on the Marketplace: docs/pipelines.md, with absolute links to other pages of the repository. */
function overview(): string {
  const here = `https://github.com/org/azs-login/blob/v${version}/docs/pipelines.md`;
  return readFileSync(path.join("docs", "pipelines.md"), "utf8")
    .replaceAll(/<!--.*?-->\n*/gs, "")
    .replaceAll(/\]\((?!https:|#)([^)]+)\)/g, (_, link: string) => `](${new URL(link, here).href})`);
}
