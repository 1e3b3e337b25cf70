import { expect, test } from "vitest";
import { commandsWork } from "../support/az-commands.ts";
import { describeEachAz, type TestAz } from "../support/azs.ts";
import { setScene } from "../support/stamp.ts";

const BUILDS = {
  "1807": "2017-03-09-profile",
  "1808": "2018-03-01-hybrid",
  "2008": "2019-03-01-hybrid",
  "2311": "2020-09-01-hybrid",
} as const;

/** The step finds the profile in the same way whatever its az is, so only one az is tested with every build. */
const BUILDS_OF: Readonly<Record<TestAz["name"], readonly (keyof typeof BUILDS)[]>> = {
  "az 2.45": ["1807", "2311"],
  "az 2.66": ["1807", "1808", "2008", "2311"],
};

describeEachAz("profile: auto", (az) => {
  for (const build of BUILDS_OF[az.name]) {
    const profile = BUILDS[build];
    test(`build ${build} is worked with in ${profile}`, async () => {
      const scene = await setScene({ build });
      const step = await scene.runner.main({ ...scene.inputs, "az-path": az.path });
      expect(step.exitCode, step.log).toBe(0);
      expect(scene.runner.outputs["profile"]).toBe(profile);
      const asked = scene.emulator.requests.length;
      await commandsWork(scene.runner, az.python, [
        ["group", "create", "-n", "g", "-l", "local"],
        ["group", "list"],
        ["provider", "list"],
      ]);
      const refused = scene.emulator.requests.slice(asked).filter(({ status }) => status >= 400);
      expect(refused).toEqual([]);
    });
  }

  if (az.name === "az 2.45") return;
  test("the emulator refuses requests of a profile that the build does not support", async () => {
    const scene = await setScene({ build: "1808" });
    const step = await scene.runner.main({ ...scene.inputs, profile: "2020-09-01-hybrid", "az-path": az.path });
    expect(step.exitCode, step.log).toBe(0);
    const later = await scene.runner.step(az.path, ["group", "create", "-n", "g", "-l", "local"]);
    expect(later.exitCode).not.toBe(0);
    expect(later.log).toMatch(/InvalidApiVersionParameter|NoRegisteredProviderFound/);
  });
});
