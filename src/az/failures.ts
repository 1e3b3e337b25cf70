import { azFailures } from "../errors/az.ts";
import type { Failure } from "../errors/failure.ts";
import type { Profile } from "../stamp/profiles.ts";
import type { AzCommand, CommandResult } from "./commands.ts";

/** Turns what az wrote when a command failed into the user's error. */
export function explain(
  { name: command }: Pick<AzCommand, "name">,
  { errors, stopped }: Pick<CommandResult, "errors" | "stopped">,
  az: string,
  profile: Profile,
): Failure {
  const answer = lastWords(errors);
  if (stopped) return azFailures.stopped({ command, answer });
  if (/not a valid value for '--profile'/.test(errors)) {
    const known = /Allowed values: ([^.\n]*)/.exec(errors)?.[1] ?? "others";
    return azFailures.profileUnknown({ az, version: "unknown", profile, known });
  }
  if (/CERTIFICATE_VERIFY_FAILED|certificate verify failed/.test(errors))
    return azFailures.untrusted({ command, answer });
  if (/InvalidApiVersionParameter|Invalid profile is used for cloud/.test(errors))
    return azFailures.profileForeign({ command, profile, answer });
  return azFailures.commandFailed({ command, answer });
}

/** The error in what az wrote: it logs warnings before it, and argparse prints its usage. */
export function lastWords(errors: string): string {
  const lines = errors
    .split("\n")
    .map((line) => line.trim())
    .filter((line) => line !== "");
  const start = lines.findIndex((line) => /^(ERROR|error|az: error)\b/.test(line));
  const words = (start < 0 ? lines.slice(-3) : lines.slice(start, start + 4)).join(" ");
  return words.length > 600 ? `${words.slice(0, 600)}…` : words || "(it said nothing)";
}
