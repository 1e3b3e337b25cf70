import { azFailures } from "../../errors/az.ts";
import { Failure } from "../../errors/failure.ts";
import type { RunnerAz } from "./runner-az.ts";
import { suitabilityOf, unsuitable } from "./suitability.ts";
import { type Need, versionFor } from "./versions.ts";

/** Which az is to serve: the runner's, or one of a version that azs-login installs. */
export type Choice =
  | { readonly from: "runner"; readonly az: RunnerAz }
  | { readonly from: "installation"; readonly version: string };

/** Which az the user wants. */
export interface FindOptions {
  readonly azPath: string | undefined;
  /** `auto`, `runner`, or the version to install. */
  readonly azVersion: string;
}

/**
 * Chooses by what is known without starting anything: an az whose version does not tell may serve. Where another may be
 * installed, the runner's has to do all that the supported one does, and not only to know the profile.
 *
 * @throws Failure `AZS501`, `AZS502`, `AZS506`, `AZS508` when only an az may be used that does not serve
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

/** Whether another az may be installed where the runner's does not serve. */
export function mayInstall({ azPath, azVersion }: FindOptions): boolean {
  return azVersion === "auto" && azPath === undefined;
}

/**
 * Whether the runner's az may stand in for one that could not be installed. A package that is not the one on record
 * (`AZS522`) is no matter of what this runner lacks: the step stops.
 */
export function mayStandIn(options: FindOptions, runner: RunnerAz, why: unknown, need: Need): boolean {
  const missed = why instanceof Failure && why.code.startsWith("AZS52") && why.code !== "AZS522";
  return missed && mayInstall(options) && suitabilityOf(runner.version, need).serves !== false;
}
