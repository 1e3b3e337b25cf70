/** Fixes for inputs that only Azure Pipelines has (`AZS14x`), in the spelling of the task. */
import type { ServiceConnection } from "../../emulator/agent/connections.ts";
import type { AzureDevOps } from "../../emulator/azure-devops/server.ts";
import type { Inputs } from "../../emulator/runner.ts";
import type { Emulator } from "../../emulator/server.ts";
import { secretConnection, stackConnection } from "./support.ts";

type Changes = Readonly<Record<string, string | undefined>>;

export interface PipelinesFix {
  readonly code: string;
  readonly name: string;
  readonly connection?: (emulator: Emulator) => ServiceConnection;
  readonly prepare?: (devOps: AzureDevOps, emulator: Emulator) => void;
  readonly inputs: Changes;
  /** The words of the fix that are followed. */
  readonly says: RegExp;
  readonly follow: (emulator: Emulator) => {
    readonly inputs?: Changes;
    readonly connection?: ServiceConnection;
    readonly secretVariables?: Inputs;
  };
}

const WRONG = "not-the-secret-of-anybody";
const wrongSecret = (emulator: Emulator, data = {}) => {
  const { authorization, ...rest } = secretConnection(emulator, data);
  const parameters = { ...authorization.parameters, serviceprincipalkey: WRONG };
  return { ...rest, authorization: { ...authorization, parameters } };
};
const CONNECTION = { endpoint: undefined, clientId: undefined, clientSecret: undefined, azureConnection: "asdk" };

const CREDS = JSON.stringify({
  clientId: "8883311c-8e0d-4535-b58d-4215e615b82b",
  clientSecret: WRONG,
  resourceManagerEndpointUrl: "https://management.local.azurestack.external",
});

export const PIPELINES_FIXES: readonly PipelinesFix[] = [
  {
    code: "AZS140",
    name: "a variable that is not there",
    inputs: { clientSecret: "$(AZS_SECRET)" },
    says: /define the variable/,
    follow: () => ({ secretVariables: { AZS_SECRET: WRONG } }),
  },
  {
    code: "AZS141",
    name: "a managed identity",
    connection: (emulator) => stackConnection(emulator, { scheme: "ManagedServiceIdentity", parameters: {} }),
    inputs: CONNECTION,
    says: /service connection with a service principal \(secret/,
    follow: (emulator) => ({ connection: wrongSecret(emulator) }),
  },
  {
    code: "AZS142",
    name: "a connection for another cloud",
    connection: (emulator) => wrongSecret(emulator, { environment: "AzureCloud" }),
    inputs: CONNECTION,
    says: /set endpoint to the stamp's Azure Resource Manager URL/,
    follow: ({ endpoint }) => ({ inputs: { endpoint } }),
  },
  {
    code: "AZS143",
    name: "a connection beside creds",
    connection: wrongSecret,
    inputs: { ...CONNECTION, creds: CREDS },
    says: /keep one of them/,
    follow: () => ({ inputs: { creds: undefined } }),
  },
  {
    code: "AZS144",
    name: "two certificates",
    prepare: (devOps) => void devOps.store("client.pem", Buffer.from("x")),
    inputs: { clientCertificate: "client.pem", clientCertificateSecureFile: "client.pem" },
    says: /keep one of them/,
    follow: () => ({ inputs: { clientCertificate: undefined, clientCertificateSecureFile: undefined } }),
  },
  {
    code: "AZS145",
    name: "a secure file that the pipeline may not have yet",
    prepare: (devOps, { application }) => {
      const { keyPem, certPem } = application.certificates.unregistered;
      devOps.store("client.pem", Buffer.from(keyPem + certPem));
      devOps.inject({ match: { path: /securefiles/ }, effect: { answer: { status: 403 } } });
    },
    inputs: { clientSecret: undefined, clientCertificateSecureFile: "client.pem" },
    says: /the pipeline is authorized to use it/,
    follow: () => ({}),
  },
];
