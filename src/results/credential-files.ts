import path from "node:path";
import { toPfx } from "../certificates/client-certificate.ts";
import type { Credential } from "../inputs/credential.ts";
import { createPrivateFile } from "../io/files.ts";

export interface CredentialFiles {
  /** For az and the SDKs. */
  readonly pem: string;
  /** For Terraform, with the password that the user gave for the certificate, if any. */
  readonly pfx: string;
}

/**
 * Writes a certificate credential for later steps. az stores the path, not the key, so the files stay until the job
 * ends.
 *
 * @param folder the job's private folder
 */
export async function writeCredentialFiles(
  credential: Credential,
  folder: string,
): Promise<CredentialFiles | undefined> {
  if (credential.kind !== "certificate") return undefined;
  const files = { pem: path.join(folder, "client.pem"), pfx: path.join(folder, "client.pfx") };
  await createPrivateFile(files.pem, credential.certificate.pem);
  await createPrivateFile(files.pfx, await toPfx(credential.certificate, credential.password ?? ""));
  return files;
}
