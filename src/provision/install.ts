import path from "node:path";
import { provisionFailures } from "../errors/provision.ts";
import type { Conversation } from "../io/conversation.ts";
import type { Processes } from "../io/processes.ts";
import type { Ended } from "../io/supervision.ts";
import { explainInstall, lastWords, type Outcome } from "./install-failure.ts";
import { findPython, type Minors, type Python } from "./pythons.ts";

/** The last pip for Python 3.8. It only downloads; the installation unpacks the wheels itself. */
const PIP = "pip-25.0.1-py3-none-any.whl";

/** Installing takes seconds from a folder of wheels, a minute while 16 other jobs run, longer from a slow index. */
const INSTALL_MS = 15 * 60_000;

/** Where packages come from. */
export type WheelSource = { readonly folder: string } | { readonly index: string };

/** Files that ship for a version of az. */
export interface Locked {
  /** Requirements with hashes. */
  readonly requirements: string;
  /**
   * File made by `npm run lock`: which folders and files of the wheels are left out, and which modules are compiled.
   */
  readonly contents: string;
}

export interface Installation {
  readonly version: string;
  /** API profile whose modules are compiled now; modules of others are compiled at each use. */
  readonly profile: string;
  /** Undefined for a version without a lock: the index then chooses the packages. */
  readonly locked: Locked | undefined;
  /** Becomes the environment with az. */
  readonly folder: string;
  /** Undefined: the index that pip or uv is configured to use. */
  readonly wheels: WheelSource | undefined;
  readonly toolCache: string | undefined;
  /** Python of the machine's own az, a candidate for the installation. */
  readonly ownPython: string | undefined;
  readonly processes: Processes;
  report(line: string): void;
  debug(text: string): void;
}

/**
 * Minor versions of Python 3 that an az runs on. 3.13 is a last resort: it refuses roots without key identifiers
 * (azure-cli#32108).
 */
const MINORS: Readonly<Record<string, Minors>> = {
  "2.66.2": { good: [12, 11, 10, 9, 8], possible: [13] },
  // On 3.11 and later it needs a patch (`mend` in environment.py).
  "2.29.2": { good: [10, 9, 8], possible: [11, 12, 13] },
};
/** For a version without a lock, pip decides whether the Python will do. */
const ANY_MINOR: Minors = { good: [12, 11, 10, 9, 8], possible: [13] };

/**
 * Runs provision.py in a suitable Python and reports its progress.
 *
 * @throws Failure `AZS520` to `AZS524`, `AZS527`
 */
export async function install(installation: Installation): Promise<void> {
  const { version, folder, report } = installation;
  const python = await pythonFor(installation);
  report(`az: installing ${version} on Python ${python.version} (${python.file}) into ${folder}`);
  const { outcome, ended } = await runScript(python, installation);
  if (outcome.done) return;
  const said = outcome.failed ?? JSON.stringify(outcome);
  installation.debug(said);
  if (ended !== undefined) throw provisionFailures.endless({ version, ended: ended.reason, answer: lastWords(said) });
  const { platform, arch } = process;
  throw explainInstall(version, outcome, `${python.version} (${python.file}, ${platform} ${arch})`);
}

async function pythonFor({ version, ownPython, toolCache, processes }: Installation): Promise<Python> {
  const minors = MINORS[version] ?? ANY_MINOR;
  const python = await findPython(minors, ownPython, toolCache, processes);
  if ("file" in python) return python;
  const all = [...minors.good, ...minors.possible].toSorted((one, other) => one - other);
  throw provisionFailures.noPython({
    version,
    wanted: `3.${all.at(0)} to 3.${all.at(-1)}`,
    found: python.found.join(", ") || "none",
  });
}

type Message = Outcome & { readonly progress?: string };

interface Result {
  readonly outcome: Outcome;
  /** Set if the step had to end it. */
  readonly ended?: Ended | undefined;
}

async function runScript(python: Python, installation: Installation): Promise<Result> {
  const { version, profile, locked, folder, wheels, processes, report } = installation;
  const script = path.join(import.meta.dirname, "provision.py");
  const installer = await processes.start(python.file, ["-I", "-B", "-u", script]);
  if (installer === undefined) return { outcome: { failed: `${python.file} does not start` } };
  const order = {
    folder,
    requirement: `azure-cli==${version}`,
    lock: locked?.requirements ?? null,
    contents: locked?.contents ?? null,
    profile,
    pip: path.join(import.meta.dirname, PIP),
    wheels: null,
    index: null,
    ...asOrder(wheels),
  };
  installer.say(JSON.stringify(order));
  const outcome = await installer.within(INSTALL_MS, () => outcomeOf(installer, report));
  const said = await installer.end();
  if (outcome.failed === undefined) return { outcome };
  return { outcome: { failed: `${outcome.failed}\n${said}` }, ended: installer.ended() };
}

async function outcomeOf({ next }: Conversation, report: Installation["report"]): Promise<Outcome> {
  let outcome: Outcome = { failed: "it ended without output" };
  for (let line = await next(); line !== undefined; line = await next()) {
    const message = readMessage(line);
    if (message?.progress !== undefined) report(`az: ${message.progress}`);
    else if (message !== undefined) outcome = message;
  }
  return outcome;
}

/** Parses a line of provision.py; undefined for a line that is no JSON object. */
function readMessage(line: string): Message | undefined {
  try {
    const message: unknown = JSON.parse(line);
    return typeof message === "object" && message !== null ? message : undefined;
  } catch {
    return undefined;
  }
}

function asOrder(wheels: WheelSource | undefined) {
  if (wheels === undefined) return {};
  return "folder" in wheels ? { wheels: wheels.folder } : { index: wheels.index };
}
