import { isUtf8 } from "node:buffer";
import { constants, type Stats } from "node:fs";
import { access, lstat, open, readFile, rename, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { exclusively } from "./locks.ts";
import type { Processes } from "./processes.ts";

/**
 * Files that belong to the machine, not to the job: other jobs change them too, and the job's user may need `sudo` for
 * them. Every change is made under a lock and replaces the file as a whole.
 */
export interface SharedFiles {
  /** True when this user may change files in a folder: by permission, or with a `sudo` that asks for no password. */
  mayChange(folder: string): Promise<boolean>;
  /**
   * Replaces a text file by what `change` makes of it; empty stands for no file.
   * Owner and mode stay. A symbolic link is refused: it may lead anywhere.
   */
  change(file: string, change: (text: string) => string): Promise<void>;
  /** The same for a file that is no text. */
  changeBytes(file: string, change: (content: Buffer) => Buffer): Promise<void>;
  /** Runs a command with the rights that changes in a folder need. Throws with its exit code when it fails. */
  run(folder: string, file: string, args: readonly string[]): Promise<void>;
  /** Keeps other jobs away from a folder's files while `work` runs. */
  exclusively<T>(folder: string, work: () => Promise<T>): Promise<T>;
}

const LOCK = "azs-login.lock";
/** A change takes seconds at most. */
const PATIENCE = { waitMs: 60_000, staleMs: 6000 } as const;

export function sharedFiles(processes: Pick<Processes, "run">): SharedFiles {
  let sudo: Promise<boolean> | undefined;
  const maySudo = () => {
    sudo ??= processes.run("sudo", ["-n", "true"]).then(({ exitCode }) => exitCode === 0);
    return sudo;
  };
  const writable = (folder: string) =>
    access(folder, constants.W_OK).then(
      () => true,
      () => false,
    );
  /** Output goes unheard, so that a killed step does not take a half-done change with it. */
  const runAs = async (folder: string, file: string, args: readonly string[], input: string | Buffer = "") => {
    const prefix = (await writable(folder)) ? [] : ["sudo", "-n"];
    const [command = file, ...rest] = [...prefix, file, ...args];
    const { exitCode } = await processes.run(command, rest, { input, unheard: true });
    if (exitCode !== 0) throw new Error(`${[command, ...rest].join(" ")} ended with exit code ${exitCode}`);
  };

  const changeBytes: SharedFiles["changeBytes"] = async (file, change) => {
    const folder = path.dirname(file);
    const before = await readShared(file);
    const after = change(before);
    const mine = await writable(folder);
    if (mine) await rm(temporaryName(file), { force: true });
    else if (await exists(temporaryName(file))) await runAs(folder, "rm", ["-f", "--", temporaryName(file)]);
    if (after.equals(before)) return;
    if (mine) await replace(file, after);
    else if (after.length === 0) await runAs(folder, "rm", ["-f", "--", file]);
    else await runAs(folder, "sh", ["-c", REPLACE, "sh", file, `${after.length}`], after);
  };

  return {
    mayChange: async (folder) => (await writable(folder)) || (process.platform !== "win32" && (await maySudo())),
    change: (file, change) => changeBytes(file, (content) => Buffer.from(change(textOf(content, file)))),
    changeBytes,
    run: runAs,
    async exclusively(folder, work) {
      const place = (await writable(folder)) ? folder : tmpdir();
      return exclusively(path.join(place, LOCK), PATIENCE, work);
    },
  };
}

/** What a killed job left half-written has this name, and the next change under the lock removes it. */
const temporaryName = (file: string) => `${file}.azs-login`;

/**
 * $1: the file, $2: bytes to come. Input that a killed step left incomplete must not replace anything. The copy is made
 * for its owner and mode: macOS has no `--reference`.
 */
const REPLACE = `umask 022
if [ -e "$1" ]; then cp -p -- "$1" "$1.azs-login" || exit 1; fi
cat > "$1.azs-login" && [ "$(wc -c < "$1.azs-login")" -eq "$2" ] || exit 1
mv -f -- "$1.azs-login" "$1"`;

async function exists(file: string): Promise<boolean> {
  return (await statusOf(file)) !== undefined;
}

function statusOf(file: string): Promise<Stats | undefined> {
  return lstat(file).catch((error: NodeJS.ErrnoException) => {
    if (error.code === "ENOENT") return undefined;
    throw error;
  });
}

async function readShared(file: string): Promise<Buffer> {
  const status = await statusOf(file);
  if (status === undefined) return Buffer.alloc(0);
  if (!status.isFile()) throw new Error(`${file} is no plain file`);
  return readFile(file);
}

/** Text that is not UTF-8 would not come back as it was. */
function textOf(content: Buffer, file: string): string {
  if (!isUtf8(content)) throw new Error(`${file} is no UTF-8 text`);
  return content.toString("utf8");
}

async function replace(file: string, content: Buffer): Promise<void> {
  if (content.length === 0) return rm(file, { force: true });
  const temporary = temporaryName(file);
  const status = await statusOf(file);
  const handle = await open(temporary, "wx", 0o644);
  try {
    await handle.writeFile(content);
    if (status !== undefined) {
      await handle.chown(status.uid, status.gid);
      await handle.chmod(status.mode);
    }
    await handle.sync();
  } finally {
    await handle.close();
  }
  await rename(temporary, file);
}
