import { constants, type Stats } from "node:fs";
import { access, readlink, realpath } from "node:fs/promises";
import path from "node:path";
import { readSystemFile } from "./system-places.ts";

/** Why something of the machine cannot be changed. */
export interface Obstacle {
  /** The rest of a sentence, with the path in it. */
  readonly reason: string;
  /** What the user can do about it; undefined when nothing but to do without. */
  readonly remedy?: string;
}

/** Thrown where a change would meet one. */
export class Hindered extends Error {
  readonly obstacle: Obstacle;

  constructor(obstacle: Obstacle) {
    super(obstacle.reason);
    this.obstacle = obstacle;
  }
}

/** What no right helps against; undefined when there is no such thing. @param status of the file, if it is there */
export async function obstacleAt(file: string, status: Stats | undefined): Promise<Obstacle | undefined> {
  if (status?.isSymbolicLink()) return link(file, await readlink(file));
  if (status !== undefined && !status.isFile()) return { reason: `${file} is no plain file` };
  if (await isReadOnly(path.dirname(file))) return readOnly(file);
  return (await isMountPoint(file)) ? mounted(file) : undefined;
}

/** It may lead to what others have in common, such as a package cache. */
function link(file: string, target: string): Obstacle {
  return {
    reason: `${file} is a symbolic link to ${target}`,
    remedy: "replace it by a plain file (uv: UV_LINK_MODE=copy)",
  };
}

function readOnly(file: string): Obstacle {
  return {
    reason: `${file} lies on a read-only file system`,
    remedy: "make that writable for the job, or add the root beforehand, for example to the image",
  };
}

/** Nothing can be moved into its place. */
function mounted(file: string): Obstacle {
  return {
    reason: `${file} is a mount point and cannot be replaced`,
    remedy: "mount a file that already contains the root, or mount the folder of the file instead",
  };
}

export function withoutRight(file: string, why = ""): Obstacle {
  return {
    reason: `${file} may not be changed without a password${why}`,
    remedy: "run the job as root or with a sudo that asks for no password",
  };
}

async function isReadOnly(folder: string): Promise<boolean> {
  const error = await access(folder, constants.W_OK).catch(({ code }: NodeJS.ErrnoException) => code);
  return error === "EROFS";
}

/** A mount of a file is like the file in all that stat(2) tells; Linux lists them (proc_pid_mountinfo(5)). */
async function isMountPoint(file: string): Promise<boolean> {
  const mounts = readSystemFile("/proc/self/mountinfo") ?? "";
  const own = await realpath(file).catch(() => file);
  return mounts.split("\n").some((line) => plain(line.split(" ")[4] ?? "") === own);
}

/** Blanks and the like are written as octal numbers. */
function plain(mountPoint: string): string {
  return mountPoint.replaceAll(/\\([0-7]{3})/g, (_, octal: string) => String.fromCharCode(Number.parseInt(octal, 8)));
}
