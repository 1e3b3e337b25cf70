import { randomUUID } from "node:crypto";
import type { Stats } from "node:fs";
import { lstat, readdir, readFile } from "node:fs/promises";
import path from "node:path";
import { type Recorder, UNRECORDED } from "../journal/kind.ts";
import { folderRights } from "./folder-rights.ts";
import { clearLeft, exclusively } from "./locks.ts";
import { type Obstacle, obstacleAt, withoutRight } from "./obstacles.ts";
import { type Processes, systemPrograms } from "./processes.ts";
import {
  FILE_CHANGED,
  isTemporary,
  originalOf,
  type Replacement,
  replaceOnWindows,
  scriptOf,
  temporaryOf,
} from "./replacing.ts";
import { sharedLock } from "./shared-lock.ts";

/**
 * Files that belong to the machine, not to the job: other jobs change them too, and the job's user may need `sudo` for
 * them. Every change is made under a lock and replaces the file as a whole.
 */
export interface SharedFiles {
  /** Why this user cannot change or make a file, even with a `sudo` that asks for no password; else undefined. */
  obstacle(file: string): Promise<Obstacle | undefined>;
  /** An obstacle if the file does not exist; else undefined. */
  absence(file: string): Promise<Obstacle | undefined>;
  /** A file's content, one character per byte; empty if there is no plain file that this user may read. */
  read(file: string): Promise<string>;
  /** Whether `change` would change the file; takes no lock. */
  wouldChange(file: string, change: (text: string) => string, options?: ChangeOptions): Promise<boolean>;
  /** Removes the lock that a killed step of this job, or a job that died, left in a folder. */
  release(folder: string): Promise<void>;
  /**
   * Keeps other jobs away from a folder's files while `work` runs. The work starts over, reading the files again, if
   * this process was paused for so long that another one took the lock, or if another program changed a file at the
   * same time.
   */
  exclusively<T>(folder: string, work: (files: LockedFiles) => Promise<T>, waitMs?: number): Promise<T>;
}

/** Shared files under their lock. */
export interface LockedFiles {
  /**
   * Replaces a file's content with what `change` returns; an empty text stands for no file. Keeps owner, mode and
   * attributes. Refuses a symbolic link, which may lead anywhere. One character of the text is one byte of the file.
   */
  change(file: string, change: (text: string) => string, options?: ChangeOptions): Promise<void>;
  /** Runs a command, with `sudo` if changes in the folder need it. Throws an error with the exit code if it fails. */
  run(folder: string, file: string, args: readonly string[]): Promise<void>;
}

export interface ChangeOptions {
  /**
   * Tells from its content whether a file contains something of azs-login. As long as it does, the original file is
   * kept beside it. After that the original itself is moved back, with its time, hard links, ACL and extended
   * attributes, if nobody has changed the content meanwhile. Left out: the file is azs-login's own.
   */
  readonly ours?: (text: string) => boolean;
  /**
   * Whether the original may replace the result of a change although their bytes differ, because another program has
   * meanwhile appended something that the original has already. Left out: only identical bytes count.
   */
  readonly isSame?: (text: string, original: string) => boolean;
  /** Called before the first byte changes; not called if nothing changes. */
  readonly announce?: () => Promise<void>;
}

const LOCK = "azs-login.lock";
/** The holder of a lock that was not renewed for so long counts as dead. */
export const STALE_MS = 6000;
/** A change takes a second at most, and up to 16 jobs wait for each other. */
const PATIENCE = { waitMs: 30_000, staleMs: STALE_MS } as const;
const MOST_TRIES = 3;
/** update-ca-trust takes seconds, and far longer while other jobs run. */
const LONGEST_RUN_MS = 90_000;

/** The state that the work was based on has changed. */
class Overtaken extends Error {}

/**
 * @param job names the job in its locks, so that its post step recognizes what a killed step left
 * @param journal records a lock before it is made
 */
