/** The Azure Pipelines task on a Windows agent. */
import { readdirSync, rmSync } from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";
import { expectPassed, secretConnection } from "../pipelines/support.ts";
import { azSays, placesOf, useWindows } from "./support.ts";

const { openPipeline } = useWindows();

test("logs in by a service connection; a script uses az; the post-job stage leaves nothing", async () => {
  const { agent, inputs } = await openPipeline(secretConnection);
  const before = placesOf(agent);
  const login = await agent.main(inputs);
  expectPassed(login);
  expect(login.log).toContain("Logged in ");
  expect(await azSays(agent, "account show")).toMatchObject({ environmentName: "AzureStack" });
  const post = await agent.post();
  expectPassed(post);
  // The agent reads the file some time after the step, and empties the folder itself.
  const [summary = ""] = readdirSync(agent.temp);
  rmSync(path.join(agent.temp, summary));
  expect(summary).toMatch(/\.md$/);
  expect(placesOf(agent)).toEqual(before);
});
