import { access, constants } from "node:fs/promises";
import { azFailures } from "../../errors/az.ts";
import { Failure } from "../../errors/failure.ts";
import { installedVersion } from "./installed-version.ts";
import { type LocatedAz, locateAz } from "./locate.ts";
import { standingOf } from "./standing.ts";
import { type Need, profilesOf, serves, versionFor } from "./versions.ts";

/** The az that the runner has. */
export interface RunnerAz extends LocatedAz {
  /** Undefined: nothing on disk tells; its Python will. */
  readonly version: string | undefined;
}

/** Which az is to serve: the runner's, or one of a version that azs-login installs. */
export type Choice =
  | { readonly from: "runner"; readonly az: RunnerAz }
  | { readonly from: "installation"; readonly version: string };

/** Which az the user wants. */
export interface Wish {
  readonly azPath: string | undefined;
  /** `auto`, `runner`, or the version to install. */
  readonly azVersion: string;
}

/** Finds the runner's az, by `az-path` or on PATH, and its version; starts nothing. @throws Failure `AZS519` */
export async function findRunnerAz({ azPath }: Wish): Promise<RunnerAz | undefined> {
  const located = await locateAz(azPath);
  if (located === undefined) return undefined;
  if (azPath !== undefined && located.python === undefined) await mustBeExecutable(located.path);
  return { ...located, version: located.python && (await installedVersion(located.python)) };
}

/** An az whose Python is known is started without its launcher. @throws Failure `AZS519` */
async function mustBeExecutable(az: string): Promise<void> {
  await access(az, constants.X_OK).catch((error: NodeJS.ErrnoException) => {
    throw azFailures.notExecutable({ az, reason: error.code ?? error.message }, error);
  });
}

/**
 * Chooses by what is known without starting anything: an az whose version does not tell may serve. Where another may be
 * installed, the runner's has to do all that the supported one does, and not only to know the profile.
 *
 * @throws Failure `AZS501`, `AZS502`, `AZS506`, `AZS508` when only an az may be used that does not serve
 */
export function chooseAz(wish: Wish, runner: RunnerAz | undefined, need: Need): Choice {
  if (/^\d/.test(wish.azVersion)) {
    if (serves(wish.azVersion, need) === false)
      throw unsuitable("the az that az-version asks for", wish.azVersion, need);
    return { from: "installation", version: wish.azVersion };
  }
  if (mayInstall(wish)) {
    return runner !== undefined && servesWholly(runner.version, need)
      ? { from: "runner", az: runner }
      : { from: "installation", version: versionFor(need) };
  }
  if (runner === undefined) {
    throw azFailures.missing({ where: wish.azPath === undefined ? "on the runner's PATH" : `at ${wish.azPath}` });
  }
  if (serves(runner.version, need) === false) throw unsuitable(runner.path, runner.version, need);
  return { from: "runner", az: runner };
}

/** Whether an az of that version does what is needed, and after that all that the supported az does on a stamp. */
export function servesWholly(version: string | undefined, need: Need): boolean {
  return serves(version, need) !== false && standingOf(version, need).serves;
}

/** Whether another az may be installed where the runner's does not serve. */
export function mayInstall({ azPath, azVersion }: Wish): boolean {
  return azVersion === "auto" && azPath === undefined;
}

/**
 * Whether the runner's az may stand in for one that could not be installed. A package that is not the one on record
 * (`AZS522`) is no matter of what this runner lacks: the step stops.
 */
export function mayStandIn(wish: Wish, runner: RunnerAz, why: unknown, need: Need): boolean {
  const missed = why instanceof Failure && why.code.startsWith("AZS52") && why.code !== "AZS522";
  return missed && mayInstall(wish) && serves(runner.version, need) !== false;
}

/** Why an az does not serve. @param known API profiles it names itself */
export function unsuitable(az: string, version: string | undefined, need: Need, known?: readonly string[]) {
  const named = version ?? "unknown";
  if (need.resourceGrant && serves(version, { ...need, resourceGrant: false })) {
    return azFailures.asksForScope({ az, version: named });
  }
  if (need.msal && serves(version, { ...need, msal: false })) return azFailures.withoutMsal({ az, version: named });
  const profile = need.profile === "auto" ? "2020-09-01-hybrid or any other of Azure Stack Hub" : need.profile;
  const profiles = (known ?? profilesOf(named)).join(", ");
  return azFailures.profileUnknown({ az, version: named, profile, known: profiles || "none of them" });
}
