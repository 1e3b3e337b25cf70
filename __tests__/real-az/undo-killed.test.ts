/**
 * Nothing may be left behind by a post step that is killed with its children, by steps that are paused, or by jobs that
 * died.
 */

import { execFileSync } from "node:child_process";
import { mkdirSync, readdirSync, readFileSync, rmSync, statSync, symlinkSync, utimesSync } from "node:fs";
import { rm } from "node:fs/promises";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { expect, onTestFinished, test } from "vitest";
import { SYSTEM_PATH } from "../../emulator/job.ts";
import { createRunner } from "../../emulator/runner.ts";
import { startEmulator } from "../../emulator/server.ts";
import { changed, expectLogin, openAzScene, scenarioInputs, withAz } from "../scenarios/support.ts";
import { DIST } from "../support/bundles.ts";
import { killWhen } from "../support/killing.ts";
import { ANCHORS, alone, CERTIFICATES, snapshotWithStores } from "../support/machine-stores.ts";
import { killWithChildren, type Moments, moments } from "../support/moments.ts";
import { POST_LOG } from "../support/post-log.ts";
import type { Scene } from "../support/stamp.ts";
import { temporaryFolder } from "../unit/folder.ts";

const BUNDLE = `${CERTIFICATES}/ca-certificates.crt`;

alone();

const system = ({ inputs }: Scene) => changed(inputs, { "trust-stores": "bundle, system" });
const trusts = ({ emulator }: Scene) => readFileSync(BUNDLE, "utf8").includes(emulator.roots.pem.trim());

async function openOn(machine: Moments): Promise<Scene> {
  const emulator = await startEmulator();
  const environment = { HTTPS_PROXY: emulator.proxyUrl };
  const runner = await createRunner({ dist: DIST, path: SYSTEM_PATH, environment, through: await machine.through() });
  onTestFinished(async () => {
    await emulator.close();
    await runner.dispose();
  });
  return { emulator, runner, inputs: await scenarioInputs(emulator, runner) };
}

/** Every start of a program is a moment. Testing all of them takes ten minutes. */
const EVERY = process.env["MOMENTS"] === "all" ? 1 : 11;

withAz("post killed at what it starts, with its children, then post again", { timeout: 900_000 }, async () => {
  const machine = moments(temporaryFolder());
  const scene = await openOn(machine);
  const before = await snapshotWithStores();
  const login = async () => {
    machine.stopAt(0, "before", "KILL");
    await expectLogin(scene.runner, await scene.runner.main(system(scene)));
    expect(trusts(scene)).toBe(true);
  };
  await login();
  machine.stopAt(0, "before", "KILL");
  expect(await scene.runner.post()).toMatchObject({ exitCode: 0, log: POST_LOG });
  expect(await snapshotWithStores()).toEqual(before);
  const starts = machine.count();
  expect(starts).toBeGreaterThan(10);
  for (let moment = 0; moment < 2 * starts; moment += EVERY) {
    const at = [1 + Math.floor(moment / 2), moment % 2 === 0 ? "before" : "after"] as const;
    await login();
    machine.stopAt(...at, "KILL");
    const killed = await scene.runner.post(-1, machine.watch);
    expect(killed.exitCode, `${at}`).toBeNull();
    machine.stopAt(0, "before", "KILL");
    expect(await scene.runner.post(), `${at}`).toMatchObject({ exitCode: 0, log: POST_LOG });
    expect(await snapshotWithStores(), `${at}`).toEqual(before);
    expect(readdirSync(scene.runner.temp), `${at}`).toEqual([]);
  }
});

withAz("post killed after so many milliseconds, with its children, then post again", { timeout: 300_000 }, async () => {
  const scene = await openAzScene();
  const before = await snapshotWithStores();
  for (const milliseconds of [60, 120, 180, 260]) {
    await expectLogin(scene.runner, await scene.runner.main(system(scene)));
    await scene.runner.post(-1, (child) => setTimeout(() => killWithChildren(child), milliseconds));
    expect(await scene.runner.post(), `${milliseconds}`).toMatchObject({ exitCode: 0, log: POST_LOG });
    expect(await snapshotWithStores(), `${milliseconds}`).toEqual(before);
    expect(readdirSync(scene.runner.temp)).toEqual([]);
  }
});

// If the owner of a lock is paused, it finds that another job has taken the lock when it continues.
withAz("a step paused while it changes a store takes nothing from a job that came meanwhile", async () => {
  const machine = moments(temporaryFolder());
  const paused = await openOn(machine);
  const other = await openAzScene();
  const before = await snapshotWithStores();
  // In the middle of the bundle's change: the anchor is written, the new bundle is not in its place yet.
  machine.stopAt(14, "after", "STOP");
  let pid = 0;
  const main = paused.runner.main(system(paused), (child) => {
    pid = child.pid ?? 0;
    machine.watch(child);
  });
  for (let waited = 0; !isStopped(pid); waited += 50) {
    expect(waited).toBeLessThan(30_000);
    await sleep(50);
  }
  await expectLogin(other.runner, await other.runner.main(system(other)));
  expect(trusts(other)).toBe(true);
  expect(await other.runner.post()).toMatchObject({ exitCode: 0, log: POST_LOG });
  process.kill(pid, "SIGCONT");
  await expectLogin(paused.runner, await main);
  expect([trusts(paused), trusts(other)]).toEqual([true, false]);
  expect(await paused.runner.post()).toMatchObject({ exitCode: 0, log: POST_LOG });
  expect(await snapshotWithStores()).toEqual(before);
});

