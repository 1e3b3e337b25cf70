import { failure } from "./failure.ts";
import { shown } from "./shown.ts";

/** `AZS14x`: inputs that only Azure Pipelines has, by their names in task.json. */
export const pipelinesFailures = {
  variableMissing: failure(
    "AZS140",
    "Variable does not exist",
    ({ input, value }: { input: string; value: string }) => ({
      problem: `${input} is the text ${shown(value)}: the pipeline has no variable of that name, or this job has no access to it.`,
      fix: `define the variable, link the variable group that contains it, or remove ${input}. A pull request from a fork gets no secret variables.`,
    }),
  ),
  connectionUnknown: failure("AZS146", "Service connection cannot be read", ({ value }: { value: string }) => ({
    problem: `azureConnection is ${shown(value)}, but the agent has no service connection of that name or ID for this step.`,
    fix: "set azureConnection to the connection's name, or to a template expression or variable that is known before the run starts; authorize the pipeline to use it (Project settings, Service connections).",
  })),
  connectionUnusable: failure("AZS141", "Service connection cannot be used", ({ scheme }: { scheme: string }) => ({
    problem: `azureConnection is a service connection with the authentication ${scheme}, with which no login to Azure Stack Hub is possible.`,
    fix: "choose an Azure Resource Manager service connection with a service principal (secret or certificate) or with workload identity federation.",
  })),
  connectionElsewhere: failure(
    "AZS142",
    "Service connection is for another cloud",
    ({ environment }: { environment: string }) => ({
      problem: `azureConnection is a service connection for ${environment}, and endpoint is not given.`,
      fix: "choose a service connection for Azure Stack, or set endpoint to the stamp's Azure Resource Manager URL; then the service principal comes from the connection, and the stamp from endpoint.",
    }),
  ),
  connectionAndCreds: failure("AZS143", "Service connection and creds", (_: Record<never, string>) => ({
    problem: "azureConnection and creds are given, and both contain a service principal.",
    fix: "keep one of them.",
  })),
  certificateTwice: failure("AZS144", "Two certificates", (_: Record<never, string>) => ({
    problem: "clientCertificate and clientCertificateSecureFile are given.",
    fix: "keep one of them.",
  })),
  secureFileMissing: failure(
    "AZS145",
    "Secure file cannot be downloaded",
    ({ name, reason }: { name: string; reason: string }) => ({
      problem: `clientCertificateSecureFile ${name} cannot be downloaded (${reason}).`,
      fix: "check that the file is in the library of this project, that the pipeline is authorized to use it (Library, Secure files, Pipeline permissions), and that the agent reaches the server.",
    }),
  ),
};
