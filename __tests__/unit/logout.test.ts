import { spawn } from "node:child_process";
import { randomUUID } from "node:crypto";
import { once } from "node:events";
import { existsSync, mkdirSync, readFileSync, symlinkSync, writeFileSync } from "node:fs";
import path from "node:path";
import { beforeEach, describe, expect, test } from "vitest";
import type { Host } from "../../src/host/host.ts";
import type { Undo } from "../../src/journal.ts";
import { logout, undoAll } from "../../src/logout.ts";
import { addRoots } from "../../src/trust/blocks.ts";
import { temporaryFolder } from "./folder.ts";
import { publicRoot } from "./samples.ts";

const NOW = new Date("2026-11-21T03:00:00Z");
const ROOT = publicRoot(/^CN=ISRG Root X1,/);

let machine = "";
let folder = "";
beforeEach(() => {
  machine = temporaryFolder();
  folder = path.join(machine, `azs-login-${randomUUID()}`);
  mkdirSync(folder);
});
const at = (name: string): string => path.join(machine, name);
const journal = (...entries: readonly (Undo | string)[]): void => {
  const lines = entries.map((entry) => (typeof entry === "string" ? entry : JSON.stringify(entry)));
  writeFileSync(path.join(folder, "journal.jsonl"), lines.map((line) => `${line}\n`).join(""));
};

/** A host that keeps what it is told, and whether the job's folder was there at that moment. */
function host(inputs: Readonly<Record<string, string>> = {}, state: Readonly<Record<string, string>> = { folder }) {
  const said: string[] = [];
  const existed: boolean[] = [];
  const say = (kind: string) => (line: string) => {
    said.push(`${kind}: ${line}`);
    existed.push(existsSync(folder));
  };
  const unused = () => {
    throw new Error("post has no use for this");
  };
  const runner: Host = {
    environment: process.env,
    debugging: false,
    temporaryFolder: machine,
    toolCache: undefined,
    variable: (name) => process.env[name] ?? "",
    input: async (name) => inputs[name] ?? "",
    state: (name) => state[name] ?? "",
    info: say("info"),
    debug: say("debug"),
    warning: say("warning"),
    fail: say("fail"),
    setOutput: unused,
    exportVariable: unused,
    addPath: unused,
    offersIdTokens: false,
    idToken: unused,
    notice: unused,
    mask: unused,
    saveState: unused,
    group: unused,
    endGroup: unused,
    summarize: unused,
  };
  return { said, existed, runner };
}

/** A bundle of az's that holds the job's root, and what undoes that. */
function stored(name: string): Undo {
  writeFileSync(at(name), addRoots(`${name}\n`, [ROOT], path.basename(folder), NOW));
  return { undo: "roots", stored: { store: "az", files: [at(name)], job: path.basename(folder) } };
}
const broken = (): Undo => {
  symlinkSync(at("nowhere"), at("link.pem"));
  return { undo: "roots", stored: { store: "az", files: [at("link.pem")], job: path.basename(folder) } };
};