export function sharedFiles(
  processes: Pick<Processes, "run">,
  job: string = randomUUID(),
  journal: Recorder = UNRECORDED,
): SharedFiles {
  /** Per folder: removes the lock that a killed process of this job may have left, before the first new one. */
  const prepared = new Map<string, Promise<void>>();
  const programs = systemPrograms(processes);
  const rights = folderRights(programs);

  const lockedFiles = (check: () => Promise<void>): LockedFiles => ({
    async change(file, change, { ours = () => false, isSame = () => false, announce } = {}) {
      const found = await look(file);
      const left = leftovers(file, found, ours);
      if (left.length > 0) {
        await check();
        await rights.remove(path.dirname(file), left);
      }
      const after = Buffer.from(change(textOf(found)), "latin1");
      if (after.equals(found.content ?? EMPTY)) return;
      await announce?.();
      await check();
      const wanted = {
        file,
        temporary: temporaryOf(file),
        before: found.content,
        mode: found.mode,
        after,
        original: fateOf(found, after, ours, isSame),
      };
      const { exitCode, stderr } = await replace(wanted);
      if (exitCode === FILE_CHANGED) throw new Overtaken(`${file} was changed by another program in the same moment`);
      if (exitCode !== 0) throw new Error(`${file} cannot be changed: ${stderr.trim() || `exit code ${exitCode}`}`);
    },
    async run(folder, file, args) {
      const [program, ...rest] = await rights.command(folder, file, args);
      await check();
      // unheard: if the step is killed, a program that writes to its pipe would die half-way.
      const { exitCode } = await programs.run(program, rest, { unheard: true, withinMs: LONGEST_RUN_MS });
      if (exitCode !== 0) throw new Error(`${shown([program, ...rest])} ended with exit code ${exitCode}`);
    },
  });

  const replace = async (wanted: Replacement) => {
    if (process.platform === "win32") return replaceOnWindows(wanted);
    const { args, input } = scriptOf(wanted);
    const [program, ...rest] = await rights.command(path.dirname(wanted.file), "sh", args);
    return programs.run(program, rest, { input });
  };

  const release = async (folder: string) =>
    clearLeft(path.join(folder, LOCK), PATIENCE.staleMs, await rights.lockKeeper(folder), job);

  return {
    async obstacle(file) {
      const obstacle = await obstacleAt(file, await statusOf(file));
      if (obstacle !== undefined) return obstacle;
      return (await rights.mayChange(path.dirname(file))) ? undefined : withoutRight(file, await rights.silence());
    },
    absence: async (file) => ((await statusOf(file)) === undefined ? { reason: `${file} is not there` } : undefined),
    read: async (file) => textOf(await look(file).catch(() => NOTHING)),
    async wouldChange(file, change, { ours = () => false } = {}) {
      const found = await look(file).catch(() => undefined);
      if (found === undefined) return false;
      return leftovers(file, found, ours).length > 0 || change(textOf(found)) !== textOf(found);
    },
    release,
    async exclusively(folder, work, waitMs = PATIENCE.waitMs) {
      const prepare = () => journal.record(sharedLock.entry({ folder })).then(() => release(folder));
      if (!prepared.has(folder)) prepared.set(folder, prepare());
      await prepared.get(folder);
      const keeper = await rights.lockKeeper(folder);
      for (let tried = 1; ; tried += 1) {
        try {
          return await exclusively(
            path.join(folder, LOCK),
            { ...PATIENCE, waitMs },
            (isHeld) => work(lockedFiles(throwingUnless(isHeld))),
            keeper,
            job,
          );
        } catch (error) {
          if (!(error instanceof Overtaken) || tried === MOST_TRIES) throw error;
        }
      }
    },
  };
}

const EMPTY = Buffer.alloc(0);

/** A command for an error, without the text of a script. */
function shown(command: readonly string[]): string {
  const script = command.indexOf("-c");
  return (script < 0 ? command : command.slice(0, script)).join(" ");
}

function throwingUnless(isHeld: () => Promise<boolean>) {
  return async () => {
    if (!(await isHeld())) throw new Overtaken("another process has taken the lock");
  };
}

/** A file, its original and its temporary files. */
interface Found {
  readonly content: Buffer | undefined;
  readonly mode: number;
  /** Paths of half-written files that killed changes left. */
  readonly temporaries: readonly string[];
  readonly original: Buffer | undefined;
}

const NOTHING: Found = { content: undefined, mode: 0, temporaries: [], original: undefined };

async function look(file: string): Promise<Found> {
  const [status, original] = await Promise.all([file, originalOf(file)].map(statusOf));
  const folder = path.dirname(file);
  const names = await readdir(folder).catch(() => []);
  return {
    content: status && (await readPlain(file, status)),
    mode: (status?.mode ?? 0o644) & 0o7777,
    temporaries: names.filter((name) => isTemporary(name, file)).map((name) => path.join(folder, name)),
    original: original && (await readPlain(originalOf(file), original)),
  };
}

function textOf({ content }: Found): string {
  return content?.toString("latin1") ?? "";
}

/** Files that a killed job left. An original is obsolete if the file contains nothing of azs-login any more. */
function leftovers(file: string, found: Found, ours: (text: string) => boolean): readonly string[] {
  const isNobodys = found.original !== undefined && !ours(textOf(found));
  return [...found.temporaries, ...(isNobodys ? [originalOf(file)] : [])];
}

function fateOf(
  found: Found,
  after: Buffer,
  ours: (text: string) => boolean,
  isSame: (text: string, original: string) => boolean,
): Replacement["original"] {
  const text = after.toString("latin1");
  const stays = ours(text);
  if (!ours(textOf(found))) return stays && found.content !== undefined ? "keep" : "leave";
  if (stays || found.original === undefined) return "leave";
  const isBack = found.original.equals(after) || isSame(text, found.original.toString("latin1"));
  return isBack ? "back" : "drop";
}

function statusOf(file: string): Promise<Stats | undefined> {
  return lstat(file).catch((error: NodeJS.ErrnoException) => {
    if (error.code === "ENOENT") return undefined;
    throw error;
  });
}

async function readPlain(file: string, status: Stats): Promise<Buffer> {
  if (!status.isFile()) throw new Error(notPlain(file));
  return readFile(file);
}

const notPlain = (file: string) => `${file} is no plain file`;
