import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { formFields, json, type StampRequest } from "../../emulator/http.ts";
import { type Emulator, startEmulator } from "../../emulator/server.ts";
import { credentialInputs, idTokenVariables } from "../support/credentials.ts";
import { AUTHORITY_ANSWERS, type AuthorityAnswer } from "./authority-answers.ts";
import { azThatNeverRuns, changed, expectFailure, openTableRunner, scenarioInputs, spoken, TOKEN } from "./support.ts";

const TRACE = [
  "\r\nTrace ID: 00000000-1111-4222-8333-444444444444",
  "\r\nCorrelation ID: 00000000-1111-4222-8333-555555555555",
  "\r\nTimestamp: 2025-06-09 09:07:41Z",
].join("");

/** The client ID in the request determines the answer, so that one stamp serves all rows. */
const clientOf = (index: number) => `00000000-0000-4000-8000-${String(index).padStart(12, "0")}`;
const userOf = (index: number) => `user${index}@contoso.onmicrosoft.com`;

function answerFor(request: StampRequest) {
  const fields = formFields(request);
  const index = /^user(\d+)@|-(\d{12})$/.exec(fields.get("username") ?? fields.get("client_id") ?? "");
  const row = AUTHORITY_ANSWERS[Number(index?.[1] ?? index?.[2])];
  const says = row?.says ?? "AADSTS1: no such row";
  const codes = [...says.matchAll(/AADSTS(\d+):/g)].map(([, code]) => Number(code));
  const document = { error: "invalid_client", error_description: says + (codes.length > 0 ? TRACE : "") };
  return json(400, codes.length > 0 ? { ...document, error_codes: codes } : document);
}

const stamps: { aad?: Emulator; adfs?: Emulator } = {};
beforeAll(async () => {
  [stamps.aad, stamps.adfs] = await Promise.all([startEmulator(), startEmulator({ idp: "adfs" })]);
  const effect = { respond: answerFor };
  for (const stamp of Object.values(stamps)) stamp.inject({ match: TOKEN, times: Number.POSITIVE_INFINITY, effect });
});
afterAll(() => Promise.all(Object.values(stamps).map((stamp) => stamp.close())));

async function credentialFor(credential: AuthorityAnswer["credential"], index: number, stamp: Emulator) {
  const kind = credential.replace("adfs ", "");
  if (kind === "password") return { username: userOf(index), password: "not-the-password", "client-secret": undefined };
  const own = { "client-id": clientOf(index), "client-secret": kind === "secret" ? "not-the-secret" : undefined };
  return kind === "certificate" ? { ...own, ...(await credentialInputs("pem", stamp)).inputs } : own;
}

describe("when an authority refuses the login, the error names cause and action", () => {
  const rows = AUTHORITY_ANSWERS.map((row, index) => ({ ...row, index }));

  test.each(rows)("$credential: $says", async ({ credential, says, becomes, tells, index }) => {
    const adfs = credential.startsWith("adfs");
    const stamp = adfs ? stamps.adfs : stamps.aad;
    if (stamp === undefined) throw new Error("no stamp");
    const runner = await openTableRunner(stamp, credential === "oidc" ? idTokenVariables(stamp) : {});
    try {
      const working = { ...(await scenarioInputs(stamp, runner)), ...(await azThatNeverRuns(runner)) };
      const result = await runner.main(changed(working, await credentialFor(credential, index, stamp)));
      const text = await expectFailure(runner, result, becomes);
      for (const told of tells) expect(text).toMatch(told);
      expect(text).toContain(`The authority says: ${says}`);
      expect(text).not.toContain("Trace ID");
      // A stamp's AD FS has no tenants, and Entra has no event log of an operator.
      if (adfs) expect(text).not.toMatch(/tenant-id|Entra admin|registration\b/);
      else expect(text).not.toContain("AD FS");
      expect(spoken(result)).not.toMatch(/PRIVATE KEY|not-the-/);
    } finally {
      await runner.dispose();
    }
  });
});
