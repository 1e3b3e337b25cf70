/** The options and arguments of a script. */
import { type ParseArgsConfig, parseArgs } from "node:util";

/**
 * Reads the options and arguments of a script. `--help` prints the usage and exits with 0. For an option that is
 * unknown or cannot be read, it prints one line and exits with 2.
 *
 * @param usage begins with the command, such as `npm run demo -- [--admin]`; further lines explain it
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

/** Exits with one line that says what is wrong and how to get the usage. */
export function refuse(problem: string, usage: string): never {
  const [, command = ""] = /^(npm run [\w:]+)/.exec(usage) ?? [];
  process.stderr.write(`${problem}: see ${command} -- --help\n`);
  process.exit(2);
}

/** The value of an option that allows only certain values. */
export function oneOf<T extends string>(name: string, value: string, allowed: readonly T[], usage: string): T {
  const found = allowed.find((one) => one === value);
  if (found === undefined) refuse(`--${name} is ${value}, not one of ${allowed.join(", ")}`, usage);
  return found;
}
