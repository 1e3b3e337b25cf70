import { failure } from "./failure.ts";
import { type Ci, onCi } from "./on-ci.ts";
import { shown } from "./shown.ts";

type Input = { readonly input: string };
type Value = Input & { readonly value: string };

/** Most characters of the list of all wrong inputs. */
const LONGEST_LIST = 20_000;

/** `AZS1xx`: the inputs. `input` is the name in action.yml; values of secret inputs never appear. */
export const inputFailures = {
  several: failure(
    "AZS100",
    "Several inputs are wrong",
    ({ count, list }: { count: string; list: string }) => ({
      problem: `${count} inputs are wrong:\n${list}\n`,
      fix: "correct each input as its line says.",
    }),
    LONGEST_LIST,
  ),
  endpointMissing: failure("AZS101", "No endpoint", (_: Record<never, string>) => ({
    problem: "the input endpoint is not given.",
    fix: "set endpoint to the stamp's Azure Resource Manager URL, such as https://management.local.azurestack.external.",
  })),
  endpointInvalid: failure("AZS102", "Endpoint is not a URL", ({ value }: { value: string }) => ({
    problem: `endpoint "${shown(value)}" is not the URL of an Azure Resource Manager endpoint.`,
    fix: "pass scheme and host only, such as https://management.local.azurestack.external.",
  })),
  endpointInsecure: failure(
    "AZS103",
    "Endpoint is not https",
    ({ value, suggestion }: { value: string; suggestion: string }) => ({
      problem: `endpoint "${shown(value)}" would send credentials without TLS.`,
      fix: `set endpoint to ${suggestion}.`,
    }),
  ),
  endpointUserInfo: failure("AZS104", "Endpoint has user info", ({ suggestion }: { suggestion: string }) => ({
    problem: "endpoint carries a user name or password before the host.",
    fix: `set endpoint to ${suggestion} and pass credentials in their own inputs.`,
  })),
  endpointParts: failure(
    "AZS105",
    "Endpoint has a path, query or fragment",
    ({ part, suggestion }: { part: string; suggestion: string }) => ({
      problem: `endpoint has a ${part}; the endpoint of a stamp has none.`,
      fix: `set endpoint to ${suggestion}.`,
    }),
  ),
  endpointPortal: failure(
    "AZS106",
    "Endpoint is a portal",
    ({ host, suggestion }: { host: string; suggestion: string }) => ({
      problem: `endpoint ${host} is the stamp's portal, not its Azure Resource Manager.`,
      fix: `set endpoint to ${suggestion}.`,
    }),
  ),
  notBoolean: failure("AZS107", "Not a boolean", ({ input, value }: Value) => ({
    problem: `${input} is "${shown(value)}", which is not a boolean of the YAML 1.2 core schema.`,
    fix: `set ${input} to true or false (also True, TRUE, False, FALSE).`,
  })),
  unknownValue: failure("AZS108", "Unknown value", ({ input, value, allowed }: Value & { allowed: string }) => ({
    problem: `${input} does not know "${shown(value)}".`,
    fix: `set ${input} to one of: ${allowed}.`,
  })),
  missing: failure("AZS109", "Input missing", ({ input, because }: Input & { because: string }) => ({
    problem: `${input} is not given, but ${because}.`,
    fix: `set ${input}.`,
  })),
  noCredential: failure("AZS110", "No credential", ({ ci }: Ci) => ({
    problem: "no credential is given.",
    fix: `set client-secret or client-certificate together with client-id, or username and password${onCi(ci, {
      github:
        "; check that the secret exists where the job looks: a missing one arrives as an empty text, and a pull request from a fork gets none. For OIDC, give the job the permission id-token: write",
      pipelines:
        "; check that the variable exists where the job looks. Or set azureConnection to a service connection with a service principal or with workload identity federation",
    })}.`,
  })),
  severalCredentials: failure("AZS111", "Several credentials", ({ given }: { given: string }) => ({
    problem: `several credentials are given: ${given}.`,
    fix: "keep one of them, or set auth-type to secret, certificate or password.",
  })),
  credentialMismatch: failure(
    "AZS112",
    "Credential does not fit auth-type",
    ({ authType, given }: { authType: string; given: string }) => ({
      problem: `auth-type is ${authType}, but ${given} is given.`,
      fix: `remove ${given}, or set auth-type to auto.`,
    }),
  ),
  malformed: failure("AZS113", "Malformed value", ({ input, value, form }: Value & { form: string }) => ({
    problem: `${input} "${shown(value)}" is not ${form}.`,
    fix: `set ${input} to ${form}.`,
  })),
  profileUnknown: failure(
    "AZS114",
    "Unknown API profile",
    ({ value, allowed }: { value: string; allowed: string }) => ({
      problem: `profile "${shown(value)}" is neither an API profile nor an Azure Stack Hub build.`,
      fix: `set profile to auto, one of ${allowed}, or a build such as 2108 or 1.2108.2.65.`,
    }),
  ),
  fileMissing: failure(
    "AZS115",
    "File not found",
    ({ input, path, reason }: Input & { path: string; reason: string }) => ({
      problem: `${input} is read as the path ${path}, but that file cannot be read (${reason}).`,
      fix: `correct the path, or pass the content itself as ${input}. A relative path starts at the workspace: check out the repository before this step.`,
    }),
  ),
  unreadableValue: failure(
    "AZS128",
    "Neither a path nor a certificate",
    ({ input, length }: Input & { length: string }) => ({
      problem: `${input} is neither the path of a file, nor PEM text, nor base64 as a whole. Its ${length} characters may contain a key, so they are not shown.`,
      fix: `pass a path, PEM text, or base64 of a PFX, PEM or DER as ${input}; \`base64 -w0 FILE\` prints a file's base64 on one line. Check whether the value was cut off, or whether something else was pasted into it.`,
    }),
  ),
  urlGiven: failure("AZS129", "URL in place of a certificate", ({ input, origin }: Input & { origin: string }) => ({
    problem: `${input} is a URL (of ${origin}), and azs-login does not download certificates.`,
    fix: `download the file in a step before this one (\`curl -fsSLo FILE URL\`), compare its fingerprint with the operator's, and pass its path as ${input}; or pass the content itself.`,
  })),
  passwordAlone: failure("AZS117", "Password without certificate", (_: Record<never, string>) => ({
    problem: "client-certificate-password is given without client-certificate.",
    fix: "set client-certificate, or remove client-certificate-password.",
  })),
  storesContradict: failure("AZS118", "Trust stores contradict each other", ({ value }: { value: string }) => ({
    problem: `trust-stores "${shown(value)}" lists auto or none together with other stores.`,
    fix: "set trust-stores to auto, to none, or to a list of bundle, az, system, python, java.",
  })),
  noWheels: failure("AZS119", "No wheels", ({ folder, reason }: { folder: string; reason: string }) => ({
    problem: `az-wheels is read as the folder ${folder}, but it contains no wheels to install az from (${reason}).`,
    fix: "correct the path, make the folder with npm run wheels in azs-login's repository, or set az-wheels to the URL of a package index.",
  })),
  azContradicts: failure(
    "AZS120",
    "az-path and az-version contradict each other",
    ({ version }: { version: string }) => ({
      problem: `az-version ${version} asks for an installation of az, but az-path names an az that exists.`,
      fix: "remove one of the two.",
    }),
  ),
  noIdTokens: failure("AZS121", "No ID tokens for this job", ({ ci }: Ci) => ({
    problem: "auth-type is oidc, but this job has no endpoint for ID tokens.",
    fix: `${onCi(ci, {
      github:
        "give the job permissions: { id-token: write, contents: read }; a pull request from a fork never gets this permission",
      pipelines: "set azureConnection to a service connection with workload identity federation",
    })}.`,
  })),
  credsUnreadable: failure("AZS122", "JSON of creds cannot be read", (_: Record<never, string>) => ({
    problem:
      "creds is not the JSON object of Azure/login or az ad sp create-for-rbac. It may contain a secret, so it is not shown.",
    fix: 'set creds to {"clientId": "…", "clientSecret": "…", "tenantId": "…", "subscriptionId": "…", "resourceManagerEndpointUrl": "…"}, or remove creds and set endpoint, client-id and client-secret.',
  })),
  credsIncomplete: failure(
    "AZS130",
    "Fields of creds are missing",
    ({ present, missing, inputs }: { present: string; missing: string; inputs: string }) => ({
      problem: `creds lacks ${missing}; it has ${present}.`,
      fix: `add the missing fields to the JSON, or set the inputs of the same meaning (${inputs}). az prints the secret of an application only once, when it creates it.`,
    }),
  ),
  credsField: failure("AZS123", "Malformed field of creds", ({ field }: { field: string }) => ({
    problem: `${field} in creds is malformed. It may be a secret, so it is not shown.`,
    fix: `correct ${field}: clientId (appId) and subscriptionId are GUIDs, tenantId (tenant) a GUID or domain, resourceManagerEndpointUrl the URL of Azure Resource Manager, each in double quotes; or set the input of the same meaning.`,
  })),
  fingerprintMalformed: failure("AZS124", "Not a SHA-256 fingerprint", ({ value }: { value: string }) => ({
    problem: `ca-fingerprint "${shown(value)}" is not one SHA-256 fingerprint.`,
    fix: "set ca-fingerprint to the 64 hexadecimal digits, with or without colons, that `openssl x509 -in root.pem -noout -fingerprint -sha256` prints after the equals sign, of one root.",
  })),
  fingerprintSha1: failure("AZS125", "SHA-1 fingerprint", ({ value }: { value: string }) => ({
    problem: `ca-fingerprint "${shown(value)}" has the length of a SHA-1 thumbprint, as Windows and the portal show it. A SHA-256 fingerprint is required.`,
    fix: "set ca-fingerprint to what `openssl x509 -in root.pem -noout -fingerprint -sha256` prints for the root.",
  })),
  sampleCredential: failure("AZS126", "No credential for the samples", ({ credential }: { credential: string }) => ({
    problem: `sample-config asks for a file that contains a client secret or a certificate, but this login uses ${credential}.`,
    fix: "remove sample-config, or log in with client-secret or client-certificate.",
  })),
  samplePath: failure(
    "AZS127",
    "Path for the samples' file cannot be used",
    ({ path, reason }: { path: string; reason: string }) => ({
      problem: `sample-config is read as the path ${path}, but no file can be written there: ${reason}.`,
      fix: "set sample-config to the path of one file in a folder that exists and can be written. A relative path starts at the workspace: check out the repository before this step.",
    }),
  ),
};
