/** Authentication of the application in a token request, by the credential that it sends. */
import type { Application, Stamp } from "../stamp/state.ts";
import { type AssertionRules, type AssertionVerdict, JWT_BEARER, judgeAssertion } from "./assertions.ts";

export interface ApplicationGrant {
  readonly kind: "granted";
  readonly application: Application;
  readonly method: "secret" | "certificate" | "federated";
}

export type Refusal =
  | { readonly kind: "unknown-application" | "no-credential" | "two-credentials" | "wrong-secret" | "expired-secret" }
  | { readonly kind: "assertion-type"; readonly was: string }
  | Exclude<AssertionVerdict, { kind: "valid" }>;

/**
 * Checks the credential in a token request's form: `client_secret`, or `client_assertion` with its type. The result
 * never contains secrets.
 */
export async function authenticateClient(
  form: URLSearchParams,
  stamp: Stamp,
  rules: AssertionRules,
): Promise<ApplicationGrant | Refusal> {
  const { application } = stamp;
  if (form.get("client_id")?.toLowerCase() !== application.clientId) return { kind: "unknown-application" };
  const secret = form.get("client_secret") ?? "";
  const assertion = form.get("client_assertion") ?? "";
  if (secret !== "" && assertion !== "") return { kind: "two-credentials" };
  if (secret !== "") return judgeSecret(secret, application, rules.now);
  if (assertion === "") return { kind: "no-credential" };
  const type = form.get("client_assertion_type") ?? "";
  if (type !== JWT_BEARER) return { kind: "assertion-type", was: type };
  const verdict = await judgeAssertion(assertion, application, rules);
  return verdict.kind === "valid" ? { kind: "granted", application, method: verdict.method } : verdict;
}

function judgeSecret(secret: string, application: Application, now: number): ApplicationGrant | Refusal {
  const registered = application.secrets.find(({ value }) => value === secret);
  if (registered === undefined) return { kind: "wrong-secret" };
  return registered.expires > now ? { kind: "granted", application, method: "secret" } : { kind: "expired-secret" };
}
