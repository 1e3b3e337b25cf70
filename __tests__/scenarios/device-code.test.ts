import { readdir, writeFile } from "node:fs/promises";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { describe, expect, test } from "vitest";
import type { StepResult } from "../../emulator/runner.ts";
import { killWhen } from "../support/killing.ts";
import { watchCommandLines } from "../support/watch.ts";
import {
  AZ,
  changed,
  expectFailure,
  expectLogin,
  expectSilentPost,
  openAzScene,
  requestsTo,
  withAz,
} from "./support.ts";

const DEVICE_CODE = { "client-id": undefined, "client-secret": undefined, "auth-type": "device-code" };
const POLLED = { path: /\/token\/?$/ };

/** Runs the step. Once it has printed the code and waits, `then` is called. */
async function whileItWaits(
  { emulator, runner, inputs }: Awaited<ReturnType<typeof openAzScene>>,
  then: (soFar: string) => void,
): Promise<StepResult> {
  let printed = "";
  let ended = false;
  const step = runner.main(changed(inputs, DEVICE_CODE), (child) => {
    child.stdout?.on("data", (text: string) => {
      printed += text;
    });
  });
  step.finally(() => {
    ended = true;
  });
  while (requestsTo(emulator, POLLED).length === 0 && !ended) await sleep(20);
  then(printed);
  return step;
}

// The tests run at the same time, because they mostly wait.
type End = Parameters<typeof openAzScene>[2];
const PAGES = { aad: "https://microsoft.com/devicelogin", adfs: "https://adfs.local.azurestack.external/adfs/" };

describe.each(["aad", "adfs"] as const)("a device code, %s", { concurrent: true }, (idp) => {
  const open = (whenFinished: End) =>
    openAzScene({ idp, deviceCodeInterval: 1, deviceCodeLifetime: 4 }, {}, whenFinished);

  withAz("is shown at once, and waits for the person", { timeout: 60_000 }, async ({ onTestFinished }) => {
    const scene = await openAzScene({ idp, deviceCodeInterval: 1 }, {}, onTestFinished);
    const { emulator, runner } = scene;
    let notice = "";
    const step = await whileItWaits(scene, (soFar) => {
      notice = soFar.split("\n").find((line) => line.startsWith("::notice")) ?? "";
      emulator.decideDeviceCodes("approve");
    });
    expect(notice).toContain(PAGES[idp]);
    expect(notice).toMatch(/enter the code [A-Z0-9]{9} /);
    await expectLogin(runner, step);
    expect(step.raw.match(/^::notice/gm)).toHaveLength(1);
    expect(step.raw).toContain(`Logged in ${emulator.users.plain.name} (`);
    expect(runner.outputs).toMatchObject({
      "object-id": emulator.users.plain.objectId,
      "tenant-id": emulator.tenantId,
      profile: "2020-09-01-hybrid",
    });
    const later = await runner.step("/usr/bin/az", ["group", "list"]);
    expect(later.exitCode, later.log).toBe(0);
    await expectSilentPost(runner);
    expect([await readdir(runner.temp), await readdir(runner.home)]).toEqual([[], []]);
  });

  withAz("that the person declines", { timeout: 60_000 }, async ({ onTestFinished }) => {
    const scene = await open(onTestFinished);
    const step = await whileItWaits(scene, () => scene.emulator.decideDeviceCodes("decline"));
    const text = await expectFailure(scene.runner, step, "AZS421");
    expect(text).toContain(idp === "aad" ? "AADSTS65004" : "denied");
    await expectSilentPost(scene.runner);
  });

  withAz("that nobody enters in time", { timeout: 60_000 }, async ({ onTestFinished }) => {
    const scene = await open(onTestFinished);
    const text = await expectFailure(
      scene.runner,
      await scene.runner.main(changed(scene.inputs, DEVICE_CODE)),
      "AZS420",
    );
    expect(text).toContain("run the step again");
    await expectSilentPost(scene.runner);
  });
});

