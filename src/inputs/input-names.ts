/** The inputs of action.yml with the defaults that it declares. Runners fill them in from action.yml or task.json. */
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
