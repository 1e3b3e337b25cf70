import { execFile } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { promisify } from "node:util";
import { expect, onTestFinished, test } from "vitest";

const PROVISION = path.resolve("src", "provision");
const POOL = `
import json, sys
sys.path.insert(0, sys.argv[1])
import children
pool = children.Pool(sys.argv[2], {}, lambda done, total: None)
for answer, task in pool.work([{"wheel": str(number)} for number in range(4)]):
    print(json.dumps(answer))
`;

/** Runs four tasks in a pool of workers. @param worker Python code for one task @returns the answers */
async function answersOf(worker: string): Promise<readonly unknown[]> {
  const folder = mkdtempSync(path.join(tmpdir(), "azs-unit-"));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  const script = path.join(folder, "worker.py");
  writeFileSync(
    script,
    `import json, sys, warnings\nfor line in sys.stdin:\n    if "wheel" in line:\n        ${worker}\n`,
  );
  const { stdout } = await promisify(execFile)("/usr/bin/python3", ["-I", "-B", "-c", POOL, PROVISION, script], {
    timeout: 20_000,
  });
  return stdout
    .trim()
    .split("\n")
    .map((line) => JSON.parse(line) as unknown);
}

test("a worker that writes more to standard error than a pipe holds goes on", async () => {
  const answers = await answersOf('print("x" * 1_000_000, file=sys.stderr); print("{}", flush=True)');
  expect(answers).toEqual([{}, {}, {}, {}]);
});

test("a worker warns of nothing: packages are full of invalid escape sequences", async () => {
  const answers = await answersOf('warnings.warn("warned"); print("said", file=sys.stderr); sys.exit(3)');
  expect(answers).toEqual(Array(4).fill({ failed: "said" }));
});

test("a worker that ends without output is reported with its exit code", async () => {
  expect(await answersOf("sys.exit(3)")).toEqual(Array(4).fill({ failed: "a worker ended with 3" }));
});
