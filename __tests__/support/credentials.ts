import { randomBytes } from "node:crypto";
import type { Inputs } from "../../emulator/runner.ts";
import type { Emulator } from "../../emulator/server.ts";

export const CREDENTIALS = ["secret", "pem", "pfx"] as const;
export type CredentialKind = (typeof CREDENTIALS)[number];

/** The inputs for a kind of credential, and the texts that must show up nowhere. */
export async function credentialInputs(
  kind: CredentialKind,
  { application }: Emulator,
): Promise<{ readonly inputs: Inputs; readonly secrets: readonly string[] }> {
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
