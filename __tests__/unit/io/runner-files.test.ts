import { writeFileSync } from "node:fs";
import { open } from "node:fs/promises";
import path from "node:path";
import { expect, test } from "vitest";
import { fileFailures } from "../../../src/errors/files.ts";
import { ofRunner } from "../../../src/io/runner-files.ts";
import { openJobFolder } from "../../../src/job/job-folder.ts";
import { failureOf } from "../failures.ts";
import { temporaryFolder } from "../folder.ts";

const FOLDER = "/home/runner/_temp";
const HOST = { ci: "GitHub Actions", temporaryFolder: FOLDER } as const;
const errorOf = (code: string, file?: string) =>
  Object.assign(new Error(`${code}: it failed`), { code, ...(file === undefined ? {} : { path: file }) });

test.each([
  [
    "ENOSPC",
    `${FOLDER}/azs-login-1/life.json`,
    /cannot write \/home\/runner\/_temp\/azs-login-1\/life\.json: no space, or/,
  ],
  ["ENOSPC", "/anywhere/else", /cannot write \/anywhere\/else: no space/],
  ["ENOSPC", undefined, /cannot write \/home\/runner\/_temp: no space/],
  ["EDQUOT", `${FOLDER}/a`, /disk quota/],
  ["EROFS", `${FOLDER}/a`, /read-only/],
  ["EIO", `${FOLDER}/a`, /the device reports/],
  ["EMFILE", `${FOLDER}/a`, /too many files/],
  ["EACCES", `${FOLDER}/a`, /permission is denied/],
  ["ENOENT", `${FOLDER}/a`, /there is no such folder/],
  ["ENOTDIR", `${FOLDER}/a`, /a part of the path is no folder/],
  ["ENAMETOOLONG", `${FOLDER}/a`, /the path is too long/],
  ["ELOOP", `${FOLDER}/a`, /lead in a circle/],
])("%s at %s is about the runner's disk", async (code, file, words) => {
  const failure = await failureOf("AZS343", () => Promise.reject(ofRunner(errorOf(code, file), HOST)));
  expect(failure.problem).toMatch(words);
});

test.each<[string, unknown]>([
  ["a file of somebody else's that is not there", errorOf("ENOENT", "/usr/bin/az")],
  ["a program that may not be started", errorOf("EACCES", "/usr/bin/az")],
  ["a file that must not be there", errorOf("EEXIST", `${FOLDER}/a`)],
  ["a network", errorOf("ECONNREFUSED")],
  ["no code", new Error("a mistake of ours")],
  ["no error", "words"],
  ["a Failure, of whatever cause", fileFailures.notWritten({ file: "/a", reason: "b" }, errorOf("ENOSPC"))],
])("%s stays what it is", (_, error) => {
  expect(ofRunner(error, HOST)).toBe(error);
});

test.each<[string, (folder: string) => void]>([
  ["is not there", () => undefined],
  ["is a file", (folder) => writeFileSync(folder, "")],
])("a temporary folder that %s says so", async (_, prepare) => {
  const folder = path.join(temporaryFolder(), "temp");
  prepare(folder);
  const work = openJobFolder({ temporaryFolder: folder, saveState: () => undefined });
  const failure = await failureOf("AZS343", () =>
    work.catch((error) => Promise.reject(ofRunner(error, { ...HOST, temporaryFolder: folder }))),
  );
  expect(failure.problem).toContain(folder);
});

// Linux has a device that is always full: /dev/full.
test.runIf(process.platform === "linux")("a full device says so", async () => {
  const file = await open("/dev/full", "w");
  const failure = await failureOf("AZS343", () =>
    file
      .writeFile("x")
      .finally(() => file.close())
      .catch((error) => Promise.reject(ofRunner(error, HOST))),
  );
  expect(failure.problem).toContain("no space");
});
