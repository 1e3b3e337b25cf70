import { expect, it } from "vitest";
import { Failure } from "../../../src/errors/failure.ts";
import { keepPrivate } from "../../../src/io/private-places.ts";

const SID = "S-1-5-21-1-2-3-1001";
const ENVIRONMENT = { SystemRoot: "D:\\Windows" };

/** A machine whose programs give these answers, by name. */
function machine(answers: Readonly<Record<string, { exitCode: number; stdout?: string; stderr?: string }>>) {
  const calls: (readonly string[])[] = [];
  const run = async (file: string, args: readonly string[]) => {
    calls.push([file, ...args]);
    return { stdout: "", stderr: "", ...(answers[file.split("\\").at(-1) ?? ""] ?? { exitCode: -1 }) };
  };
  return { calls, run };
}

const WHOAMI = { exitCode: 0, stdout: `"host\\runner","${SID}"\r\n` };

it("replaces who may read a place by its user alone, whom it asks for once", async () => {
  const { calls, run } = machine({ "whoami.exe": WHOAMI, "icacls.exe": { exitCode: 0 } });
  const keep = keepPrivate({ run }, ENVIRONMENT, "win32");
  await keep("C:\\job", "folder");
  await keep("C:\\config.json", "file");
  expect(calls).toEqual([
    ["D:\\Windows\\System32\\whoami.exe", "/user", "/fo", "csv", "/nh"],
    ["D:\\Windows\\System32\\icacls.exe", "C:\\job", "/inheritance:r", "/grant:r", `*${SID}:(OI)(CI)F`, "/q"],
    ["D:\\Windows\\System32\\icacls.exe", "C:\\config.json", "/inheritance:r", "/grant:r", `*${SID}:F`, "/q"],
  ]);
});

it.each([
  [
    "icacls fails",
    { "whoami.exe": WHOAMI, "icacls.exe": { exitCode: 5, stderr: "Access is denied." } },
    "Access is denied",
  ],
  ["whoami fails", { "whoami.exe": { exitCode: 1, stderr: "no such user" } }, "no such user"],
])("stops the step where %s", async (_, answers, words) => {
  const error = await keepPrivate(machine(answers), ENVIRONMENT, "win32")("C:\\job", "folder").catch((one) => one);
  expect(error).toBeInstanceOf(Failure);
  expect(error).toMatchObject({ code: "AZS345", problem: expect.stringContaining(words) });
});

it.each(["linux", "darwin"] as const)("starts nothing on %s, where modes say it", async (platform) => {
  const { calls, run } = machine({});
  await keepPrivate({ run }, {}, platform)("/tmp/job", "folder");
  expect(calls).toEqual([]);
});
