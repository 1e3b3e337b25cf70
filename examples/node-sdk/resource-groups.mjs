/**
 * Creates a resource group, lists the groups of the subscription, and deletes the group again. It reads all settings
 * from variables that azs-login exports to the later steps of a job.
 */
import { randomUUID } from "node:crypto";
import { ResourceManagementClient } from "@azure/arm-resources-profile-2020-09-01-hybrid";
import { createDefaultHttpClient, createPipelineFromOptions, createPipelineRequest } from "@azure/core-rest-pipeline";
import { environmentCredential } from "./credential.mjs";

const { ARM_ENDPOINT, ARM_LOCATION, AZURE_SUBSCRIPTION_ID } = process.env;

/** The audience of tokens for the stamp's Resource Manager. */
async function audience() {
  const url = `${ARM_ENDPOINT}/metadata/endpoints?api-version=2015-01-01`;
  // The SDK's own client instead of fetch, because it uses the proxy in HTTPS_PROXY.
  const answer = await createPipelineFromOptions({}).sendRequest(
    createDefaultHttpClient(),
    createPipelineRequest({ url }),
  );
  return JSON.parse(answer.bodyAsText).authentication.audiences[0];
}

const client = new ResourceManagementClient(environmentCredential(), AZURE_SUBSCRIPTION_ID, {
  endpoint: ARM_ENDPOINT,
  credentialScopes: `${await audience()}/.default`,
});
const name = `azs-login-${randomUUID().slice(0, 8)}`;
const made = await client.resourceGroups.createOrUpdate(name, { location: ARM_LOCATION });
console.log(`Created ${made.id}`);
try {
  const groups = [];
  for await (const group of client.resourceGroups.list()) groups.push(group.name);
  console.log("Groups:", groups.join(", "));
} finally {
  await client.resourceGroups.beginDeleteAndWait(name);
  console.log(`Deleted ${name}`);
}
