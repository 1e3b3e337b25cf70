import { chmodSync, existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { type Outcome, processes } from "../../../src/io/processes.ts";
import { sharedFiles } from "../../../src/io/shared-files.ts";
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
const append = (more: string) => (text: string) => text + more;
const content = (): string => readFileSync(file, "utf8");

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

  test("bytes that are no text come through as they are", async () => {
    const bytes = Buffer.from([0xfe, 0xed, 0xfe, 0xed, 0, 0x80, 0x0a, 0xff]);
    const { files } = recorded();
    await files.changeBytes(file, () => bytes);
    expect(readFileSync(file)).toEqual(bytes);
    await files.changeBytes(file, (content) => Buffer.concat([content, bytes]));
    expect(readFileSync(file)).toEqual(Buffer.concat([bytes, bytes]));
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
