/**
 * Runs in a process of its own. It signs in with @azure/identity and uses the hybrid Resource Manager client. It reads
 * its task from standard input and writes the result to standard output.
 */
import { text } from "node:stream/consumers";
import { ResourceManagementClient } from "@azure/arm-resources-profile-2020-09-01-hybrid";
import {
  ClientAssertionCredential,
  ClientCertificateCredential,
  ClientSecretCredential,
  DeviceCodeCredential,
  type TokenCredential,
  UsernamePasswordCredential,
} from "@azure/identity";

export interface Task {
  readonly kind: "secret" | "certificate" | "assertion" | "password" | "device-code";
  readonly tenant: string;
  readonly authorityHost: string;
  readonly disableInstanceDiscovery: boolean;
  readonly clientId: string;
  /** The secret, the PEM, the signed assertion or the password. */
  readonly credential: string;
  readonly username: string;
  readonly scope: string;
  readonly endpoint: string;
  readonly subscription: string;
  readonly location: string;
}

function credentialOf(task: Task): TokenCredential {
  const { kind, tenant, clientId, credential, authorityHost, disableInstanceDiscovery } = task;
  const options = { authorityHost, disableInstanceDiscovery, retryOptions: { maxRetries: 0 } };
  switch (kind) {
    case "secret":
      return new ClientSecretCredential(tenant, clientId, credential, options);
    case "certificate":
      return new ClientCertificateCredential(tenant, clientId, { certificate: credential }, options);
    case "assertion":
      return new ClientAssertionCredential(tenant, clientId, async () => credential, options);
    case "password":
      return new UsernamePasswordCredential(tenant, clientId, task.username, credential, options);
    case "device-code":
      return new DeviceCodeCredential({ ...options, tenantId: tenant, clientId, userPromptCallback: () => {} });
  }
}

async function perform(task: Task): Promise<unknown> {
  const { endpoint, scope, subscription, location } = task;
  const credential = credentialOf(task);
  // With `enableCae`, as the client's pipeline does. Otherwise the credential keeps a second cache, and a user would
  // have to sign in twice.
  const token = await credential.getToken(scope, { enableCae: true });
  const client = new ResourceManagementClient(credential, subscription, { endpoint, credentialScopes: scope });
  const made = await client.resourceGroups.createOrUpdate("sdk", { location });
  const registered = await client.providers.register("Microsoft.KeyVault");
  const found = await client.providers.get("Microsoft.KeyVault");
  await client.resourceGroups.beginDeleteAndWait("sdk", { updateIntervalInMs: 10 });
  const left = [];
  for await (const group of client.resourceGroups.list()) left.push(group.name);
  const states = [registered.registrationState, found.registrationState];
  return { token: token === null ? "" : token.token.length > 0, group: made.id, states, left };
}

const task: Task = JSON.parse(await text(process.stdin));
const result = await perform(task).catch((error: unknown) => ({
  error: error instanceof Error ? error.message : String(error),
}));
process.stdout.write(JSON.stringify(result));
