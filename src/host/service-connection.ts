import { pipelinesFailures } from "../errors/pipelines.ts";

/** Reads a service connection from task-lib; missing values are empty. */
export interface ConnectionReader {
  url(id: string): string;
  scheme(id: string): string;
  data(id: string, key: string): string;
  authorization(id: string, key: string): string;
}

/** The inputs, by their names in action.yml, that a service connection provides. */
export interface ServiceConnection {
  readonly id: string;
  readonly inputs: Readonly<Record<string, string>>;
  /** Uses workload identity federation: Azure DevOps gives ID tokens for it. */
  readonly federated: boolean;
}

/**
 * Reads an Azure Resource Manager service connection (azure-pipelines-tasks-azure-arm-rest, azure-arm-endpoint.ts). One
 * for Azure Stack also provides the endpoint; of one for another cloud, only the identity is used, since a service
 * principal of Microsoft Entra ID may have a role on a stamp, too.
 *
 * @param hasEndpoint whether the input `endpoint` is given
 * @throws Failure `AZS141`, `AZS142`, `AZS146`
 */
export function readConnection(reader: ConnectionReader, id: string, hasEndpoint: boolean): ServiceConnection {
  if (reader.scheme(id) === "" && reader.url(id) === "") throw pipelinesFailures.connectionUnknown({ value: id });
  const scheme = reader.scheme(id) || "ServicePrincipal";
  const federated = scheme.toLowerCase() === "workloadidentityfederation";
  if (!federated && scheme.toLowerCase() !== "serviceprincipal") throw pipelinesFailures.connectionUnusable({ scheme });
  const environment = reader.data(id, "environment") || "AzureCloud";
  const isStack = environment.toLowerCase() === "azurestack";
  if (!isStack && !hasEndpoint) throw pipelinesFailures.connectionElsewhere({ environment });
  const isAdfs = reader.data(id, "enableAdfsAuthentication").toLowerCase() === "true";
  const isCertificate = reader.authorization(id, "authenticationType") === "spnCertificate";
  return {
    id,
    federated,
    inputs: {
      "client-id": reader.authorization(id, "serviceprincipalid"),
      // The connection's tenant does not apply on AD FS.
      "tenant-id": isAdfs ? "" : reader.authorization(id, "tenantid"),
      ...(isStack ? stampOf(reader, id, environment) : {}),
      ...(federated ? {} : credentialOf(reader, id, isCertificate)),
    },
  };
}

function stampOf(reader: ConnectionReader, id: string, environment: string): Readonly<Record<string, string>> {
  return {
    endpoint: reader.url(id),
    "subscription-id": reader.data(id, "subscriptionid"),
    // AzureCLI@2 registers no cloud; it selects the one with the name of the connection's environment.
    "cloud-name": environment,
  };
}

function credentialOf(reader: ConnectionReader, id: string, isCertificate: boolean): Readonly<Record<string, string>> {
  return isCertificate
    ? { "client-certificate": reader.authorization(id, "servicePrincipalCertificate") }
    : { "client-secret": reader.authorization(id, "serviceprincipalkey") };
}
