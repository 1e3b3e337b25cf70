import type { Root } from "../certificates/roots.ts";
import { inputFailures } from "../errors/inputs.ts";
import type { Host } from "../host/host.ts";
import type { Processes } from "../io/processes.ts";
import { PROFILE_NAMES, type Profile, parseProfile } from "../stamp/profiles.ts";
import { type Credential, type CredentialHost, readCredential } from "./credential.ts";
import { withCreds } from "./creds.ts";
import { type Endpoint, readEndpoint } from "./endpoint.ts";
import { splitList } from "./file-or-content.ts";
import type { InputName, Raw } from "./input-names.ts";
import { Problems } from "./problems.ts";
import { readRaw } from "./raw.ts";
import { readRootInputs } from "./root-inputs.ts";
import { readSampleConfigPath } from "./sample-config-path.ts";
import { readWheels, type Wheels } from "./wheels.ts";

export type StoreName = (typeof STORES)[number];

/** All inputs, checked; the step reads no others. */
export interface Inputs {
  readonly endpoint: Endpoint;
  /** GUID or domain; undefined: ask the stamp. */
  readonly tenantId: string | undefined;
  readonly credential: Credential;
  /** ID or exact name. */
  readonly subscription: string | undefined;
  readonly allowNoSubscriptions: boolean;
  readonly profile: Profile | "auto";
  /** Roots that were given, or presented by the endpoint and verified by the fingerprint. */
  readonly roots: readonly Root[];
  /** SHA-256 of the root, upper-case hex with colons. */
  readonly caFingerprint: string | undefined;
  readonly trustStores: "auto" | readonly StoreName[];
  readonly cloudName: string;
  readonly vmImageAliasDoc: string | undefined;
  readonly azPath: string | undefined;
  /** `auto`, `runner`, or the version to install. */
  readonly azVersion: string;
  /** Where to install az from; undefined: the index that uv or pip is configured to use. */
  readonly wheels: Wheels | undefined;
  /** Namespaces of resource providers, each once. */
  readonly registerProviders: readonly string[];
  readonly exportCredentials: boolean;
  /** Hosts, in lower case, that credentials may be sent to besides the known ones. */
  readonly trustedAuthorities: readonly string[];
  /** Absolute path of the samples' file; undefined: not wanted. */
  readonly sampleConfig: string | undefined;
  readonly isolate: boolean;
  readonly warnings: readonly string[];
}

/**
 * Reads and checks all inputs; changes nothing on the machine.
 *
 * @param started runs `sudo` to read a file that only root may read
 * @throws Failure with every problem found, each with its fix
 */
export async function readInputs(
  host: Pick<Host, "input"> & CredentialHost,
  now: Date,
  started: Pick<Processes, "run">,
): Promise<Inputs> {
  const problems = new Problems();
  const raw = withCreds(await readRaw(host, problems), problems, host.offersIdTokens);
  const check = checks(raw, problems);

  const endpoint = await problems.collect(() => readEndpoint(raw.endpoint));
  const credential = await readCredential(raw, host, problems, now);
  const roots = await readRootInputs(raw, problems, now, started);
  const rest = {
    tenantId: check.matching(
      "tenant-id",
      /^(?!(?:common|organizations|consumers)$)[a-z0-9]+([.-][a-z0-9]+)*$/i,
      "a tenant's GUID or domain",
    ),
    subscription: raw["subscription-id"] || undefined,
    allowNoSubscriptions: check.boolean("allow-no-subscriptions"),
    profile: readProfile(raw, problems),
    trustStores: readStores(raw, problems),
    cloudName:
      check.matching(
        "cloud-name",
        /^(?!Azure(?:Cloud|ChinaCloud|USGovernment|GermanCloud)$)[A-Za-z0-9][\w.-]*$/,
        "a name of letters, digits, dots, dashes and underscores that none of az's own clouds has (AzureCloud, AzureChinaCloud, AzureUSGovernment, AzureGermanCloud), such as AzureStackUser",
      ) ?? defaultCloudName(endpoint),
    vmImageAliasDoc: check.matching("vm-image-alias-doc", /^https:\/\/\S+$/, "an https URL"),
    azPath: raw["az-path"] || undefined,
    azVersion: readAzVersion(raw, problems),
    wheels: await problems.collect(() => readWheels(raw["az-wheels"])),
    registerProviders: check.namespaces("register-providers"),
    exportCredentials: check.boolean("export-credentials"),
    trustedAuthorities: check.hosts("trusted-authorities"),
    sampleConfig: await readSampleConfigPath(raw["sample-config"], credential?.kind, problems),
    isolate: check.boolean("isolate"),
  };
  check.boolean("cleanup");
  problems.raise();
  return { ...rest, ...roots, endpoint, credential } as Inputs;
}

