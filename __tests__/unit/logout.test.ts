import { spawn } from "node:child_process";
import { randomUUID } from "node:crypto";
import { once } from "node:events";
import {
  chmodSync,
  chownSync,
  existsSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmdirSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import path from "node:path";
import { beforeEach, describe, expect, test } from "vitest";
import type { Host } from "../../src/host/host.ts";
import { lifeOf, processOf } from "../../src/io/lives.ts";
import { logout, undoAll, undoDeadJobs } from "../../src/job/logout.ts";
import { addRoots } from "../../src/trust/store/pem-entries.ts";
import type { StoredRoots } from "../../src/trust/store/store.ts";
import type { AnyEntry } from "./any-entry.ts";
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
const journal = (...entries: readonly (AnyEntry | string)[]): void => {
  const lines = entries.map((entry) => (typeof entry === "string" ? entry : JSON.stringify(entry)));
  writeFileSync(path.join(folder, "journal.jsonl"), lines.map((line) => `${line}\n`).join(""));
};

/** A host that records its calls, and whether the job's folder existed at that moment. */
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
    setAside: {},
    debugging: false,
    temporaryFolder: machine,
    publicFolder: machine,
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
    ci: "GitHub Actions",
    offersIdTokens: false,
    idTokenOrigin: undefined,
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

type Stored = AnyEntry & { readonly stored: StoredRoots };
/** A bundle of az's that contains the job's root, and the record to undo that. */
function stored(name: string): Stored {
  const job = { name: path.basename(folder), life: lifeOf(folder) };
  writeFileSync(at(name), addRoots(`${name}\n`, [ROOT], job, NOW));
  return { undo: "roots", stored: { store: "az", files: [at(name)], job: path.basename(folder) } };
}
/** A bundle that cannot be changed: a folder is in the place of the temporary file. */
const broken = (): Stored => {
  const entry = stored("broken.pem");
  mkdirSync(at("broken.pem.azs-login"));
  return entry;
};
/** Files beside a step's journal. */
const secrets = () => {
  writeFileSync(path.join(folder, "client.pem"), "secret");
  mkdirSync(path.join(folder, "azure"));
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

  test("warns of what it cannot undo, goes on, and keeps what a later try needs, without the secrets", async () => {
    const [older, newer] = [stored("older.pem"), stored("newer.pem")];
    const left = broken();
    journal(older, left, newer);
    secrets();
    const { said, existed, runner } = host();
    await undoAll(folder, runner, NOW);
    expect(said).toEqual([
      expect.stringMatching(
        /^warning: Could not undo: roots in the trust store az: \S+\/broken\.pem \(.*director.*\)\.$/,
      ),
    ]);
    expect(existed).toEqual([true]);
    expect(readFileSync(at("older.pem"), "utf8")).toBe("older.pem\n");
    expect(readFileSync(at("newer.pem"), "utf8")).toBe("newer.pem\n");
    expect(readdirSync(folder).toSorted()).toEqual(["journal.jsonl", "unfinished"]);
    expect(readFileSync(path.join(folder, "journal.jsonl"), "utf8")).toBe(`${JSON.stringify(left)}\n`);
    rmdirSync(at("broken.pem.azs-login"));
    await undoAll(folder, runner, NOW);
    expect(said).toHaveLength(1);
    expect(readFileSync(at("broken.pem"), "utf8")).toBe("broken.pem\n");
    expect(existsSync(folder)).toBe(false);
  });

  test("leaves a link without a warning, because no root was added through it", async () => {
    symlinkSync(at("nowhere"), at("link.pem"));
    const one = stored("one.pem");
    journal({ undo: "roots", stored: { ...one.stored, files: [at("link.pem"), at("one.pem")] } });
    const { said, runner } = host();
    await undoAll(folder, runner, NOW);
    expect(said).toEqual([]);
    expect(readFileSync(at("one.pem"), "utf8")).toBe("one.pem\n");
    expect(lstatSync(at("link.pem")).isSymbolicLink()).toBe(true);
    expect(existsSync(folder)).toBe(false);
  });

  test("goes on with the other files of a store", async () => {
    const one = stored("one.pem");
    const link = broken();
    journal({ undo: "roots", stored: { ...one.stored, files: [...link.stored.files, ...one.stored.files] } });
    const { said, runner } = host();
    await undoAll(folder, runner, NOW);
    expect(said).toHaveLength(1);
    expect(readFileSync(at("one.pem"), "utf8")).toBe("one.pem\n");
  });

  test("ignores what is gone already", async () => {
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
      expect.stringMatching(/^warning: Could not undo: the file .*config\.json \(the file that it replaced is/),
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

  test.each([
    ["one of three records", (lines: readonly string[]) => [lines[0], lines[1]?.slice(0, 40), lines[2]], "1"],
    [
      "one in the line of the next",
      ([one, two = "", three]: readonly string[]) => [one, two.slice(0, 40) + three],
      "1",
    ],
    ["two", ([one = "", two = "", three]: readonly string[]) => [one.slice(0, 4), two.slice(0, 40), three], "2"],
  ])("warns of %s that it cannot read, undoes all else, and keeps the journal", async (_, cut, count) => {
    const lines = ["one.pem", "two.pem", "three.pem"].map((name) => JSON.stringify(stored(name)));
    const left = cut(lines).join("\n");
    writeFileSync(path.join(folder, "journal.jsonl"), `${left}\n`);
    secrets();
    const { said, runner } = host();
    await undoAll(folder, runner, NOW);
    expect(said).toEqual([
      `warning: Could not undo: ${count} of the changes in ${folder} (the journal's records of them cannot be read).`,
    ]);
    expect(readFileSync(at("three.pem"), "utf8")).toBe("three.pem\n");
    expect(readFileSync(at("one.pem"), "utf8") === "one.pem\n").toBe(count === "1");
    expect(readdirSync(folder).toSorted()).toEqual(["journal.jsonl", "unfinished"]);
    expect(readFileSync(path.join(folder, "journal.jsonl"), "utf8")).toBe(`${left}\n`);
  });

  test.each<[string, () => void, RegExp]>([
    ["with nothing that can be read", () => journal("no JSON"), /1 of the changes/],
    ["that cannot be read", () => mkdirSync(path.join(folder, "journal.jsonl")), /the journal cannot be read \(EISDIR/],
  ])("warns of a journal %s, and removes the secrets", async (_, write, words) => {
    write();
    secrets();
    const { said, runner } = host();
    await undoAll(folder, runner, NOW);
    expect(said).toEqual([expect.stringMatching(/^warning: Could not undo: .*\)\.$/)]);
    expect(said[0]).toMatch(words);
    expect(readdirSync(folder).toSorted()).toEqual(["journal.jsonl", "unfinished"]);
  });

  test.each([
    { of: "a step", known: true, killed: false, waits: true },
    { of: "a step that was killed", known: false, killed: true, waits: true },
    // The process ID may belong to another process by now, and the step waited for its own processes.
    { of: "a step that was not killed", known: false, killed: false, waits: false },
  ])("of a process of $of, with its time of start: $known, waits: $waits", async ({ known, killed, waits }) => {
    const child = spawn(process.execPath, ["-e", "setTimeout(() => undefined, 300)"], { stdio: "ignore" });
    const ended = once(child, "exit");
    const start = performance.now();
    const { pid } = child as { pid: number };
    journal(stored("cacert.pem"), { undo: "process", ...(known ? processOf(pid) : { pid }) });
    if (killed) writeFileSync(path.join(folder, "unfinished"), "");
    const { said, runner } = host();
    await undoAll(folder, runner, NOW);
    expect(performance.now() - start > 250).toBe(waits);
    expect(said).toEqual([]);
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

  test.each(["false", "False", "FALSE"])("leaves what a finished step made with cleanup: %s", async (cleanup) => {
    journal(stored("cacert.pem"));
    const before = readFileSync(at("cacert.pem"), "utf8");
    const { said, runner } = host({ cleanup }, { folder, complete: "true" });
    await logout(runner, NOW);
    expect(readFileSync(at("cacert.pem"), "utf8")).toBe(before);
    expect(existsSync(folder)).toBe(true);
    expect(said).toEqual([expect.stringMatching(/^info: cleanup is false/)]);
  });

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

describe("what earlier jobs left", () => {
  const DEAD = { ...lifeOf("/tmp/job"), boot: "another boot" };
  /** The folder of another job that added a root and placed a file. */
  function earlier(name: string, life: object | undefined, mode = 0o700): string {
    const other = path.join(machine, `azs-login-${randomUUID()}`);
    mkdirSync(other);
    chmodSync(other, mode);
    const job = path.basename(other);
    writeFileSync(at(name), addRoots(`${name}\n`, [ROOT], { name: job, life: lifeOf(other) }, NOW));
    const entries: AnyEntry[] = [
      { undo: "variables", values: { PATH: { afterwards: "" } } },
      { undo: "roots", stored: { store: "az", files: [at(name)], job } },
    ];
    writeFileSync(path.join(other, "journal.jsonl"), entries.map((one) => `${JSON.stringify(one)}\n`).join(""));
    if (life !== undefined) writeFileSync(path.join(other, "life.json"), JSON.stringify(life));
    writeFileSync(path.join(other, "client.pem"), "secret");
    return other;
  }

  test.each<[string, object | undefined, number, boolean]>([
    ["of a dead job is undone", DEAD, 0o700, true],
    ["of a dead job in a folder that others can read stays", DEAD, 0o755, false],
    ["of a dead job in a folder that others can write stays", DEAD, 0o770, false],
    ["of a job of which nothing is known stays", undefined, 0o700, false],
    ["of a job whose life cannot be read stays", { boot: "another boot" }, 0o700, false],
  ])("%s", async (_, life, mode, undone) => {
    const other = earlier("cacert.pem", life, mode);
    const before = readFileSync(at("cacert.pem"), "utf8");
    const { said, runner } = host();
    await undoDeadJobs(runner, NOW);
    expect(existsSync(other)).toBe(!undone);
    expect(readFileSync(at("cacert.pem"), "utf8")).toBe(undone ? "cacert.pem\n" : before);
    expect(said).toEqual(undone ? [expect.stringMatching(/^info: An earlier job left changes/)] : []);
    if (!undone) expect(existsSync(path.join(other, "client.pem"))).toBe(true);
  });

  test("stays while its job lives", async () => {
    const other = earlier("cacert.pem", undefined);
    writeFileSync(path.join(other, "life.json"), JSON.stringify(lifeOf(other)));
    const before = readFileSync(at("cacert.pem"), "utf8");
    const { said, runner } = host();
    await undoDeadJobs(runner, NOW);
    expect([said, readFileSync(at("cacert.pem"), "utf8")]).toEqual([[], before]);
  });

  test.runIf(process.getuid?.() === 0)("in a folder of another user stays", async () => {
    const other = earlier("cacert.pem", DEAD);
    chownSync(other, 65534, 65534);
    await undoDeadJobs(host().runner, NOW);
    expect(existsSync(path.join(other, "client.pem"))).toBe(true);
  });

  test("where a link has the name of a job's folder stays", async () => {
    const elsewhere = temporaryFolder();
    writeFileSync(path.join(elsewhere, "life.json"), JSON.stringify(DEAD));
    chmodSync(elsewhere, 0o700);
    symlinkSync(elsewhere, at(`azs-login-${randomUUID()}`));
    const { said, runner } = host();
    await undoDeadJobs(runner, NOW);
    expect([said, readdirSync(elsewhere)]).toEqual([[], ["life.json"]]);
  });

  test.each([true, false])("in the machine's az configuration is undone by its own copy only: %s", async (isThere) => {
    const other = earlier("cacert.pem", DEAD);
    const [azure, before, after] = ["azure", "azs-before", "azs-after"].map((name) => at(name)) as [
      string,
      string,
      string,
    ];
    for (const folder of isThere ? [azure, before, after] : [azure, before]) mkdirSync(folder);
    for (const folder of isThere ? [azure, after] : [azure]) writeFileSync(path.join(folder, "config"), "[cloud]\n");
    const entry = { undo: "az-config", folder: azure, existed: true, before, after };
    writeFileSync(path.join(other, "journal.jsonl"), `${JSON.stringify(entry)}\n`);
    const { said, runner } = host();
    await undoDeadJobs(runner, NOW);
    expect(existsSync(path.join(azure, "config"))).toBe(!isThere);
    const warned = `warning: The az configuration in ${azure} may still contain the login of an earlier job that died`;
    expect(said.slice(1)).toEqual(isThere ? [] : [expect.stringContaining(warned)]);
  });

  test("and cannot be undone stays for the next job, without the secrets", async () => {
    const other = earlier("cacert.pem", DEAD);
    mkdirSync(at("cacert.pem.azs-login"));
    const first = host();
    await undoDeadJobs(first.runner, NOW);
    expect(first.said.at(-1)).toMatch(/^warning: Could not undo: roots in the trust store az/);
    expect(readdirSync(other).toSorted()).toEqual(["journal.jsonl", "life.json", "unfinished"]);
    rmdirSync(at("cacert.pem.azs-login"));
    await undoDeadJobs(host().runner, NOW);
    expect(existsSync(other)).toBe(false);
    expect(readFileSync(at("cacert.pem"), "utf8")).toBe("cacert.pem\n");
  });
});
