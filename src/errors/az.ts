import { failure } from "./failure.ts";

/** `AZS5xx`: the Azure CLI. */
export const azFailures = {
  missing: failure("AZS501", "az is missing", ({ where }: { where: string }) => ({
    problem: `there is no Azure CLI ${where}.`,
    fix: "install az 2.66.2 on the runner (the version Microsoft supports for Azure Stack Hub), or set az-path to the az to use.",
  })),
  profileUnknown: failure(
    "AZS502",
    "API profile unknown to this az",
    ({ az, version, profile, known }: { az: string; version: string; profile: string; known: string }) => ({
      problem: `${az} (version ${version}) does not know the API profile ${profile}; it knows ${known}. az 2.73 removed the hybrid profiles.`,
      fix: "install az 2.66.2 on the runner (the version Microsoft supports for Azure Stack Hub), or point az-path to one.",
    }),
  ),
  commandFailed: failure("AZS503", "az failed", ({ command, answer }: { command: string; answer: string }) => ({
    problem: `az ${command} failed: ${answer}`,
    fix: "run the job again with debug logging to see all that az says.",
  })),
  stopped: failure("AZS504", "az stopped", ({ command, answer }: { command: string; answer: string }) => ({
    problem: `az ended before it answered ${command}: ${answer}`,
    fix: "check that the az on this runner works (az account list), reinstall it if not, or set az-path to another.",
  })),
  untrusted: failure(
    "AZS505",
    "az does not trust the stamp",
    ({ command, answer }: { command: string; answer: string }) => ({
      problem: `az ${command} cannot verify the stamp's TLS certificate: ${answer}`,
      fix: "pass the stamp's root as ca-certificate. az on Python 3.13 (2.77 and later) also refuses roots without key identifiers.",
    }),
  ),
};
