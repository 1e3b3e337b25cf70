import { constants, type Stats } from "node:fs";
import { access, readlink, realpath } from "node:fs/promises";
import path from "node:path";
import { readSystemFile } from "./system-places.ts";

/** Why a file of the machine cannot be changed. */
export interface Obstacle {
  /** A clause that names the path. */
  readonly reason: string;
  /** What the user can do about it; undefined if nothing. */
  readonly remedy?: string;
}

/** Thrown if an obstacle prevents a change. */
export class Hindered extends Error {
  readonly obstacle: Obstacle;

  constructor(obstacle: Obstacle) {
    super(obstacle.reason);
    this.obstacle = obstacle;
  }
}

/** An obstacle that no permission overcomes; undefined if there is none. @param status of the file, if it exists */
export async function obstacleAt(file: string, status: Stats | undefined): Promise<Obstacle | undefined> {
  if (status?.isSymbolicLink()) return link(file, await readlink(file));
  if (status !== undefined && !status.isFile()) return { reason: `${file} is no plain file` };
  if (await isReadOnly(path.dirname(file))) return readOnly(file);
  return (await isMountPoint(file)) ? mounted(file) : undefined;
}

/** A link may lead to a file that others share, such as one in a package cache. */
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

/** A mount point cannot be replaced by moving a file onto it. */
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

/** stat(2) does not tell a mounted file from a plain one, but Linux lists mounts (proc_pid_mountinfo(5)). */
async function isMountPoint(file: string): Promise<boolean> {
  const mounts = readSystemFile("/proc/self/mountinfo") ?? "";
  const own = await realpath(file).catch(() => file);
  return mounts.split("\n").some((line) => plain(line.split(" ")[4] ?? "") === own);
}

/** Decodes spaces and similar characters, which the list has as octal numbers. */
function plain(mountPoint: string): string {
  return mountPoint.replaceAll(/\\([0-7]{3})/g, (_, octal: string) => String.fromCharCode(Number.parseInt(octal, 8)));
}
