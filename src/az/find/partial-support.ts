import { Failure } from "../../errors/failure.ts";
import type { Suitability } from "./suitability.ts";
import { SUPPORTED_AZ } from "./versions.ts";

interface Named {
  readonly path: string;
  /** Undefined if its version is not known. */
  readonly description: { readonly version: string } | undefined;
}

/** The warning about an az that does not do all that the supported one does; undefined if it does. */
export function servesHalf(az: Named, suitability: Suitability): string | undefined {
  if (suitability.wholly) return undefined;
  return `${named(az)} ${failing(suitability)} To use az ${SUPPORTED_AZ}, which does, leave az-version at auto and az-path out.`;
}

/** The same, if the better one could not be installed. @param why the failure of the installation */
export function cannotInstall(version: string, az: Named, why: unknown, suitability: Suitability): string {
  const reason = why instanceof Failure ? `${why.code}: ${why.problem}` : String(why);
  const fix = why instanceof Failure ? `${why.fix} ` : "";
  return (
    `az ${version} could not be installed (${reason}), so the step uses the runner's az. ` +
    `${suitability.wholly ? "" : `${named(az)} ${failing(suitability)} `}To fix this, ${fix}` +
    "To keep the runner's az without this attempt, set az-version to runner."
  );
}

function named({ path, description }: Named): string {
  return `${path} (az ${description?.version ?? "of an unknown version"})`;
}

function failing({ fails }: Suitability): string {
  if (fails.length === 0) return "was not tested with the API versions of a stamp: some of its commands may fail.";
  const groups = fails.map((group) => `az ${group}`).join(", ");
  return `does not do all that people do on stamps: some or all commands of ${groups} fail (docs/az.md lists them).`;
}
