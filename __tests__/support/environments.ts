/** Random runners: a seeded choice from everything that users' runners have in their environment and in their files. */
import { execFileSync } from "node:child_process";
import { chmodSync, mkdirSync, symlinkSync, writeFileSync } from "node:fs";
import path from "node:path";
import type { Inputs, Runner, RunnerOptions } from "../../emulator/runner.ts";
import type { Emulator } from "../../emulator/server.ts";

type Variables = Readonly<Record<string, string | undefined>>;

/** One property of a runner. Those of a group exclude each other. */
interface Trait {
  readonly name: string;
  readonly group: string;
  readonly variables?: (runner: Runner, emulator: Emulator) => Variables;
  readonly options?: Partial<RunnerOptions>;
  readonly inputs?: Inputs;
  /** Creates files. @returns a function that removes them, if disposing of the runner does not */
  readonly prepare?: (runner: Runner) => (() => void) | undefined;
  /** Errors with which a step may fail because of this. If absent, the step must log in. */
  readonly codes?: readonly string[];
}

const MANAGEMENT = "management.local.azurestack.external";
const BOOLEANS = ["true", "no", "", "perhaps"];

/** Values of a variable. */
const values = (name: string, list: readonly (string | undefined)[], codes?: readonly string[]): readonly Trait[] =>
  list.map((value) => ({
    name: value === undefined ? `no ${name}` : `${name}=${value}`,
    group: name,
    variables: () => ({ [name]: value }),
    ...(codes === undefined ? {} : { codes }),
  }));
const file = (runner: Runner, name: string, text: string, folder = runner.workspace): string => {
  mkdirSync(path.dirname(path.join(folder, name)), { recursive: true });
  writeFileSync(path.join(folder, name), text, { mode: 0o644 });
  return path.join(folder, name);
};
const prepared = (name: string, make: (runner: Runner) => void): Trait => ({
  name,
  group: name,
  prepare: (runner) => {
    make(runner);
    return undefined;
  },
});

