/** Machines that wheels are downloaded for. */

export interface Target {
  /** Such as `3.12`. */
  readonly python: string;
  /** As pip names it; undefined: this machine's. */
  readonly platform: string | undefined;
}

type Markers = Readonly<Record<string, string>>;

const WINDOWS = { os_name: "nt", sys_platform: "win32", platform_system: "Windows" };
const MACOS = { os_name: "posix", sys_platform: "darwin", platform_system: "Darwin" };
const LINUX = { os_name: "posix", sys_platform: "linux", platform_system: "Linux" };

/** Patterns of pip's platform names (PyPA specifications, "Platform compatibility tags"). */
const SYSTEMS: readonly (readonly [pattern: RegExp, markers: Markers])[] = [
  [/^win(?:32|_(?<machine>amd64|arm64))$/, WINDOWS],
  [/^macosx_\d+_\d+_(?<machine>x86_64|arm64)$/, MACOS],
  [/^(?:linux|(?:many|musl)linux(?:1|2010|2014|_\d+_\d+))_(?<machine>[a-z]\w+)$/, LINUX],
];

/**
 * The environment markers (PEP 508) of a target that decide whether a platform needs a package.
 *
 * @returns for this machine, only the markers of the Python version; undefined if the platform's name is unknown
 */
export function markersOf({ python, platform }: Target): Markers | undefined {
  const ofPython = { python_version: python, python_full_version: `${python}.5` };
  if (platform === undefined) return ofPython;
  for (const [pattern, system] of SYSTEMS) {
    const found = pattern.exec(platform);
    if (found === null) continue;
    const machine = found.groups?.["machine"];
    // Windows names 64-bit machines in upper case (Python, `platform.machine()`).
    const named = system === WINDOWS ? (machine?.toUpperCase() ?? "x86") : (machine ?? "");
    return { ...ofPython, ...system, platform_machine: named };
  }
  return undefined;
}
