import path from "node:path";
import { which } from "@actions/io";
import { provisionFailures } from "../errors/provision.ts";
import type { Conversation } from "../io/conversation.ts";
import type { Processes } from "../io/processes.ts";
import type { Ended } from "../io/supervision.ts";
import { explainInstall, lastWords } from "./failures.ts";
import { findPython, type Minors, type Python } from "./pythons.ts";

/** Half a minute on a hosted runner, two beside 16 other jobs, and longer from an index that is slow or far. */
const INSTALL_MS = 15 * 60_000;

/** Where packages come from. */
export type WheelSource = { readonly folder: string } | { readonly index: string };

export interface Installation {
  readonly version: string;
  /** Requirements with hashes; undefined: what the index gives for that version of az. */
  readonly lock: string | undefined;
  /** Becomes the virtual environment. */
  readonly folder: string;
  /** Undefined: the index that uv or pip are set up for. */
  readonly wheels: WheelSource | undefined;
  readonly toolCache: string | undefined;
  /** Python of the machine's own az, a candidate to install on. */
  readonly ownPython: string | undefined;
  readonly processes: Processes;
  report(line: string): void;
  debug(text: string): void;
}

/**
 * Minor versions of Python that an az runs on: the first with the field is taken. On 3.13 OpenSSL refuses roots without
 * key identifiers (azure-cli#32108).
 */
const MINORS: Readonly<Record<string, Minors>> = {
  "2.66.2": { good: [12, 11, 10, 9, 8], possible: [13] },
  // From 3.11 on with a line less (tidy.py).
  "2.29.2": { good: [10, 9, 8], possible: [11, 12, 13] },
};
/** Of a version without a lock nothing is known: pip finds out. */
const ANY_MINOR: Minors = { good: [12, 11, 10, 9, 8], possible: [13, 7, 6] };

/**
 * Runs provision.py in a suitable Python and reports what it says.
 *
 * @throws Failure `AZS520` to `AZS524`, `AZS527`
 */
export async function install(installation: Installation): Promise<void> {
  const { version, folder, report } = installation;
  const found = await which("uv");
  // The installer works in another folder, and PATH may have relative entries.
  const uv = found === "" ? undefined : path.resolve(found);
  const python = await pythonFor(installation, uv);
  report(`az: installing ${version} on Python ${python.version} (${python.file}) into ${folder}`);
  const { failed, ended } = await runScript(python, uv, installation);
  if (failed === undefined) return;
  installation.debug(failed);
  if (ended !== undefined) throw provisionFailures.endless({ version, ended: ended.words, answer: lastWords(failed) });
  const { platform, arch } = process;
  throw explainInstall(version, failed, `${python.version} (${python.file}, ${platform} ${arch})`);
}

async function pythonFor({ version, ownPython, toolCache, processes }: Installation, uv: string | undefined) {
  const minors = MINORS[version] ?? ANY_MINOR;
  const python = await findPython(minors, ownPython, toolCache, uv === undefined, processes);
  if ("file" in python) return python;
  const all = [...minors.good, ...minors.possible].toSorted((one, other) => one - other);
  throw provisionFailures.noPython({
    version,
    wanted: `3.${all.at(0)} to 3.${all.at(-1)}`,
    found: python.found.join(", ") || "none",
  });
}

interface Result {
  /** What the installer said when it failed; undefined when it did not. */
  readonly failed: string | undefined;
  /** It had to be ended. */
  readonly ended?: Ended | undefined;
}

async function runScript(
  python: Python,
  uv: string | undefined,
  { version, lock, folder, wheels, processes, report }: Installation,
): Promise<Result> {
  const script = path.join(import.meta.dirname, "provision.py");
  const installer = await processes.start(python.file, ["-I", "-B", "-u", script]);
  if (installer === undefined) return { failed: `${python.file} does not start` };
  const order = {
    folder,
    requirement: `azure-cli==${version}`,
    lock: lock ?? null,
    uv: uv ?? null,
    pip: python.hasPip,
    wheels: null,
    index: null,
    ...asOrder(wheels),
  };
  installer.say(JSON.stringify(order));
  const failed = await installer.within(INSTALL_MS, () => outcomeOf(installer, report));
  const said = await installer.end();
  return failed === undefined ? { failed } : { failed: `${failed}\n${said}`, ended: installer.ended() };
}

async function outcomeOf({ next }: Conversation, report: Installation["report"]): Promise<string | undefined> {
  let failed: string | undefined = "it ended without a word";
  for (let line = await next(); line !== undefined; line = await next()) {
    const { progress, ...outcome } = readMessage(line);
    if (progress !== undefined) report(`az: ${progress}`);
    else if (outcome.done) failed = undefined;
    else if (outcome.failed !== undefined) failed = outcome.failed;
  }
  return failed;
}

/** What provision.py says: `{"progress": text}`, `{"failed": text}` or `{"done": true}`; empty for any other line. */
function readMessage(line: string): { progress?: string; failed?: string; done?: boolean } {
  try {
    const { progress, failed, done } = Object(JSON.parse(line)) as Readonly<Record<string, unknown>>;
    if (typeof progress === "string") return { progress };
    return typeof failed === "string" ? { failed } : { done: done === true };
  } catch {
    return {};
  }
}

function asOrder(wheels: WheelSource | undefined) {
  if (wheels === undefined) return {};
  return "folder" in wheels ? { wheels: wheels.folder } : { index: wheels.index };
}
