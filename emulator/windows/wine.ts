/** The Windows that `npm run windows` installs in `.cache/windows`: Debian's Wine, and its drive C. */
import path from "node:path";

export const MACHINE = path.resolve(".cache", "windows");
/** Debian's `/usr`, with Wine and its dependencies. */
export const USR = path.join(MACHINE, "debian", "usr");
export const PREFIX = path.join(MACHINE, "prefix");
export const DRIVE_C = path.join(PREFIX, "drive_c");

const LIBRARIES = "/usr/lib/wine";

/** Paths of programs on that machine, as Windows names them. */
export const NODE = String.raw`C:\actions-runner\externals\node24\bin\node.exe`;
/** The embeddable Python as python.org distributes it: with a `._pth` file, without `venv` and pip. */
export const PYTHON = String.raw`C:\Python312\python.exe`;
/** The path at which azure-cli's MSI installs az. */
export const AZ = String.raw`C:\Program Files\Microsoft SDKs\Azure\CLI2\wbin\az.cmd`;
/** The newest az in the same layout. It has no profile for a stamp any more. */
export const NEWEST_AZ = String.raw`C:\az-newest\wbin\az.cmd`;

/** The Python of an az that the MSI installed. */
export function pythonOf(az: string): string {
  return path.win32.join(az, "..", "..", "python.exe");
}

/** Converts a path of this machine to the one that Windows uses: `Z:\tmp\root.pem`. */
export function asWindows(file: string): string {
  return `Z:${path.resolve(file).replaceAll("/", "\\")}`;
}

/** Converts a path of Windows to the one of this machine. */
export function fromWindows(file: string): string {
  const [drive, rest] = [file.slice(0, 2).toUpperCase(), file.slice(2).replaceAll("\\", "/")];
  return drive === "C:" ? path.join(DRIVE_C, rest) : path.normalize(rest);
}

/**
 * The command that starts a Windows program. Debian's Wine needs a newer C library than Debian 12 has, and expects its
 * own files below /usr. So the program runs in a mount namespace in which the other `/usr` replaces the machine's, and
 * everything else is the same. This needs root, or the right to create a user namespace.
 *
 * It starts `wine64` itself, because Debian's launcher is a shell script, which drops variables with a dash in their
 * name.
 */
export function wineCommand(program: string, args: readonly string[]): readonly [string, ...string[]] {
  return inDebian(`${LIBRARIES}/wine64`, [program, ...args]);
}

/** Ends all Windows programs of the machine, and saves its registry. */
export function shutDownCommand(): readonly [string, ...string[]] {
  return inDebian(`${LIBRARIES}/wineserver64`, ["-k"]);
}

function inDebian(program: string, args: readonly string[]): readonly [string, ...string[]] {
  const asRoot = process.getuid?.() === 0 ? [] : ["--user", "--map-root-user"];
  // Wine 10 aborts if TMPDIR is set: "free(): invalid pointer".
  const script = 'unset TMPDIR; mount --bind "$1" /usr && shift && exec "$@"';
  return ["unshare", "--mount", ...asRoot, "/bin/sh", "-c", script, "wine", USR, program, ...args];
}

/** Variables for Wine itself. Windows programs do not see them. */
export function wineVariables(): Record<string, string> {
  return {
    PATH: "/usr/bin:/bin:/usr/sbin:/sbin",
    WINEPREFIX: PREFIX,
    WINESERVER: `${LIBRARIES}/wineserver64`,
    WINEARCH: "win64",
    WINEDEBUG: "-all",
    // Disables Mono and Gecko, for which Wine would open a window, and replaces some of Wine's own programs
    // (stand_ins.py).
    WINEDLLOVERRIDES: "mscoree,mshtml=;icacls.exe,whoami.exe,certutil.exe=n",
    LANG: "C.UTF-8",
  };
}
