import { beforeEach, expect, test } from "vitest";
import { runInstallation } from "../../../src/az/installations.ts";
import { failureOf } from "../failures.ts";
import { machine } from "../provision/install-folders.ts";

let place: ReturnType<typeof machine>;
beforeEach(() => {
  place = machine();
});

/** Starts processes of an az that do not describe themselves, or only from this start on. */
function running(speaksAfter: number) {
  let starts = 0;
  return {
    starts: () => starts,
    async use() {
      starts += 1;
      const description = { version: "2.66.2", profiles: ["2020-09-01-hybrid"], certifi: "/certifi" };
      return {
        description: Promise.resolve(starts > speaksAfter ? description : undefined),
        run: () => expect.unreachable("nothing is to run"),
        close: async () => undefined,
      };
    },
    close: async () => undefined,
  };
}

/** An installation that exists; none may be made. */
async function start(az: ReturnType<typeof running>) {
  await place.provision();
  return runInstallation("2.66.2", "2020-09-01-hybrid", az, {
    installFolders: place.installFolders,
    journal: { record: async () => expect.unreachable("no installation is to be announced") },
    installation: {
      wheels: undefined,
      toolCache: undefined,
      ownPython: undefined,
      processes: { run: () => expect.unreachable("no Python"), start: () => expect.unreachable("no installer") },
      report: () => undefined,
      debug: () => undefined,
    },
  });
}

test("an installed az that ends at once is started a second time", async () => {
  const az = running(1);
  expect((await start(az)).description.version).toBe("2.66.2");
  expect(az.starts()).toBe(2);
});

test("one that ends the second time too does not start", async () => {
  const az = running(2);
  const { problem } = await failureOf("AZS507", () => start(az));
  expect(problem).toContain(`${place.installFolders.toolCache}/azs-login-az/2.66.2`);
  expect(az.starts()).toBe(2);
});
