import { readdir } from "node:fs/promises";
import { test } from "vitest";
import { setScene } from "../support/stamp.ts";
test("probe ok", async () => {
  const t=performance.now();
  const { runner, inputs, emulator } = await setScene();
  console.log("scene", performance.now()-t);
  const r = await runner.main({...inputs, "az-path": "/usr/bin/az"});
  console.log(r.exitCode, r.milliseconds, r.raw, runner.outputs, await readdir(runner.temp), await readdir(runner.home));
  console.log(emulator.requests.map(r=>`${r.method} ${r.host}${r.path} ${r.status}`), emulator.connects);
  const p = await runner.post(); console.log(p.raw, p.exitCode, await readdir(runner.temp));
});
test("probe bad input", async () => {
  const { runner, inputs, emulator } = await setScene();
  const r = await runner.main({...inputs, "isolate": "yes", cleanup: "on"});
  console.log(r.exitCode, r.milliseconds, r.raw, runner.outputs, await readdir(runner.temp), await readdir(runner.home));
  const p = await runner.post(); console.log(JSON.stringify(p), p.exitCode, await readdir(runner.temp));
});
test("probe wrong secret", async () => {
  const { runner, inputs, emulator } = await setScene();
  const r = await runner.main({...inputs, "client-secret": "wrong-secret-value"});
  console.log(r.exitCode, r.milliseconds, r.raw, runner.outputs, await readdir(runner.temp), await readdir(runner.home));
  console.log(emulator.requests.map(r=>`${r.method} ${r.host}${r.path} ${r.status}`), emulator.connects);
});
