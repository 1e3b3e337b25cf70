import { access, constants } from "node:fs/promises";
import { azFailures } from "../../errors/az.ts";
import { installedVersion } from "./installed-version.ts";
import { type LocatedAz, locateAz } from "./locate.ts";

/** The az that the runner has. */
export interface RunnerAz extends LocatedAz {
  /** Undefined if it cannot be read from files; az's Python reports it later. */
  readonly version: string | undefined;
}

interface AzPath {
  /** `az-path`; undefined: the first az on PATH. */
  readonly azPath: string | undefined;
}

/** Finds the runner's az, by `az-path` or on PATH, and its version; starts nothing. @throws Failure `AZS519` */
export async function findRunnerAz({ azPath }: AzPath): Promise<RunnerAz | undefined> {
  const located = await locateAz(azPath);
  if (located === undefined) return undefined;
  if (azPath !== undefined && located.python === undefined) await mustBeExecutable(located.path);
  return { ...located, version: located.python && (await installedVersion(located.python)) };
}

/** Not needed if az's Python is known, since it is then started without its launcher. @throws Failure `AZS519` */
async function mustBeExecutable(az: string): Promise<void> {
  await access(az, constants.X_OK).catch((error: NodeJS.ErrnoException) => {
    throw azFailures.notExecutable({ az, reason: error.code ?? error.message }, error);
  });
}
