/**
 * `npm run pictures`: draws docs/images/flow.svg, the flow of a job, and docs/images/summary.svg, the job summary of a
 * login. For the summary, the committed bundle logs in to an emulated stamp with the machine's own az, as in `npm run
 * demo`, and the picture shows what it wrote. The picture contains the Markdown: a test draws the picture from it
 * again, and compares its rows with those that src/results/summary.ts writes.
 */
import { writeFileSync } from "node:fs";
import path from "node:path";
import { SYSTEM_PATH, workingInputs } from "../emulator/job.ts";
import { atEnd, program } from "../emulator/program/ending.ts";
import { readOptions } from "../emulator/program/options.ts";
import { createRunner } from "../emulator/runner.ts";
import { startEmulator } from "../emulator/server.ts";
import { flowPicture } from "./pictures/flow.ts";
import { pictureOf } from "./pictures/summary.ts";

await program(async () => {
  readOptions(
    "npm run pictures\nMakes docs/images/flow.svg, and docs/images/summary.svg from the summary of a login.",
    {},
  );
  writeFileSync(path.join("docs", "images", "flow.svg"), flowPicture());
  const emulator = await startEmulator({ idp: "aad" });
  const closeEmulator = atEnd(() => emulator.close());
  const environment = { HTTPS_PROXY: emulator.proxyUrl };
  const runner = await createRunner({ dist: path.resolve("dist"), path: SYSTEM_PATH, environment });
  const dispose = atEnd(() => runner.dispose());
  const { exitCode, log } = await runner.main(await workingInputs(emulator, runner));
  if (exitCode !== 0) throw new Error(`the login failed:\n${log}`);
  writeFileSync(path.join("docs", "images", "summary.svg"), pictureOf(runner.summary.trim()));
  await runner.post();
  await dispose();
  await closeEmulator();
});
