/**
 * The names that users write and that later steps read. They are a promise: a change here breaks existing workflows.
 */

/** Inputs in their order, with their defaults. */
export const INPUTS = {
  endpoint: "",
  "tenant-id": "",
  "client-id": "",
  "client-secret": "",
  "client-certificate": "",
  "client-certificate-password": "",
  username: "",
  password: "",
  "auth-type": "auto",
  audience: "api://AzureADTokenExchange",
  creds: "",
  "subscription-id": "",
  "allow-no-subscriptions": "false",
  profile: "auto",
  "ca-certificate": "",
  "ca-fingerprint": "",
  "trust-stores": "auto",
  "cloud-name": "",
  "vm-image-alias-doc": "",
  "az-version": "auto",
  "az-path": "",
  "az-wheels": "",
  "register-providers": "",
  "export-credentials": "false",
  "trusted-authorities": "",
  "sample-config": "",
  isolate: "true",
  cleanup: "true",
} as const;

export const OUTPUTS = [
  "cloud-name",
  "identity-provider",
  "tenant-id",
  "client-id",
  "object-id",
  "subscription-id",
  "subscription-name",
  "location",
  "profile",
  "resource-manager-endpoint",
  "authority",
  "audience",
  "graph-endpoint",
  "gallery-endpoint",
  "portal-endpoint",
  "storage-suffix",
  "keyvault-suffix",
  "keyvault-audience",
  "az-path",
  "az-version",
  "azure-config-dir",
  "ca-bundle",
  "ca-fingerprint",
  "java-trust-store",
] as const;

/** Variables by reader. */
export const VARIABLES = {
  az: ["AZURE_CONFIG_DIR", "AZURE_EXTENSION_DIR", "AZURE_CORE_COLLECT_TELEMETRY"],
  "TLS clients": ["REQUESTS_CA_BUNDLE", "SSL_CERT_FILE", "CURL_CA_BUNDLE", "GIT_SSL_CAINFO", "NODE_EXTRA_CA_CERTS"],
  "Azure SDKs": [
    "AZURE_TENANT_ID",
    "AZURE_CLIENT_ID",
    "AZURE_AUTHORITY_HOST",
    "AZURE_SUBSCRIPTION_ID",
    "AZURE_CLIENT_CERTIFICATE_PATH",
    "AZURE_CLIENT_SECRET",
    "AZURE_USERNAME",
    "AZURE_PASSWORD",
  ],
  Terraform: [
    "ARM_ENDPOINT",
    "ARM_METADATA_HOST",
    "ARM_METADATA_HOSTNAME",
    "ARM_METADATA_URL",
    "ARM_TENANT_ID",
    "ARM_CLIENT_ID",
    "ARM_SUBSCRIPTION_ID",
    "ARM_LOCATION",
    "ARM_CLIENT_CERTIFICATE_PATH",
    "ARM_CLIENT_SECRET",
    "ARM_CLIENT_CERTIFICATE_PASSWORD",
  ],
  "Python samples": ["AZURE_RESOURCE_LOCATION", "AZURE_OBJECT_ID", "AZURE_CERT_PATH"],
  "Ansible (modules of 2.9)": [
    "AZURE_CLOUD_ENVIRONMENT",
    "AZURE_TENANT",
    "AZURE_ADFS_AUTHORITY_URL",
    "AZURE_SECRET",
    "AZURE_AD_USER",
  ],
  others: ["PERL_LWP_SSL_CA_FILE", "AZCOPY_DEFAULT_SERVICE_API_VERSION", "AZURE_FEDERATED_TOKEN_FILE"],
} as const;

/** Exported with `export-credentials` only. */
export const SECRET_VARIABLES = [
  "AZURE_CLIENT_SECRET",
  "AZURE_USERNAME",
  "AZURE_PASSWORD",
  "ARM_CLIENT_SECRET",
  "ARM_CLIENT_CERTIFICATE_PASSWORD",
  "AZURE_SECRET",
  "AZURE_AD_USER",
] as const;

/** Exported in addition to the promised ones. */
export const FURTHER_VARIABLES = { az: ["AZURE_CORE_INSTANCE_DISCOVERY", "AZURE_CORE_ERROR_RECOMMENDATION"] } as const;

/** Set only if the job has them: they would override what the step wrote, or make az fail with a traceback. */
export const REPLACED_VARIABLES = [
  "AZURE_CLOUD_NAME",
  "AZURE_CORE_ENCRYPT_TOKEN_CACHE",
  "AZURE_ACCESS_TOKEN_FILE",
  "MSAL_FORCE_REGION",
  "AZURE_REGIONAL_AUTHORITY_NAME",
  "AZURE_CORE_OUTPUT",
  "AZURE_CORE_ONLY_SHOW_ERRORS",
  "AZURE_CORE_NO_COLOR",
  "AZURE_CORE_USE_COMMAND_INDEX",
  "AZURE_CORE_DISABLE_CONFIRM_PROMPT",
  "AZURE_CORE_DISABLE_PROGRESS_BAR",
  "AZURE_CORE_DISABLE_CONCURRENT_IDS",
  "AZURE_CORE_SURVEY_MESSAGE",
  "AZURE_CORE_FIRST_RUN",
  "AZURE_CORE_USE_MSAL_HTTP_CACHE",
  "AZURE_CORE_ENABLE_BROKER_ON_WINDOWS",
  "AZURE_CORE_LOGIN_EXPERIENCE_V2",
  "AZURE_LOGGING_ENABLE_LOG_FILE",
  "AZURE_CLIENTS_SHOW_SECRETS_WARNING",
  "NO_PROXY",
  "HTTPS_PROXY",
] as const;
