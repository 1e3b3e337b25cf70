/** Checks that the codes and texts that docs/errors.md lists under an error lead to this error. */
import { RestError } from "@azure/core-rest-pipeline";
import { describe, expect, test } from "vitest";
import { signsOf, TEXTS } from "../../scripts/signs.ts";
import { explain } from "../../src/az/run/command-failure.ts";
import { armFailures } from "../../src/errors/arm.ts";
import { ARM_CODES } from "../../src/errors/arm-codes.ts";
import { networkFailures } from "../../src/errors/network.ts";
import { NETWORK_CODES } from "../../src/errors/network-codes.ts";
import { refusedByArm } from "../../src/identity/arm-refusals.ts";
import { networkFailure } from "../../src/io/network-failures.ts";
import { explainInstall } from "../../src/provision/install-failure.ts";
import { AZ } from "../unit/samples.ts";

const URL_ASKED = new URL("https://management.local.azurestack.invalid/subscriptions");

function rows<K extends string>(codes: Readonly<Record<K, readonly string[]>>) {
  return (Object.keys(codes) as K[]).flatMap((kind) => codes[kind].map((sign) => ({ kind, sign })));
}

describe("a code of Azure Resource Manager", () => {
  test.each(rows(ARM_CODES))("$sign", ({ kind, sign }) => {
    const refusal = new RestError("x", { code: sign, statusCode: 400 });
    expect(refusedByArm(refusal, URL_ASKED.href).code).toBe(armFailures[kind].code);
    expect(signsOf(armFailures[kind].code)).toContain(sign);
  });
});

describe("a code of Node or OpenSSL", () => {
  test.each(rows(NETWORK_CODES))("$sign", async ({ kind, sign }) => {
    const error = Object.assign(new Error("x"), { code: sign });
    const failure = await networkFailure(error, URL_ASKED, { party: "arm", tunnel: undefined });
    expect(failure.code).toBe(networkFailures[kind].code);
    expect(signsOf(failure.code)).toContain(sign);
  });
});

describe("a text of az or its installer", () => {
  test.each(rows(TEXTS))("$kind: $sign", ({ kind, sign }) => {
    const said = { errors: `ERROR: ${sign}`, stopped: false, ended: undefined };
    const failure =
      kind < "AZS520"
        ? explain({ name: "login" }, said, AZ, "latest")
        : explainInstall("2.66.2", { failed: sign }, "3.12");
    expect(failure.code).toBe(kind);
  });
});
