import { inputFailures } from "../errors/inputs.ts";
import { type Host, maskSecret } from "../host/host.ts";
import type { Problems } from "./problems.ts";

/** The inputs of action.yml with the defaults it declares (runners fill them in, each from its own file). */
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
export const INPUT_NAMES = Object.keys(INPUT_DEFAULTS) as readonly InputName[];
export type Raw = Readonly<Record<InputName, string>>;

const SECRETS: readonly string[] = ["client-secret", "client-certificate-password", "password", "creds"];

const { endpointMissing, missing, noCredential } = inputFailures;
const MISSING = [endpointMissing.code, missing.code, noCredential.code];

/** Reads every input as text and masks the secret ones before anything else looks at them. */
export async function readRaw(host: Pick<Host, "input" | "mask">, problems: Problems): Promise<Raw> {
  const raw: Record<InputName, string> = { ...INPUT_DEFAULTS };
  for (const name of INPUT_NAMES) {
    const verbatim = SECRETS.includes(name);
    const given = await problems.collect(() => host.input(name, { verbatim }));
    // What seems to be missing then may be what could not be had.
    if (given === undefined) problems.forgive(...MISSING);
    const text = verbatim ? readSecret(given ?? "") : (given ?? "");
    if (verbatim) maskSecret(host, text);
    if (text !== "") raw[name] = text;
  }
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
