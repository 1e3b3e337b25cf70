/** Programs that read the stamp's root from a variable, and that do not reach the stamp without it: docs/trust.md. */
import { spawnSync } from "node:child_process";
import path from "node:path";
import { beforeAll, describe, expect, test } from "vitest";
import type { Runner } from "../../emulator/runner.ts";
import { type Emulator, startEmulator } from "../../emulator/server.ts";
import { openRunner, scenarioInputs } from "../scenarios/support.ts";

interface Client {
  /** A shell command that asks for `$URL` through the job's proxy and prints what comes. */
  readonly command: string;
  /** What it reads the root from, each by itself. */
  readonly variables: readonly string[];
  /** A shell command that fails where the program is not there. */
  readonly needs?: string;
}

const PYTHON = path.resolve(".cache/python-sdk/bin/python");
const NODE = `NODE_USE_ENV_PROXY=1 ${process.execPath}`;
const LWP = `$agent = LWP::UserAgent->new; $agent->env_proxy; print $agent->get($ENV{URL})->decoded_content`;

const CLIENTS: Readonly<Record<string, Client>> = {
  curl: { command: 'curl -sS "$URL"', variables: ["CURL_CA_BUNDLE", "SSL_CERT_FILE"] },
  // It gets an answer that is no repository's.
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
    needs: "perl -MLWP::Protocol::https -e 1",
  },
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

/** What a client prints in a later step that has no more of the variables than these. */
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

describe.each(Object.entries(CLIENTS))("%s", (_, client) => {
  const isHere = client.needs === undefined || spawnSync("sh", ["-c", client.needs]).status === 0;
  if (!isHere) console.warn(`\n!!! SKIPPED: ${client.needs} fails here\n`);
  const here = test.skipIf(!isHere && process.env["CI"] !== "true");

  here("reaches the stamp with all that the step exported", async () => {
    expect(await ask(client, ALL)).toMatch(ANSWER);
  });

  here.each(client.variables)("%s alone is enough, and nothing is not", async (variable) => {
    expect(await ask(client, [variable])).toMatch(ANSWER);
    expect(await ask(client, [])).not.toMatch(ANSWER);
  });
});
