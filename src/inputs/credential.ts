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

/** The inputs that carry a credential. */
const PARTS = ["client-secret", "client-certificate"] as const;
type Part = (typeof PARTS)[number];

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
  const given = PARTS.filter((part) => raw[part] !== "");
  return authType === "secret" || authType === "certificate"
    ? namedPart(authType, given, problems)
    : onlyPart(raw, given, problems);
}

/** A workflow may pass all its secrets and choose by `auth-type`. */
function namedPart(authType: "secret" | "certificate", given: readonly Part[], problems: Problems): Part | undefined {
  const part: Part = `client-${authType}`;
  if (given.includes(part)) return part;
  const [other] = given;
  if (other !== undefined) return problems.add(inputFailures.credentialMismatch({ authType, given: other }));
  return problems.add(inputFailures.missing({ input: part, because: `auth-type is ${authType}` }));
}

function onlyPart(raw: Raw, given: readonly Part[], problems: Problems): Part | undefined {
  const [part, ...more] = given;
  if (more.length > 0) return problems.add(inputFailures.severalCredentials({ given: given.join(", ") }));
  // A credential of a kind that comes later is refused by its own name.
  const later = raw.username !== "" || raw.password !== "" || raw.creds !== "";
  return part ?? (later ? undefined : problems.add(inputFailures.noCredential({})));
}

export const USE_SERVICE_PRINCIPAL = "use client-secret or client-certificate of a service principal.";
