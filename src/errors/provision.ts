import { failure } from "./failure.ts";

type Version = { readonly version: string };

/** `AZS52x`: the installation of an az. */
export const provisionFailures = {
  noPython: failure(
    "AZS520",
    "No Python to install az on",
    ({ version, wanted, found }: Version & { wanted: string; found: string }) => ({
      problem: `az ${version} needs CPython ${wanted} to be installed on; found: ${found}.`,
      fix: "install one (Debian, Ubuntu: apt-get install python3), run actions/setup-python before this step, or install az on the runner.",
    }),
  ),
  indexUnreachable: failure(
    "AZS521",
    "Package index unreachable",
    ({ version, answer }: Version & { answer: string }) => ({
      problem: `the package index to install az ${version} from cannot be reached: ${answer}`,
      fix: "check HTTPS_PROXY and NO_PROXY; without internet, set az-wheels to a package index in your network, or to a folder of wheels (made by npm run wheels in azs-login's repository), or install az on the runner.",
    }),
  ),
  hashMismatch: failure(
    "AZS522",
    "Package does not match the lock",
    ({ version, answer }: Version & { answer: string }) => ({
      problem: `a package of az ${version} does not have the hash that azs-login has on record, so nothing was installed: ${answer}`,
      fix: "find out who changed it: the package index, a proxy, or the folder of az-wheels must serve the original file.",
    }),
  ),
  packageMissing: failure(
    "AZS523",
    "Package of az not found",
    ({ version, python, answer }: Version & { python: string; answer: string }) => ({
      problem: `a package that az ${version} needs is not available for Python ${python}: ${answer}`,
      fix: "make the folder of az-wheels again with npm run wheels for that Python and platform (--python, --platform); a package index must mirror all dependencies of az, and let this runner read them.",
    }),
  ),
  installFailed: failure(
    "AZS524",
    "az could not be installed",
    ({ version, answer }: Version & { answer: string }) => ({
      problem: `installing az ${version} failed: ${answer}`,
      fix: "run the job again with debug logging to see all that the installer says. The installation needs 1 GB of disk space and write access to the runner's tool cache.",
    }),
  ),
  busy: failure(
    "AZS525",
    "Another job is installing az",
    ({ version, folder, minutes }: Version & { folder: string; minutes: string }) => ({
      problem: `another job on this machine has been installing az ${version} into ${folder} for ${minutes} minutes.`,
      fix: "find the job that hangs on this machine, end it, and run this job again.",
    }),
  ),
  endless: failure(
    "AZS527",
    "Installation of az takes too long",
    ({ version, ended, answer }: Version & { ended: string; answer: string }) => ({
      problem: `installing az ${version} did not finish, and was ended ${ended}: ${answer}`,
      fix: "check whether the package index answers this runner at its usual speed. Set az-wheels to a nearer index or to a folder of wheels, or install az on the runner.",
    }),
  ),
  interrupted: failure(
    "AZS526",
    "Installation was interrupted",
    ({ version, folder }: Version & { folder: string }) => ({
      problem: `this machine was paused while az ${version} was installed into ${folder}, and another job has taken over the installation.`,
      fix: "run the job again.",
    }),
  ),
};
