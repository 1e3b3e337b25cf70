/** The files with roots contain nothing secret, because steps of other users and containers read them. */

import { execFile } from "node:child_process";
import { mkdirSync, readdirSync, statSync } from "node:fs";
import path from "node:path";
import { promisify } from "node:util";
import { beforeAll, describe, expect, test } from "vitest";
import { SYSTEM_PATH, workingInputs } from "../../emulator/job.ts";
import { createRunner, type Inputs, type Runner } from "../../emulator/runner.ts";
import { type Emulator, startEmulator } from "../../emulator/server.ts";
import { placeAnsweringAz } from "../support/azs.ts";
import { DIST } from "../support/bundles.ts";
import { POST_LOG } from "../support/post-log.ts";

const isRoot = process.getuid?.() === 0;
if (!isRoot) console.warn("Only root can start a step as somebody else: scenarios of other users are skipped here.");

const TLS = [
  ...["REQUESTS_CA_BUNDLE", "SSL_CERT_FILE", "CURL_CA_BUNDLE", "GIT_SSL_CAINFO", "PERL_LWP_SSL_CA_FILE"],
  "NODE_EXTRA_CA_CERTS",
];
/** The job's user, with the strictest umask. */
const NOBODY = { uid: 65_534, gid: 65_534 };
const asUser = (id: number) => ["setpriv", `--reuid=${id}`, `--regid=${id}`, "--clear-groups"];
const STRICT = ["perl", "-e", "umask 077; exec @ARGV or die"];

/** How an action's container sees the runner's temporary folder: one folder of it, mounted at another path. */
const CONTAINER = [
  ...["unshare", "--mount", "sh", "-c"],
  'mount --bind "$RUNNER_TEMP/_github_workflow" "$MOUNTED" && mount -t tmpfs tmpfs "$RUNNER_TEMP" && exec "$@"',
  "sh",
];

interface Reader {
  /** Starts a later step. */
  readonly through: readonly string[];
  /** How a runner changes the path of a file. */
  readonly translate?: (value: string, runner: Runner) => string;
}

const mountOf = ({ home }: Runner) => path.join(home, "workflow");
const READERS: Readonly<Record<string, Reader>> = {
  "another user": { through: asUser(1234) },
  "a container": {
    through: [...CONTAINER, ...asUser(1234)],
    translate: (value, runner) => value.replace(path.join(runner.temp, "_github_workflow"), mountOf(runner)),
  },
};

const PROGRAMS: Readonly<Record<string, string>> = {
  curl: 'curl -sS "$URL"',
  git: 'GIT_CURL_VERBOSE=1 git ls-remote "$URL" 2>&1 || :',
  requests: `/usr/bin/python3 -c 'import os, requests; print(requests.get(os.environ["URL"]).text)'`,
  node: `NODE_USE_ENV_PROXY=1 ${process.execPath} -e 'fetch(process.env.URL).then(async (it) => console.log(await it.text()))'`,
};
const ROOTS = `/usr/bin/python3 -c 'import ssl; print(len(ssl.create_default_context().get_ca_certs()))'`;

describe.skipIf(!isRoot && process.env["CI"] !== "true")("roots are read by the step of", () => {
  let emulator: Emulator;
  beforeAll(async () => {
    emulator = await startEmulator();
    return () => emulator.close();
  });

  test.each(Object.entries(READERS))("%s", { timeout: 60_000 }, async (_, { through, translate }) => {
    const runner = await createRunner({
      dist: DIST,
      path: SYSTEM_PATH,
      environment: { HTTPS_PROXY: emulator.proxyUrl },
      user: NOBODY,
      through: () => [...asUser(NOBODY.uid), ...STRICT],
    });
    try {
      for (const folder of [path.join(runner.temp, "_github_workflow"), mountOf(runner)]) {
        mkdirSync(folder);
        await promisify(execFile)("chown", [`${NOBODY.uid}:${NOBODY.gid}`, folder]);
      }
      const given = { ...(await workingInputs(emulator, runner)), ...(await placeAnsweringAz(runner)) };
      const login = await runner.main(given);
      expect(login.exitCode, login.log).toBe(0);

      const variables = TLS.map((name) => [name, runner.exported[name] ?? ""] as const);
      for (const file of [...variables.map(([, value]) => value), runner.outputs["java-trust-store"] ?? ""]) {
        expect(statSync(file).mode & 0o777, file).toBe(0o644);
        expect(statSync(path.dirname(file)).mode & 0o777, file).toBe(0o755);
        expect(path.dirname(path.dirname(file))).toBe(path.join(runner.temp, "_github_workflow"));
      }
      const [private_ = ""] = readdirSync(runner.temp).filter((name) => name.startsWith("azs-login-"));
      expect(statSync(path.join(runner.temp, private_)).mode & 0o777).toBe(0o700);

      const translated = Object.fromEntries(
        variables.map(([name, value]) => [name, translate?.(value, runner) ?? value]),
      );
      const url = `${emulator.endpoint}/metadata/endpoints?api-version=2015-01-01`;
      const environment: Inputs = {
        ...{ ...runner.base, ...translated, URL: url, https_proxy: emulator.proxyUrl },
        ...{ RUNNER_TEMP: runner.temp, MOUNTED: mountOf(runner), HOME: "/" },
      };
      const ask = async (command: string) => {
        const [program = "", ...args] = [...through, "sh", "-c", command];
        const asked = promisify(execFile)(program, args, { env: environment, cwd: "/" });
        return (await asked.catch((error: Error & { stdout: string; stderr: string }) => error)).stdout;
      };
      for (const [name, command] of Object.entries(PROGRAMS)) {
        expect(await ask(command), name).toMatch(/"galleryEndpoint"|HTTP\/\S+ 40\d/);
      }
      expect(Number(await ask(ROOTS))).toBeGreaterThan(100);
      expect((await runner.post()).log).toEqual(POST_LOG);
      expect([readdirSync(runner.temp), readdirSync(path.join(runner.temp, "_github_workflow"))]).toEqual([
        ["_github_workflow"],
        [],
      ]);
    } finally {
      await runner.dispose();
    }
  });
});
