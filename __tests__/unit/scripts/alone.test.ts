import { execFile } from "node:child_process";
import { mkdir, readFile, writeFile } from "node:fs/promises";
import path from "node:path";
import { promisify } from "node:util";
import { expect, test } from "vitest";
import { SYSTEM_PATH } from "../../../emulator/job.ts";
import { temporary } from "../../support/provisioning.ts";

const SCRIPT = path.resolve("scripts/terraform.ts");
/** Takes some time, and builds a program that answers like Terraform. */
const GO = `#!/bin/sh
[ "$1" = env ] && { echo linux; echo amd64; exit; }
while [ "$1" != -o ]; do shift; done
echo "$2" >>"$BUILT"
sleep 0.5
mkdir -p "$(dirname "$2")"
printf '#!/bin/sh\\necho "provider[packages.example/hashicorp/azurestack]"\\n' >"$2"
chmod +x "$2"
`;

test.skipIf(process.platform === "win32")(
  "CI and npm test at once build Terraform once, and a third run nothing",
  async () => {
    const folder = await temporary("alone-");
    for (const name of ["bin", "examples/terraform"]) await mkdir(path.join(folder, name), { recursive: true });
    await writeFile(path.join(folder, "bin", "go"), GO, { mode: 0o755 });
    const built = path.join(folder, "built");
    const env = { PATH: `${path.join(folder, "bin")}:${SYSTEM_PATH}`, BUILT: built };
    const make = () => promisify(execFile)(process.execPath, [SCRIPT], { cwd: folder, env });
    await Promise.all([make(), make()]);
    await make();
    const targets = (await readFile(built, "utf8")).trimEnd().split("\n");
    expect(targets).toHaveLength(3);
    expect(new Set(targets).size).toBe(3);
  },
);
