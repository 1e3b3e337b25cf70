import { type ClientCertificate, readClientCertificate } from "../certificates/credential.ts";
import { inputFailures } from "../errors/inputs.ts";
import { readMaterial } from "./material.ts";
import type { Problems } from "./problems.ts";
import type { Raw } from "./raw.ts";

/** What the runner proves itself with. */
export type Credential =
  | { readonly kind: "secret"; readonly clientId: string; readonly secret: string }
  | {
      readonly kind: "certificate";
      readonly clientId: string;
      readonly certificate: ClientCertificate;
      /** As given; also protects the PFX that is written for later steps. */
      readonly password: string | undefined;
    };

const AUTH_TYPES = ["auto", "secret", "certificate", "oidc", "device-code", "password", "SERVICE_PRINCIPAL"] as const;
const LATER = {
  oidc: "an ID token of the runner (OIDC)",
  "device-code": "a device code",
  password: "a user name and password",
} as const;

/** Which inputs make up which kind of credential. */
const PARTS = { "client-secret": "secret", "client-certificate": "certificate" } as const;
type Part = keyof typeof PARTS;

/**
 * Reads the one credential that is given.
 *
 * @returns undefined when there is none that works; then `problems` says why
 */
export async function readCredential(raw: Raw, problems: Problems, now: Date): Promise<Credential | undefined> {
  const part = choosePart(raw, problems);
  const clientId = raw["client-id"];
  if (raw["client-certificate-password"] !== "" && raw["client-certificate"] === "") {
    problems.add(inputFailures.passwordAlone({}));
  }
  if (part === undefined) return undefined;
  if (clientId === "")
    problems.add(inputFailures.missing({ input: "client-id", because: `${part} belongs to an application` }));
  if (part === "client-secret") return { kind: "secret", clientId, secret: raw[part] };

  const password = raw["client-certificate-password"] || undefined;
  const certificate = await problems.collect(async () => {
    const { content, from } = await readMaterial(raw[part], part);
    return readClientCertificate(content, password, from, now);
  });
  return certificate && { kind: "certificate", clientId, certificate, password };
}

function choosePart(raw: Raw, problems: Problems): Part | undefined {
  const authType = AUTH_TYPES.find((type) => type.toLowerCase() === (raw["auth-type"] || "auto").toLowerCase());
  if (authType === undefined) {
    return problems.add(
      inputFailures.unknownValue({ input: "auth-type", value: raw["auth-type"], allowed: AUTH_TYPES.join(", ") }),
    );
  }
  if (authType in LATER) {
    const what = LATER[authType as keyof typeof LATER];
    return problems.add(inputFailures.notYet({ input: "auth-type", what, instead: USE_SERVICE_PRINCIPAL }));
  }
  const given = (Object.keys(PARTS) as Part[]).filter((part) => raw[part] !== "");
  const [part, ...more] = given;
  if (more.length > 0) return problems.add(inputFailures.severalCredentials({ given: given.join(", ") }));
  if (part === undefined) return problems.add(missingPart(authType));
  const explicit = authType === "secret" || authType === "certificate";
  if (explicit && PARTS[part] !== authType)
    return problems.add(inputFailures.credentialMismatch({ authType, given: part }));
  return part;
}

export const USE_SERVICE_PRINCIPAL = "use client-secret or client-certificate of a service principal.";

function missingPart(authType: string) {
  if (authType !== "secret" && authType !== "certificate") return inputFailures.noCredential({});
  return inputFailures.missing({ input: `client-${authType}`, because: `auth-type is ${authType}` });
}
