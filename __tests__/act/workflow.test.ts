import { execFile } from "node:child_process";
import { readdir, writeFile } from "node:fs/promises";
import path from "node:path";
import { promisify } from "node:util";
import { expect, test } from "vitest";
import { SYSTEM_PATH } from "../../emulator/job.ts";
import { read } from "../contract/repository.ts";
import { temporary } from "../support/provisioning.ts";
import { describeWithAct } from "./support/act.ts";

const [, WORKFLOW = ""] = /^## First workflow\n+```yaml\n([\s\S]*?)^```$/m.exec(read("README.md")) ?? [];

describeWithAct("npm run workflow", () => {
  test("runs README's first workflow against an emulated stamp, and leaves nothing", async () => {
    const [folder, scratch] = [await temporary("own-"), await temporary("scratch-")];
    const file = path.join(folder, "azure.yml");
    await writeFile(file, WORKFLOW);
    const az = path.resolve(".cache/az/bin");
    const env = { PATH: `${az}:${SYSTEM_PATH}`, TMPDIR: scratch };
    const { stdout } = await promisify(execFile)(process.execPath, ["scripts/workflow.ts", file], { env });
    expect(stdout).toContain("Success - Main az group list --output table");
    expect(stdout).toContain("Success - Post org/azs-login@v1");
    expect(stdout).not.toContain("PRIVATE KEY");
    expect(await readdir(scratch)).toEqual([]);
    expect(await readdir(folder)).toEqual(["azure.yml"]);
  });
});
