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
      problem: `${az} (version ${version}) does not know the API profile ${profile}; it knows ${known}. az 2.16 added 2020-09-01-hybrid, and az 2.73 removed the hybrid profiles.`,
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
    "az does not trust a certificate",
    ({ command, host, answer }: { command: string; host: string; answer: string }) => ({
      problem: `az ${command} cannot verify the TLS certificate of ${host}, which this step has verified itself: ${answer}`,
      fix: "az reads its roots from the file in REQUESTS_CA_BUNDLE, and the step wrote all roots that it trusts to it. Check whether a script that replaces az sets another file. az on Python 3.13 (2.77 and later) also refuses roots without key identifiers, the stamp's as well as a proxy's: then set az-version to 2.66.2. If a proxy inspects TLS, add its root to ca-certificate, or to a file that NODE_EXTRA_CA_CERTS names.",
    }),
  ),
  asksForScope: failure(
    "AZS506",
    "az too new for this AD FS (MSIS9605)",
    ({ az, version }: { az: string; version: string }) => ({
      problem: `${az} (version ${version}) asks AD FS for a scope, which the AD FS of this stamp refuses (MSIS9605); az does so from 2.30 on.`,
      fix: "set az-version to auto and leave az-path out, so that azs-login installs az 2.29.2, or install that on the runner.",
    }),
  ),
  doesNotStart: failure("AZS507", "Installed az does not start", ({ az }: { az: string }) => ({
    problem: `the installation of ${az} is complete, but its Python does not start it.`,
    fix: "check the runner's memory, and variables such as LD_LIBRARY_PATH; if neither is the cause, remove the folder from the runner's tool cache and run the job again.",
  })),
  withoutMsal: failure("AZS508", "az too old for this login", ({ az, version }: { az: string; version: string }) => ({
    problem: `${az} (version ${version}) cannot log in with an ID token or a device code; az can from 2.30 on.`,
    fix: "set az-version to auto and leave az-path out, so that azs-login installs az 2.66.2, or install a newer one on the runner.",
  })),
  readsFile: failure(
    "AZS509",
    "Value that az would read as a file name",
    ({ option, value }: { option: string; value: string }) => ({
      problem: `az would take ${option}=${value} for the name of a file to read.`,
      fix: "correct the input username if the value comes from there. If not, it comes from the stamp: tell the stamp's operator, and do not log in there.",
    }),
  ),
  unanswered: failure(
    "AZS512",
    "az does not answer",
    ({ command, ended, answer }: { command: string; ended: string; answer: string }) => ({
      problem: `az ${command} did not finish, and was ended ${ended}: ${answer}`,
      fix: "run that az command on the runner to see what it waits for: a proxy, a stamp that does not answer, an extension, or a script that replaces az; az-path or az-version selects another az.",
    }),
  ),
  endless: failure(
    "AZS513",
    "az writes without end",
    ({ command, ended, answer }: { command: string; ended: string; answer: string }) => ({
      problem: `az ${command} was ended ${ended}: ${answer}`,
      fix: "run that az command on the runner to see what it writes, reinstall that az, or select another with az-path or az-version.",
    }),
  ),
  importsTooSlowly: failure(
    "AZS514",
    "az does not start in time",
    ({ python, ended }: { python: string; ended: string }) => ({
      problem: `${python}, the Python of az, had not imported az when it was ended ${ended}.`,
      fix: "check the runner's load and the disk on which az is, and run az version there; az-path or az-version selects another az.",
    }),
  ),
  pythonMisled: failure(
    "AZS515",
    "Variables of Python mislead az",
    ({ az, command, variables, answer }: { az: string; command: string; variables: string; answer: string }) => ({
      problem: `${az} failed at ${command} with an error of Python, and the job sets variables that decide where Python looks for modules (${variables}): ${answer}`,
      fix: `remove ${variables} from the job's environment, or set it only in the steps that need it; or leave az-path out, so that azs-login finds the Python of az and starts it without them.`,
    }),
  ),
  noHome: failure("AZS516", "No home for az's configuration", (_: Readonly<Record<string, string>>) => ({
    problem:
      "isolate is false, and the runner's user has no home folder: HOME is not set, and there is no entry in /etc/passwd.",
    fix: "leave isolate at true, which needs no home folder; or set AZURE_CONFIG_DIR (or HOME) to a folder that this user may write.",
  })),
  homeUnwritable: failure(
    "AZS517",
    "az's configuration folder cannot be written",
    ({ folder, reason }: { folder: string; reason: string }) => ({
      problem: `isolate is false, and the runner's user cannot keep az's configuration in ${folder}: ${reason}.`,
      fix: "leave isolate at true, which keeps the configuration in the job's own folder; or make that folder writable for the runner's user (in a container: options: --user, or HOME), or set AZURE_CONFIG_DIR to another.",
    }),
  ),
  homeInUse: failure(
    "AZS518",
    "Another job uses this az configuration",
    (names: { folder: string; job: string; file: string }) => ({
      problem: `isolate is false, and the job in ${names.job} is logged in with the az configuration in ${names.folder}: az has one active cloud and subscription there, and both jobs would use the same.`,
      fix: `leave isolate at true, so that each job has a configuration of its own; or give this job another folder with AZURE_CONFIG_DIR; or run the jobs one after the other. If that job is over, but its runner or container died before its post step, remove ${names.file} from that folder.`,
    }),
  ),
  pythonUnknown: failure("AZS510", "Device code needs az's Python", ({ az }: { az: string }) => ({
    problem: `azs-login cannot find the Python that ${az} runs. It waits for a device code only in az's own Python, so that nothing continues when the job is cancelled.`,
    fix: "set az-path to az itself and not to a script of your own, or leave it out and set az-version to 2.66.2.",
  })),
};
