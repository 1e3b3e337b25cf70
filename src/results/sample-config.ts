import { Failure } from "../errors/failure.ts";
import { fileFailures } from "../errors/files.ts";
import type { Identity } from "../identity/identity.ts";
import type { Credential } from "../inputs/credential.ts";
import type { KeepPrivate } from "../io/private-places.ts";
import { placeFile } from "../io/temporary-replacement.ts";
import type { Recorder } from "../journal/kind.ts";
import type { CredentialFiles } from "./credential-files.ts";

/**
 * The content that the samples for Azure Stack Hub read from `azureSecretSpConfig.json`
 * (Azure-Samples/Hybrid-Python-Samples, -JavaScript-, -Java-, -CSharp-, -Golang-Samples) or `azureCertSpConfig.json`
 * (the last two). The samples append `/metadata/…` to the URL themselves and replace the tenant with `adfs` if
 * necessary; Key Vault accepts only its GUID. The certificate is a PFX: .NET reads nothing else, and Go reads both.
 */
export function samplesOf(
  credential: Credential,
  identity: Identity,
  endpoint: string,
  files: CredentialFiles | undefined,
): Readonly<Record<string, string>> {
  return {
    clientId: identity.clientId,
    ...proofOf(credential, files),
    objectId: identity.objectId,
    subscriptionId: identity.subscription?.id ?? "",
    tenantId: identity.tenantId,
    resourceManagerEndpointUrl: endpoint,
    location: identity.location,
  };
}

/** Other kinds of credential were rejected with the inputs. */
function proofOf(credential: Credential, files: CredentialFiles | undefined): Readonly<Record<string, string>> {
  if (credential.kind === "secret") return { clientSecret: credential.secret };
  if (credential.kind === "certificate") return { certPath: files?.pfx ?? "", certPass: credential.password ?? "" };
  return {};
}

/**
 * Writes the samples' file to the user's path; the post step removes it.
 *
 * @param warn called with the names that have no value, which some samples refuse
 * @throws Failure `AZS340`, `AZS345`
 */
export async function writeSamples(
  file: string,
  config: Readonly<Record<string, string>>,
  journal: Recorder & { readonly folder: string },
  warn: (warning: string) => void,
  keepPrivate?: KeepPrivate,
): Promise<void> {
  try {
    await placeFile(file, `${JSON.stringify(config, null, 2)}\n`, journal, keepPrivate);
  } catch (error) {
    if (error instanceof Failure) throw error;
    throw fileFailures.notWritten({ file, reason: (error as Error).message }, error);
  }
  const lacking = Object.keys(config).filter((name) => config[name] === "" && name !== "certPass");
  if (lacking.length > 0) warn(`${file} has no value for ${lacking.join(", ")}, which some samples refuse.`);
}
