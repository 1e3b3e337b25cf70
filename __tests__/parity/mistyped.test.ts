/** Credentials with typical mistakes of pasting, with debug logging on: no part of them is visible on either host. */

import { hash } from "node:crypto";
import { beforeAll, describe, expect, test } from "vitest";
import { makeClientCertificate } from "../../emulator/certificates.ts";
import type { Inputs } from "../../emulator/runner.ts";
import type { Effect } from "../../emulator/server.ts";
import { answer, changed, METADATA, scenarioInputs, TOKEN, withAz } from "../scenarios/support.ts";
import { POST_LOG } from "../support/post-log.ts";
import { type Both, openBoth, openBothInTable, type Side } from "./hosts.ts";
import { expectNothingOf, seenOf } from "./leaks.ts";

const MISTYPED: Readonly<Record<string, (text: string) => string>> = {
  "in double quotes": (text) => `"${text}"`,
  "in single quotes, with a comma behind": (text) => `'${text}',`,
  "behind base64:": (text) => `base64:${text}`,
  "as a data URL": (text) => `data:application/x-pkcs12;base64,${text}`,
  "with zsh's per cent sign behind": (text) => `${text}%`,
  "cut, with dots behind": (text) => `${text.slice(0, text.length / 2)}...`,
  "cut off at its beginning": (text) => text.slice(text.length / 3),
  "cut short": (text) => text.slice(0, 180),
  twice: (text) => text + text,
  "with line breaks": (text) => text.replaceAll(/.{50}/g, "$&\r\n"),
  "with line breaks and dots behind": (text) => `${text.replaceAll(/.{50}/g, "$&\n")}…`,
  "with \\n for line breaks": (text) => `${text.replaceAll(/.{50}/g, "$&\\n")}`,
  "with blanks": (text) => text.replaceAll(/.{7}/g, "$& "),
  "in the alphabet of URLs": (text) => text.replaceAll("+", "-").replaceAll("/", "_").replaceAll("=", ""),
  "in lower case": (text) => text.toLowerCase(),
  "as JSON writes it": (text) => JSON.stringify(text).replaceAll("/", "\\/"),
  "as a URL writes it": encodeURIComponent,
  "behind a name": (text) => `PFX=${text}`,
  "in a path": (text) => `/home/runner/${text}`,
};

/** Ways in which an authority may return what it was sent. */
const ECHOES: readonly ((text: string) => string)[] = [
  (text) => text,
  (text) => text.replaceAll(/.{9}/g, "$& "),
  (text) => Buffer.from(`client:${text}`).toString("base64"),
  encodeURIComponent,
  (text) => Buffer.from(text).toString("hex"),
  (text) => text.split("").join("​"),
  (text) => text.replaceAll(/./gs, (sign) => `&#${sign.charCodeAt(0)};`),
  (text) => text.toUpperCase(),
];

/** A PFX whose base64 would change if it were normalized as a path. Nearly half of all PFX files are like that. */
async function pfxWithSlashes(password: string): Promise<string> {
  const certificate = await makeClientCertificate();
  for (;;) {
    const text = certificate.pfx3des(password).toString("base64");
    if (text.includes("//")) return text;
  }
}

/** As random as a generated secret, but the same in each run. */
const random = (seed: string): string => hash("sha256", seed, "base64");
const SECRET = `~${random("secret")}`;
const PASSWORD = `Pa5s-${random("password").slice(0, 28)}`;
const made = { pfx: "", pem: "", ca: "" };
beforeAll(async () => {
  const certificate = await makeClientCertificate();
  made.pfx = await pfxWithSlashes(PASSWORD);
  made.ca = await pfxWithSlashes("");
  made.pem = certificate.keyPem + certificate.certPem;
});

/** Inputs that are not for a credential, or for another one. */
const OTHERS = [
  "client-certificate",
  "tenant-id",
  "cloud-name",
  "profile",
  "isolate",
  "endpoint",
  "ca-fingerprint",
  "az-wheels",
  "vm-image-alias-doc",
  "trusted-authorities",
  "register-providers",
  "trust-stores",
  "sample-config",
  "az-version",
  "ca-certificate",
  "auth-type",
];