describe("undoing", () => {
  test("replays the journal backwards and removes the folder", async () => {
    writeFileSync(at("config"), "third");
    const copies = ["first", "second"].map((name) => {
      const before = path.join(folder, `az-before-${name}`);
      mkdirSync(before);
      writeFileSync(path.join(before, "config"), name);
      return {
        undo: "az-config",
        folder: machine,
        existed: true,
        before,
        after: before.replace("before", "after"),
      } as const;
    });
    journal(...copies, stored("cacert.pem"));
    const { said, runner } = host();
    await undoAll(folder, runner, NOW);
    expect(readFileSync(at("config"), "utf8")).toBe("first");
    expect(readFileSync(at("cacert.pem"), "utf8")).toBe("cacert.pem\n");
    expect(existsSync(folder)).toBe(false);
    expect(said).toEqual([]);
  });

  test("warns of what it cannot undo, goes on, and removes the folder last", async () => {
    const [older, newer] = [stored("older.pem"), stored("newer.pem")];
    journal(older, broken(), newer);
    const { said, existed, runner } = host();
    await undoAll(folder, runner, NOW);
    expect(said).toEqual([
      `warning: Could not undo: roots in the trust store az: ${at("link.pem")} (${at("link.pem")} is no plain file).`,
    ]);
    expect(existed).toEqual([true]);
    expect(readFileSync(at("older.pem"), "utf8")).toBe("older.pem\n");
    expect(readFileSync(at("newer.pem"), "utf8")).toBe("newer.pem\n");
    expect(existsSync(folder)).toBe(false);
  });

  test("goes on with the other files of a store", async () => {
    const one = stored("one.pem");
    const link = broken();
    if (one.undo !== "roots" || link.undo !== "roots") expect.unreachable();
    journal({ undo: "roots", stored: { ...one.stored, files: [...link.stored.files, ...one.stored.files] } });
    const { said, runner } = host();
    await undoAll(folder, runner, NOW);
    expect(said).toHaveLength(1);
    expect(readFileSync(at("one.pem"), "utf8")).toBe("one.pem\n");
  });

  test("does not trip over what is gone already", async () => {
    journal(stored("cacert.pem"), { undo: "process", pid: 2 ** 30 });
    await undoAll(folder, host().runner, NOW);
    mkdirSync(folder);
    journal({
      undo: "roots",
      stored: { store: "az", files: [at("gone.pem"), at("cacert.pem")], job: "azs-login-1" },
    });
    const { said, runner } = host();
    await undoAll(folder, runner, NOW);
    expect(said).toEqual([]);
    expect(existsSync(at("gone.pem"))).toBe(false);
  });

  test("says which file could not be taken away, and keeps what it replaced", async () => {
    const kept = path.join(folder, "replaced-1");
    writeFileSync(kept, "theirs");
    mkdirSync(at("config.json"));
    journal({ undo: "placed-file", file: at("config.json"), kept });
    const { said, runner } = host();
    await undoAll(folder, runner, NOW);
    expect(said).toEqual([
      expect.stringMatching(/^warning: Could not undo: the file .*config\.json \(what it replaced is/),
    ]);
    expect(readFileSync(at("config.json.replaced-1"), "utf8")).toBe("theirs");
  });

  test("ignores a last line that was cut off", async () => {
    const entry = stored("cacert.pem");
    writeFileSync(path.join(folder, "journal.jsonl"), `${JSON.stringify(entry)}\n{"undo":"ro`);
    const { said, runner } = host();
    await undoAll(folder, runner, NOW);
    expect(said).toEqual([]);
    expect(readFileSync(at("cacert.pem"), "utf8")).toBe("cacert.pem\n");
  });

  test("warns of a journal it cannot read, and removes the folder with the secrets", async () => {
    journal("no JSON");
    const { said, runner } = host();
    await undoAll(folder, runner, NOW);
    expect(said).toEqual([expect.stringMatching(/^warning: Could not undo: the journal cannot be read \(.*\)\.$/)]);
    expect(existsSync(folder)).toBe(false);
  });

  test("waits for a process that outlived the step", async () => {
    const child = spawn(process.execPath, ["-e", "setTimeout(() => undefined, 300)"], { stdio: "ignore" });
    const ended = once(child, "exit");
    const start = performance.now();
    journal(stored("cacert.pem"), { undo: "process", pid: child.pid ?? 0 });
    await undoAll(folder, host().runner, NOW);
    expect(performance.now() - start).toBeGreaterThan(250);
    await ended;
    expect(existsSync(folder)).toBe(false);
  });
});

describe("the post step", () => {
  test("undoes what the step did", async () => {
    journal(stored("cacert.pem"));
    await logout(host().runner, NOW);
    expect(readFileSync(at("cacert.pem"), "utf8")).toBe("cacert.pem\n");
    expect(existsSync(folder)).toBe(false);
  });

  test("has nothing to do when the step opened no journal", async () => {
    const { said, runner } = host({}, {});
    await logout(runner, NOW);
    expect(said).toEqual([]);
  });

  test("has nothing to do when the step was killed before its folder was made", async () => {
    const { said, runner } = host({}, { folder: at("azs-login-2") });
    await logout(runner, NOW);
    expect(said).toEqual([]);
  });

  test.each(["false", "False", "FALSE"])(
    "leaves what a step that is through made with cleanup: %s",
    async (cleanup) => {
      journal(stored("cacert.pem"));
      const before = readFileSync(at("cacert.pem"), "utf8");
      const { said, runner } = host({ cleanup }, { folder, complete: "true" });
      await logout(runner, NOW);
      expect(readFileSync(at("cacert.pem"), "utf8")).toBe(before);
      expect(existsSync(folder)).toBe(true);
      expect(said).toEqual([expect.stringMatching(/^info: cleanup is false/)]);
    },
  );

  test("undoes what a killed step left, also with cleanup: false", async () => {
    journal(stored("cacert.pem"));
    await logout(host({ cleanup: "false" }).runner, NOW);
    expect(readFileSync(at("cacert.pem"), "utf8")).toBe("cacert.pem\n");
    expect(existsSync(folder)).toBe(false);
  });

  test.each(["true", "", "yes"])("undoes with cleanup: %j", async (cleanup) => {
    journal();
    await logout(host({ cleanup }, { folder, complete: "true" }).runner, NOW);
    expect(existsSync(folder)).toBe(false);
  });
});
