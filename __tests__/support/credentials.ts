import { randomBytes } from "node:crypto";
import type { Inputs } from "../../emulator/runner.ts";
import type { Emulator } from "../../emulator/server.ts";

export type CredentialKind = "secret" | "pem" | "pfx" | "password" | "oidc";

/** The variables of a GitHub job with the permission `id-token: write`. */
export function idTokenVariables({ idTokens }: Emulator): Inputs {
  return {
    ACTIONS_ID_TOKEN_REQUEST_URL: idTokens.requestUrl,
    ACTIONS_ID_TOKEN_REQUEST_TOKEN: idTokens.requestToken,
  };
}

/** The inputs for a kind of credential, and the texts that must not appear anywhere. */
export async function credentialInputs(
  kind: CredentialKind,
  { application, idTokens, users }: Emulator,
): Promise<{ readonly inputs: Inputs; readonly secrets: readonly string[] }> {
  if (kind === "oidc") return { inputs: {}, secrets: [idTokens.requestToken] };
  if (kind === "password") {
    const { name: username, password } = users.plain;
    return { inputs: { username, password }, secrets: [password] };
  }
  if (kind === "secret") return { inputs: { "client-secret": application.secret }, secrets: [application.secret] };
  const { keyPem, certPem, pfx3des } = application.certificates.registered;
  const keyLines = keyPem.split("\n").filter((line) => line.length > 40);
  if (kind === "pem") return { inputs: { "client-certificate": keyPem + certPem }, secrets: keyLines };
  const password = `pass-${randomBytes(9).toString("base64url")}`;
  const pfx = (await pfx3des(password)).toString("base64");
  return {
    inputs: { "client-certificate": pfx, "client-certificate-password": password },
    secrets: [password, pfx, ...keyLines],
  };
}