/** Steps for one kind of mistake: their inputs, and the credentials in them. */
function steps(mistyped: (text: string) => string): readonly { inputs: Inputs; credentials: readonly string[] }[] {
  const { pfx, pem, ca } = made;
  const creds = (secret: string) => JSON.stringify({ clientId: "x", clientSecret: secret, tenantId: "y" });
  const certificate = { "client-certificate": mistyped(pfx), "client-certificate-password": mistyped(PASSWORD) };
  const misplaced = [SECRET, pfx.slice(0, 3000), PASSWORD];
  return [
    { inputs: { ...certificate, "ca-certificate": mistyped(ca) }, credentials: [pfx, PASSWORD, ca] },
    {
      inputs: { "client-certificate": mistyped(pem), "ca-certificate": mistyped(pem) },
      credentials: pem.split(/-----[^-]+-----/),
    },
    { inputs: { creds: mistyped(creds(SECRET)), "client-id": "" }, credentials: [SECRET] },
    {
      inputs: { creds: creds(mistyped(SECRET)), "subscription-id": mistyped(PASSWORD), "az-path": mistyped(SECRET) },
      credentials: [SECRET, PASSWORD],
    },
    {
      inputs: Object.fromEntries(OTHERS.map((name, at) => [name, mistyped(misplaced[at % 3] ?? "")])),
      credentials: misplaced,
    },
  ];
}

/** The stamp's authority returns what it was sent: with a code of Entra's, or in the page of a proxy. */
function asCode(words: string): Effect {
  const description = `AADSTS7000215: Invalid: ${words}\r\nTrace ID: x`;
  const body = { error: "invalid_client", error_description: description, error_codes: [7000215] };
  return answer(401, JSON.stringify(body), { "x-ms-echo": words.replaceAll(/[^ -~]/g, "") });
}

function asPage(words: string): Effect {
  return answer(403, `<html><body><p>${words}</p></body></html>`, { "content-type": "text/html" });
}

async function refused(side: Side, { emulator }: Both, inputs: Inputs): Promise<string> {
  const working = changed(await scenarioInputs(emulator, side.runner), { "client-secret": undefined, ...inputs });
  const step = await side.login(working);
  expect(step.exitCode, step.raw).toBe(1);
  const seen = seenOf(side, step);
  expect(seen).toMatch(/AZS[1-5]\d\d/);
  return seen;
}

/** A credential, and the form in which its owner entered it. */
const both = (mistyped: (text: string) => string, credentials: readonly string[]) =>
  credentials.flatMap((credential) => [credential, mistyped(credential)]);

describe.each(Object.entries(MISTYPED))("%s: nothing of a credential is seen", (way, mistyped) => {
  const number = Object.keys(MISTYPED).indexOf(way);

  test("by those who read the log", async () => {
    const jobs = await openBothInTable({ debug: true });
    for (const side of jobs.sides) {
      for (const { inputs, credentials } of steps(mistyped)) {
        const seen = await refused(side, jobs, inputs);
        for (const credential of both(mistyped, credentials)) expectNothingOf(credential, seen);
      }
      expect((await side.runner.post()).log).toEqual(POST_LOG);
    }
  });

  // Each echo is used once, because a login that is refused takes longer than one that does not begin.
  const words = ECHOES[number];
  if (words === undefined) return;
  test("when the authority quotes what it was sent", async () => {
    const jobs = await openBothInTable({ debug: true });
    for (const [turn, side] of jobs.sides.entries()) {
      for (const [at, inputs] of quoted(mistyped).entries()) {
        const said = words(Object.values(inputs).at(-1) ?? "");
        const isCode = (at + turn + number) % 2 === 0;
        jobs.emulator.inject({ match: TOKEN, times: 1, effect: isCode ? asCode(said) : asPage(said) });
        const seen = await refused(side, jobs, inputs);
        for (const credential of both(mistyped, [SECRET, PASSWORD])) expectNothingOf(credential, seen);
      }
    }
  });
});

