/** Jobs that run for hours after a login with an ID token that expires after minutes. */
import { existsSync, globSync, readFileSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import path from "node:path";
import { describe, expect, onTestFinished, test } from "vitest";
import type { Effect } from "../../emulator/faults.ts";
import type { Inputs } from "../../emulator/runner.ts";
import type { StampOptions } from "../../emulator/server.ts";
import { claimsOf } from "../../src/io/json.ts";
import { describeEachAz, SERVING_AZ } from "../support/azs.ts";
import { idTokenVariables } from "../support/credentials.ts";
import { POST_LOG } from "../support/post-log.ts";
import { setScene } from "../support/stamp.ts";

const HOUR_MS = 3_600_000;
/** Debian's libfaketime. */
const [FAKETIME] = globSync("/usr/lib/*/faketime/libfaketime.so.1");
const cannotMoveClocks = FAKETIME === undefined && process.env["CI"] !== "true";
if (cannotMoveClocks) console.warn("\n!!! SKIPPED: jobs of many hours: apt-get install libfaketime\n");
const ID_TOKEN = /\/idtoken\//;
const LIST = ["group", "list", "--output", "tsv"];
const SDK = path.resolve(".cache/python-sdk/bin/python");

/** A job that is logged in with an ID token. Its clock can be moved, for its programs and for the stamp. */
async function longJob(az: string, stamp: Partial<StampOptions> = {}, change: Inputs = {}) {
  let shift = 0;
  const scene = await setScene({ now: () => Date.now() + shift, ...stamp }, {}, idTokenVariables);
  const { emulator, runner, inputs } = scene;
  const step = await runner.main({ ...inputs, "client-secret": "", "az-path": az, ...change });
  expect(step.exitCode, step.log).toBe(0);
  return {
    ...scene,
    step,
    idTokensAsked: () => emulator.requests.filter((request) => ID_TOKEN.test(request.path)).length,
    later(args: readonly string[], environment: Inputs = {}, command = "az") {
      const clock = {
        LD_PRELOAD: FAKETIME ?? "there is no libfaketime",
        FAKETIME: `+${shift / 1000}`,
        FAKETIME_DONT_FAKE_MONOTONIC: "1",
      };
      return runner.step(command, args, { ...clock, ...environment });
    },
    pass(milliseconds: number) {
      shift += milliseconds;
    },
  };
}

describeEachAz("a job of many hours", ({ path: az }) => {
  test.skipIf(cannotMoveClocks)(
    "az works as long as the job runs; without its launcher it does not",
    { timeout: 120_000 },
    async () => {
      const { runner, step, later, pass } = await longJob(az);
      expect(step.log).toContain("oidc: az gets a new ID token");
      for (const hours of [5, 10]) {
        pass(5 * HOUR_MS);
        const listed = await later(LIST);
        expect([hours, listed.exitCode, listed.log], listed.log).toEqual([hours, 0, ""]);
      }
      pass(5 * HOUR_MS);
      const without = await later(LIST, {}, runner.outputs["az-path"]);
      expect(without.exitCode).toBe(1);
      expect(without.log).toContain("AADSTS700024");
      expect((await runner.post()).log).toEqual(POST_LOG);
    },
  );
});

describe.skipIf(cannotMoveClocks)("when the ID token is about to end", () => {
  // In real time: with libfaketime, neither az's nor the renewal's Python can wait for a lock.
  test("eight commands at once all work", { timeout: 120_000 }, async () => {
    const { runner, idTokensAsked } = await longJob(SERVING_AZ, { tokenLifetime: 60, idTokenLifetime: 70 });
    // Makes az's command index. If several commands made it at the same time, they would read it half-written.
    await runner.step("az", LIST);
    const before = idTokensAsked();
    const all = await Promise.all(Array.from({ length: 8 }, () => runner.step("az", LIST)));
    expect(all.map(({ exitCode, log }) => [exitCode, log])).toEqual(all.map(() => [0, ""]));
    expect(idTokensAsked()).toBeGreaterThan(before);
  });

  test("a command that is killed while it renews does not disturb the next one", async () => {
    const { emulator, later, pass } = await longJob(SERVING_AZ);
    pass(5 * HOUR_MS);
    emulator.inject({ match: { path: ID_TOKEN }, effect: "hang" });
    const killed = await later(["-s", "KILL", "3", "az", ...LIST], {}, "timeout");
    expect(killed.exitCode).not.toBe(0);
    const next = await later(LIST);
    expect([next.exitCode, next.log]).toEqual([0, ""]);
  });

  test("in the machine's own configuration post takes the new token out, too", { timeout: 120_000 }, async () => {
    const { runner, later, pass } = await longJob(SERVING_AZ, {}, { isolate: "false" });
    const store = path.join(runner.home, ".azure", "service_principal_entries.json");
    const first = readFileSync(store, "utf8");
    pass(5 * HOUR_MS);
    expect((await later(LIST)).exitCode).toBe(0);
    expect(readFileSync(store, "utf8")).not.toBe(first);
    expect((await runner.post()).log).toEqual(POST_LOG);
    expect(existsSync(store)).toBe(false);
  });

  test("an SDK logs in with the exported variables alone, and again hours later", { timeout: 120_000 }, async () => {
    const { runner, later, pass, emulator } = await longJob(SERVING_AZ);
    const program = [
      "from azure.identity import WorkloadIdentityCredential",
      "credential = WorkloadIdentityCredential(disable_instance_discovery=True)",
      `print("expires", credential.get_token(${JSON.stringify(`${runner.outputs["audience"]}/.default`)}).expires_on)`,
    ].join("\n");
    const first = await later(["-c", program], {}, SDK);
    expect(first.log).toMatch(/^expires \d+/m);
    pass(5 * HOUR_MS);
    expect((await later(["-c", program], {}, SDK)).log).toContain("AADSTS700024");
    expect((await later([], {}, "azs-login-refresh")).exitCode).toBe(0);
    expect((await later(["-c", program], {}, SDK)).log).toMatch(/^expires \d+/m);
    expect(emulator.requests.filter(({ path: place }) => ID_TOKEN.test(place)).length).toBeGreaterThan(1);
  });
});

/** A server of an attacker, and the requests that it received. */
async function stranger() {
  const asked: string[] = [];
  const server = createServer((request, response) => {
    asked.push(`${request.url} ${request.headers.authorization}`);
    response.end('{"value":"x"}');
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  return { asked, host: `127.0.0.1:${(server.address() as AddressInfo).port}` };
}

type Job = Awaited<ReturnType<typeof longJob>>;

interface Attempt {
  /** Changes to the step's variables. */
  readonly environment?: (url: URL, stranger: string) => Inputs;
  /** The answer of the runner's endpoint. */
  readonly effect?: (job: Job, stranger: string) => Effect;
  readonly says: RegExp;
}

const url = (text: string | URL) => ({ ACTIONS_ID_TOKEN_REQUEST_URL: String(text) });
const elsewhere = /does not lead to http:\/\/127\.0\.0\.1:\d+, as it did at the login/;
/** The job's own token with other claims. The launcher cannot detect this by the signature, because it has no key. */
const changed = ({ runner }: Job, change: Readonly<Record<string, string>>): Effect => {
  const token = readFileSync(runner.exported["AZURE_FEDERATED_TOKEN_FILE"] ?? "", "utf8");
  const [header, , signature] = token.split(".");
  const claims = Buffer.from(JSON.stringify({ ...claimsOf(token), ...change })).toString("base64url");
  return { answer: { status: 200, body: JSON.stringify({ value: [header, claims, signature].join(".") }) } };
};

const ATTEMPTS: Readonly<Record<string, Attempt>> = {
  "another host": { environment: (own, other) => url(`http://${other}${own.pathname}?a=1`), says: elsewhere },
  "another host behind the right one as a user": {
    environment: (own, other) => url(`http://${own.host}@${other}/?a=1`),
    says: elsewhere,
  },
  "the right host with somebody's password": {
    environment: (own) => url(`http://user:password@${own.host}${own.pathname}?a=1`),
    says: elsewhere,
  },
  "another scheme": { environment: (own) => url(`ftp://${own.host}${own.pathname}`), says: elsewhere },
  "no URL at all": { environment: () => url(""), says: /this step has no ACTIONS_ID_TOKEN_REQUEST_URL/ },
  "no request token": {
    environment: () => ({ ACTIONS_ID_TOKEN_REQUEST_TOKEN: "" }),
    says: /this step has no .*ACTIONS_ID_TOKEN_REQUEST_TOKEN/,
  },
  "a redirect to another host": {
    effect: (_, other) => ({ answer: { status: 302, headers: { location: `http://${other}/` } } }),
    says: /answered with status 302/,
  },
  "a token of another subject": {
    effect: (job) => changed(job, { sub: "repo:mallory/mine:ref:refs/heads/main" }),
    says: /has another subject than that of the login/,
  },
  "a token for another audience": {
    effect: (job) => changed(job, { aud: "https://example.com" }),
    says: /has another audience than that of the login/,
  },
  "a token of another issuer": {
    effect: (job) => changed(job, { iss: "https://example.com" }),
    says: /has another issuer than that of the login/,
  },
  "what is no token": {
    effect: () => ({ answer: { status: 200, body: '{"value":"a.b.c"}' } }),
    says: /is no ID token/,
  },
  "what is no JSON": { effect: () => ({ answer: { status: 200, body: "<html>" } }), says: /has no ID token/ },
  "a refusal": { effect: () => ({ answer: { status: 403, body: "" } }), says: /answered with status 403/ },
};

/** All of them run in one job, one after the other, because none of them changes anything in it. */
describe.skipIf(cannotMoveClocks)("no new ID token", () => {
  test("is accepted from other servers, and no other server gets a token", { timeout: 120_000 }, async () => {
    const job = await longJob(SERVING_AZ);
    const { runner, later, emulator } = job;
    const { asked, host } = await stranger();
    const own = new URL(runner.base["ACTIONS_ID_TOKEN_REQUEST_URL"] ?? "");
    const store = path.join(runner.outputs["azure-config-dir"] ?? "", "service_principal_entries.json");
    const before = readFileSync(store, "utf8");
    for (const [what, { effect, environment, says }] of Object.entries(ATTEMPTS)) {
      const end = effect && emulator.inject({ match: { path: ID_TOKEN }, effect: effect(job, host) });
      const refused = await later([], environment?.(own, host) ?? {}, "azs-login-refresh");
      end?.();
      expect([what, refused.exitCode], refused.log).toEqual([what, 1]);
      expect(refused.log, what).toMatch(says);
      expect(asked, what).toEqual([]);
      expect(readFileSync(store, "utf8"), what).toBe(before);
    }
    expect((await later([], {}, "azs-login-refresh")).exitCode).toBe(0);
    expect(readFileSync(store, "utf8")).not.toBe(before);
  });

  test("az continues nevertheless, says so once, and does not ask again at once", async () => {
    const { runner, later, pass, emulator, idTokensAsked } = await longJob(SERVING_AZ);
    const effect = { answer: { status: 403, body: "" } } as const;
    emulator.inject({ match: { path: ID_TOKEN }, effect });
    pass(HOUR_MS);
    const show = ["account", "show", "--query", "environmentName", "--output", "tsv"];
    const shown = await later(show);
    expect([shown.exitCode, shown.log], shown.log).toEqual([0, expect.stringMatching(/answered with status 403/)]);
    expect(shown.log).toMatch(/^AzureStackUser$/m);
    expect(shown.log.match(/azs-login:/g)).toHaveLength(1);
    const asked = idTokensAsked();
    // Not every command may wait for it.
    expect((await later(show)).log.trim()).toBe("AzureStackUser");
    expect(idTokensAsked()).toBe(asked);
    expect((await runner.post()).log).toEqual(POST_LOG);
  });
});
