/** Jobs whose later steps use SDKs: they get only what the step exported, and nothing else about the stamp. */
import { expect } from "vitest";
import { type CredentialKind, credentialInputs } from "../support/credentials.ts";
import { type Scene, setScene } from "../support/stamp.ts";

export type Idp = "aad" | "adfs";

/** Each identity provider with each kind of credential that SDKs support. */
export const LOGINS: readonly (readonly [Idp, CredentialKind])[] = (["aad", "adfs"] as const).flatMap((idp) =>
  (["secret", "pfx"] as const).map((credential) => [idp, credential] as const),
);

/** A job that is logged in and whose secrets are exported. */
export async function loggedIn(idp: Idp, credential: CredentialKind): Promise<Scene> {
  const scene = await setScene({ idp });
  const { "client-secret": _, ...common } = scene.inputs;
  const given = await credentialInputs(credential, scene.emulator);
  const login = await scene.runner.main({ ...common, ...given.inputs, "export-credentials": "true" });
  expect(login.exitCode, login.log).toBe(0);
  return scene;
}

/** The hosts that a job's processes requested from the proxy, each once. */
export function hostsAsked({ emulator }: Scene): readonly string[] {
  return [...new Set(emulator.connects)].sort();
}

/** The login service's host in requests to the proxy. */
export const LOGIN_HOST = {
  aad: "login.microsoftonline.com:443",
  adfs: "adfs.local.azurestack.external:443",
} as const;
