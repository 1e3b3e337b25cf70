/** A fix that an error names is followed as it is written, and the error is gone. */
import { chmod, writeFile } from "node:fs/promises";
import path from "node:path";
import { describe, expect, test } from "vitest";
import { type ConnectFault, type Fault, refusedTunnel } from "../../emulator/faults.ts";
import type { Inputs } from "../../emulator/runner.ts";
import type { Emulator, StampOptions } from "../../emulator/server.ts";
import type { Scene } from "../support/stamp.ts";
import { answered, armRefusal } from "./answers/answer.ts";
import { answer, azThatNeverRuns, changed, expectFailure, METADATA, openRunner, openScene } from "./support.ts";

type Changes = Readonly<Record<string, string | undefined>>;

interface Fix {
  readonly code: string;
  readonly name: string;
  readonly stamp?: Partial<StampOptions>;
  readonly inputs?: Changes | ((scene: Scene) => Changes | Promise<Changes>);
  readonly environment?: (emulator: Emulator) => Inputs | Promise<Inputs>;
  readonly faults?: (emulator: Emulator) => readonly (Fault | ConnectFault)[];
  /** Does what the fix says. @param text of the error, whose suggestions are taken from it */
  readonly follow: (text: string, scene: Scene) => Followed | Promise<Followed>;
  /** The error that comes next, where the login cannot go on here: the secret is wrong, or az is none. */
  readonly next?: string;
}

interface Followed {
  readonly inputs?: Changes;
  readonly environment?: Inputs;
}

const ALWAYS = Number.POSITIVE_INFINITY;
const ENTRA = "login.microsoftonline.com";
const RETIRED = { id: "7f4f1b62-2f0c-4c55-9d35-5c1f6c2a9d01", name: "Retired Offer", state: "Disabled" } as const;
const team = (digit: number) =>
  ({ id: `2b6a1e0f-93d4-4a7e-8a55-6b3a4f0d7c0${digit}`, name: "Team", state: "Enabled" }) as const;
/** The az of these steps fails at once. */
const AT_AZ = "AZS503";

/** What a pattern finds in the fix of an error. */
function suggested(text: string, pattern: RegExp): string {
  const found = pattern.exec(text.slice(text.indexOf("Fix: ")))?.[1];
  expect(found, text).toBeDefined();
  return found ?? "";
}

const naming = (loginEndpoint: string): Partial<StampOptions> => ({
  metadata: (document) => {
    const { authentication, ...rest } = document as { readonly authentication: object };
    return { ...rest, authentication: { ...authentication, loginEndpoint } };
  },
});
const endpointFrom = (text: string): Followed => ({
  inputs: { endpoint: suggested(text, /set endpoint to (\S+?)\.? ?(?:and |$)/) },
});
const host = ({ endpoint }: Emulator) => new URL(endpoint).host;

const INPUTS: readonly Fix[] = [
  {
    code: "AZS103",
    name: "http://",
    inputs: ({ emulator }) => ({ endpoint: `http://${host(emulator)}` }),
    follow: endpointFrom,
  },
  {
    code: "AZS104",
    name: "a user",
    inputs: ({ emulator }) => ({ endpoint: `https://me@${host(emulator)}` }),
    follow: endpointFrom,
  },
  {
    code: "AZS105",
    name: "a path",
    inputs: ({ emulator }) => ({ endpoint: `${emulator.endpoint}/subscriptions` }),
    follow: endpointFrom,
  },
  {
    code: "AZS106",
    name: "a portal",
    inputs: ({ emulator }) => ({ endpoint: emulator.endpoint.replace("management", "portal") }),
    follow: endpointFrom,
  },
  {
    code: "AZS107",
    name: "no boolean",
    inputs: { isolate: "yes" },
    follow: (text) => ({ inputs: { isolate: suggested(text, /set isolate to (\w+)/) } }),
  },
  {
    code: "AZS108",
    name: "another store",
    inputs: { "trust-stores": "firefox" },
    follow: (text) => ({ inputs: { "trust-stores": suggested(text, /one of: auto, (none)/) } }),
  },
  {
    code: "AZS113",
    name: "a cloud of az's own",
    inputs: { "cloud-name": "AzureCloud" },
    follow: (text) => ({ inputs: { "cloud-name": suggested(text, /such as (\w+)/) } }),
  },
  {
    code: "AZS114",
    name: "no profile",
    inputs: { profile: "2021" },
    follow: (text) => ({ inputs: { profile: suggested(text, /such as (\d+)/) } }),
  },
  {
    code: "AZS111",
    name: "two credentials",
    inputs: { username: "u@contoso.com", password: "p" },
    follow: (text) => ({ inputs: { "auth-type": suggested(text, /auth-type to (secret)/) } }),
  },
  {
    code: "AZS112",
    name: "another auth-type",
    inputs: { "auth-type": "certificate" },
    follow: (text) => ({ inputs: { "auth-type": suggested(text, /auth-type to (auto)/) } }),
  },
  {
    code: "AZS118",
    name: "auto beside a store",
    inputs: { "trust-stores": "auto, az" },
    follow: () => ({ inputs: { "trust-stores": "auto" } }),
  },
  {
    code: "AZS125",
    name: "a SHA-1 fingerprint",
    inputs: { "ca-fingerprint": "a0".repeat(20) },
    follow: (_, { emulator }) => ({ inputs: { "ca-fingerprint": emulator.roots.fingerprint256 } }),
  },
  {
    code: "AZS519",
    name: "an az that may not be executed",
    inputs: async ({ runner }) => {
      const file = path.join(runner.workspace, "my-az");
      await writeFile(file, "#!/bin/sh\nexit 1\n", { mode: 0o644 });
      return { "az-path": file };
    },
    follow: async (text) => {
      await chmod(suggested(text, /chmod \+x ([^)]+)/), 0o755);
      return {};
    },
  },
];

