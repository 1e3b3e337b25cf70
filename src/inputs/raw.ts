import { type Host, maskSecret } from "../host/host.ts";

/** The inputs of action.yml with the defaults it declares (GitHub fills them in; other hosts may not). */
export const INPUT_DEFAULTS = {
  endpoint: "",
  "tenant-id": "",
  "client-id": "",
  "client-secret": "",
  "client-certificate": "",
  "client-certificate-password": "",
  username: "",
  password: "",
  "auth-type": "auto",
  audience: "api://AzureADTokenExchange",
  creds: "",
  "subscription-id": "",
  "allow-no-subscriptions": "false",
  profile: "auto",
  "ca-certificate": "",
  "ca-fingerprint": "",
  "trust-stores": "auto",
  "cloud-name": "",
  "vm-image-alias-doc": "",
  "az-version": "auto",
  "az-path": "",
  "az-wheels": "",
  "register-providers": "",
  "export-credentials": "false",
  "trusted-authorities": "",
  "sample-config": "",
  isolate: "true",
  cleanup: "true",
} as const satisfies Record<string, string>;

export type InputName = keyof typeof INPUT_DEFAULTS;
export type Raw = Readonly<Record<InputName, string>>;

const SECRETS = ["client-secret", "client-certificate-password", "password", "creds"] as const;

/** Reads every input as text and masks the secret ones before anything else looks at them. */
export function readRaw(host: Pick<Host, "input" | "mask">): Raw {
  const entries = Object.entries(INPUT_DEFAULTS).map(([name, byDefault]) => [name, host.input(name) || byDefault]);
  const raw = Object.fromEntries(entries) as Raw;
  for (const name of SECRETS) maskSecret(host, raw[name]);
  // A certificate input is a secret only when it carries the key itself; a path must stay readable in errors.
  if (/\n|^.{200,}$/s.test(raw["client-certificate"])) maskSecret(host, raw["client-certificate"]);
  return raw;
}
