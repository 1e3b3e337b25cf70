import type { Host } from "../host/host.ts";
import { type CredsSecrets, secretsIn } from "./creds-json.ts";

/** Inputs that are always secret. */
export const SECRETS: readonly string[] = ["client-secret", "client-certificate-password", "password", "creds"];

/** The certain and the doubtful secrets in one of them. */
export function secretsOf(name: string, text: string): CredsSecrets {
  return name === "creds" ? secretsIn(text) : { sure: [text], doubtful: [] };
}

/** Spaces may belong to a secret, but not the line break that an editor or `gh secret set < file` leaves at its end. */
export function readSecret(text: string): string {
  return text.trim() === "" ? "" : text.replace(/[\r\n]+$/, "");
}

/**
 * Hides the secret inputs in the texts of a post step; the CI has masked them since the main step. Does not read
 * certificates again: that would download a secure file, and post does not use their keys.
 */
export async function hideSecretInputs(host: Pick<Host, "input" | "mask">): Promise<void> {
  for (const name of SECRETS) {
    const given = readSecret(await host.input(name, { verbatim: true }).catch(() => ""));
    if (given !== "") for (const secret of secretsOf(name, given).sure) host.mask(secret, "known");
  }
}
