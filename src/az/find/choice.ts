import { azFailures } from "../../errors/az.ts";
import { Failure } from "../../errors/failure.ts";
import type { RunnerAz } from "./runner-az.ts";
import { suitabilityOf, unsuitable } from "./suitability.ts";
import { type Need, versionFor } from "./versions.ts";

/** Which az to use: the runner's, or a version that azs-login installs. */
export type Choice =
  | { readonly from: "runner"; readonly az: RunnerAz }
  | { readonly from: "installation"; readonly version: string };

/** The inputs that choose an az. */
export interface FindOptions {
  readonly azPath: string | undefined;
  /** `auto`, `runner`, or the version to install. */
  readonly azVersion: string;
}

/**
 * Chooses without starting anything: an az of unknown version may serve. If another may be installed, the runner's is
 * chosen only if it does all that the supported one does; to know the profile is not enough.
 *
 * @throws Failure `AZS501`, `AZS502`, `AZS506`, `AZS508` if the only az that may be used does not serve
 */
export function chooseAz(options: FindOptions, runner: RunnerAz | undefined, need: Need): Choice {
  const isNamed = /^\d/.test(options.azVersion);
  const version = isNamed ? options.azVersion : runner?.version;
  const { serves, wholly } = suitabilityOf(version, need);
  if (mayInstall(options)) {
    return runner !== undefined && wholly
      ? { from: "runner", az: runner }
      : { from: "installation", version: versionFor(need) };
  }
  const az = isNamed ? undefined : runner;
  if (!isNamed && az === undefined) {
    throw azFailures.missing({ where: options.azPath === undefined ? "on the runner's PATH" : `at ${options.azPath}` });
  }
  if (serves === false) throw unsuitable(az?.path ?? "the az that az-version asks for", version, need);
  return az === undefined ? { from: "installation", version: options.azVersion } : { from: "runner", az };
}

/** Whether another az may be installed if the runner's does not serve. */
export function mayInstall({ azPath, azVersion }: FindOptions): boolean {
  return azVersion === "auto" && azPath === undefined;
}

/**
 * Whether the runner's az may stand in for one that could not be installed. If a package did not have the recorded hash
 * (`AZS522`), it may not: that may be an attack, not something that this runner lacks.
 */
export function mayStandIn(options: FindOptions, runner: RunnerAz, why: unknown, need: Need): boolean {
  const missed = why instanceof Failure && why.code.startsWith("AZS52") && why.code !== "AZS522";
  return missed && mayInstall(options) && suitabilityOf(runner.version, need).serves !== false;
}
