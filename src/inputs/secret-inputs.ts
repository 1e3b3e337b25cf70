import type { Host } from "../host/host.ts";
import { type CredsSecrets, secretsIn } from "./creds-json.ts";

/** Inputs that are secret whatever stands in them. */
export const SECRETS: readonly string[] = ["client-secret", "client-certificate-password", "password", "creds"];

/** What is secret in one of them, for sure or maybe. */
export function secretsOf(name: string, text: string): CredsSecrets {
  return name === "creds" ? secretsIn(text) : { sure: [text], doubtful: [] };
}

/** Spaces may belong to a secret; the line break that an editor or `gh secret set < file` left at its end never does. */
export function readSecret(text: string): string {
  return text.trim() === "" ? "" : text.replace(/[\r\n]+$/, "");
}

/**
 * Keeps the secret inputs out of what a post step says; the CI masks them since the step itself. Certificates are not
 * read again: a secure file would be downloaded for it, and post has nothing to do with their keys.
 */
export async function hideSecretInputs(host: Pick<Host, "input" | "mask">): Promise<void> {
  for (const name of SECRETS) {
    const given = readSecret(await host.input(name, { verbatim: true }).catch(() => ""));
    if (given !== "") for (const secret of secretsOf(name, given).sure) host.mask(secret, "known");
  }
}
