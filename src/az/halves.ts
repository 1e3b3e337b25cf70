import { Failure } from "../errors/failure.ts";
import type { Az } from "./az.ts";
import { type Standing, standingOf } from "./standing.ts";
import { type Need, SUPPORTED_AZ } from "./versions.ts";

type Named = Pick<Az, "path" | "description">;

/** What a user has to know of an az that does not do all that the supported one does; undefined when it does. */
export function servesHalf(az: Named, need: Need): string | undefined {
  const standing = standingOf(az.description?.version, need);
  if (standing.serves) return undefined;
  return `${named(az)} ${failing(standing)} To use az ${SUPPORTED_AZ}, which does, leave az-version at auto and az-path out.`;
}

/** The same, where the better one could not be installed. @param why the failure of the installation */
export function cannotInstall(version: string, az: Named, why: unknown, need: Need): string {
  const standing = standingOf(az.description?.version, need);
  const reason = why instanceof Failure ? `${why.code}: ${why.problem}` : String(why);
  const fix = why instanceof Failure ? `${why.fix} ` : "";
  return (
    `az ${version} could not be installed (${reason}), so the step uses the runner's az. ` +
    `${standing.serves ? "" : `${named(az)} ${failing(standing)} `}To fix this, ${fix}` +
    "To keep the runner's az without this attempt, set az-version to runner."
  );
}

function named({ path, description }: Named): string {
  return `${path} (az ${description?.version ?? "of an unknown version"})`;
}

function failing({ fails }: Standing): string {
  if (fails.length === 0) return "was not tested with the API versions of a stamp: some of its commands may fail.";
  const groups = fails.map((group) => `az ${group}`).join(", ");
  return `does not do all that people do on stamps: some or all commands of ${groups} fail (docs/az.md lists them).`;
}
