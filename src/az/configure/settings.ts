import type { Environment } from "../../host/host.ts";

/** The facts that values of settings are computed from. */
export interface Facts {
  readonly configFolder: string;
  /** az's own folder if `AZURE_CONFIG_DIR` is not set; undefined for a user without a home. */
  readonly machineFolder: string | undefined;
  readonly extensionFolder: string | undefined;
  readonly cloudName: string;
}
type Value = (facts: Facts) => string | undefined;

/** The value that later steps get in place of their own. */
interface Later {
  /** `there`: if the job has the variable. `broken`: if az crashes on the job's value. */
  readonly when: "always" | "there" | "broken";
  readonly value: Value;
  /** Describes the value, for the documentation. */
  readonly description: string;
  /** A value that az treats like an unset variable: what the variable gets after the job if it was not set before. */
  readonly unset?: Value;
}

/** A variable that az, its Python or one of their libraries reads, and what the step does with it. */
export interface Setting {
  /** A name, or a prefix followed by `*`. */
  readonly name: string;
  readonly why: string;
  /** What the step does to the variable for its own az. */
  readonly step: "set" | "cleared" | "kept";
  /** Undefined: later steps keep their own value. */
  readonly later?: Later;
  /** When the step warns about the variable (shadows.ts), for the documentation. */
  readonly warns?: string;
}

const BOOLEAN = /^(?:1|yes|true|on|0|no|false|off)$/i;
const OUTPUT = /^(?:json|jsonc|yaml|yamlc|table|tsv|none)$/i;

const fixed =
  (text: string): Value =>
  () =>
    text;
const always = (name: string, why: string, description: string, value: Value, unset?: Value): Setting => ({
  name,
  why,
  step: "set",
  later: { when: "always", value, description, ...(unset === undefined ? {} : { unset }) },
});
const there = (name: string, why: string, description: string, value: Value): Setting => ({
  name,
  why,
  step: "cleared",
  later: { when: "there", value, description },
});
const mended = (name: string, otherwise: string): Setting => ({
  name,
  why: "az crashes on a value that it cannot parse",
  step: "cleared",
  later: { when: "broken", value: fixed(otherwise), description: `\`${otherwise}\`` },
});
const cleared = (name: string, why: string, warns?: string): Setting => ({
  name,
  why,
  step: "cleared",
  ...(warns === undefined ? {} : { warns }),
});

/**
 * Every variable that az reads from its environment. `AZURE_<SECTION>_<KEY>` takes precedence over every configuration
 * file, even if it is empty (knack, config.py); names and meanings are those of azure-cli 2.66.2, MSAL, requests,
 * urllib3 and CPython.
 */
export const SETTINGS: readonly Setting[] = [
  always(
    "AZURE_CONFIG_DIR",
    "where az stores logins and clouds",
    "the job's folder (`isolate: false`: the machine's)",
    ({ configFolder }) => configFolder,
    // For a user without a home: az does not expand the ~ then.
    ({ machineFolder }) => machineFolder ?? "~/.azure",
  ),
  always(
    "AZURE_EXTENSION_DIR",
    "a folder of the job would hide the machine's extensions",
    "the machine's extensions",
    ({ extensionFolder }) => extensionFolder,
    ({ extensionFolder }) => extensionFolder,
  ),
  always("AZURE_CORE_COLLECT_TELEMETRY", "telemetry", "`false`", fixed("false"), fixed("true")),
  always(
    "AZURE_CORE_INSTANCE_DISCOVERY",
    "az 2.54 and later ask login.microsoftonline.com about a stamp's authority",
    "`false`",
    fixed("false"),
    fixed("true"),
  ),
  always(
    "AZURE_CORE_ERROR_RECOMMENDATION",
    "az asks app.aladdin.microsoft.com about a mistyped command",
    "`off`",
    fixed("off"),
    fixed("on"),
  ),
  there("AZURE_CLOUD_NAME", "overrides `az cloud set`", "the stamp's cloud", ({ cloudName }) => cloudName),
  there(
    "AZURE_CORE_ENCRYPT_TOKEN_CACHE",
    "az would not find the tokens that the step's az wrote",
    "az's default",
    () => (process.platform === "win32" ? "true" : "false"),
  ),
  there(
    "AZURE_ACCESS_TOKEN_FILE",
    "az up to 2.29 stores credentials there",
    "`accessTokens.json` in `AZURE_CONFIG_DIR`",
    ({ configFolder }) => `${configFolder}/accessTokens.json`,
  ),
  there("MSAL_FORCE_REGION", "sends the login to a regional host of Entra", "none", fixed("")),
  there("AZURE_REGIONAL_AUTHORITY_NAME", "the same, for Azure SDKs", "none", fixed("")),
  mended("AZURE_CORE_OUTPUT", "json"),
  mended("AZURE_CORE_ONLY_SHOW_ERRORS", "false"),
  mended("AZURE_CORE_NO_COLOR", "false"),
  mended("AZURE_CORE_USE_COMMAND_INDEX", "true"),
  mended("AZURE_CORE_DISABLE_CONFIRM_PROMPT", "false"),
  mended("AZURE_CORE_DISABLE_PROGRESS_BAR", "false"),
  mended("AZURE_CORE_DISABLE_CONCURRENT_IDS", "false"),
  mended("AZURE_CORE_SURVEY_MESSAGE", "false"),
  mended("AZURE_CORE_FIRST_RUN", "false"),
  mended("AZURE_CORE_USE_MSAL_HTTP_CACHE", "true"),
  mended("AZURE_CORE_ENABLE_BROKER_ON_WINDOWS", "true"),
  mended("AZURE_CORE_LOGIN_EXPERIENCE_V2", "true"),
  mended("AZURE_LOGGING_ENABLE_LOG_FILE", "false"),
  mended("AZURE_CLIENTS_SHOW_SECRETS_WARNING", "false"),
  cleared("AZURE_CORE_*", "any other setting of az's"),
  cleared("AZURE_LOGGING_*", "az would log the step's commands to a place that post does not clean"),
  cleared("AZURE_DEFAULTS_*", "a resource group, location or other default of yours"),
  cleared("AZURE_CLIENTS_*", "any other setting of az's"),
  cleared("AZURE_CLI_DISABLE_CONNECTION_VERIFICATION", "turns az's verification of TLS off"),
  cleared("ADAL_PYTHON_SSL_NO_VERIFY", "the same, for az up to 2.29"),
  cleared("ARM_CLOUD_METADATA_URL", "az asks it for clouds before each command"),
  cleared("SSLKEYLOGFILE", "the TLS keys of the step would be written there"),
  { name: "NETRC", why: "a `default` entry replaces the login's token", step: "set" },
  cleared(
    "PYTHONPATH",
    "modules there take precedence over az's",
    "it leads to a package `azure`, and az runs on a Python that looks there",
  ),
  cleared("PYTHONHOME", "az's Python finds no standard library", "no Python's library is there"),
  cleared("PYTHON*", "any other setting of Python's: its options, its encoding, its cache"),
  cleared("__PYVENV_LAUNCHER__", "macOS: makes a Python run as another one"),
  cleared("NODE_TLS_REJECT_UNAUTHORIZED", "turns Node's verification of TLS off"),
  cleared("AZURE_IDENTITY_DISABLE_MULTITENANTAUTH", "the step's own SDK would use another tenant"),
  { name: "AZURE_EXTENSION_*", why: "any other setting of extensions", step: "kept" },
  { name: "AZURE_HTTP_USER_AGENT", why: "what az calls itself", step: "kept" },
  { name: "NODE_*", why: "Node reads them before the step begins", step: "kept" },
  { name: "LD_*, DYLD_*, OPENSSL_*", why: "how programs find their libraries", step: "kept" },
];