function isStopped(pid: number): boolean {
  return pid > 0 && /\) [Tt] /.test(readFileSync(`/proc/${pid}/stat`, "utf8"));
}

withAz.each(["through", "killed"] as const)(
  "the next job takes out the root of a job that died when it was %s, whatever that one trusts",
  async (end) => {
    const [dead, next, living] = [await openAzScene(), await openAzScene(), await openAzScene()];
    const before = await snapshotWithStores();
    await expectLogin(living.runner, await living.runner.main(system(living)));
    if (end === "through") await expectLogin(dead.runner, await dead.runner.main(system(dead)));
    else await killWhen(dead.runner, system(dead), () => trusts(dead));
    expect(trusts(dead)).toBe(true);
    // The runner empties its temporary folder before its next job. A step that was killed is recognisable without the
    // folder.
    if (end === "through") await rm(dead.runner.temp, { recursive: true });
    await next.runner.main(changed(next.inputs, { "trust-stores": "none" }));
    expect([trusts(dead), trusts(living)]).toEqual([false, true]);
    expect(await living.runner.post()).toMatchObject({ exitCode: 0, log: POST_LOG });
    expect(await snapshotWithStores()).toEqual(before);
  },
);

withAz("a store with somebody's dangling links is served, and they stay", async () => {
  const scene = await openAzScene();
  for (const name of ["of-somebody.pem", "0badc0de.0"]) {
    symlinkSync("/nowhere", path.join(CERTIFICATES, name));
    onTestFinished(() => rmSync(path.join(CERTIFICATES, name)));
  }
  const before = await snapshotWithStores();
  await expectLogin(scene.runner, await scene.runner.main(system(scene)));
  expect(trusts(scene)).toBe(true);
  expect(await scene.runner.post()).toMatchObject({ exitCode: 0, log: POST_LOG });
  expect(await snapshotWithStores()).toEqual(before);
});

withAz("a lock that somebody makes in the temporary folder is in nobody's way", async () => {
  const scene = await openAzScene({}, { TMPDIR: "/nonexistent" });
  const lock = "/tmp/azs-login.lock";
  mkdirSync(lock);
  onTestFinished(() => rmSync(lock, { recursive: true }));
  const renewed = setInterval(() => utimesSync(lock, new Date(), new Date()), 500);
  onTestFinished(() => clearInterval(renewed));
  const before = await snapshotWithStores();
  await expectLogin(scene.runner, await scene.runner.main(system(scene)));
  expect(await scene.runner.post()).toMatchObject({ exitCode: 0, log: POST_LOG });
  expect(await snapshotWithStores()).toEqual(before);
});

withAz("a lock that is held in the store: the step goes on without it, and post does not speak of it", async () => {
  const scene = await openAzScene();
  const lock = path.join(ANCHORS, "azs-login.lock");
  mkdirSync(lock);
  onTestFinished(() => rmSync(lock, { recursive: true }));
  const renewed = setInterval(() => utimesSync(lock, new Date(), new Date()), 500);
  onTestFinished(() => clearInterval(renewed));
  const step = await scene.runner.main(changed(scene.inputs, { "trust-stores": "auto" }));
  await expectLogin(scene.runner, step);
  expect(step.log).toContain("system left as it is");
  const post = await scene.runner.post();
  expect(post).toMatchObject({ exitCode: 0, log: POST_LOG });
  expect(post.milliseconds).toBeLessThan(5000);
});

withAz("the bundle comes back as the file it was: inode, time and extended attributes", async () => {
  const scene = await openAzScene();
  const named = ["-n", "user.azs-login-test", BUNDLE];
  execFileSync("setfattr", ["-v", "kept", ...named]);
  onTestFinished(() => void execFileSync("setfattr", ["-x", "user.azs-login-test", BUNDLE]));
  const before = statSync(BUNDLE);
  await expectLogin(scene.runner, await scene.runner.main(system(scene)));
  expect(statSync(BUNDLE).ino).not.toBe(before.ino);
  expect(execFileSync("getfattr", named, { encoding: "utf8" })).toContain("kept");
  expect(await scene.runner.post()).toMatchObject({ exitCode: 0, log: POST_LOG });
  expect(statSync(BUNDLE)).toMatchObject({ ino: before.ino, mtimeMs: before.mtimeMs, nlink: before.nlink });
});

test("programs that count do not stop steps that are not watched", async () => {
  const machine = moments(temporaryFolder());
  machine.stopAt(1, "before", "KILL");
  const [program = "", ...rest] = (await machine.through())("/");
  const command = [...rest, "sh", "-c", "sh -c 'echo through'"];
  expect(execFileSync(program, command, { encoding: "utf8", env: { PATH: SYSTEM_PATH } })).toBe("through\n");
  expect(machine.count()).toBe(2);
});
