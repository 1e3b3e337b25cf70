/** Azure DevOps on loopback: plain HTTP, not through the proxy. */
import { createServer } from "node:http";
import type { ServiceConnection, SystemConnection } from "../agent/connections.ts";
import type { JobIdentity } from "../agent/job-variables.ts";
import { createFaults, type Fault } from "../faults.ts";
import { listen, listener, originOf, shut } from "../listening.ts";
import type { RequestRecord } from "../records.ts";
import type { Federation } from "../stamp/state.ts";
import { azureDevOps } from "./rest.ts";
import { createOrganization, federationOf, type StoredFile, storeFile } from "./state.ts";

export interface AzureDevOps {
  readonly system: SystemConnection;
  readonly identity: JobIdentity;
  readonly connections: readonly ServiceConnection[];
  readonly secureFiles: readonly StoredFile[];
  readonly requests: readonly RequestRecord[];
  /** Gives the job a service connection. @returns what an application must trust for its ID tokens */
  connect(connection: ServiceConnection): Federation;
  /** Gives the job a secure file. */
  store(name: string, content: Buffer | string): StoredFile;
  inject(fault: Fault): void;
  close(): Promise<void>;
}

/**
 * Starts an organization with one project and its job, on a free port.
 *
 * @param now milliseconds since 1970; ID tokens are issued at this time
 */
export async function startAzureDevOps(now: () => number = Date.now): Promise<AzureDevOps> {
  const organization = await createOrganization(now);
  const { identity, connections, files, accessToken, name } = organization;
  const faults = createFaults();
  const requests: RequestRecord[] = [];
  const server = createServer(listener((request) => azureDevOps(request, organization), faults, requests));
  await listen(server);
  return {
    system: { url: `${originOf(server)}/${name}/`, accessToken },
    identity,
    connections,
    secureFiles: files,
    requests,
    connect: (connection) => {
      connections.push(connection);
      return federationOf(organization, connection);
    },
    store: (fileName, content) => storeFile(organization, fileName, Buffer.from(content)),
    inject: faults.inject,
    close: () => shut(server),
  };
}