const NETWORK: readonly Fix[] = [
  {
    code: "AZS205",
    name: "Entra behind a proxy that inspects TLS",
    faults: () => [{ connect: ENTRA, times: ALWAYS, effect: "inspect" }],
    follow: async (_, { emulator, runner }) => {
      const file = path.join(runner.scratch, "gateway.pem");
      await writeFile(file, (await emulator.inspectingRoot()).pem);
      return { environment: { NODE_EXTRA_CA_CERTS: file } };
    },
    next: AT_AZ,
  },
  {
    code: "AZS205",
    name: "a stamp whose root is not given",
    inputs: { "ca-certificate": undefined },
    follow: (_, { emulator }) => ({ inputs: { "ca-certificate": emulator.roots.pem } }),
    next: AT_AZ,
  },
  {
    code: "AZS207",
    name: "https:// before a plain proxy",
    environment: ({ proxyUrl }) => ({ HTTPS_PROXY: proxyUrl.replace("http:", "https:") }),
    follow: (text) => ({ environment: { HTTPS_PROXY: suggested(text, /set it to (http:\S+),/) } }),
    next: AT_AZ,
  },
  {
    code: "AZS227",
    name: "a proxy that wants a user and password",
    faults: () => [
      {
        connect: /^/,
        authorized: false,
        times: ALWAYS,
        effect: refusedTunnel(407, "Proxy Authentication Required", "ERR_CACHE_ACCESS_DENIED"),
      },
    ],
    follow: (text) => ({ environment: { HTTPS_PROXY: suggested(text, /set HTTPS_PROXY to (\S+)/) } }),
    next: AT_AZ,
  },
  {
    code: "AZS216",
    name: "a proxy that is no URL",
    environment: () => ({ HTTPS_PROXY: "our proxy" }),
    follow: (_, { emulator }) => ({ environment: { HTTPS_PROXY: emulator.proxyUrl } }),
    next: AT_AZ,
  },
  {
    code: "AZS201",
    name: "Entra in NO_PROXY, without DNS",
    environment: () => ({ NO_PROXY: ENTRA }),
    follow: (text) => {
      expect(suggested(text, /keep (\S+) out of NO_PROXY/)).toBe(ENTRA);
      return { environment: { NO_PROXY: "" } };
    },
    next: AT_AZ,
  },
  {
    code: "AZS213",
    name: "an authority on a foreign host",
    stamp: naming("https://login.contoso.example/"),
    follow: () => ({ inputs: { "trusted-authorities": "login.contoso.example" } }),
    next: "AZS226",
  },
  {
    code: "AZS214",
    name: "a token endpoint on a foreign host",
    stamp: { idp: "adfs" },
    faults: () => [
      {
        match: { path: /openid-configuration$/ },
        times: ALWAYS,
        effect: answered(200, { token_endpoint: "https://sts.contoso.example/adfs/oauth2/token" }),
      },
    ],
    follow: () => ({ inputs: { "trusted-authorities": "sts.contoso.example" } }),
    next: "AZS226",
  },
];