function defaultCloudName(endpoint: Endpoint | undefined): string {
  return endpoint?.hostname.startsWith("adminmanagement.") ? "AzureStackAdmin" : "AzureStackUser";
}

function checks(raw: Raw, problems: Problems) {
  return {
    /** Accepts exactly the spellings of the YAML 1.2 core schema (specification, section 10.2.1.2). */
    boolean(input: InputName): boolean {
      const value = raw[input];
      if (!/^(true|True|TRUE|false|False|FALSE)$/.test(value)) problems.add(inputFailures.notBoolean({ input, value }));
      return value.toLowerCase() === "true";
    },
    matching(input: InputName, pattern: RegExp, form: string): string | undefined {
      const value = raw[input];
      if (value === "" || pattern.test(value)) return value || undefined;
      return problems.add(inputFailures.malformed({ input, value, form }));
    },
    hosts(input: InputName): readonly string[] {
      return splitList(raw[input]).flatMap((value) => {
        const url = URL.parse(value.includes("://") ? value : `https://${value}`);
        if (url?.protocol === "https:" && /^[a-z0-9-]+(\.[a-z0-9-]+)+$/.test(url.hostname)) return [url.host];
        problems.add(inputFailures.malformed({ input, value, form: "a list of host names" }));
        return [];
      });
    },
    /** Resource Manager compares namespaces without case. */
    namespaces(input: InputName): readonly string[] {
      const found = [...new Map(splitList(raw[input]).map((value) => [value.toLowerCase(), value])).values()];
      const form = "a list of namespaces, such as Microsoft.KeyVault";
      for (const value of found.filter((one) => !/^[a-z0-9]+(\.[a-z0-9]+)+$/i.test(one)))
        problems.add(inputFailures.malformed({ input, value, form }));
      return found;
    },
  };
}

function readProfile(raw: Raw, problems: Problems): Profile | "auto" | undefined {
  const value = raw.profile;
  if (value.toLowerCase() === "auto") return "auto";
  return (
    parseProfile(value) ?? problems.add(inputFailures.profileUnknown({ value, allowed: PROFILE_NAMES.join(", ") }))
  );
}

function readAzVersion(raw: Raw, problems: Problems): string | undefined {
  const value = raw["az-version"].toLowerCase();
  if (value === "auto" || value === "runner") return value;
  if (!/^\d+\.\d+\.\d+$/.test(value)) {
    const allowed = "auto, runner, or a version such as 2.66.2";
    return problems.add(inputFailures.unknownValue({ input: "az-version", value: raw["az-version"], allowed }));
  }
  return raw["az-path"] === "" ? value : problems.add(inputFailures.azContradicts({ version: value }));
}

const STORES = ["bundle", "az", "system", "python", "java"] as const;

function readStores(raw: Raw, problems: Problems): "auto" | readonly StoreName[] | undefined {
  const names = splitList(raw["trust-stores"].toLowerCase());
  if (names.length === 1 && names[0] === "auto") return "auto";
  if (names.length === 1 && names[0] === "none") return [];
  if (names.some((name) => name === "auto" || name === "none")) {
    return problems.add(inputFailures.storesContradict({ value: raw["trust-stores"] }));
  }
  for (const value of names) {
    if (!STORES.some((store) => store === value)) {
      const allowed = ["auto", "none", ...STORES].join(", ");
      problems.add(inputFailures.unknownValue({ input: "trust-stores", value, allowed }));
    }
  }
  return STORES.filter((store) => names.includes(store));
}
