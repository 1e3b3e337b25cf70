import { describe, expect, test } from "vitest";
import type { Inputs } from "../../emulator/runner.ts";
import type { Emulator, StampOptions } from "../../emulator/server.ts";
import {
  answer,
  changed,
  expectFailure,
  expectSilentPost,
  openTableScene,
  requestsTo,
  SUBSCRIPTIONS,
  spoken,
  TOKEN,
  UNKNOWN_ID,
} from "./support.ts";

type Changes = Readonly<Record<string, string | undefined>>;

const registered = (stamp: Emulator): Changes => certificate(stamp.application.certificates.registered);
const unregistered = (stamp: Emulator): Changes => certificate(stamp.application.certificates.unregistered);

function certificate({ keyPem, certPem }: { readonly keyPem: string; readonly certPem: string }): Changes {
  return { "client-secret": undefined, "client-certificate": keyPem + certPem };
}

/** Lines of the credential that must not be printed. */
function secretLines(inputs: Inputs): readonly string[] {
  const key = inputs["client-certificate"]?.split("-----BEGIN CERTIFICATE")[0] ?? "";
  return [inputs["client-secret"] ?? "", ...key.split("\n")].filter((line) => line.length > 3);
}

async function expectRefusedToken(stamp: Partial<StampOptions>, changes: (stamp: Emulator) => Changes, code: string) {
  const { emulator, runner, inputs } = await openTableScene(stamp);
  const used = changed(inputs, changes(emulator));
  const result = await runner.main(used);
  const text = await expectFailure(runner, result, code);
  for (const line of secretLines(used)) expect(spoken(result)).not.toContain(line);
  expect(requestsTo(emulator, TOKEN)).toHaveLength(1);
  expect(emulator.requests.at(-1)?.tokenEndpoint).toBeDefined();
  await expectSilentPost(runner);
  return { text, inputs: used };
}

const AUTHORITY = { aad: "https://login.microsoftonline.com/", adfs: "https://adfs.local.azurestack.external/adfs" };

describe.each(["aad", "adfs"] as const)("%s refuses the credential", (idp) => {
  type Case = readonly [what: string, (stamp: Emulator) => Changes, code: string, says: string];
  const adfs = idp === "adfs";
  const table: readonly Case[] = [
    ["a wrong secret", () => ({ "client-secret": "not-the-secret" }), "AZS401", adfs ? "MSIS9622" : "AADSTS7000215"],
    // AD FS gives the same answer for an expired and a wrong secret.
    [
      "an expired secret",
      ({ application }) => ({ "client-secret": application.expiredSecret }),
      adfs ? "AZS401" : "AZS402",
      "expired",
    ],
    ["a secret with a look of base64", () => ({ "client-secret": "a+b/c=%20&d" }), "AZS401", "client-secret"],
    ["an unknown client", () => ({ "client-id": UNKNOWN_ID }), "AZS403", UNKNOWN_ID],
    ["an unregistered certificate", unregistered, "AZS405", "client-certificate"],
  ];

  test.each(table)("%s", async (_what, changes, code, says) => {
    const { text, inputs } = await expectRefusedToken({ idp }, changes, code);
    expect(text).toContain(says);
    expect(text).toContain(AUTHORITY[idp]);
    expect(text).toContain(inputs["client-id"]);
  });

  test.each([-3_600_000, 3_600_000])(
    "a certificate, with a clock that is %i ms off: the clock is named",
    async (off) => {
      const { text } = await expectRefusedToken(
        { idp, now: () => Date.now() - off },
        registered,
        idp === "aad" ? "AZS415" : "AZS405",
      );
      expect(text).toMatch(/clock/);
    },
  );
});

describe("an authority that refuses for another reason", () => {
  test.each([UNKNOWN_ID, "fabrikam.example"])("Entra: unknown tenant %s", async (tenant) => {
    const { text } = await expectRefusedToken({}, () => ({ "tenant-id": tenant }), "AZS404");
    expect(text).toContain(`${AUTHORITY.aad}${tenant}`);
  });

  test.each([
    ["secret", () => ({})],
    ["certificate", registered],
  ])("AD FS without .default scopes, %s: the runner's az is too new", async (_kind, changes) => {
    const scene = await openTableScene({ idp: "adfs", acceptsDefaultScope: false });
    const inputs = changed(scene.inputs, { ...changes(scene.emulator), "az-path": undefined, "az-version": "runner" });
    const text = await expectFailure(scene.runner, await scene.runner.main(inputs), "AZS506");
    expect(text).toContain("MSIS9605");
    expect(text).toContain("2.29.2");
  });

  test.each([
    ["AADSTS500011", "AZS409"],
    ["AADSTS700213", "AZS406"],
    ["AADSTS90000", "AZS408"],
  ])("Entra's %s", async (entra, code) => {
    const { emulator, runner, inputs } = await openTableScene();
    const body = { error: "invalid_request", error_description: `${entra}: As you see. Trace ID: x Correlation ID: y` };
    emulator.inject({ match: TOKEN, times: Number.POSITIVE_INFINITY, effect: answer(400, JSON.stringify(body)) });
    const text = await expectFailure(runner, await runner.main(inputs), code);
    expect(text).toContain(`The authority says: ${entra}: As you see. Fix:`);
    expect(requestsTo(emulator, TOKEN)).toHaveLength(1);
  });
});

describe("Azure Resource Manager refuses the token", () => {
  const refusal = '{"error":{"code":"InvalidAuthenticationToken","message":"The access token is invalid."}}';

  test.each([401, 403])("with %i", async (status) => {
    const { emulator, runner, inputs } = await openTableScene();
    emulator.inject({ match: SUBSCRIPTIONS, times: Number.POSITIVE_INFINITY, effect: answer(status, refusal) });
    const result = await runner.main(inputs);
    const text = await expectFailure(runner, result, "AZS413");
    expect(text).toContain("InvalidAuthenticationToken: The access token is invalid.");
    expect(spoken(result)).not.toContain(inputs["client-secret"]);
    expect(emulator.requests.at(-1)).toMatchObject({ path: "/subscriptions", status });
    expect(requestsTo(emulator, SUBSCRIPTIONS)).toHaveLength(1);
  });

  test.each(["aad", "adfs"] as const)("since it has expired: %s", async (idp) => {
    const { emulator, runner, inputs } = await openTableScene({ idp, tokenLifetime: -60 });
    const text = await expectFailure(runner, await runner.main(inputs), "AZS471");
    expect(text).toContain("ExpiredAuthenticationToken");
    expect(text).toContain("clock");
    expect(emulator.requests.at(-1)).toMatchObject({ path: "/subscriptions", status: 401 });
  });
});
