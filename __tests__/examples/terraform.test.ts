import { spawnSync } from "node:child_process";
import { stripVTControlCharacters } from "node:util";
import { expect, test } from "vitest";
import { needsTerraform, PROVIDERS, TERRAFORM } from "../support/terraform.ts";
import { codeOf, pages, read as readPage } from "../unit/docs/markdown.ts";
import { runExample } from "./support/examples.ts";
import { place } from "./support/machine.ts";

needsTerraform();

/** The machine's Terraform settings: providers come from this folder, and no registry is asked. */
const settings = `provider_installation {\n  filesystem_mirror {\n    path = "${PROVIDERS}"\n  }\n}\n`;

test("HCL in README and docs is valid", async () => {
  const blocks = pages().flatMap((page) => codeOf(readPage(page), "hcl"));
  expect(blocks).not.toEqual([]);
  for (const page of pages()) expect(readPage(page), page).not.toMatch(/`(?:provider|resource|terraform) [^`\n]*\{/);
  for (const block of blocks) {
    const { status, stderr } = spawnSync(TERRAFORM, ["fmt", "-check", "-"], { input: `${block}\n`, encoding: "utf8" });
    expect(status, `${block}\n${stderr}`).toBe(0);
  }
});

test("terraform", async () => {
  const [run] = await runExample("terraform", () => ({
    machine: { environment: { CHECKPOINT_DISABLE: "1" } },
    configuration: async ({ endpoint, application, roots }, runner) => {
      await place(runner.home, { ".terraformrc": settings });
      return {
        vars: { AZS_ENDPOINT: endpoint, AZS_CLIENT_ID: application.clientId, AZS_CA_CERTIFICATE: roots.pem },
        secrets: { AZS_CLIENT_SECRET: application.secret },
      };
    },
  }));
  const log = (step: string) => stripVTControlCharacters(run?.logs[step] ?? "");
  expect(log("Plan")).toContain("Plan: 1 to add, 0 to change, 0 to destroy.");
  expect(log("Apply")).toContain("Apply complete! Resources: 1 added");
  expect(log("Clean up")).toContain("Destroy complete! Resources: 1 destroyed.");
  const changes = run?.emulator.requests.filter(({ method }) => method === "PUT" || method === "DELETE");
  expect(changes?.map(({ method, status }) => [method, status])).toEqual([
    ["PUT", 201],
    ["DELETE", 202],
  ]);
});
