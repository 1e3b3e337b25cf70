/** On Windows, too, the step installs an az if none on the machine works with a stamp. */
import { mkdirSync } from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";
import { SYSTEM_PATH } from "../../emulator/windows/runner.ts";
import { asWindows, NEWEST_AZ, pythonOf } from "../../emulator/windows/wine.ts";
import { azSays, expectCleanPost, expectLoggedIn, placesOf, useWindows, WHEELS } from "./support.ts";

const { openScene } = useWindows();

test("beside the newest az, on the Python of its MSI; a later job without any az takes the same", async () => {
  const newest = `${SYSTEM_PATH};${path.win32.dirname(NEWEST_AZ)}`;
  const first = await openScene({ idp: "adfs" }, { path: newest });
  const tools = path.join(path.dirname(first.runner.home), "shared-tools");
  mkdirSync(tools);
  const variables = { RUNNER_TOOL_CACHE: asWindows(tools) };
  Object.assign(first.runner.base, variables);
  const before = placesOf(first.runner);
  const installing = await first.runner.main({ ...first.inputs, "az-wheels": WHEELS });
  expectLoggedIn(installing);
  expect(installing.log).toContain(`(${pythonOf(NEWEST_AZ)}) into`);
  expect(installing.log).toContain("1888 modules compiled");
  const az = first.runner.outputs["az-path"] ?? "";
  expect(az).toMatch(/azs-login-az.*\\launcher\\az\.cmd$/);
  expect(await azSays(first.runner, "account show")).toMatchObject({ environmentName: "AzureStackUser" });
  await expectCleanPost(first.runner, before);

  const second = await openScene({}, { path: SYSTEM_PATH, environment: variables });
  const login = await second.runner.main(second.inputs);
  expectLoggedIn(login);
  expect(login.log).not.toContain("installing");
  expect(second.runner.outputs["az-path"]).toBe(az);
  await expectCleanPost(second.runner);
});
