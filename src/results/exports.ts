import { REPLACED } from "../az/configure/settings.ts";
import type { Az } from "../az/serving-az.ts";
import type { Root } from "../certificates/roots.ts";
import type { Identity } from "../identity/identity.ts";
import type { Credential } from "../inputs/credential.ts";
import type { Renewal } from "../renewal/renewal.ts";
import { blobsVersion } from "../stamp/profiles.ts";
import type { Stamp } from "../stamp/stamp.ts";
import type { Bundle } from "../trust/bundle/bundle.ts";
import type { CredentialFiles } from "./credential-files.ts";

/** The inputs that the results contain. */
export interface ResultOptions {
  readonly credential: Credential;
  readonly roots: readonly Root[];
  readonly cloudName: string;
  readonly exportCredentials: boolean;
}

/** Everything that outputs and variables are computed from. */
export interface Results {
  readonly inputs: ResultOptions;
  readonly stamp: Stamp;
  readonly identity: Identity;
  readonly az: Pick<
    Az,
    "path" | "installed" | "configFolder" | "variables" | "afterwards" | "warnings" | "description"
  >;
  /** Undefined if no root was added, or if `trust-stores` leaves out `bundle`. */
  readonly bundle: Bundle | undefined;
  /** Files for renewing the ID token in later steps. */
  readonly renewal: Renewal | undefined;
  /** Files of a certificate credential. */
  readonly files: CredentialFiles | undefined;
}

type Value = (results: Results) => string | undefined;

/** One output, which action.yml describes. The two tables below are the only place with these names. */
interface Row {
  readonly name: string;
  readonly value: Value;
  /** Comes from the step or the user, not from a stamp: it reaches later steps unaltered. */
  readonly own?: true;
}
/** One variable; README's table is generated from these. */
export interface VariableRow extends Row {
  readonly meaning: string;
  /** Who reads it. */
  readonly reader: string;
  /**
   * Part of a credential, exported only with `export-credentials`; its secrets were masked when the inputs were read.
   */
  readonly secret?: true;
}

const withoutSlash = (url: string | undefined): string | undefined => url?.replace(/\/+$/, "");
const isAdfs = ({ stamp }: Results): boolean => stamp.authority.identityProvider === "adfs";
const sdkTenant: Value = (results) => (isAdfs(results) ? "adfs" : results.identity.tenantId);
const authority: Value = (results) => `${results.stamp.authority.host}/${sdkTenant(results)}`;
const secret: Value = ({ inputs: { credential } }) => (credential.kind === "secret" ? credential.secret : undefined);
const pfxPassword: Value = ({ inputs: { credential } }) =>
  credential.kind === "certificate" ? credential.password : undefined;
const username: Value = ({ inputs: { credential } }) =>
  credential.kind === "password" ? credential.username : undefined;
const password: Value = ({ inputs: { credential } }) =>
  credential.kind === "password" ? credential.password : undefined;
const endpointHost: Value = ({ stamp }) => new URL(stamp.endpoint).host;

const fingerprints = ({ roots }: ResultOptions): string => roots.map((root) => root.fingerprints.sha256).join(",");

const output = (name: string, value: Value): Row => ({ name, value });
const own = <R extends Row>(row: R): R => ({ ...row, own: true });

export const OUTPUTS: readonly Row[] = [
  own(output("cloud-name", ({ inputs }) => inputs.cloudName)),
  own(output("identity-provider", ({ stamp }) => stamp.authority.identityProvider)),
  output("tenant-id", ({ identity }) => identity.tenantId),
  own(output("client-id", ({ identity }) => identity.clientId)),
  output("object-id", ({ identity }) => identity.objectId),
  output("subscription-id", ({ identity }) => identity.subscription?.id),
  output("subscription-name", ({ identity }) => identity.subscription?.name),
  output("location", ({ identity }) => identity.location),
  own(output("profile", ({ identity }) => identity.profile)),
  own(output("resource-manager-endpoint", ({ stamp }) => stamp.endpoint)),
  output("authority", authority),
  output("audience", ({ stamp }) => stamp.audience),
  output("graph-endpoint", ({ stamp }) => withoutSlash(stamp.graph)),
  output("gallery-endpoint", ({ stamp }) => withoutSlash(stamp.gallery)),
  output("portal-endpoint", ({ stamp }) => withoutSlash(stamp.portal)),
  output("storage-suffix", ({ stamp }) => stamp.storageSuffix),
  output("keyvault-suffix", ({ stamp }) => stamp.keyvaultSuffix),
  output("keyvault-audience", ({ stamp }) => stamp.keyvaultAudience),
  own(output("az-path", ({ az }) => az.path)),
  own(output("az-version", ({ az }) => az.description?.version)),
  own(output("azure-config-dir", ({ az }) => az.configFolder)),
  own(output("ca-bundle", ({ bundle }) => bundle?.path)),
  own(output("ca-fingerprint", ({ inputs }) => fingerprints(inputs))),
  own(output("java-trust-store", ({ bundle }) => bundle?.javaTrustStore)),
];

const AZ = "az";
const TLS = "TLS clients";
const SDK = "Azure SDKs";
const TERRAFORM = "Terraform";
const SAMPLES = "Python samples";
const ANSIBLE = "Ansible (modules of 2.9)";
const OTHERS = "others";
const variable = (reader: string, name: string, meaning: string, value: Value): VariableRow => ({
  reader,
  name,
  meaning,
  value,
});
const credential = (row: VariableRow): VariableRow => ({ ...row, secret: true });
const azVariable = (name: string, meaning: string) => own(variable(AZ, name, meaning, ({ az }) => az.variables[name]));
const tls = (name: string, meaning: string, reader = TLS) =>
  own(variable(reader, name, meaning, ({ bundle }) => bundle?.variables[name]));

