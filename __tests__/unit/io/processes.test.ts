import { readFileSync } from "node:fs";
import { describe, expect, onTestFinished, test, vi } from "vitest";
import type { Process } from "../../../src/io/lives.ts";
import { processes } from "../../../src/io/processes.ts";
import type { Entry } from "../../../src/journal/kind.ts";
import { temporaryFolder } from "../folder.ts";

const NODE = process.execPath;
const PRINT_ENVIRONMENT = "process.stdout.write(JSON.stringify(process.env))";

function starter(record: (entry: Entry) => Promise<void> = async () => undefined) {
  return processes(process.env, { record });
}

async function conversation(script: string, record?: (entry: Entry) => Promise<void>) {
  const child = await starter(record).start(NODE, ["-e", script]);
  return child ?? expect.unreachable("it was not started");
}

function isRunning(pid: number): boolean {
  try {
    // A process that has ended but was not waited for (a zombie) does not count as running.
    return !/\) [ZX] /.test(readFileSync(`/proc/${pid}/stat`, "utf8"));
  } catch {
    return false;
  }
}

describe("a child process gets", () => {
  async function environmentOf(environment: Readonly<Record<string, string>> = {}) {
    vi.stubEnv("INPUT_CLIENT-SECRET", "hunter2");
    vi.stubEnv("INPUT_CA-CERTIFICATE", "root.pem");
    vi.stubEnv("STATE_folder", "/tmp/azs-login-1");
    vi.stubEnv("ACTIONS_RUNTIME_TOKEN", "hunter2");
    vi.stubEnv("ACTIONS_ID_TOKEN_REQUEST_TOKEN", "hunter2");
    vi.stubEnv("ADAL_PYTHON_SSL_NO_VERIFY", "");
    vi.stubEnv("AZURE_ACCESS_TOKEN_FILE", "/elsewhere");
    vi.stubEnv("INPUTS", "no input");
    vi.stubEnv("MY_INPUT_X", "no input");
    vi.stubEnv("HTTPS_PROXY", "http://proxy:3128");
    const { stdout } = await starter().run(NODE, ["-e", PRINT_ENVIRONMENT], { environment });
    vi.unstubAllEnvs();
    return JSON.parse(stdout) as Record<string, string>;
  }

  test("no inputs and no state, and everything else", async () => {
    const environment = await environmentOf();
    expect(Object.keys(environment).filter((name) => /^(INPUT|STATE)_/.test(name))).toEqual([]);
    expect(JSON.stringify(environment)).not.toContain("hunter2");
    // ADAL only checks whether the variable exists.
    expect(environment).not.toHaveProperty("ADAL_PYTHON_SSL_NO_VERIFY");
    expect(environment).not.toHaveProperty("AZURE_ACCESS_TOKEN_FILE");
    expect(environment).toMatchObject({
      INPUTS: "no input",
      MY_INPUT_X: "no input",
      HTTPS_PROXY: "http://proxy:3128",
      PATH: process.env["PATH"],
    });
  });

  test("variables of its own on top", async () => {
    const environment = await environmentOf({ HTTPS_PROXY: "", AZURE_CONFIG_DIR: "/tmp/azure" });
    expect(environment).toMatchObject({ HTTPS_PROXY: "", AZURE_CONFIG_DIR: "/tmp/azure" });
  });
});

describe("a run ends with", () => {
  test.each([
    ["exit code 0", "console.log('out'); console.error('err')", { exitCode: 0, stdout: "out", stderr: "err" }],
    [
      "its exit code",
      "console.log('out'); console.error('err'); process.exit(3)",
      { exitCode: 3, stdout: "out", stderr: "err" },
    ],
    ["code -1 of a signal", "process.kill(process.pid, 'SIGKILL')", { exitCode: -1, stdout: "" }],
  ])("%s", async (_, script, outcome) => {
    expect(await starter().run(NODE, ["-e", script])).toMatchObject(outcome);
  });

  test("code -1 and words when there is no such program", async () => {
    const { exitCode, stderr } = await starter().run("/nowhere/az", ["login"]);
    expect(exitCode).toBe(-1);
    expect(stderr).toContain("/nowhere/az");
  });

  test("code -1 when the program is a folder", async () => {
    expect(await starter().run(temporaryFolder(), [])).toMatchObject({ exitCode: -1 });
  });

  test("nothing but its exit code when its output is thrown away", async () => {
    const script = "console.log('out'); console.error('err'); process.exit(3)";
    const { exitCode, stdout, stderr } = await starter().run(NODE, ["-e", script], { unheard: true });
    expect([exitCode, stdout]).toEqual([3, ""]);
    expect(stderr).not.toContain("err\n");
  });

  test("all of a long output", async () => {
    const { stdout } = await starter().run(NODE, ["-e", "process.stdout.write('x'.repeat(300_000) + 'end')"]);
    expect(stdout).toHaveLength(300_003);
  });
});

