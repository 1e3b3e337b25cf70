import path from "node:path";

/** How a Python is started. */
export interface PythonCommand {
  readonly file: string;
  readonly flags: readonly string[];
  readonly environment: Readonly<Record<string, string>>;
}

/** What a launcher starts. */
export interface Launched {
  /** The az that goes on. */
  readonly az: string;
  /** az's Python. */
  readonly python: PythonCommand;
  /** `renew.py`, beside its `renew-at`. */
  readonly script: string;
}

/**
 * Launchers for the job's PATH: `az`, which sees to it that az's ID token is good and goes on as az, and
 * `azs-login-refresh`, which gets a new one at once.
 *
 * A shell script looks at the time by itself and costs two milliseconds; renew.py runs only when it is time. `cmd` cannot
 * compare times: there renew.py looks, and goes on as az in the same Python.
 *
 * @returns content by file name
 */
export function launchers(launched: Launched, platform: NodeJS.Platform): Readonly<Record<string, string>> {
  return platform === "win32" ? { ...forCmd(launched), ...forGitBash(launched) } : forShell(launched);
}

/** A shell's word that stands for this text. */
export function shellQuoted(text: string): string {
  return `'${text.replaceAll("'", "'\\''")}'`;
}

/** cmd expands variables between quotation marks, too; a path has no such mark in it. */
function cmdQuoted(text: string): string {
  return `"${text.replaceAll("%", "%%")}"`;
}

const MADE = "Made by azs-login for this job: the ID token that az logs in with is renewed when it is about to end.";

function forShell({ az, python, script }: Launched) {
  const renew = shellCommand(python, script);
  const renewAt = shellQuoted(path.join(path.dirname(script), "renew-at"));
  return {
    az: [
      "#!/bin/sh",
      `# ${MADE}`,
      `{ read -r due < ${renewAt}; } 2>/dev/null`,
      // Nothing of az's own: a command may read its standard input, and its output is its user's.
      `[ "$(date +%s)" -lt "\${due:-0}" ] 2>/dev/null || ${renew} </dev/null >&2`,
      `exec ${shellQuoted(az)} "$@"`,
      "",
    ].join("\n"),
    "azs-login-refresh": `#!/bin/sh\n${renew} --now </dev/null\n`,
  };
}

function forGitBash({ python, script }: Launched) {
  const renew = shellCommand({ ...python, file: slashed(python.file) }, slashed(script));
  return { az: `#!/bin/sh\n# ${MADE}\n${renew} --az "$@"\n`, "azs-login-refresh": `#!/bin/sh\n${renew} --now\n` };
}

function forCmd({ python, script }: Launched) {
  const set = Object.entries(python.environment).map(([name, value]) => `set ${cmdQuoted(`${name}=${value}`)}\r\n`);
  const renew = [cmdQuoted(python.file), ...python.flags, "-B", cmdQuoted(script)].join(" ");
  const file = (args: string) => `@echo off\r\nrem ${MADE}\r\nsetlocal\r\n${set.join("")}${renew} ${args}\r\n`;
  return { "az.cmd": file("--az %*"), "azs-login-refresh.cmd": file("--now") };
}

function shellCommand({ file, flags, environment }: PythonCommand, script: string): string {
  const set = Object.entries(environment).map(([name, value]) => `${name}=${shellQuoted(value)}`);
  return [...set, shellQuoted(file), ...flags, "-B", shellQuoted(script)].join(" ");
}

const slashed = (file: string) => file.replaceAll("\\", "/");