export const VARIABLES: readonly VariableRow[] = [
  azVariable("AZURE_CONFIG_DIR", "configuration folder of this job"),
  azVariable("AZURE_EXTENSION_DIR", "the machine's extensions"),
  azVariable("AZURE_CORE_COLLECT_TELEMETRY", "`false`"),
  azVariable("AZURE_CORE_INSTANCE_DISCOVERY", "`false`: do not ask login.microsoftonline.com about the authority"),
  azVariable("AZURE_CORE_ERROR_RECOMMENDATION", "`off`: do not ask app.aladdin.microsoft.com about a mistyped command"),
  tls("REQUESTS_CA_BUNDLE", "public roots and the stamp's, for az and Python"),
  tls("SSL_CERT_FILE", "the same for OpenSSL, Go and others"),
  tls("CURL_CA_BUNDLE", "the same for curl"),
  tls("GIT_SSL_CAINFO", "the same for git"),
  tls("NODE_EXTRA_CA_CERTS", "the stamp's root and the runner's private roots, for Node"),
  variable(SDK, "AZURE_TENANT_ID", "tenant; `adfs` on AD FS", sdkTenant),
  own(variable(SDK, "AZURE_CLIENT_ID", "application ID", ({ identity }) => identity.clientId)),
  variable(SDK, "AZURE_AUTHORITY_HOST", "authority without its tenant", ({ stamp }) => stamp.authority.host),
  variable(SDK, "AZURE_SUBSCRIPTION_ID", "subscription ID", ({ identity }) => identity.subscription?.id),
  own(variable(SDK, "AZURE_CLIENT_CERTIFICATE_PATH", "certificate credential as PEM", ({ files }) => files?.pem)),
  credential(variable(SDK, "AZURE_CLIENT_SECRET", "client secret", secret)),
  credential(variable(SDK, "AZURE_USERNAME", "user name", username)),
  credential(variable(SDK, "AZURE_PASSWORD", "password", password)),
  own(variable(TERRAFORM, "ARM_ENDPOINT", "URL of Azure Resource Manager", ({ stamp }) => stamp.endpoint)),
  own(variable(TERRAFORM, "ARM_METADATA_HOST", "host of Azure Resource Manager", endpointHost)),
  own(variable(TERRAFORM, "ARM_METADATA_HOSTNAME", "the same", endpointHost)),
  own(variable(TERRAFORM, "ARM_METADATA_URL", "as `ARM_ENDPOINT`", ({ stamp }) => stamp.endpoint)),
  variable(TERRAFORM, "ARM_TENANT_ID", "GUID of the tenant", ({ identity }) => identity.tenantId),
  own(variable(TERRAFORM, "ARM_CLIENT_ID", "application ID", ({ identity }) => identity.clientId)),
  variable(TERRAFORM, "ARM_SUBSCRIPTION_ID", "subscription ID", ({ identity }) => identity.subscription?.id),
  variable(TERRAFORM, "ARM_LOCATION", "location", ({ identity }) => identity.location),
  own(variable(TERRAFORM, "ARM_CLIENT_CERTIFICATE_PATH", "certificate credential as PFX", ({ files }) => files?.pfx)),
  credential(variable(TERRAFORM, "ARM_CLIENT_SECRET", "client secret", secret)),
  credential(variable(TERRAFORM, "ARM_CLIENT_CERTIFICATE_PASSWORD", "password of the PFX", pfxPassword)),
  variable(SAMPLES, "AZURE_RESOURCE_LOCATION", "location", ({ identity }) => identity.location),
  variable(SAMPLES, "AZURE_OBJECT_ID", "object ID of the service principal", ({ identity }) => identity.objectId),
  own(variable(SAMPLES, "AZURE_CERT_PATH", "certificate credential as PEM", ({ files }) => files?.pem)),
  own(
    variable(
      ANSIBLE,
      "AZURE_CLOUD_ENVIRONMENT",
      "as `ARM_ENDPOINT`, where Ansible reads the metadata",
      ({ stamp }) => stamp.endpoint,
    ),
  ),
  variable(ANSIBLE, "AZURE_TENANT", "GUID of the tenant", ({ identity }) => identity.tenantId),
  variable(ANSIBLE, "AZURE_ADFS_AUTHORITY_URL", "authority, on AD FS only", (results) =>
    isAdfs(results) ? authority(results) : undefined,
  ),
  credential(variable(ANSIBLE, "AZURE_SECRET", "client secret", secret)),
  credential(variable(ANSIBLE, "AZURE_AD_USER", "user name", username)),
  tls("PERL_LWP_SSL_CA_FILE", "public roots and the stamp's, for Perl's LWP", OTHERS),
  own(
    variable(
      OTHERS,
      "AZCOPY_DEFAULT_SERVICE_API_VERSION",
      "newest API version of blobs in the stamp's profile, for azcopy; not set with `latest`",
      ({ identity }) => blobsVersion(identity.profile),
    ),
  ),
  own(
    variable(
      OTHERS,
      "AZURE_FEDERATED_TOKEN_FILE",
      "with OIDC: path of the job's ID token, for SDKs",
      (results) => results.renewal?.tokenFile,
    ),
  ),
];

/**
 * Variables outside the documented exports that are set if the job has them and they would override the step's settings
 * or mislead az. The proxies' variables also in lower case.
 */
export const REPLACED_VARIABLES: readonly string[] = [...REPLACED, "NO_PROXY", "HTTPS_PROXY"];
