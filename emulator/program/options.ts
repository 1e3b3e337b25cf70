/** What a script is asked for. */
import { type ParseArgsConfig, parseArgs } from "node:util";

/**
 * Reads the options and arguments of a script. `--help` prints the usage and ends it with 0; what it does not know, or
 * cannot read, is one line, and ends it with 2.
 *
 * @param usage begins with the command, such as `npm run demo -- [--admin]`; further lines say more
 */
export function readOptions<T extends ParseArgsConfig>(usage: string, config: T): ReturnType<typeof parseArgs<T>> {
  const given = process.argv.slice(2);
  const end = given.indexOf("--");
  if ((end < 0 ? given : given.slice(0, end)).some((one) => one === "--help" || one === "-h")) {
    process.stdout.write(`${usage}\n`);
    process.exit(0);
  }
  try {
    return parseArgs(config);
  } catch (error) {
    const [sentence = ""] = (error instanceof Error ? error.message : String(error)).split(/\. |\n/);
    refuse(sentence, usage);
  }
}

/** Ends the script with the one line that says what is wrong, and where its usage is. */
export function refuse(problem: string, usage: string): never {
  const [, command = ""] = /^(npm run [\w:]+)/.exec(usage) ?? [];
  process.stderr.write(`${problem}: see ${command} -- --help\n`);
  process.exit(2);
}

/** The value of an option that has few. */
export function oneOf<T extends string>(name: string, value: string, allowed: readonly T[], usage: string): T {
  const found = allowed.find((one) => one === value);
  if (found === undefined) refuse(`--${name} is ${value}, not one of ${allowed.join(", ")}`, usage);
  return found;
}
