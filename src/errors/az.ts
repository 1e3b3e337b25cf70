import { failure } from "./failure.ts";

/** `AZS5xx`: the Azure CLI. */
export const azFailures = {
  missing: failure("AZS501", "az is missing", ({ where }: { where: string }) => ({
    problem: `there is no Azure CLI ${where}.`,
    fix: "leave az-version at auto and az-path out, so that azs-login installs az 2.66.2 (the version Microsoft supports for Azure Stack Hub), or install it on the runner.",
  })),
  profileUnknown: failure(
    "AZS502",
    "API profile unknown to this az",
    ({ az, version, profile, known }: { az: string; version: string; profile: string; known: string }) => ({
      problem: `${az} (version ${version}) does not know the API profile ${profile}; it knows ${known}. az 2.16 brought 2020-09-01-hybrid, and az 2.73 removed the hybrid profiles.`,
      fix: "set az-version to auto and leave az-path out, so that azs-login installs az 2.66.2 (the version Microsoft supports for Azure Stack Hub), or install it on the runner.",
    }),
  ),
  commandFailed: failure("AZS503", "az failed", ({ command, answer }: { command: string; answer: string }) => ({
    problem: `az ${command} failed: ${answer}`,
    fix: "run the job again with debug logging to see all that az says.",
  })),
  profileForeign: failure(
    "AZS511",
    "The stamp does not serve the API profile",
    ({ command, profile, answer }: { command: string; profile: string; answer: string }) => ({
      problem: `az ${command} asked for an API version of the profile ${profile} that the stamp does not know: ${answer}`,
      fix: "set profile to auto, or leave it out.",
    }),
  ),
  notExecutable: failure("AZS519", "az may not be executed", ({ az, reason }: { az: string; reason: string }) => ({
    problem: `az-path is ${az}, which this job may not execute (${reason}).`,
    fix: `make it executable (chmod +x ${az}), or set az-path to an az that is.`,
  })),
  stopped: failure("AZS504", "az stopped", ({ command, answer }: { command: string; answer: string }) => ({
    problem: `az ended before it answered ${command}: ${answer}`,
    fix: "check that the az on this runner works (az account list), reinstall it if not, or set az-path to another.",
  })),
  untrusted: failure(
    "AZS505",
    "az does not trust who answers",
    ({ command, host, answer }: { command: string; host: string; answer: string }) => ({
      problem: `az ${command} cannot verify the TLS certificate of ${host}, which this step has verified itself: ${answer}`,
      fix: "az reads its roots from the file that REQUESTS_CA_BUNDLE names, and the step has given it one with all that it trusts: look whether a script in az's place names another. az on Python 3.13 (2.77 and later) also refuses roots without key identifiers, be it the stamp's or that of a proxy: set az-version to 2.66.2 then. The root of a proxy that inspects TLS belongs into ca-certificate, or into a file that NODE_EXTRA_CA_CERTS names.",
    }),
  ),
  asksForScope: failure(
    "AZS506",
    "az too new for this AD FS (MSIS9605)",
    ({ az, version }: { az: string; version: string }) => ({
      problem: `${az} (version ${version}) asks AD FS for a scope, which the AD FS of this stamp refuses (MSIS9605); az did so from 2.30 on.`,
      fix: "set az-version to auto and leave az-path out, so that azs-login installs az 2.29.2, or install that on the runner.",
    }),
  ),
  doesNotStart: failure("AZS507", "Installed az does not start", ({ az }: { az: string }) => ({
    problem: `${az} is installed, each file of it is there, but its Python does not start it.`,
    fix: "look at the runner's memory and at variables such as LD_LIBRARY_PATH; if that is not it, remove the folder from the runner's tool cache and run the job again.",
  })),
  withoutMsal: failure("AZS508", "az too old for this login", ({ az, version }: { az: string; version: string }) => ({
    problem: `${az} (version ${version}) cannot log in with an ID token or a device code; az can from 2.30 on.`,
    fix: "set az-version to auto and leave az-path out, so that azs-login installs az 2.66.2, or install a newer one on the runner.",
  })),
  readsFile: failure(
    "AZS509",
    "Value that az reads as a file",
    ({ option, value }: { option: string; value: string }) => ({
      problem: `az would take ${option}=${value} for the name of a file to read.`,
      fix: "a value that begins with @ comes from the input username or from the stamp: correct the first; of the second tell the stamp's operator, and do not log in there.",
    }),
  ),
  unanswered: failure(
    "AZS512",
    "az does not answer",
    ({ command, ended, answer }: { command: string; ended: string; answer: string }) => ({
      problem: `az ${command} did not come to an end, and was ended ${ended}: ${answer}`,
      fix: "run that az command on the runner to see what it waits for: a proxy, a stamp that does not answer, an extension, or a script of your own in az's place; az-path or az-version takes another az.",
    }),
  ),
  endless: failure(
    "AZS513",
    "az writes without end",
    ({ command, ended, answer }: { command: string; ended: string; answer: string }) => ({
      problem: `az ${command} was ended ${ended}: ${answer}`,
      fix: "run that az command on the runner to see what it writes, reinstall that az, or take another with az-path or az-version.",
    }),
  ),
  importsTooSlowly: failure(
    "AZS514",
    "az does not start in time",
    ({ python, ended }: { python: string; ended: string }) => ({
      problem: `${python}, the Python of az, had not imported az when it was ended ${ended}.`,
      fix: "look at the runner's load and at the disk that az lies on, and run az version there; az-path or az-version takes another az.",
    }),
  ),
  pythonMisled: failure(
    "AZS515",
    "Variables of Python mislead az",
    ({ az, command, variables, answer }: { az: string; command: string; variables: string; answer: string }) => ({
      problem: `${az} ended in an error of Python's own at ${command}, and the job sets what decides where its Python looks for modules (${variables}): ${answer}`,
      fix: `remove ${variables} from the job's environment, or set it only in the steps that need it; or leave az-path out, so that azs-login finds the Python of az and starts it without them.`,
    }),
  ),
  noHome: failure("AZS516", "No home for az's configuration", (_: Readonly<Record<string, string>>) => ({
    problem:
      "isolate is false, and the runner's user has no home folder: HOME is not set, and there is no entry in /etc/passwd.",
    fix: "leave isolate at true, which needs no home; or set AZURE_CONFIG_DIR (or HOME) to a folder that this user may write.",
  })),
  homeUnwritable: failure(
    "AZS517",
    "az's configuration folder cannot be written",
    ({ folder, reason }: { folder: string; reason: string }) => ({
      problem: `isolate is false, and the runner's user cannot keep az's configuration in ${folder}: ${reason}.`,
      fix: "leave isolate at true, which keeps it in the job's own folder; or make that folder writable for the runner's user (in a container: options: --user, or HOME), or set AZURE_CONFIG_DIR to another.",
    }),
  ),
  homeInUse: failure(
    "AZS518",
    "Another job works with this az configuration",
    (names: { folder: string; job: string; file: string }) => ({
      problem: `isolate is false, and the job in ${names.job} is logged in with the az configuration in ${names.folder}: az has one active cloud and subscription there, and both jobs would work in the same.`,
      fix: `leave isolate at true, so that each job has a configuration of its own; or give this job another folder with AZURE_CONFIG_DIR; or run the jobs one after the other. If that job is over, and its runner or container was lost before it could say so, remove ${names.file} from that folder.`,
    }),
  ),
  pythonUnknown: failure("AZS510", "Device code needs az's Python", ({ az }: { az: string }) => ({
    problem: `${az} does not tell which Python it runs, and a device code is waited for in az's own Python only: nothing of it is to go on when the job is cancelled.`,
    fix: "set az-path to az itself and not to a script of your own, or leave it out and set az-version to 2.66.2.",
  })),
};
