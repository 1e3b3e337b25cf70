import { spawn } from "node:child_process";
import { once } from "node:events";
import {
  chmodSync,
  chownSync,
  existsSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  statSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { createInterface } from "node:readline";
import { setTimeout as sleep } from "node:timers/promises";
import { pathToFileURL } from "node:url";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { type Outcome, processes } from "../../../src/io/processes.ts";
import { sharedFiles } from "../../../src/io/shared-files.ts";
import { temporaryFolder } from "../folder.ts";

const isRoot = process.getuid?.() === 0;
const real = processes(process.env, { record: async () => undefined });
const shared = sharedFiles(real);
const LOCK = "azs-login.lock";

let folder = "";
let file = "";
beforeEach(() => {
  folder = temporaryFolder();
  file = path.join(folder, "cacert.pem");
});
const append = (more: string) => (text: string) => text + more;
const content = (): string => readFileSync(file, "utf8");

describe("a change", () => {
  test("replaces the file as a whole: who reads the old one goes on reading it", async () => {
    writeFileSync(file, "theirs\n");
    const before = statSync(file).ino;
    await shared.change(file, append("ours\n"));
    expect(content()).toBe("theirs\nours\n");
    expect(statSync(file).ino).not.toBe(before);
    expect(readdirSync(folder)).toEqual(["cacert.pem"]);
  });

  test.each([0o600, 0o640, 0o644, 0o664, 0o755])("keeps the mode %o", async (mode) => {
    writeFileSync(file, "theirs\n");
    chmodSync(file, mode);
    await shared.change(file, append("ours\n"));
    expect(statSync(file).mode & 0o7777).toBe(mode);
  });

  test.runIf(isRoot)("keeps owner and group", async () => {
    writeFileSync(file, "theirs\n");
    chownSync(file, 1234, 4321);
    await shared.change(file, append("ours\n"));
    expect(statSync(file)).toMatchObject({ uid: 1234, gid: 4321 });
  });

  test("makes a file that was not there, readable by all", async () => {
    await shared.change(file, append("ours\n"));
    expect(content()).toBe("ours\n");
    expect(statSync(file).mode & 0o444).toBe(0o444);
  });

  test("removes a file that becomes empty", async () => {
    writeFileSync(file, "ours\n");
    await shared.change(file, () => "");
    expect(readdirSync(folder)).toEqual([]);
  });

  test.each([
    ["there", "theirs\n"],
    ["not there", undefined],
  ])("that changes nothing writes nothing, to a file that is %s", async (_, text) => {
    if (text !== undefined) writeFileSync(file, text);
    const before = existsSync(file) ? statSync(file).ino : undefined;
    await shared.change(file, (now) => now);
    expect(existsSync(file) ? statSync(file).ino : undefined).toBe(before);
  });

  test.each(["größer\r\nno break at the end", "\uFEFFwith a mark\n", "\u0000", "x".repeat(300_000)])(
    "keeps every byte of the rest",
    async (text) => {
      writeFileSync(file, text);
      await shared.change(file, append("ours"));
      await shared.change(file, (now) => now.slice(0, -"ours".length));
      expect(readFileSync(file).equals(Buffer.from(text))).toBe(true);
    },
  );

  test("that throws leaves the file as it is", async () => {
    writeFileSync(file, "theirs\n");
    const work = shared.change(file, () => {
      throw new Error("no");
    });
    await expect(work).rejects.toThrow("no");
    expect(readdirSync(folder)).toEqual(["cacert.pem"]);
    expect(content()).toBe("theirs\n");
  });
});

describe("refused is", () => {
  const change = (name: string) => shared.change(path.join(folder, name), append("ours\n"));

  test("a symbolic link", async () => {
    const target = path.join(folder, "elsewhere");
    writeFileSync(target, "theirs\n");
    symlinkSync(target, file);
    await expect(change("cacert.pem")).rejects.toThrow(`${file} is no plain file`);
    expect(readFileSync(target, "utf8")).toBe("theirs\n");
    expect(lstatSync(file).isSymbolicLink()).toBe(true);
  });

  test("a symbolic link to nothing", async () => {
    symlinkSync(path.join(folder, "elsewhere"), file);
    await expect(change("cacert.pem")).rejects.toThrow("no plain file");
    expect(existsSync(path.join(folder, "elsewhere"))).toBe(false);
  });

  test("a folder", async () => {
    mkdirSync(file);
    await expect(change("cacert.pem")).rejects.toThrow("no plain file");
  });

  test.each([
    ["Latin-1", Buffer.from("gr\u00f6\u00dfer\n", "latin1")],
    ["UTF-16", Buffer.from("\uFEFFtext", "utf16le")],
    ["a cut-off character", Buffer.from("größer").subarray(0, 3)],
  ])("text in %s", async (_, bytes) => {
    writeFileSync(file, bytes);
    await expect(change("cacert.pem")).rejects.toThrow(`${file} is no UTF-8 text`);
    expect(readFileSync(file)).toEqual(bytes);
  });
});

describe("what a killed job left", () => {
  test.each([
    ["by a change", append("ours\n"), "theirs\nours\n"],
    ["by a change that changes nothing", (text: string) => text, "theirs\n"],
  ])("half-written goes %s", async (_, change, expected) => {
    writeFileSync(file, "theirs\n");
    writeFileSync(`${file}.azs-login`, "half of it");
    await shared.change(file, change);
    expect(readdirSync(folder)).toEqual(["cacert.pem"]);
    expect(content()).toBe(expected);
  });

  test("in place of the temporary file, a link, is not written through", async () => {
    writeFileSync(file, "theirs\n");
    symlinkSync(path.join(folder, "elsewhere"), `${file}.azs-login`);
    await shared.change(file, append("ours\n"));
    expect(readdirSync(folder)).toEqual(["cacert.pem"]);
    expect(content()).toBe("theirs\nours\n");
  });

  test("as a lock is taken over at once when it is stale", async () => {
    mkdirSync(path.join(folder, LOCK));
    const minutesAgo = new Date(Date.now() - 60_000);
    utimesSync(path.join(folder, LOCK), minutesAgo, minutesAgo);
    const start = performance.now();
    expect(await shared.exclusively(folder, async () => "done")).toBe("done");
    expect(performance.now() - start).toBeLessThan(2000);
    expect(readdirSync(folder)).toEqual([]);
  });
});

describe("a lock", () => {
  test("keeps two jobs from losing each other's change", async () => {
    writeFileSync(file, "");
    const slowly = (name: string) =>
      shared.exclusively(folder, async () => {
        const before = content();
        await sleep(50);
        await shared.change(file, () => `${before}${name}\n`);
      });
    await Promise.all([slowly("one"), slowly("two"), sharedFiles(real).exclusively(folder, async () => undefined)]);
    expect(content().split("\n").sort()).toEqual(["", "one", "two"]);
    expect(readdirSync(folder)).toEqual(["cacert.pem"]);
  });

  test("is released by work that fails", async () => {
    await expect(shared.exclusively(folder, () => Promise.reject(new Error("no")))).rejects.toThrow("no");
    expect(readdirSync(folder)).toEqual([]);
    await shared.exclusively(folder, async () => undefined);
  });

  test("holds between processes", async () => {
    const other = otherProcess(
      `await shared.exclusively(folder, async () => { console.log("in"); await sleep(300); writeFileSync(folder + "/done", ""); })`,
    );
    await other.says("in");
    const done = await shared.exclusively(folder, async () => existsSync(path.join(folder, "done")));
    expect(done).toBe(true);
    expect(await other.end).toBe(0);
  });

  // A job that is stopped for longer than a lock lives (a paused machine) finds its lock taken over when it goes on.
  // The post step must warn at most, and what is inside the lock is one atomic change.
  test("that somebody takes away ends neither the process nor the work", async () => {
    const other = otherProcess(
      `await shared.exclusively(folder, async () => { rmSync(folder + "/${LOCK}", { recursive: true }); await sleep(2400); }); console.log("done")`,
    );
    await other.says("done");
    expect(await other.end).toBe(0);
  });

  /** A job in a process of its own, with `folder` and `shared` at hand. */
  function otherProcess(work: string) {
    const script = [
      `import { sharedFiles } from ${JSON.stringify(pathToFileURL("src/io/shared-files.ts").href)};`,
      'import { rmSync, writeFileSync } from "node:fs"; import { setTimeout as sleep } from "node:timers/promises";',
      `const folder = ${JSON.stringify(folder)};`,
      "const shared = sharedFiles({ run: async () => ({ exitCode: 1, stdout: '', stderr: '' }) });",
      work,
    ];
    const args = ["--input-type=module", "-e", script.join("\n")];
    const child = spawn(process.execPath, args, { stdio: ["ignore", "pipe", "ignore"] });
    const end = once(child, "exit").then(([code]) => code as number | null);
    return {
      end,
      async says(word: string) {
        for await (const line of createInterface(child.stdout)) if (line === word) return;
        throw new Error(`it ended without saying ${word}`);
      },
    };
  }
});

describe("where only an administrator may write", () => {
  /** Runs what sudo is asked to run, and writes it down. */
  function recorded(answer?: Outcome) {
    const commands: (readonly string[])[] = [];
    const run: typeof real.run = async (program, args, options) => {
      commands.push([program, ...args]);
      if (answer !== undefined) return answer;
      if (program !== "sudo") return real.run(program, args, options);
      mkdirSync(path.dirname(file), { recursive: true });
      chmodSync(path.dirname(file), 0o755);
      const [, command = "true", ...rest] = args;
      const outcome = await real.run(command, rest, options);
      chmodSync(path.dirname(file), 0o555);
      return outcome;
    };
    return { commands, files: sharedFiles({ run }) };
  }
  // For root every folder is writable but one that is not there.
  beforeEach(() => {
    file = path.join(folder, "locked", "cacert.pem");
  });
  afterEach(() => {
    if (existsSync(path.dirname(file))) chmodSync(path.dirname(file), 0o755);
  });
  const lockFolder = (text: string) => {
    mkdirSync(path.dirname(file));
    writeFileSync(file, text, { mode: 0o640 });
    chmodSync(path.dirname(file), 0o555);
  };

  test("a new file is made with sudo, its content by standard input", async () => {
    const { commands, files } = recorded();
    await files.change(file, () => "it's\nours\n");
    expect(content()).toBe("it's\nours\n");
    expect(statSync(file).mode & 0o777).toBe(0o644);
    expect(commands).toHaveLength(1);
    expect(commands[0]?.slice(0, 4)).toEqual(["sudo", "-n", "sh", "-c"]);
    expect(commands.flat().join(" ")).not.toContain("ours");
    expect(readdirSync(path.dirname(file))).toEqual(["cacert.pem"]);
  });

  test.skipIf(isRoot)("a file is replaced with its mode, and removed", async () => {
    lockFolder("theirs\n");
    const { files } = recorded();
    await files.change(file, append("ours\n"));
    expect(content()).toBe("theirs\nours\n");
    expect(statSync(file).mode & 0o777).toBe(0o640);
    await files.change(file, () => "");
    expect(readdirSync(path.dirname(file))).toEqual([]);
  });

  test.skipIf(isRoot)("the lock stands elsewhere", async () => {
    lockFolder("theirs\n");
    await recorded().files.exclusively(path.dirname(file), async () => {
      expect(readdirSync(path.dirname(file))).toEqual(["cacert.pem"]);
      expect(existsSync(path.join(tmpdir(), LOCK))).toBe(true);
    });
  });

  test.each([
    ["a sudo that asks for no password", 0, true],
    ["a sudo that asks for one", 1, false],
    ["no sudo", -1, false],
  ])("it may be changed or not: %s", async (_, exitCode, may) => {
    const { commands, files } = recorded({ exitCode, stdout: "", stderr: "" });
    expect(await files.mayChange(path.dirname(file))).toBe(may);
    expect(await files.mayChange(path.dirname(file))).toBe(may);
    expect(commands).toEqual([["sudo", "-n", "true"]]);
  });

  test("a command that fails says so", async () => {
    const { files } = recorded({ exitCode: 3, stdout: "", stderr: "no" });
    await expect(files.run(path.dirname(file), "tool", ["--x"])).rejects.toThrow(/sudo -n tool --x.*exit code 3/);
  });

  test("a text that a killed step left incomplete replaces nothing", async () => {
    const cut = sharedFiles({
      run: (_, args, options) => {
        mkdirSync(path.dirname(file));
        const [, command = "true", ...rest] = args;
        return real.run(command, rest, { ...options, input: (options?.input ?? "").slice(0, 4) });
      },
    });
    await expect(cut.change(file, () => "theirs\nours\n")).rejects.toThrow();
    expect(existsSync(file)).toBe(false);
  });
});

test("where the user may write, nothing asks for sudo", async () => {
  const files = sharedFiles({ run: () => Promise.reject(new Error("started something")) });
  expect(await files.mayChange(folder)).toBe(true);
  await files.change(file, append("ours\n"));
  await files.change(file, () => "");
});

test("where the user may write, a command runs as the user", async () => {
  const commands: (readonly string[])[] = [];
  const files = sharedFiles({
    run: async (program, args) => {
      commands.push([program, ...args]);
      return { exitCode: 0, stdout: "", stderr: "" };
    },
  });
  await files.run(folder, "update-ca-certificates", ["--fresh"]);
  expect(commands).toEqual([["update-ca-certificates", "--fresh"]]);
});
