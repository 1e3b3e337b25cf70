import { azFailures } from "../../errors/az.ts";
import type { Failure } from "../../errors/failure.ts";
import type { Ended } from "../../io/supervision.ts";
import type { Profile } from "../../stamp/profiles.ts";
import type { AzCommand, CommandResult } from "./commands.ts";

/** In characters. The cause is in the first or in the last lines of an error; the middle can be dropped. */
const MOST_READ = 20_000;
const CUT = "…";

/** Errors not of az but of its Python, which finds no module or does not even start. */
const PYTHONS_OWN = /^Fatal Python error|No module named|ModuleNotFoundError|ImportError/m;

/** The az whose command failed. */
export interface FailedAz {
  readonly path: string;
  /** Undefined if its Python is not known. */
  readonly description: object | undefined;
  /** The job's Python variables, which az's launcher inherits if only the launcher is known. */
  readonly pythonVariables: readonly string[];
}

/** Turns what az wrote when a command failed into the user's error. */
export function explain(
  { name: command }: Pick<AzCommand, "name">,
  { errors: all, stopped, ended }: Pick<CommandResult, "errors" | "stopped" | "ended">,
  { path: az, description, pythonVariables }: FailedAz,
  profile: Profile,
): Failure {
  const errors = abridged(all);
  const answer = lastWords(errors);
  if (ended !== undefined) return endedByStep(command, answer, ended);
  const variables = description === undefined ? pythonVariables.join(", ") : "";
  if (variables !== "" && PYTHONS_OWN.test(errors)) return azFailures.pythonMisled({ az, command, variables, answer });
  if (stopped) return azFailures.stopped({ command, answer });
  if (/not a valid value for '--profile'/.test(errors)) {
    const known = /Allowed values: ([^.\n]*)/.exec(errors)?.[1] ?? "others";
    return azFailures.profileUnknown({ az, version: "unknown", profile, known });
  }
  if (/CERTIFICATE_VERIFY_FAILED|certificate verify failed/.test(errors))
    return azFailures.untrusted({ command, host: askedHost(errors), answer });
  if (/InvalidApiVersionParameter|Invalid profile is used for cloud/.test(errors))
    return azFailures.profileForeign({ command, profile, answer });
  return azFailures.commandFailed({ command, answer });
}

function endedByStep(command: string, answer: string, { by, reason }: Ended): Failure {
  return azFailures[by === "time" ? "unanswered" : "endless"]({ command, ended: reason, answer });
}

/** The host that az could not verify, as Python's urllib3 names it. */
function askedHost(errors: string): string {
  return /\bhost='([^']{1,253})'/.exec(errors)?.[1] ?? "the host that answered";
}

/** Shortens a long text to its beginning and its end. */
export function abridged(text: string): string {
  return text.length <= MOST_READ ? text : `${text.slice(0, MOST_READ / 2)}\n${CUT}\n${text.slice(-MOST_READ / 2)}`;
}

/** Finds the error in what az wrote: warnings, or argparse's usage text, may come before it. */
export function lastWords(errors: string): string {
  const lines = abridged(errors)
    .split("\n")
    .map((line) => line.trim())
    .filter((line) => line !== "" && line !== CUT);
  const start = lines.findIndex((line) => /^(ERROR|error|az: error)\b/.test(line));
  const words = (start < 0 ? lines.slice(-3) : lines.slice(start, start + 4)).join(" ");
  return words.length > 600 ? `${words.slice(0, 600)}…` : words || "(it said nothing)";
}
