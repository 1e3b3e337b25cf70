import { hash } from "node:crypto";
import { readFile } from "node:fs/promises";
import path from "node:path";
import type { Root } from "../../certificates/roots.ts";
import type { LockedFiles } from "../../io/shared-files.ts";
import { addRoots, certificateBlocks, holds, type Job, type Need, removeNeeds } from "../store/pem-entries.ts";
import type { Machine } from "../store/store.ts";
import { type Edit, edited, type Keystore, listed } from "./keytool.ts";

/**
 * A file beside a keystore, which exists while jobs need roots in it. It is written before the keystore, so that even
 * if the step is killed the keystore is one of those that the sidecar names.
 */
interface Sidecar {
  /** The keystore before the first job, in base64; null once another program has changed it since. */
  readonly original: string | null;
  /** SHA-256 of the keystores made from the original. The last one has the roots below, and may not be written yet. */
  readonly made: readonly string[];
  /** The roots and the jobs that need them, as in pem-entries.ts. */
  readonly roots: string;
}

/** A keystore, its sidecar, and what is derived from both. */
interface State extends Sidecar {
  readonly content: Buffer;
  /** The keystore without the jobs' roots: the original, or the version that another program has written. */
  readonly base: Buffer;
  /** Whether the keystore is the last one made, so that it has exactly the sidecar's roots. */
  readonly settled: boolean;
}

/** A keystore under its lock. */
export interface LockedKeystore extends Keystore {
  readonly files: LockedFiles;
}

/**
 * Adds roots for a job, except those that the keystore has already.
 *
 * @param announce called before the first change; not called if nothing changes
 */
export async function addToKeystore(
  keystore: LockedKeystore,
  roots: readonly Root[],
  job: Job,
  machine: Machine,
  announce: () => Promise<void>,
): Promise<void> {
  const state = await read(keystore);
  if (state === undefined) throw new Error(`${keystore.file} is gone`);
  if (state.settled && roots.every((root) => holds(state.roots, root))) {
    await announce();
    return writeSidecar(keystore, { ...state, roots: addRoots(state.roots, roots, job, machine.now) });
  }
  const held = await listed(keystore, state.base, machine);
  const missing = roots.filter((root) => holds(state.roots, root) || !holds(held, root));
  const wanted = addRoots(state.roots, missing, job, machine.now);
  if (wanted === state.roots) return;
  const add = without(named(certificateBlocks(wanted)), named(certificateBlocks(held)));
  const content = await edited(keystore, state.base, { add, remove: [] }, machine);
  await announce();
  await writeSidecar(keystore, { ...withMade(state, content), roots: wanted });
  await writeKeystore(keystore, state, content);
}

/**
 * Removes needs that have ended. With the last one it restores the original bytes, unless another program changed them.
 */
export async function removeFromKeystore(
  keystore: LockedKeystore,
  isEnded: (need: Need) => boolean,
  machine: Machine,
): Promise<void> {
  const state = await read(keystore);
  if (state === undefined || state.roots === "") return dropRemains(keystore);
  const left = removeNeeds(state.roots, isEnded);
  const [before, after] = [state.roots, left].map((text) => named(certificateBlocks(text))) as [Blocks, Blocks];
  if (after.size === before.size) return writeSidecar(keystore, { ...state, roots: left });
  const content = await contentWith(keystore, state, before, after, machine);
  // Listed first, not last: if this job is killed, the next one must not think that the keystore has all these roots.
  await writeSidecar(keystore, { ...state, made: withMade({ ...state, made: [] }, content).made.concat(state.made) });
  await writeKeystore(keystore, state, content);
  return after.size === 0
    ? dropSidecar(keystore)
    : writeSidecar(keystore, { ...withMade(state, content), roots: left });
}