/** Steps that reach the authority. */
function quoted(mistyped: (text: string) => string): readonly Inputs[] {
  return [
    { "client-id": mistyped(PASSWORD), "client-secret": mistyped(SECRET) },
    { username: mistyped(PASSWORD), password: mistyped(PASSWORD) },
  ];
}

withAz("a stamp that gives the secret for names sees it in no log, output, summary or variable", async () => {
  const subscription = {
    id: "2b6a1e0f-93d4-4a7e-8a55-6b3a4f0d7c02",
    name: `Team ${SECRET}`,
    state: "Enabled",
  } as const;
  const jobs = await openBoth({ debug: true, stamp: { subscriptions: [subscription] } });
  jobs.emulator.application.registerSecret(SECRET);
  for (const side of jobs.sides) {
    const inputs = changed(await scenarioInputs(jobs.emulator, side.runner), { "client-secret": SECRET });
    const step = await side.login(inputs);
    expect(step.exitCode, step.raw).toBe(0);
    const seen = seenOf(side, step) + seenOf(side, await side.runner.post());
    expectNothingOf(SECRET, seen);
    expect(side.outputs()["subscription-name"]).toMatch(/^Team _?\*\*\*_?$/);
    expect(side.outputs()["subscription-id"]).toBe(subscription.id);
    expect(side.runner.summary).toContain("***");
  }
});

test("what libraries and Node print is not seen without debug logging, and not as it is with it", async () => {
  const quiet = await openBoth({
    environment: { NODE_DEBUG: "http,https,net", DEBUG: "*", AZURE_LOG_LEVEL: "verbose" },
  });
  const loud = await openBoth({
    debug: true,
    environment: { NODE_DEBUG: "http,https,net", DEBUG: "*", AZURE_LOG_LEVEL: "verbose" },
  });
  for (const jobs of [quiet, loud]) {
    jobs.emulator.inject({ match: METADATA, times: 1, effect: answer(500, "{}") });
    for (const side of jobs.sides) {
      const seen = await refused(side, jobs, { "client-secret": SECRET });
      expectNothingOf(SECRET, seen);
      expect(seen.includes("HTTP ")).toBe(jobs === loud);
      // Each message is one line: no line of other code may be a command, or a separate line of the log.
      expect(seen).not.toMatch(/^(?:HTTP|NET|azure:|\s+at )/m);
    }
  }
});

/** Code that runs in the step's process after the inputs were read, as code of a library would. */
const intruder = (code: string): Inputs => ({
  NODE_OPTIONS: `--import=data:text/javascript,${encodeURIComponent(`setTimeout(() => { ${code} }, 1000)`)}`,
});
const PRINTING = `const s = ${JSON.stringify(SECRET)};
  console.log("::notice::" + s); console.error("##vso[task.logissue type=warning]" + s); process.emitWarning(s);
  process.stdout.write(s); process.stderr.write(Buffer.from(s));`;

describe.each([false, true])("with debug logging %j", (debug) => {
  test.each([
    ["throws it", "throw new TypeError(s);"],
    ["leaves it in a promise", "Promise.reject(new TypeError(s));"],
    ["throws it bare", "throw s;"],
  ])("what prints the secret and %s ends the step with one error that does not show it", async (_, ending) => {
    const jobs = await openBoth({ debug, environment: intruder(PRINTING + ending) });
    jobs.emulator.inject({ match: METADATA, times: 2, effect: { delay: 4000 } });
    const { emulator, sides } = jobs;
    const all = sides.map(async (side) => {
      const step = await side.login({ ...(await scenarioInputs(emulator, side.runner)), "client-secret": SECRET });
      expect(step.exitCode, step.raw).toBe(1);
      expect(side.errors(step)).toEqual([expect.stringMatching(/^AZS901: .*\*\*\*/)]);
      const seen = seenOf(side, step);
      expectNothingOf(SECRET, seen);
      expect(seen).not.toMatch(/^::notice|^##vso\[task.logissue type=warning|^\(node:|^\s+at /m);
      expect(seen.includes("notice")).toBe(debug);
    });
    await Promise.all(all);
  });
});
