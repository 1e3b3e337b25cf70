import { describe, expect, test } from "vitest";
import type { Root } from "../../../src/certificates/roots.ts";
import { removeFromWindows, windowsStore } from "../../../src/trust/windows.ts";
import { publicRoot } from "../samples.ts";
import { fakeMachine } from "./machine.ts";

const ONE = publicRoot(/^CN=ISRG Root X1,/);
const NOW = new Date("2026-11-21T03:00:00Z");
const LEDGER = "C:\\ProgramData\\azs-login-roots.pem";
const [JOB, OTHER_JOB] = ["azs-login-1", "azs-login-2"];
const SHA1 = ONE.fingerprints.sha1.replaceAll(":", "").toLowerCase();
const ADD = "certutil -addstore -f Root <file 0>.crt";
const REMOVE = `certutil -delstore Root ${SHA1}`;

/** The machine's store Root, as certutil asks and changes it. */
function storeRoot(...held: readonly Root[]) {
  let there = held.includes(ONE);
  return fakeMachine(
    (command) => {
      if (command !== `certutil -store Root ${SHA1}`) throw new Error(command);
      return { exitCode: there ? 0 : -2146885628 };
    },
    ([, command]) => {
      there = command === "-addstore";
    },
  );
}

describe("the store Root of Windows", () => {
  test("gets a root, and loses it with the job", async () => {
    const { shared, files, commands } = storeRoot();
    const stored = windowsStore.plan([ONE], JOB);
    expect(stored).toEqual({ store: "windows", files: [LEDGER], job: JOB });
    await windowsStore.add([ONE], JOB, NOW, shared);
    expect([...files.keys()]).toEqual([LEDGER]);
    await removeFromWindows(stored, NOW, shared);
    expect(commands).toEqual([ADD, REMOVE]);
    expect(files.size).toBe(0);
  });

  test("keeps a root that it held before", async () => {
    const { shared, commands } = storeRoot(ONE);
    await windowsStore.add([ONE], JOB, NOW, shared);
    await removeFromWindows(windowsStore.plan([ONE], JOB), NOW, shared);
    expect(commands).toEqual([]);
  });

  test("keeps a root until the last of two jobs is done, whichever that is", async () => {
    const { shared, commands } = storeRoot();
    for (const job of [JOB, OTHER_JOB]) await windowsStore.add([ONE], job, NOW, shared);
    await removeFromWindows(windowsStore.plan([ONE], OTHER_JOB), NOW, shared);
    expect(commands).toEqual([ADD]);
    await removeFromWindows(windowsStore.plan([ONE], JOB), NOW, shared);
    await removeFromWindows(windowsStore.plan([ONE], JOB), NOW, shared);
    expect(commands).toEqual([ADD, REMOVE]);
  });

  test.each([
    [0, undefined],
    [2, "administrator"],
  ])("is asked by net session, exit code %i, whether it may be changed", async (exitCode, reason) => {
    const { shared } = fakeMachine((command) => ({ exitCode: command === "net session" ? exitCode : 1 }));
    const said = await windowsStore.unavailable(shared);
    if (reason === undefined) expect(said).toBeUndefined();
    else expect(said).toContain(reason);
  });
});
