/** Replacements for third-party actions, which would come from GitHub; no test uses GitHub. */
import { cp } from "node:fs/promises";
import path from "node:path";
import { expect } from "vitest";
import type { Runner } from "../../../emulator/runner.ts";
import { ROOT } from "../../contract/repository.ts";
import { place } from "./machine.ts";
import type { Texts } from "./workflow.ts";

/** The user's repository: the example's folder and the user's own files beside it. */
export interface Repository {
  readonly example: string;
  readonly files: Texts;
}

type StandIn = (runner: Runner, repository: Repository, inputs: Texts) => Promise<void>;

const STAND_INS: Readonly<Record<string, StandIn>> = {
  async "actions/checkout"(runner, { example, files }, inputs) {
    expect(inputs).toEqual({ "persist-credentials": "false" });
    await cp(path.join(ROOT, "examples", example), runner.workspace, { recursive: true });
    await place(runner.workspace, files);
  },

  /** The Node that runs the tests, and the machine's npm. */
  async "actions/setup-node"(runner, _, inputs) {
    expect(process.version).toMatch(new RegExp(`^v${inputs["node-version"]}\\.`));
    await addPath(runner, path.dirname(process.execPath));
  },

  /** The Terraform that `npm run terraform` built. */
  async "hashicorp/setup-terraform"(runner, _, inputs) {
    expect(inputs["terraform_wrapper"]).toBe("false");
    await addPath(runner, path.resolve(".cache/terraform/bin"));
  },
};

async function addPath(runner: Runner, folder: string): Promise<void> {
  const step = await runner.step("sh", ["-c", 'echo "$0" >> "$GITHUB_PATH"', folder]);
  expect(step.exitCode, step.log).toBe(0);
}

/** @param uses `owner/name@commit` */
export async function standIn(uses: string, inputs: Texts, runner: Runner, repository: Repository): Promise<void> {
  const [name = "", commit] = uses.split("@");
  const action = STAND_INS[name];
  if (action === undefined) throw new Error(`nothing stands in for ${name}`);
  expect(commit, uses).toMatch(/^[0-9a-f]{40}$/);
  await action(runner, repository, inputs);
}
