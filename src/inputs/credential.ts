import { type ClientCertificate, readClientCertificate } from "../certificates/client-certificate.ts";
import { inputFailures } from "../errors/inputs.ts";
import type { Host } from "../host/host.ts";
import { cachedIdToken } from "./cached-id-token.ts";
import { readFilesOrContent } from "./file-or-content.ts";
import type { InputName, Raw } from "./input-names.ts";
import type { Problems } from "./problems.ts";

/**
 * The job's credential. `clientId` is the application that logs in. For a person, who logs in through az's own
 * application, it is the one that SDKs are to use; empty if they are to use none.
 */
export type Credential =
  | { readonly kind: "secret"; readonly clientId: string; readonly secret: string }
  | {
      readonly kind: "certificate";
      readonly clientId: string;
      readonly certificate: ClientCertificate;
      /** As given; also protects the PFX that is written for later steps. */
      readonly password: string | undefined;
    }
  | {
      readonly kind: "oidc";
      readonly clientId: string;
      /** Returns an ID token of the job that is valid for at least a minute; throws Failure `AZS416`. */
      readonly assertion: () => Promise<string>;
    }
  | { readonly kind: "password"; readonly clientId: string; readonly username: string; readonly password: string }
  | { readonly kind: "device-code"; readonly clientId: string };

/** A credential that the step can prove itself; only az can use a device code, and keep the resulting tokens. */
export type ProvableCredential = Exclude<Credential, { readonly kind: "device-code" }>;

type Kind = Credential["kind"];

/**
 * Azure CLI's own application: the public client through which az logs people in (azure-cli-core, auth/constants.py).
 */
const AZURE_CLI = "04b07795-8ddb-461a-bbee-02f9e1bf7b46";

/** The application that the login uses. */
export function applicationOf(credential: Credential): string {
  return credential.kind === "password" || credential.kind === "device-code" ? AZURE_CLI : credential.clientId;
}

/** Who logs in with the credential, for a message. */
export function bearerOf(credential: Credential): string {
  if (credential.kind === "device-code") return "whoever enters the device code";
  return credential.kind === "password" ? credential.username : `application ${credential.clientId}`;
}

/** The inputs of each kind of credential; a kind without inputs is chosen by `auth-type` or by default. */
const PARTS = {
  secret: ["client-secret"],
  certificate: ["client-certificate"],
  oidc: [],
  "device-code": [],
  password: ["username", "password"],
} as const satisfies Readonly<Record<Kind, readonly InputName[]>>;
const KINDS = Object.keys(PARTS) as readonly Kind[];
const AUTH_TYPES = ["auto", ...KINDS, "SERVICE_PRINCIPAL"] as const;

export type CredentialHost = Pick<Host, "ci" | "offersIdTokens" | "idToken" | "mask">;

/**
 * Reads the one credential that is given.
 *
 * @returns undefined if there is none that works; `problems` then says why
 */
export async function readCredential(
  raw: Raw,
  host: CredentialHost,
  problems: Problems,
  now: Date,
): Promise<Credential | undefined> {
  const kind = chooseKind(raw, host, problems);
  if (raw["client-certificate-password"] !== "" && raw["client-certificate"] === "") {
    problems.add(inputFailures.passwordAlone({}));
  }
  return kind && READERS[kind](raw, host, problems, now);
}

type Reader = (
  raw: Raw,
  host: CredentialHost,
  problems: Problems,
  now: Date,
) => Promise<Credential | undefined> | Credential;

const READERS: Readonly<Record<Kind, Reader>> = {
  secret: (raw, _, problems) => ({
    kind: "secret",
    clientId: wantedApplication(raw, "client-secret", problems),
    secret: raw["client-secret"],
  }),
  certificate: readCertificate,
  oidc: (raw, host, problems) => ({
    kind: "oidc",
    clientId: wantedApplication(raw, "an ID token", problems),
    assertion: cachedIdToken(host, raw.audience),
  }),
  "device-code": (raw) => ({ kind: "device-code", clientId: raw["client-id"] }),
  password: ({ username, password, ...raw }) => ({
    kind: "password",
    clientId: raw["client-id"] || AZURE_CLI,
    username,
    password,
  }),
};

async function readCertificate(raw: Raw, _: CredentialHost, problems: Problems, now: Date) {
  const clientId = wantedApplication(raw, "client-certificate", problems);
  const password = raw["client-certificate-password"] || undefined;
  const certificate = await problems.collect(async () => {
    const files = await readFilesOrContent(raw["client-certificate"], "client-certificate");
    const from = files.map((file) => file.from).join(" and ");
    return readClientCertificate(
      files.map(({ content }) => content),
      password,
      from,
      now,
    );
  });
  return certificate && { kind: "certificate" as const, clientId, certificate, password };
}

function wantedApplication(raw: Raw, owner: string, problems: Problems): string {
  if (raw["client-id"] === "") {
    problems.add(inputFailures.missing({ input: "client-id", because: `${owner} belongs to an application` }));
  }
  return raw["client-id"];
}

function chooseKind(raw: Raw, host: CredentialHost, problems: Problems): Kind | undefined {
  const authType = AUTH_TYPES.find((type) => type.toLowerCase() === raw["auth-type"].toLowerCase());
  if (authType === undefined) {
    return problems.add(
      inputFailures.unknownValue({ input: "auth-type", value: raw["auth-type"], allowed: AUTH_TYPES.join(", ") }),
    );
  }
  const given = KINDS.filter((kind) => PARTS[kind].some((part) => raw[part] !== ""));
  return authType === "auto" || authType === "SERVICE_PRINCIPAL"
    ? onlyKind(raw, given, host, problems)
    : namedKind(authType, raw, given, host, problems);
}

/** The kind that `auth-type` names; other credentials are ignored, since a workflow may pass all its secrets. */
function namedKind(
  kind: Kind,
  raw: Raw,
  given: readonly Kind[],
  host: CredentialHost,
  problems: Problems,
): Kind | undefined {
  if (kind === "oidc" && !host.offersIdTokens) return problems.add(inputFailures.noIdTokens({ ci: host.ci }));
  const other = given.find((one) => one !== kind);
  if (PARTS[kind].length > 0 && !given.includes(kind) && other !== undefined) {
    return problems.add(inputFailures.credentialMismatch({ authType: kind, given: partsOf(raw, [other]) }));
  }
  return isWhole(kind, raw, `auth-type is ${kind}`, problems) ? kind : undefined;
}

function onlyKind(raw: Raw, given: readonly Kind[], host: CredentialHost, problems: Problems): Kind | undefined {
  const [kind, ...more] = given;
  if (more.length > 0) return problems.add(inputFailures.severalCredentials({ given: partsOf(raw, given) }));
  if (kind === undefined)
    return host.offersIdTokens ? "oidc" : problems.add(inputFailures.noCredential({ ci: host.ci }));
  return isWhole(kind, raw, "one goes with the other", problems) ? kind : undefined;
}

function isWhole(kind: Kind, raw: Raw, because: string, problems: Problems): boolean {
  const missing = PARTS[kind].filter((part) => raw[part] === "");
  for (const input of missing) problems.add(inputFailures.missing({ input, because }));
  return missing.length === 0;
}

/** The given inputs of some kinds of credential, for a message. */
function partsOf(raw: Raw, kinds: readonly Kind[]): string {
  return kinds.flatMap((kind) => PARTS[kind].filter((part) => raw[part] !== "")).join(", ");
}
