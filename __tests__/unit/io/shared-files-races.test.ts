import { appendFileSync, mkdirSync, readdirSync, readFileSync, rmdir, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { beforeEach, describe, expect, test } from "vitest";
import { processes } from "../../../src/io/processes.ts";
import { type SharedFiles, sharedFiles } from "../../../src/io/shared-files.ts";
import { temporaryFolder } from "../folder.ts";

const real = processes(process.env, { record: async () => undefined });

let folder = "";
let file = "";
let lock = "";
beforeEach(() => {
  folder = temporaryFolder();
  file = path.join(folder, "cacert.pem");
  lock = path.join(folder, "azs-login.lock");
  writeFileSync(file, "theirs\n");
});
const content = () => readFileSync(file, "utf8");

/** Shared files, one of which another program changes between the reading and the replacing. */
function racing(times: number, happens: () => void): SharedFiles {
  let changes = 0;
  return sharedFiles({
    run: (...args) => {
      if (changes < times) happens();
      changes += 1;
      return real.run(...args);
    },
  });
}
const add = (files: SharedFiles, announce?: () => Promise<void>) =>
  files.exclusively(folder, (locked) =>
    locked.change(file, (text) => `${text}ours\n`, {
      ours: (text) => text.includes("ours"),
      ...(announce === undefined ? {} : { announce }),
    }),
  );

describe("a file that another program changes in the same moment", () => {
  test.each<[string, () => void, string]>([
    ["is appended to", () => appendFileSync(file, "new\n"), "theirs\nnew\nours\n"],
    ["is written anew", () => writeFileSync(file, "new\n"), "new\nours\n"],
    ["goes", () => rmSync(file), "ours\n"],
  ])("%s: the work starts over, and nobody's change is lost", async (_, happens, expected) => {
    const announced: string[] = [];
    await add(racing(1, happens), async () => void announced.push("announced"));
    expect(content()).toBe(expected);
    expect(announced).toHaveLength(2);
    expect(readdirSync(folder).filter((name) => !name.endsWith("-original"))).toEqual(["cacert.pem"]);
  });

  test("comes: the work starts over", async () => {
    rmSync(file);
    await add(racing(1, () => writeFileSync(file, "new\n")));
    expect(content()).toBe("new\nours\n");
  });

  test("again and again: in the end it is left as they want it, with an error", async () => {
    await expect(add(racing(9, () => appendFileSync(file, "new\n")))).rejects.toThrow(
      `${file} was changed by another program in the same moment`,
    );
    expect(content()).toBe("theirs\nnew\nnew\nnew\n");
    expect(readdirSync(folder)).toEqual(["cacert.pem"]);
  });
});

describe("a lock that is lost between two changes", () => {
  /** Another process takes the lock, makes its change based on what it reads, and is done after a moment. */
  const takenOver = () => {
    rmSync(lock, { recursive: true });
    mkdirSync(lock);
    appendFileSync(file, "of B\n");
    setTimeout(() => rmdir(lock, () => undefined), 300);
  };

  test.each(["a change", "a command"] as const)("makes the work start over before %s", async (kind) => {
    const tries: string[] = [];
    const shared = sharedFiles(real);
    await shared.exclusively(folder, async (files) => {
      const decidedBy = content();
      tries.push(decidedBy);
      await files.change(`${file}.first`, () => "made\n");
      if (tries.length === 1) takenOver();
      if (kind === "a change") await files.change(file, () => `${decidedBy}of A\n`);
      else await files.run(folder, "sh", ["-c", 'printf "%s" "$1" > "$2"', "sh", `${decidedBy}of A\n`, file]);
    });
    expect(tries).toEqual(["theirs\n", "theirs\nof B\n"]);
    expect(content()).toBe("theirs\nof B\nof A\n");
    expect(readdirSync(folder)).toEqual(["cacert.pem", "cacert.pem.first"]);
  });

  test("keeps even what a killed job left from being removed", async () => {
    let tries = 0;
    await sharedFiles(real).exclusively(folder, async (files) => {
      tries += 1;
      if (tries === 1) {
        // It belongs to B, which is still working.
        writeFileSync(`${file}.azs-login`, "half of B's");
        takenOver();
        await expect(files.change(file, (text) => text)).rejects.toThrow("taken the lock");
        expect(readFileSync(`${file}.azs-login`, "utf8")).toBe("half of B's");
      }
      await files.change(file, (text) => text);
    });
    expect(tries).toBe(2);
    expect(readdirSync(folder)).toEqual(["cacert.pem"]);
  });
});

describe("looking", () => {
  test("takes no lock, and waits for none", async () => {
    mkdirSync(lock);
    const shared = sharedFiles({ run: () => Promise.reject(new Error("started something")) });
    const start = performance.now();
    expect(await shared.wouldChange(file, (text) => `${text}ours\n`)).toBe(true);
    expect(await shared.wouldChange(file, (text) => text)).toBe(false);
    expect(await shared.read(file)).toBe("theirs\n");
    expect(performance.now() - start).toBeLessThan(1000);
  });

  test.each<[string, () => void]>([
    ["a folder", () => mkdirSync(file)],
    ["nothing", () => undefined],
  ])("at %s finds nothing to read", async (_, prepare) => {
    rmSync(file);
    prepare();
    const shared = sharedFiles(real);
    expect(await shared.read(file)).toBe("");
    expect(await shared.wouldChange(file, (text) => text)).toBe(false);
  });
});