const STAMP: readonly Fix[] = [
  {
    code: "AZS215",
    name: "a stamp that names no tenant",
    faults: () => [{ match: { path: /^\/subscriptions\/0{8}-/ }, times: ALWAYS, effect: answer(401, "{}") }],
    follow: (_, { emulator }) => ({ inputs: { "tenant-id": emulator.tenantDomain } }),
    next: AT_AZ,
  },
  {
    code: "AZS410",
    name: "a login without a subscription",
    stamp: { subscriptions: "none" },
    follow: (text) => ({ inputs: { "allow-no-subscriptions": suggested(text, /allow-no-subscriptions: (\w+)/) } }),
    next: AT_AZ,
  },
  {
    code: "AZS411",
    name: "another subscription",
    inputs: { "subscription-id": "Production" },
    follow: (text) => ({ inputs: { "subscription-id": /"Default[^"]*" \(([\w-]+), Enabled\)/.exec(text)?.[1] ?? "" } }),
    next: AT_AZ,
  },
  {
    code: "AZS412",
    name: "a name of two subscriptions",
    stamp: { subscriptions: [team(1), team(2)] },
    inputs: { "subscription-id": "Team" },
    follow: (text) => ({ inputs: { "subscription-id": /named "Team": ([\w-]+)/.exec(text)?.[1] ?? "" } }),
    next: AT_AZ,
  },
  {
    code: "AZS414",
    name: "API versions that fit no profile",
    faults: () => [
      {
        match: { path: /\/providers\/Microsoft\.Resources$/ },
        times: ALWAYS,
        effect: answered(200, { resourceTypes: [{ resourceType: "resourceGroups", apiVersions: ["2014-04-01"] }] }),
      },
    ],
    follow: () => ({ inputs: { profile: "2108" } }),
    next: AT_AZ,
  },
  {
    code: "AZS470",
    name: "a subscription of another tenant",
    faults: ({ tenantId }) => [
      {
        match: { path: /\/providers\/Microsoft\.Resources$/, authorized: true },
        effect: armRefusal(
          401,
          "InvalidAuthenticationTokenTenant",
          `The access token is from the wrong issuer 'https://sts.windows.net/x/'. It must match the tenant 'https://sts.windows.net/${tenantId}/' associated with this subscription.`,
        ),
      },
    ],
    follow: (text) => ({ inputs: { "tenant-id": suggested(text, /set tenant-id to ([\w-]+)/) } }),
    next: AT_AZ,
  },
  {
    code: "AZS475",
    name: "a disabled subscription",
    stamp: { subscriptions: [RETIRED, team(1)] },
    inputs: { "subscription-id": RETIRED.id },
    faults: () => [
      {
        match: { path: new RegExp(`${RETIRED.id}/providers`) },
        times: ALWAYS,
        effect: armRefusal(409, "ReadOnlyDisabledSubscription", "It is marked as read only."),
      },
    ],
    follow: () => ({ inputs: { "subscription-id": team(1).id } }),
    next: AT_AZ,
  },
  {
    code: "AZS212",
    name: "metadata that is unavailable for a while",
    faults: () => [{ match: METADATA, times: 4, effect: answer(503, "") }],
    follow: () => ({}),
    next: AT_AZ,
  },
];

describe.concurrent("a fix is followed", () => {
  test.for([...INPUTS, ...NETWORK, ...STAMP])("$code: $name", async (fix, { onTestFinished }) => {
    const { code, stamp, inputs = {}, environment, faults, follow, next = "AZS401" } = fix;
    const scene = await openScene(stamp, {}, onTestFinished);
    const { emulator } = scene;
    for (const fault of faults?.(emulator) ?? []) emulator.inject(fault);
    const secret = next === "AZS401" ? { "client-secret": "not-the-secret-of-anybody" } : {};
    const before = await environment?.(emulator);
    const run = async (changes: Changes, variables: Inputs, expected: string) => {
      const runner = await openRunner(emulator, { ...before, ...variables });
      onTestFinished(() => runner.dispose());
      await writeFile(path.join(runner.workspace, "root.pem"), emulator.roots.pem);
      const az = await azThatNeverRuns(runner);
      const result = await runner.main(changed({ ...scene.inputs, ...az, ...secret }, changes));
      return expectFailure(runner, result, expected);
    };
    const wrong = typeof inputs === "function" ? await inputs(scene) : inputs;
    const text = await run(wrong, {}, code);
    const followed = await follow(text, scene);
    await run({ ...wrong, ...followed.inputs }, followed.environment ?? {}, next);
  });
});