/** Whether a keystore's sidecar has needs that have ended; changes nothing. */
export function hasEnded(keystore: Keystore, isEnded: (need: Need) => boolean, { shared }: Machine): Promise<boolean> {
  return shared.wouldChange(sidecarOf(keystore), (text) => {
    try {
      const { roots } = JSON.parse(text) as Sidecar;
      return removeNeeds(roots, isEnded) === roots ? text : "";
    } catch {
      return text;
    }
  });
}

async function contentWith(keystore: Keystore, { original, base }: State, before: Blocks, after: Blocks, on: Machine) {
  const none = new Map<string, string>();
  const edit: Edit =
    original === null ? { add: none, remove: [...without(before, after).keys()] } : { add: after, remove: [] };
  return edit.add.size + edit.remove.length === 0 ? base : edited(keystore, base, edit, on);
}

/** @returns undefined if the keystore is gone, along with its JDK */
async function read(keystore: Keystore): Promise<State | undefined> {
  const content = await readFile(keystore.file).catch(noFile);
  if (content === undefined) return undefined;
  const text = await readFile(sidecarOf(keystore), "utf8").catch(noFile);
  if (text === undefined) {
    return { original: content.toString("base64"), made: [], roots: "", content, base: content, settled: false };
  }
  const sidecar = JSON.parse(text) as Sidecar;
  const original = sidecar.original === null ? undefined : Buffer.from(sidecar.original, "base64");
  const ours = original !== undefined && (original.equals(content) || sidecar.made.includes(sha256(content)));
  const settled = ours && sidecar.made.at(-1) === sha256(content);
  if (ours) return { ...sidecar, content, base: original, settled };
  return { ...sidecar, original: null, made: [], content, base: content, settled };
}

function noFile(error: NodeJS.ErrnoException): undefined {
  if (error.code !== "ENOENT") throw error;
}

function withMade({ original, made, roots }: Sidecar, content: Buffer): Sidecar {
  const last = sha256(content);
  return { original, roots, made: original === null ? [] : [...made.filter((one) => one !== last), last] };
}

function writeSidecar(keystore: LockedKeystore, { original, made, roots }: Sidecar): Promise<void> {
  return keystore.files.change(sidecarOf(keystore), () => `${JSON.stringify({ original, made, roots })}\n`);
}

function dropSidecar(keystore: LockedKeystore): Promise<void> {
  return keystore.files.change(sidecarOf(keystore), () => "");
}

/** Removes what a killed step left half-written, and the sidecar of a keystore that is gone with its JDK. */
async function dropRemains(keystore: LockedKeystore): Promise<void> {
  await keystore.files.change(keystore.file, (text) => text);
  await dropSidecar(keystore);
}

function writeKeystore({ file, files }: LockedKeystore, state: State, next: Buffer): Promise<void> {
  const { content, base, original } = state;
  const change = (now: string) => {
    if (now !== content.toString("latin1"))
      throw new Error(`${file} was changed by another program in the same moment`);
    return next.toString("latin1");
  };
  // Once another program has changed the keystore, the original is not restored.
  if (original === null) return files.change(file, change);
  // Any content other than the base has some of the jobs' roots.
  return files.change(file, change, { ours: (text) => text !== base.toString("latin1") });
}

function sidecarOf({ file }: Keystore): string {
  return path.join(path.dirname(file), `${path.basename(file)}.azs-login-roots`);
}

/** PEM blocks by their aliases. */
type Blocks = ReadonlyMap<string, string>;

function named(blocks: readonly string[]): Blocks {
  return new Map(
    blocks.map((pem) => {
      const der = Buffer.from(pem.replaceAll(/-----[^-]+-----|\s/g, ""), "base64");
      return [`azs-login-${sha256(der).slice(0, 16)}`, `${pem}\n`];
    }),
  );
}

function without(blocks: Blocks, others: Blocks): Blocks {
  return new Map([...blocks].filter(([alias]) => !others.has(alias)));
}

function sha256(content: Buffer): string {
  return hash("sha256", content);
}
