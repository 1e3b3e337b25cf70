/**
 * Programs that read roots from a variable: after the step, each reaches the stamp and everything that it reached
 * before.
 */
import { execFileSync, spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { rootCertificates } from "node:tls";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Inputs, Runner } from "../../emulator/runner.ts";
import { type Emulator, startEmulator } from "../../emulator/server.ts";
import { openRunner, scenarioInputs } from "../scenarios/support.ts";
import { describeEachAz, placeAnsweringAz } from "../support/azs.ts";
import { ownVenv } from "../support/venv.ts";
import { type Network, openNetwork } from "./network.ts";

interface Client {
  /** A shell command that requests `$URL` through the job's proxy and prints the answer. */
  readonly command: string;
  /** The variables from which it reads the root; each of them is enough. */
  readonly variables: readonly string[];
  /** Whether the program is installed. */
  readonly isHere?: () => boolean;
}

const folder = mkdtempSync(path.join(tmpdir(), "azs-tls-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const GO_CLIENT = path.join(folder, "client");
/** Compiled at the first use. */
let compiled: boolean | undefined;
function goIsHere(): boolean {
  const source = path.join(import.meta.dirname, "go", "client.go");
  compiled ??= spawnSync("go", ["build", "-o", GO_CLIENT, source], { cwd: folder }).status === 0;
  return compiled;
}

const VENV = ownVenv("httpx==0.28.1");
const PYTHON = path.resolve(".cache/python-sdk/bin/python");
const NODE = `NODE_USE_ENV_PROXY=1 ${process.execPath}`;
const LWP = `$agent = LWP::UserAgent->new; $agent->env_proxy; print $agent->get($ENV{URL})->decoded_content`;

const CLIENTS: Readonly<Record<string, Client>> = {
  curl: { command: 'curl -sS "$URL"', variables: ["CURL_CA_BUNDLE", "SSL_CERT_FILE"] },
  // git gets an answer that is not from a git repository.
  git: { command: 'GIT_CURL_VERBOSE=1 git ls-remote "$URL"', variables: ["GIT_SSL_CAINFO"] },
  OpenSSL: {
    command: 'printf "GET $TARGET HTTP/1.0\\r\\nHost: $HOST\\r\\n\\r\\n" | '
      .concat('openssl s_client -quiet -verify_return_error -proxy "$PROXY" ')
      .concat('-connect "$HOST:443" -servername "$HOST"'),
    variables: ["SSL_CERT_FILE"],
  },
  "wget, with its option": { command: 'wget -qO- --ca-certificate="$SSL_CERT_FILE" "$URL"', variables: [] },
  "Python's urllib": {
    command: `python3 -c 'import os, urllib.request as u; print(u.urlopen(os.environ["URL"]).read())'`,
    variables: ["SSL_CERT_FILE"],
  },
  "Python's requests": {
    command: `${PYTHON} -c 'import os, requests; print(requests.get(os.environ["URL"]).text)'`,
    variables: ["REQUESTS_CA_BUNDLE", "CURL_CA_BUNDLE"],
  },
  "Node's fetch": {
    command: `${NODE} -e 'fetch(process.env.URL).then(async (answer) => console.log(await answer.text()))'`,
    variables: ["NODE_EXTRA_CA_CERTS"],
  },
  "Perl's LWP": {
    command: `perl -MLWP::UserAgent -MLWP::Protocol::https -e '${LWP}'`,
    variables: ["PERL_LWP_SSL_CA_FILE"],
    isHere: () => spawnSync("perl", ["-MLWP::Protocol::https", "-e", "1"]).status === 0,
  },
  httpx: {
    command: `${VENV.python} -c 'import os, httpx; print(httpx.get(os.environ["URL"]).text)'`,
    variables: ["SSL_CERT_FILE"],
  },
  Go: { command: GO_CLIENT, variables: ["SSL_CERT_FILE"], isHere: goIsHere },
};

const READ = ["CURL_CA_BUNDLE", "SSL_CERT_FILE", "GIT_SSL_CAINFO", "REQUESTS_CA_BUNDLE", "NODE_EXTRA_CA_CERTS"];
const ALL = [...READ, "PERL_LWP_SSL_CA_FILE"];

let emulator: Emulator;
let runner: Runner;
beforeAll(async () => {
  emulator = await startEmulator();
  runner = await openRunner(emulator);
  const login = await runner.main(await scenarioInputs(emulator, runner));
  expect(login.exitCode, login.log).toBe(0);
  return async () => {
    await emulator.close();
    await runner.dispose();
  };
});

/** What a client prints in a later step that gets only these of the variables. */
async function ask({ command }: Client, kept: readonly string[]): Promise<string> {
  const unset = ALL.filter((name) => !kept.includes(name)).flatMap((name) => ["-u", name]);
  const { host } = new URL(emulator.endpoint);
  const { host: proxy } = new URL(emulator.proxyUrl);
  const target = "/metadata/endpoints?api-version=2015-01-01";
  const url = `${emulator.endpoint}${target}`;
  const extra = { HOST: host, TARGET: target, URL: url, PROXY: proxy, https_proxy: emulator.proxyUrl };
  return (await runner.step("env", [...unset, "sh", "-c", command], extra)).log;
}

const ANSWER = /"galleryEndpoint"|HTTP\/\S+ 40\d/;

describe.each(Object.entries(CLIENTS))("%s", (name, client) => {
  const isHere = client.isHere?.() ?? true;
  if (!isHere) console.warn(`\n!!! SKIPPED: ${name} is not on this machine\n`);
  const here = test.skipIf(!isHere && process.env["CI"] !== "true");

  here("reaches the stamp with all that the step exported", async () => {
    expect(await ask(client, ALL)).toMatch(ANSWER);
  });

  here.each(client.variables)("%s alone is enough", async (variable) => {
    expect(await ask(client, [variable])).toMatch(ANSWER);
  });

  here("does not reach it without", async () => {
    expect(await ask(client, [])).not.toMatch(ANSWER);
  });
});

const STAMP = "the stamp";
/** Private servers, each with a root of its own. */
const NAMES = ["one", "two"] as const;

/** What a runner has before the step. */
interface World {
  readonly variables?: (files: Files) => Inputs;
  /** A proxy in front of the stamp inspects TLS; the files that the variables name contain its root. */
  readonly isInspected?: true;
  /** Variables whose list was short before and must remain short. */
  readonly short?: readonly string[];
}

/** Creates files with roots of the network on a runner. */
interface Files {
  readonly network: Network;
  readonly home: string;
  /** A file with the roots of these private servers. */
  of(...names: readonly string[]): string;
  /** A folder with these roots, in OpenSSL's form. */
  hashed(...names: readonly string[]): string;
  /** A file with the root of the proxy. */
  inspector(): string;
  /** The user's git configuration. */
  gitConfig(text: string): Inputs;
}

/** Each row combines cases that affect different programs. */
const WORLDS: Readonly<Record<string, World>> = {
  "CURL_CA_BUNDLE, which requests falls back to; git's http.sslCAInfo; Perl's HTTPS_CA_FILE": {
    variables: (files) => ({
      CURL_CA_BUNDLE: files.of("one"),
      HTTPS_CA_FILE: files.of("two"),
      ...files.gitConfig(`[http]\n\tsslCAInfo = ${files.of("one")}\n`),
    }),
    short: ["CURL_CA_BUNDLE", "REQUESTS_CA_BUNDLE", "GIT_SSL_CAINFO", "PERL_LWP_SSL_CA_FILE"],
  },
  "SSL_CERT_FILE, which curl falls back to; REQUESTS_CA_BUNDLE; git's http.<url>.sslCAInfo": {
    variables(files) {
      writeFileSync(path.join(files.home, "two.pem"), readFileSync(files.of("two")));
      const sections = [`one.example"]\n\tsslcainfo = ${files.of("one")}`, `two.example/"]\n\tsslCAInfo = ~/two.pem`];
      return {
        SSL_CERT_FILE: files.of("one"),
        REQUESTS_CA_BUNDLE: files.of("one", "two"),
        ...files.gitConfig(sections.map((section) => `[http "https://${section}\n`).join("")),
      };
    },
    short: ["SSL_CERT_FILE", "CURL_CA_BUNDLE", "REQUESTS_CA_BUNDLE"],
  },
  "SSL_CERT_DIR, which curl and httpx fall back to; REQUESTS_CA_BUNDLE names a folder": {
    variables(files) {
      const folders = files.hashed("one", "two");
      return { SSL_CERT_DIR: folders, REQUESTS_CA_BUNDLE: folders };
    },
    short: ["REQUESTS_CA_BUNDLE"],
  },
  "SSL_CERT_DIR of two folders, and SSL_CERT_FILE": {
    variables: (files) => ({
      SSL_CERT_DIR: `/etc/ssl/certs:${files.hashed("one")}`,
      SSL_CERT_FILE: files.of("two"),
    }),
    short: ["SSL_CERT_FILE"],
  },
  "every variable with a short list of its own": {
    variables: (files) => ({
      REQUESTS_CA_BUNDLE: files.of("one"),
      SSL_CERT_FILE: files.of("two"),
      CURL_CA_BUNDLE: files.of("one", "two"),
      GIT_SSL_CAINFO: files.of("two"),
      PERL_LWP_SSL_CA_FILE: files.of("one"),
      NODE_EXTRA_CA_CERTS: files.of("two"),
    }),
    short: [...READ, "PERL_LWP_SSL_CA_FILE"],
  },
  ...Object.fromEntries(
    ["NODE_EXTRA_CA_CERTS", "REQUESTS_CA_BUNDLE"].map((name) => [
      `a proxy that inspects TLS, its root in ${name}`,
      { isInspected: true, variables: (files) => ({ [name]: files.inspector() }) } satisfies World,
    ]),
  ),
};

describe("what a program reached before the step, it reaches after it, and the stamp too", () => {
  let network: Network;
  beforeAll(async () => {
    network = await openNetwork(emulator, NAMES);
    return () => network.close();
  });

  test.each(Object.entries(WORLDS))("%s", { timeout: 120_000 }, async (_, { variables, isInspected, short = [] }) => {
    network.inspect(isInspected === true);
    const mine = await openRunner(emulator, { HTTPS_PROXY: network.proxyUrl });
    try {
      Object.assign(mine.base, variables?.(filesOf(network, mine)));
      const clients = Object.entries(CLIENTS).filter(([, { isHere }]) => isHere?.() ?? true);
      const before = await reached(mine, network, clients, () => (isInspected ? [] : NAMES));
      const login = await mine.main({ ...(await scenarioInputs(emulator, mine)), ...(await placeAnsweringAz(mine)) });
      expect(login.exitCode, login.log).toBe(0);
      const all = Object.fromEntries(clients.map(([client]) => [client, [STAMP, ...(before[client] ?? [])]]));
      expect(await reached(mine, network, clients, (client) => all[client] ?? [])).toEqual(all);
      for (const name of short) expect(publicRootsIn(mine.exported[name] ?? ""), name).toBe(0);
    } finally {
      await mine.dispose();
    }
  });
});

/** The bundle for az gets the roots of all variables. Each az uses another variable here. */
const HOLDERS = { "az 2.45": "NODE_EXTRA_CA_CERTS", "az 2.66": "SSL_CERT_FILE" } as const;

describeEachAz("behind a proxy that inspects TLS", (az) => {
  const name = HOLDERS[az.name];
  test(`az logs in and works, its root in ${name}`, async () => {
    const network = await openNetwork(emulator, []);
    network.inspect(true);
    const mine = await openRunner(emulator, { HTTPS_PROXY: network.proxyUrl });
    try {
      Object.assign(mine.base, { [name]: filesOf(network, mine).inspector() });
      // The stamp's own root is not given, because only the proxy's is ever seen.
      const { "ca-certificate": __, ...inputs } = await scenarioInputs(emulator, mine);
      const login = await mine.main({ ...inputs, "az-path": az.path });
      expect(login.exitCode, login.log).toBe(0);
      const groups = await mine.step(az.path, ["group", "list"]);
      expect(groups.exitCode, groups.log).toBe(0);
    } finally {
      await mine.dispose();
      network.close();
    }
  });
});

/** What each client reaches now of these targets. */
async function reached(
  mine: Runner,
  { proxyUrl }: Network,
  clients: readonly (readonly [string, Client])[],
  asked: (client: string) => readonly string[],
) {
  const target = "/metadata/endpoints?api-version=2015-01-01";
  const { host: stamp } = new URL(emulator.endpoint);
  const hostOf = (name: string) => (name === STAMP ? stamp : `${name}.example`);
  const lines = clients.flatMap(([client, { command }]) =>
    asked(client).map(
      (name) =>
        `HOST=${hostOf(name)} URL="https://${hostOf(name)}${target}"; (${command}) 2>&1; echo "--- ${client}/${name}"`,
    ),
  );
  const extra = { HOST: "", URL: "", TARGET: target, PROXY: new URL(proxyUrl).host, https_proxy: proxyUrl };
  const { raw } = await mine.step("sh", ["-c", lines.join("\n")], extra);
  const answers = [...raw.matchAll(/(.*?)--- ([^/\n]+)\/([^\n]+)\n/gs)].filter(([, answer = ""]) =>
    ANSWER.test(answer),
  );
  return Object.fromEntries(
    clients.map(([client]) => [client, answers.flatMap(([, , by, name = ""]) => (by === client ? [name] : []))]),
  );
}

function filesOf(network: Network, { home, workspace }: Runner): Files {
  const place = (name: string, text: string) => {
    const file = path.join(workspace, name);
    writeFileSync(file, text);
    return file;
  };
  const pemOf = (names: readonly string[]) => names.map((name) => network.roots[name]?.pem).join("");
  return {
    network,
    home,
    of: (...names) => place(`${names.join("-")}.pem`, pemOf(names)),
    hashed(...names) {
      const hashed = path.join(workspace, `hashed-${names.join("-")}`);
      mkdirSync(hashed);
      for (const name of names) writeFileSync(path.join(hashed, `${name}.pem`), pemOf([name]));
      execFileSync("openssl", ["rehash", hashed]);
      return hashed;
    },
    inspector: () => place("inspector.pem", network.inspector.pem),
    gitConfig: (text) => ({ GIT_CONFIG_GLOBAL: place("gitconfig", text) }),
  };
}

function publicRootsIn(file: string): number {
  const text = readFileSync(file, "utf8").replaceAll("\n", "");
  return rootCertificates.filter((pem) => text.includes(pem.replaceAll("\n", ""))).length;
}