describe("standard input", () => {
  const ECHO = "process.stdin.pipe(process.stdout)";

  test.each(["-s3cret~@value", "größer ✓", "two\nlines", "x".repeat(200_000)])("brings a secret", async (input) => {
    expect((await starter().run(NODE, ["-e", ECHO], { input })).stdout).toBe(input);
  });

  test("is empty, not the step's own, when nothing is given", async () => {
    expect(await starter().run(NODE, ["-e", ECHO])).toMatchObject({ exitCode: 0, stdout: "" });
  });

  test("may stay unread", async () => {
    expect(await starter().run(NODE, ["-e", "0"], { input: "x".repeat(200_000) })).toMatchObject({ exitCode: 0 });
  });

  test.runIf(process.platform === "linux")("is the only place with the secret", async () => {
    const look =
      "process.stdout.write(require('fs').readFileSync('/proc/self/cmdline') + '|' + JSON.stringify(process.env))";
    const { stdout } = await starter().run(NODE, ["-e", look], { input: "hunter2" });
    expect(stdout).toContain("readFileSync");
    expect(stdout).not.toContain("hunter2");
  });
});

describe("the journal", () => {
  test("has a process that was started before its caller goes on", async () => {
    const entries: Entry[] = [];
    const child = await conversation("process.stdin.resume()", async (entry) => void entries.push(entry));
    expect(entries).toEqual([{ undo: "process", pid: child.pid, start: expect.any(String) }]);
    await child.end();
  });

  test("has a process that was run", async () => {
    const entries: Entry[] = [];
    const { stdout } = await starter(async (entry) => void entries.push(entry)).run(NODE, ["-p", "process.pid"]);
    expect(entries).toMatchObject([{ undo: "process", pid: Number(stdout) }]);
  });

  test("that cannot be written fails no run", async () => {
    const outcome = starter(() => Promise.reject(new Error("closed"))).run(NODE, ["-e", "0"]);
    expect(await outcome).toMatchObject({ exitCode: 0 });
  });
});

describe("a started process", () => {
  test("is told lines and answers with lines", async () => {
    const script = `require("readline").createInterface({ input: process.stdin }).on("line", (line) => console.log("<" + line + ">"))`;
    const child = await conversation(script);
    child.say("one");
    child.say("two");
    expect([await child.next(), await child.next()]).toEqual(["<one>", "<two>"]);
    expect(await child.end()).toBe("");
    expect(await child.next()).toBeUndefined();
    expect(child.ended()).toBeUndefined();
  });

  const slowJournal = () => new Promise<void>((resolve) => setTimeout(resolve, 500));

  test("loses no line that it writes before the journal has it", async () => {
    const child = await conversation("console.log('one'); process.stdout.write('two')", slowJournal);
    expect([await child.next(), await child.next(), await child.next()]).toEqual(["one", "two", undefined]);
  });

  test("that ends badly before the journal has it has ended, with its words", async () => {
    const child = await conversation("console.error('no az here'); process.exit(1)", slowJournal);
    expect(await child.next()).toBeUndefined();
    expect(await child.end()).toBe("no az here");
  });

  test("that ends badly without a word tells its exit code", async () => {
    const child = await conversation("process.exit(7)");
    expect(await child.next()).toBeUndefined();
    expect(await child.end()).toBe("exit code 7");
  });

  test("that does not end with its standard input is killed", async () => {
    vi.useFakeTimers({ toFake: ["setTimeout"] });
    onTestFinished(() => void vi.useRealTimers());
    const child = await conversation("console.log('up'); setInterval(() => 0, 1000)");
    expect(await child.next()).toBe("up");
    const ended = child.end();
    vi.advanceTimersByTime(10_000);
    await ended;
    expect(child.ended()).toEqual({ by: "time", reason: "after 10 seconds" });
  });

  test("that cannot be started is reported", async () => {
    expect(await starter().start("/nowhere/python3", [])).toBeUndefined();
  });

  test("that cannot be recorded is ended, and its caller told", async () => {
    const pids: number[] = [];
    const refusing = starter(async (entry) => {
      pids.push((entry as Entry & Process).pid);
      throw new Error("ENOSPC: no space left on device, write");
    });
    await expect(refusing.start(NODE, ["-e", "process.stdin.resume()"])).rejects.toThrow("ENOSPC");
    expect(pids.filter(isRunning)).toEqual([]);
    expect(pids).toHaveLength(1);
  });
});
