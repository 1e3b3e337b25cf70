import path from "node:path";

/** How a Python is started. */
export interface PythonCommand {
  readonly file: string;
  readonly flags: readonly string[];
  readonly environment: Readonly<Record<string, string>>;
}

/** The programs that a launcher starts. */
export interface Launched {
  /** The az that runs after the renewal. */
  readonly az: string;
  /** az's Python. */
  readonly python: PythonCommand;
  /** `renew.py`, beside its `renew-at`. */
  readonly script: string;
}

/**
 * Launchers for the job's PATH: `az`, which renews az's ID token if necessary and then runs az, and
 * `azs-login-refresh`, which renews it at once.
 *
 * The shell script compares the time itself, which costs two milliseconds, and runs renew.py only when a renewal is
 * due. `cmd` cannot compare times: there renew.py always runs, and then runs az in the same Python.
 *
 * @returns content by file name
 */
export function launchers(launched: Launched, platform: NodeJS.Platform): Readonly<Record<string, string>> {
  return platform === "win32" ? { ...forCmd(launched), ...forGitBash(launched) } : forShell(launched);
}

/** Quotes a text as one word for a shell. */
export function shellQuoted(text: string): string {
  return `'${text.replaceAll("'", "'\\''")}'`;
}

/** Quotes a path for cmd, which expands variables even inside quotation marks; a path contains no such mark. */
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
      // Does not use az's streams: an az command may read standard input, and its output belongs to the user.
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
