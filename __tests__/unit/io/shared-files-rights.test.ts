import {
  chmodSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  statSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from "node:fs";
import path from "node:path";
import { afterEach, beforeEach, describe, expect, onTestFinished, test, vi } from "vitest";
import { type Outcome, processes } from "../../../src/io/processes.ts";
import { type SharedFiles, sharedFiles } from "../../../src/io/shared-files.ts";
import { temporaryFolder } from "../folder.ts";

const isRoot = process.getuid?.() === 0;
const real = processes(process.env, { record: async () => undefined });
const LOCK = "azs-login.lock";

let folder = "";
let file = "";
beforeEach(() => {
  folder = temporaryFolder();
  file = path.join(folder, "cacert.pem");
});
const change = (files: SharedFiles, made: (text: string) => string) =>
  files.exclusively(path.dirname(file), (locked) => locked.change(file, made));
const append = (more: string) => (text: string) => text + more;
const content = (): string => readFileSync(file, "utf8");

describe("where only an administrator may write", () => {
  /** Runs what sudo is called with, and records it. */
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
  // root can write to every folder except one that does not exist.
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

  test("the lock is made with sudo", async () => {
    const { commands, files } = recorded();
    await change(files, () => "ours\n");
    expect(commands[0]?.slice(0, 4)).toEqual(["sudo", "-n", "sh", "-c"]);
    expect(commands[0]?.[4]).toContain("mkdir");
    expect(commands[0]?.[6]).toBe(path.join(path.dirname(file), LOCK));
    expect(commands[1]?.slice(0, 4)).toEqual(["sudo", "-n", "touch", "-c"]);
    expect(readdirSync(path.dirname(file))).toEqual(["cacert.pem"]);
  });

  // As root it is created without sudo as soon as the folder exists.
  test("a new file is made by a shell, its content by standard input", async () => {
    const { commands, files } = recorded();
    await change(files, () => "it's\nours\n");
    expect(content()).toBe("it's\nours\n");
    expect(statSync(file).mode & 0o777).toBe(0o644);
    const shells = commands.filter((command) => command.includes("sh") && !command.join(" ").includes(LOCK));
    expect(shells).toHaveLength(1);
    expect(shells[0]?.slice(0, isRoot ? 2 : 4)).toEqual(isRoot ? ["sh", "-c"] : ["sudo", "-n", "sh", "-c"]);
    expect(commands.flat().join(" ")).not.toContain("ours");
    expect(readdirSync(path.dirname(file))).toEqual(["cacert.pem"]);
  });

  test("bytes that are no text come through as they are", async () => {
    const bytes = Buffer.from([0xfe, 0xed, 0xfe, 0xed, 0, 0x80, 0x0a, 0xff]);
    const { files } = recorded();
    await change(files, () => bytes.toString("latin1"));
    expect(readFileSync(file)).toEqual(bytes);
    await change(files, append(bytes.toString("latin1")));
    expect(readFileSync(file)).toEqual(Buffer.concat([bytes, bytes]));
  });

  test.skipIf(isRoot)("a file is replaced with its mode, and removed", async () => {
    lockFolder("theirs\n");
    const { files } = recorded();
    await change(files, append("ours\n"));
    expect(content()).toBe("theirs\nours\n");
    expect(statSync(file).mode & 0o777).toBe(0o640);
    await change(files, () => "");
    expect(readdirSync(path.dirname(file))).toEqual([]);
  });

  test.skipIf(isRoot)("the original comes back, and what a killed job left goes", async () => {
    lockFolder("theirs\n");
    const { ino } = statSync(file);
    const { commands, files } = recorded();
    const options = { ours: (text: string) => text.includes("ours") };
    const changed = (made: (text: string) => string) =>
      files.exclusively(path.dirname(file), (locked) => locked.change(file, made, options));
    await changed(append("ours\n"));
    expect(statSync(file).ino).not.toBe(ino);
    chmodSync(path.dirname(file), 0o755);
    writeFileSync(`${file}.azs-login`, "hal");
    chmodSync(path.dirname(file), 0o555);
    await changed((text) => text.replace("ours\n", ""));
    expect([content(), statSync(file).ino]).toEqual(["theirs\n", ino]);
    expect(readdirSync(path.dirname(file))).toEqual(["cacert.pem"]);
    expect(commands.every(([program]) => program === "sudo")).toBe(true);
  });

  test.each([
    ["a temporary folder that holds a lock of somebody else's", true],
    ["a temporary folder that is gone", false],
  ])("the lock stands beside the file, with %s", async (_, exists) => {
    const temporary = path.join(folder, "tmp");
    if (exists) mkdirSync(path.join(temporary, LOCK), { recursive: true });
    vi.stubEnv("TMPDIR", temporary);
    onTestFinished(() => void vi.unstubAllEnvs());
    const start = performance.now();
    await recorded().files.exclusively(path.dirname(file), async () => {
      expect(readdirSync(path.dirname(file))).toEqual([LOCK]);
    });
    expect(performance.now() - start).toBeLessThan(2000);
    expect(readdirSync(path.dirname(file))).toEqual([]);
    expect(existsSync(temporary) ? readdirSync(temporary) : []).toEqual(exists ? [LOCK] : []);
  });

  test.skipIf(isRoot)("a dead job's lock is taken over, whoever's it was", async () => {
    lockFolder("theirs\n");
    chmodSync(path.dirname(file), 0o755);
    mkdirSync(path.join(path.dirname(file), LOCK));
    utimesSync(path.join(path.dirname(file), LOCK), 1e9, 1e9);
    chmodSync(path.dirname(file), 0o555);
    const { commands, files } = recorded();
    await change(files, append("ours\n"));
    expect(content()).toBe("theirs\nours\n");
    expect(commands).toContainEqual(["sudo", "-n", "rm", "-rf", "--", path.join(path.dirname(file), LOCK)]);
    expect(existsSync(path.join(path.dirname(file), LOCK))).toBe(false);
  });

  test("a lock that sudo cannot make says so at once", async () => {
    const start = performance.now();
    const { files } = recorded({ exitCode: 1, stdout: "", stderr: "sudo: a password is required\n" });
    await expect(change(files, append("ours\n"))).rejects.toThrow(
      "the lock cannot be made with sudo: sudo: a password",
    );
    expect(performance.now() - start).toBeLessThan(2000);
  });

  test.each([
    ["a sudo that asks for no password", 0, true],
    ["a sudo that asks for one", 1, false],
    ["no sudo", -1, false],
  ])("it may be changed or not: %s", async (_, exitCode, may) => {
    const { commands, files } = recorded({ exitCode, stdout: "", stderr: "" });
    const reason = may ? undefined : `${file} may not be changed without a password`;
    expect((await files.obstacle(file))?.reason).toBe(reason);
    expect((await files.obstacle(file))?.reason).toBe(reason);
    expect(commands).toEqual([["sudo", "-n", "true"]]);
  });

  test("a command that fails says so", async () => {
    const { files } = recorded();
    const work = files.exclusively(path.dirname(file), (locked) => {
      const there = isRoot ? path.join(folder, "gone") : path.dirname(file);
      return locked.run(there, "sh", ["-c", "exit 3"]);
    });
    await expect(work).rejects.toThrow("sudo -n sh ended with exit code 3");
  });

  test("a text that a killed step left incomplete replaces nothing", async () => {
    const cut = sharedFiles({
      run: (program, args, options) => {
        mkdirSync(path.dirname(file), { recursive: true });
        if (program !== "sudo")
          return real.run(program, args, { ...options, input: (options?.input ?? "").slice(0, 4) });
        const [, command = "true", ...rest] = args;
        return real.run(command, rest, { ...options, input: (options?.input ?? "").slice(0, 4) });
      },
    });
    await expect(change(cut, () => "theirs\nours\n")).rejects.toThrow();
    expect(existsSync(file)).toBe(false);
  });
});

test("where the user may write, nothing asks for sudo", async () => {
  const files = sharedFiles({
    run: (program, ...rest) => (program === "sudo" ? Promise.reject(new Error("sudo")) : real.run(program, ...rest)),
  });
  expect(await files.obstacle(file)).toBeUndefined();
  await change(files, append("ours\n"));
  await change(files, () => "");
});

test("where the user may write, a command runs as the user, and unheard", async () => {
  const commands: unknown[] = [];
  const files = sharedFiles({
    run: async (program, args, options) => {
      commands.push([program, ...args, options]);
      return { exitCode: 0, stdout: "", stderr: "" };
    },
  });
  await files.exclusively(folder, (locked) => locked.run(folder, "update-ca-certificates", ["--fresh"]));
  expect(commands).toEqual([
    ["update-ca-certificates", "--fresh", { unheard: true, withinMs: 90_000, ofSystem: true }],
  ]);
});

describe("an obstacle", () => {
  const shared = sharedFiles({ run: async () => ({ exitCode: 1, stdout: "", stderr: "" }) });
  test.each<[string, () => void, string | undefined]>([
    ["is a link", () => symlinkSync("/etc/hosts", file), "is a symbolic link to /etc/hosts"],
    ["is a link that leads nowhere", () => symlinkSync("/nowhere", file), "is a symbolic link to /nowhere"],
    ["is a folder", () => mkdirSync(file), "is no plain file"],
    ["is not a file that is not there", () => undefined, undefined],
    ["is not a file in a folder that this user may write", () => writeFileSync(file, "", { mode: 0o400 }), undefined],
    [
      "is a folder that this user may not write",
      () => {
        file = path.join(folder, "locked", "cacert.pem");
        if (isRoot) return;
        mkdirSync(path.dirname(file));
        chmodSync(path.dirname(file), 0o555);
      },
      "may not be changed without a password",
    ],
  ])("%s", async (_, prepare, words) => {
    prepare();
    expect((await shared.obstacle(file))?.reason).toBe(words === undefined ? undefined : `${file} ${words}`);
  });
});