const AZ_VARIABLES = [
  ...values("AZURE_CLOUD_NAME", ["AzureCloud", "AzureUSGovernment", "Nowhere", ""]),
  ...values("AZURE_CORE_ENCRYPT_TOKEN_CACHE", BOOLEANS),
  ...values("AZURE_CORE_OUTPUT", ["table", "xml", ""]),
  ...["NO_COLOR", "ONLY_SHOW_ERRORS", "USE_COMMAND_INDEX", "DISABLE_PROGRESS_BAR", "USE_MSAL_HTTP_CACHE"].flatMap(
    (key) => values(`AZURE_CORE_${key}`, BOOLEANS),
  ),
  ...values("AZURE_CORE_INSTANCE_DISCOVERY", BOOLEANS),
  ...values("AZURE_CORE_CACHE_TTL", ["x"]),
  ...values("AZURE_LOGGING_ENABLE_LOG_FILE", BOOLEANS),
  ...values("AZURE_DEFAULTS_GROUP", ["theirs"]),
  ...values("AZURE_CLI_DISABLE_CONNECTION_VERIFICATION", ["1"]),
  ...values("AZURE_CONFIG_DIR", ["", "conf"]),
  ...values("AZURE_ACCESS_TOKEN_FILE", ["/nowhere/tokens"]),
  ...values("AZURE_TENANT_ID", ["theirs"]),
  ...values("AZURE_AUTHORITY_HOST", ["https://login.microsoftonline.us"]),
  ...values("AZURE_REGIONAL_AUTHORITY_NAME", ["westus"]),
  ...values("MSAL_FORCE_REGION", ["westus", "True"]),
  ...values("ARM_CLOUD_METADATA_URL", ["https://nowhere.invalid/"]),
];
const PYTHON_VARIABLES = [
  ...values("PYTHONHOME", ["/nowhere"]),
  ...values("PYTHONHASHSEED", ["none", "0"]),
  ...values("PYTHONWARNINGS", ["error"]),
  ...values("PYTHONINSPECT", ["1"]),
  ...values("PYTHONIOENCODING", ["ascii", "nothing"]),
  ...values("PYTHONUTF8", ["0", "x"]),
  ...values("PYTHONOPTIMIZE", ["2"]),
  ...values("PYTHONVERBOSE", ["1"]),
];
const NODE_VARIABLES = [
  ...values("NODE_TLS_REJECT_UNAUTHORIZED", ["0"]),
  ...values("NODE_DEBUG", ["http,tls"]),
  ...values("NODE_OPTIONS", ["--trace-warnings", "--use-system-ca"]),
];
const OTHER_VARIABLES = [
  ...values("REQUESTS_CA_BUNDLE", ["/nowhere/ca.pem", "/etc", ""]),
  ...values("SSL_CERT_FILE", ["/nowhere/ca.pem", ""]),
  ...values("CURL_CA_BUNDLE", ["/nowhere/ca.pem", ""]),
  ...values("NODE_EXTRA_CA_CERTS", ["/nowhere/ca.pem", "/etc/hostname"]),
  ...values("SSLKEYLOGFILE", ["/proc/self/nowhere/keys"]),
  ...values("NO_PROXY", ["localhost,127.0.0.1", "stack.external", "*.other.example", "10.0.0.0/8"]),
  ...values("no_proxy", [`${MANAGEMENT}:443`, "*.azurestack.external", "*"], ["AZS201"]),
  ...values("ALL_PROXY", ["socks5://127.0.0.1:9"]),
  ...values("HOME", ["", "/nowhere/home", undefined]),
  ...values("TMPDIR", ["/nowhere/tmp", undefined]),
  ...values("LANG", ["", "C", "xx_YY.none"]),
  ...values("RUNNER_TOOL_CACHE", ["/etc/hostname/tools", "/proc/nowhere", "", undefined]),
  ...values("RUNNER_TEMP", ["/nowhere/_temp", "/proc"], ["AZS343"]),
];
const PROXIES: readonly Trait[] = [
  {
    name: "https_proxy before HTTPS_PROXY",
    group: "proxy",
    variables: (_, { proxyUrl }) => ({ https_proxy: proxyUrl, HTTPS_PROXY: "http://127.0.0.1:9" }),
  },
  // Node itself does not start with both of them.
  { name: "NODE_USE_ENV_PROXY", group: "proxy", variables: () => ({ NODE_USE_ENV_PROXY: "1" }) },
  { name: "HTTP_PROXY that is no URL", group: "proxy", variables: () => ({ HTTP_PROXY: "no-url:x" }) },
  {
    name: "a password with a % of its own",
    group: "proxy",
    variables: (_, { proxyUrl }) => ({ HTTPS_PROXY: proxyUrl.replace("//", "//ci:100%@") }),
  },
  { name: "an empty https_proxy", group: "proxy", variables: () => ({ https_proxy: "" }) },
  {
    name: "a socks5 proxy",
    group: "proxy",
    variables: () => ({ https_proxy: "socks5://127.0.0.1:9" }),
    codes: ["AZS216"],
  },
  { name: "a dead proxy", group: "proxy", variables: () => ({ HTTPS_PROXY: "http://127.0.0.1:9" }), codes: ["AZS202"] },
];
const FILES: readonly Trait[] = [
  prepared("a package azure in the workspace", (runner) => void file(runner, "azure/__init__.py", "")),
  prepared("a folder azure in the workspace", (runner) => void file(runner, "azure/config", "[cloud]\nname = x\n")),
  prepared(
    "a .netrc for all hosts",
    (runner) => void file(runner, ".netrc", "default login a password b\n", runner.home),
  ),
  {
    ...prepared("a broken az configuration", (runner) => void file(runner, ".azure/config", "[[[", runner.home)),
    group: ".azure",
  },
  {
    ...prepared("an az configuration that leads nowhere", ({ home }) => symlinkSync("gone", path.join(home, ".azure"))),
    group: ".azure",
  },
  {
    ...prepared(
      "a folder where az has a file",
      (runner) => void file(runner, ".azure/clouds.config/x", "", runner.home),
    ),
    group: ".azure",
  },
  prepared("a home that may not be entered", ({ home }) => chmodSync(home, 0)),
  {
    name: "a package azure on PYTHONPATH",
    group: "PYTHONPATH",
    variables: ({ workspace }) => ({ PYTHONPATH: path.join(workspace, "lib") }),
    prepare: (runner) => void file(runner, "lib/azure/__init__.py", "raise SystemExit(3)\n"),
  },
  {
    name: "a full RUNNER_TEMP",
    group: "RUNNER_TEMP",
    prepare({ temp }) {
      execFileSync("mount", ["-t", "tmpfs", "-o", "mode=0777,size=16k", "tmpfs", temp]);
      return () => execFileSync("umount", ["-l", temp]);
    },
    codes: ["AZS343", "AZS503", "AZS504"],
  },
];
const USERS: readonly Trait[] = [
  { name: "a user without a name", group: "user", options: { user: { uid: 54_321, gid: 54_321 } } },
  {
    name: "command files of root's",
    group: "user",
    options: { user: { uid: 54_321, gid: 54_321 }, foreignCommandFiles: true },
    codes: ["AZS344"],
  },
];
const ISOLATION: Trait = {
  name: "isolate: false",
  group: "isolate",
  inputs: { isolate: "false" },
  // Then the machine's own configuration, and the home folder that contains it, are part of the login.
  codes: ["AZS503", "AZS504", "AZS516", "AZS517"],
};

