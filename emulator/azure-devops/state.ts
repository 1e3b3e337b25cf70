/** One organization of Azure DevOps with one project, and the job that runs there now. */
import { randomBytes, randomUUID } from "node:crypto";
import type { SecureFile, ServiceConnection } from "../agent/connections.ts";
import type { JobIdentity } from "../agent/job-variables.ts";
import { AUDIENCE, createSigner, type IdTokenSigner } from "../id-tokens.ts";
import type { Federation } from "../stamp/state.ts";

export interface StoredFile extends SecureFile {
  readonly content: Buffer;
}

export interface Organization {
  readonly name: string;
  readonly identity: JobIdentity;
  /** The job's access token (`System.AccessToken`). */
  readonly accessToken: string;
  readonly connections: ServiceConnection[];
  readonly files: StoredFile[];
  readonly signer: IdTokenSigner;
  /** Milliseconds since 1970. */
  readonly now: () => number;
}

export async function createOrganization(now: () => number): Promise<Organization> {
  const id = randomUUID();
  return {
    name: "contoso",
    identity: {
      projectId: randomUUID(),
      projectName: "infrastructure",
      collectionId: id,
      planId: randomUUID(),
      jobId: randomUUID(),
    },
    accessToken: randomBytes(40).toString("base64url"),
    connections: [],
    files: [],
    signer: await createSigner(`https://vstoken.dev.azure.com/${id}`),
    now,
  };
}

/** Stores a secure file, with a ticket for this job. */
export function storeFile(organization: Organization, name: string, content: Buffer): StoredFile {
  const file = { id: randomUUID(), name, ticket: randomBytes(30).toString("base64url"), content };
  organization.files.push(file);
  return file;
}

/**
 * The subject by which an ID token identifies a connection ("Workload identity federation" in Azure DevOps'
 * documentation).
 */
export function subjectOf({ name, identity }: Organization, connection: ServiceConnection): string {
  return `sc://${name}/${identity.projectName}/${connection.name}`;
}

/** What an application must trust for a connection's ID tokens. */
export function federationOf(organization: Organization, connection: ServiceConnection): Federation {
  const { issuer, publicKeyPem } = organization.signer;
  return { issuer, subject: subjectOf(organization, connection), audience: AUDIENCE, publicKeyPem };
}
