/** The Windows that `npm run windows` makes in `.cache/windows`: Debian's Wine, and its drive C. */
import path from "node:path";

export const MACHINE = path.resolve(".cache", "windows");
/** Debian's `/usr`, with Wine and all that it needs. */
export const USR = path.join(MACHINE, "debian", "usr");
export const PREFIX = path.join(MACHINE, "prefix");
export const DRIVE_C = path.join(PREFIX, "drive_c");

const LIBRARIES = "/usr/lib/wine";

/** Programs of the machine, as it names them. */
export const NODE = String.raw`C:\actions-runner\externals\node24\bin\node.exe`;
/** The embeddable Python as it is distributed: with a `._pth` file, without `venv` and pip. */
export const PYTHON = String.raw`C:\Python312\python.exe`;
/** Where azure-cli's MSI installs it. */
export const AZ = String.raw`C:\Program Files\Microsoft SDKs\Azure\CLI2\wbin\az.cmd`;
/** The newest az, laid out the same way, which has no profile for a stamp any more. */
export const NEWEST_AZ = String.raw`C:\az-newest\wbin\az.cmd`;

/** The Python of an az of the MSI. */
export function pythonOf(az: string): string {
  return path.win32.join(az, "..", "..", "python.exe");
}

/** A file of this machine, as Windows names it: `Z:\tmp\root.pem`. */
export function asWindows(file: string): string {
  return `Z:${path.resolve(file).replaceAll("/", "\\")}`;
}

/** A file that Windows names, as this machine does. */
export function fromWindows(file: string): string {
  const [drive, rest] = [file.slice(0, 2).toUpperCase(), file.slice(2).replaceAll("\\", "/")];
  return drive === "C:" ? path.join(DRIVE_C, rest) : path.normalize(rest);
}

/**
 * The command that starts a Windows program. Debian's Wine needs a newer C library than Debian 12 has, and finds its own
 * parts below /usr: the program has the other `/usr` in place of this machine's, in a mount namespace of its own, and
 * everything else as it is. Only root, or who may make a user namespace, can have one.
 *
 * `wine64` itself, since Debian's launcher is a shell script, which drops variables with a dash in their name.
 */
export function wineCommand(program: string, args: readonly string[]): readonly [string, ...string[]] {
  return inDebian(`${LIBRARIES}/wine64`, [program, ...args]);
}

/** Ends all Windows programs of the machine, and writes its registry. */
export function shutDownCommand(): readonly [string, ...string[]] {
  return inDebian(`${LIBRARIES}/wineserver64`, ["-k"]);
}

function inDebian(program: string, args: readonly string[]): readonly [string, ...string[]] {
  const asRoot = process.getuid?.() === 0 ? [] : ["--user", "--map-root-user"];
  // Wine 10 aborts where TMPDIR is set: "free(): invalid pointer".
  const script = 'unset TMPDIR; mount --bind "$1" /usr && shift && exec "$@"';
  return ["unshare", "--mount", ...asRoot, "/bin/sh", "-c", script, "wine", USR, program, ...args];
}

/** Variables for Wine itself. No Windows program sees them. */
export function wineVariables(): Record<string, string> {
  return {
    PATH: "/usr/bin:/bin:/usr/sbin:/sbin",
    WINEPREFIX: PREFIX,
    WINESERVER: `${LIBRARIES}/wineserver64`,
    WINEARCH: "win64",
    WINEDEBUG: "-all",
    // Mono and Gecko, which Wine would ask for in a window; and programs that stand for Wine's own (stand_ins.py).
    WINEDLLOVERRIDES: "mscoree,mshtml=;icacls.exe,whoami.exe,certutil.exe=n",
    LANG: "C.UTF-8",
  };
}