/** The variables that the step sets besides the documented exports, if the job has them. */
export const REPLACED: readonly string[] = SETTINGS.filter(({ later }) => later && later.when !== "always").map(
  ({ name }) => name,
);

/** The variables of the step's own az; undefined removes a variable. */
export function ownSettings(facts: Facts, environment: Environment): Record<string, string | undefined> {
  const gone = SETTINGS.filter(({ step }) => step === "cleared");
  const names = Object.keys(environment).filter((name) => gone.some((setting) => covers(setting, name)));
  const set = SETTINGS.flatMap(({ name, step, later }) =>
    step === "set" && later !== undefined ? [[name, later.value(facts)] as const] : [],
  );
  // With an empty NETRC, requests reads no file at all, not even the one in the home folder (requests, utils.py).
  return { ...Object.fromEntries(names.map((name) => [name, undefined])), ...Object.fromEntries(set), NETRC: "" };
}

/** The same if only az's launcher is known: that az may need Python's variables (`pip install --target`). */
export function launcherSettings(own: Environment): Environment {
  return Object.fromEntries(Object.entries(own).filter(([name]) => !/^PYTHON/i.test(name)));
}

/** Variables for later steps. */
export interface LaterSettings {
  readonly values: Readonly<Record<string, string>>;
  /** The values that these variables get when the job is over. */
  readonly afterwards: Readonly<Record<string, string>>;
  readonly warnings: readonly string[];
}

/** @param job looks up a variable as later steps see it: on Windows in any case, which a plain object cannot do */
export function laterSettings(facts: Facts, job: (name: string) => string | undefined): LaterSettings {
  const values: Record<string, string> = {};
  const afterwards: Record<string, string> = {};
  const warnings: string[] = [];
  for (const { name, later } of SETTINGS) {
    const had = job(name);
    const value = later?.value(facts);
    if (later === undefined || value === undefined || !isDue(name, later.when, had)) continue;
    values[name] = value;
    afterwards[name] = had || (later.unset?.(facts) ?? had ?? "");
    if (later.when === "broken" && had !== "")
      warnings.push(`${name} is "${had}", which az cannot read: later steps get "${value}".`);
  }
  return { values, afterwards, warnings };
}

function isDue(name: string, when: Later["when"], had: string | undefined): boolean {
  if (when === "always") return true;
  if (had === undefined) return false;
  return when === "there" || !(name === "AZURE_CORE_OUTPUT" ? OUTPUT : BOOLEAN).test(had);
}

/** Whether a row applies to a variable. Names of variables are case-insensitive on Windows. */
function covers({ name }: Setting, variable: string): boolean {
  const spelled = process.platform === "win32" ? variable.toUpperCase() : variable;
  return name.endsWith("*") ? spelled.startsWith(name.slice(0, -1)) : spelled === name;
}