const TRAITS: readonly Trait[] = [
  ...AZ_VARIABLES,
  ...PYTHON_VARIABLES,
  ...NODE_VARIABLES,
  ...OTHER_VARIABLES,
  ...PROXIES,
  ...FILES,
  ...USERS,
];

export interface DrawnEnvironment {
  readonly names: readonly string[];
  readonly options: Partial<RunnerOptions>;
  readonly inputs: Inputs;
  /** Errors with which the step may fail. If there are none, it must log in. */
  readonly codes: readonly string[];
  /**
   * Sets up a runner that was made with the options.
   *
   * @returns a function that undoes what disposing of the runner does not
   */
  apply(runner: Runner, emulator: Emulator): () => void;
}

/** The n-th environment of a seed. It is the same on every machine. */
export function drawEnvironment(seed: number, index: number): DrawnEnvironment {
  const random = generator(seed * 100_003 + index);
  const groups = [...Map.groupBy(TRAITS, ({ group }) => group).values()];
  // Some have few properties, and log in; some have many.
  const share = 0.04 + 0.4 * random() ** 2;
  const traits = groups.flatMap((group) => {
    const [isTaken, which] = [random() < share * (group.some(({ codes }) => codes) ? 0.3 : 1), random()];
    return isTaken ? (group[Math.floor(which * group.length)] ?? []) : [];
  });
  if (random() < 0.15) traits.push(ISOLATION);
  return {
    names: traits.map(({ name }) => name),
    options: Object.assign({}, ...traits.map(({ options }) => options)),
    inputs: Object.assign({}, ...traits.map(({ inputs }) => inputs)),
    codes: [...new Set(traits.flatMap(({ codes = [] }) => codes))],
    apply(runner, emulator) {
      const base = runner.base as Record<string, string | undefined>;
      for (const { variables } of traits) Object.assign(base, variables?.(runner, emulator));
      for (const name of Object.keys(base)) if (base[name] === undefined) delete base[name];
      const ends = traits.map(({ prepare }) => prepare?.(runner));
      return () => {
        for (const end of ends.reverse()) end?.();
      };
    },
  };
}

/** Mulberry32. */
function generator(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}
