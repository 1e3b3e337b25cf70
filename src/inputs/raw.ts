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

const SECRETS: readonly string[] = ["client-secret", "client-certificate-password", "password", "creds"];

/** Reads every input as text and masks the secret ones before anything else looks at them. */
export function readRaw(host: Pick<Host, "input" | "mask">): Raw {
  const raw = Object.fromEntries(
    Object.entries(INPUT_DEFAULTS).map(([name, byDefault]) => {
      if (!SECRETS.includes(name)) return [name, host.input(name) || byDefault];
      const secret = readSecret(host.input(name, { verbatim: true }));
      maskSecret(host, secret);
      return [name, secret];
    }),
  ) as Raw;
  // A certificate input is a secret only when it carries the key itself; a path must stay readable in errors.
  if (/\n|^.{200,}$/s.test(raw["client-certificate"])) maskSecret(host, raw["client-certificate"]);
  // An index's URL may hold a user and a password.
  const userInfo = /^\w+:\/\/(.*)@/s.exec(raw["az-wheels"])?.[1] ?? "";
  // Not the user by itself, which may be a word of the log, unless it is the token.
  const password = userInfo.slice(userInfo.indexOf(":") + 1);
  for (const part of [userInfo, password]) {
    maskSecret(host, part);
    maskSecret(host, decoded(part));
  }
  return raw;
}

/** As it is when it is no URL encoding after all. */
function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

/** Spaces may belong to a secret; the line break that an editor or `gh secret set < file` left at its end never does. */
export function readSecret(text: string): string {
  return text.trim() === "" ? "" : text.replace(/[\r\n]+$/, "");
}