describe("a device code", { concurrent: true }, () => {
  withAz(
    "whose job is cancelled leaves no az behind, and post nothing else",
    { timeout: 60_000 },
    async ({ onTestFinished }) => {
      const { emulator, runner, inputs } = await openAzScene({ deviceCodeInterval: 1 }, {}, onTestFinished);
      await killWhen(runner, changed(inputs, DEVICE_CODE), () => requestsTo(emulator, POLLED).length > 1);
      await expectSilentPost(runner);
      expect([await readdir(runner.temp), await readdir(runner.home)]).toEqual([[], []]);
      const polls = requestsTo(emulator, POLLED).length;
      await sleep(1500);
      expect(requestsTo(emulator, POLLED)).toHaveLength(polls);
    },
  );

  withAz(
    "logs in with the profile that the stamp turns out to have",
    { timeout: 60_000 },
    async ({ onTestFinished }) => {
      const scene = await openAzScene({ build: "1808", deviceCodeInterval: 1 }, {}, onTestFinished);
      await expectLogin(scene.runner, await whileItWaits(scene, () => scene.emulator.decideDeviceCodes("approve")));
      expect(scene.runner.outputs["profile"]).toBe("2018-03-01-hybrid");
      const later = await scene.runner.step("/usr/bin/az", ["cloud", "show", "--query", "profile"]);
      expect(later.log).toContain("2018-03-01-hybrid");
      expect((await scene.runner.step("/usr/bin/az", ["group", "list"])).exitCode).toBe(0);
    },
  );

  withAz("at a stamp without subscriptions", { timeout: 60_000 }, async ({ onTestFinished }) => {
    const scene = await openAzScene({ subscriptions: "none", deviceCodeInterval: 1 }, {}, onTestFinished);
    const step = await whileItWaits(scene, () => scene.emulator.decideDeviceCodes("approve"));
    expect(await expectFailure(scene.runner, step, "AZS410")).toContain("whoever enters the device code");
  });

  withAz("at an AD FS that refuses scopes", { timeout: 60_000 }, async ({ onTestFinished }) => {
    const scene = await openAzScene(
      { idp: "adfs", acceptsDefaultScope: false, deviceCodeInterval: 1 },
      {},
      onTestFinished,
    );
    const step = await whileItWaits(scene, () => scene.emulator.decideDeviceCodes("approve"));
    const text = await expectFailure(scene.runner, step, "AZS422");
    expect(text).toContain("MSIS9605");
    expect(text).toContain("username and password");
  });

  withAz("is not asked for where az could outlive the job: its Python is not known", async ({ onTestFinished }) => {
    const { emulator, runner, inputs } = await openAzScene({}, {}, onTestFinished);
    const opaque = path.join(runner.workspace, "az");
    await writeFile(opaque, `#!/bin/sh\nexec ${AZ} "$@"\n`, { mode: 0o755 });
    const step = await runner.main(changed(inputs, { ...DEVICE_CODE, "az-path": opaque }));
    expect(await expectFailure(runner, step, "AZS510")).toContain(opaque);
    expect(requestsTo(emulator, { path: /\/devicecode$/ })).toEqual([]);
  });

  withAz("is shown where the job wants to see errors only", { timeout: 60_000 }, async ({ onTestFinished }) => {
    const scene = await openAzScene({ deviceCodeInterval: 1 }, { AZURE_CORE_ONLY_SHOW_ERRORS: "true" }, onTestFinished);
    let shown = "";
    const step = await whileItWaits(scene, (soFar) => {
      shown = soFar;
      scene.emulator.decideDeviceCodes("approve");
    });
    expect(shown).toContain("::notice::To sign in");
    await expectLogin(scene.runner, step);
    expect(scene.runner.exported).not.toHaveProperty("AZURE_CLIENT_ID");
    expect(scene.runner.outputs["client-id"]).toBe("");
  });

  test("needs an az of today: one that is asked for by its version is refused", async ({ onTestFinished }) => {
    const { runner, inputs } = await openAzScene({}, {}, onTestFinished);
    const step = await runner.main(changed(inputs, { ...DEVICE_CODE, "az-path": undefined, "az-version": "2.29.2" }));
    expect(await expectFailure(runner, step, "AZS508")).toContain("2.30");
  });

  withAz("leaves no token on a command line or in the log", { timeout: 60_000 }, async ({ onTestFinished }) => {
    const scene = await openAzScene({ deviceCodeInterval: 1 }, {}, onTestFinished);
    const watch = watchCommandLines();
    const step = await whileItWaits(scene, () => scene.emulator.decideDeviceCodes("approve"));
    watch.stop();
    await expectLogin(scene.runner, step);
    expect(watch.commandLines.filter((line) => /eyJ[\w-]{20,}/.test(line))).toEqual([]);
    expect(step.log).not.toMatch(/eyJ[\w-]{20,}/);
  });
});
