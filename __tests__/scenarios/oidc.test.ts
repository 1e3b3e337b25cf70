import { writeFile } from "node:fs/promises";
import path from "node:path";
import { describe, expect, test } from "vitest";
import type { Fault } from "../../emulator/server.ts";
import { TRUSTED_SUBJECT } from "../../emulator/stamp/options.ts";
import { idTokenVariables } from "../support/credentials.ts";
import {
  AZ,
  answer,
  changed,
  connectedHosts,
  expectFailure,
  expectLogin,
  expectSilentPost,
  openScene,
  requestsTo,
  spoken,
  TOKEN,
} from "./support.ts";

const NO_SECRET = { "client-secret": undefined };
const ID_TOKEN = { path: /\/idtoken\// };

describe("OIDC logs in", () => {
  for (const [how, changes] of Object.entries({
    "found by itself": NO_SECRET,
    "asked for beside other credentials": { "auth-type": "oidc", username: "somebody" },
  })) {
    test(how, async () => {
      const { emulator, runner, inputs } = await openScene({}, idTokenVariables);
      const step = await runner.main(changed(inputs, changes));
      await expectLogin(runner, step);
      expect(spoken(step)).toContain("oidc: az gets a new ID token from the runner");
      const [asked, ...again] = requestsTo(emulator, ID_TOKEN);
      expect(asked?.query).toMatchObject({ audience: "api://AzureADTokenExchange" });
      expect(again).toEqual([]);
      expect(requestsTo(emulator, TOKEN).every(({ status }) => status === 200)).toBe(true);
      expect(runner.exported).not.toHaveProperty("AZURE_CLIENT_SECRET");
    });
  }

  test("with a new ID token for az when the first one is about to expire", async () => {
    const { emulator, runner, inputs } = await openScene({ idTokenLifetime: 50 }, idTokenVariables);
    await expectLogin(runner, await runner.main(changed(inputs, NO_SECRET)));
    // One for the step, one for az, and one for the file that SDKs read.
    expect(requestsTo(emulator, ID_TOKEN)).toHaveLength(3);
  });

  test("with an az whose Python is unknown, and says when that login expires", async () => {
    const { runner, inputs } = await openScene({}, idTokenVariables);
    const az = path.join(runner.scratch, "az");
    await writeFile(az, `#!/bin/sh\nexec ${AZ} "$@"\n`, { mode: 0o755 });
    const step = await runner.main(changed(inputs, { ...NO_SECRET, "az-path": az }));
    expect([step.exitCode, spoken(step)]).toEqual([
      0,
      expect.stringMatching(/oidc: az cannot get a new ID token; .* ends at about \d\d:\d\d UTC/),
    ]);
    expect(runner.exported).toHaveProperty("AZURE_FEDERATED_TOKEN_FILE");
    await expectSilentPost(runner);
  });
});

test("OIDC logs in after an endpoint for ID tokens that is back soon", async () => {
  const { emulator, runner, inputs } = await openScene({}, idTokenVariables);
  emulator.inject({ match: ID_TOKEN, effect: answer(503, "") });
  emulator.inject({ match: ID_TOKEN, effect: "drop" });
  emulator.inject({ match: ID_TOKEN, effect: answer(429, "{}", { "retry-after": "1" }) });
  await expectLogin(runner, await runner.main(changed(inputs, NO_SECRET)));
  expect(requestsTo(emulator, ID_TOKEN)).toHaveLength(4);
});

describe("OIDC does not log in", () => {
  test("a job without the permission", async () => {
    const { emulator, runner, inputs } = await openScene();
    const text = await expectFailure(
      runner,
      await runner.main(changed(inputs, { ...NO_SECRET, "auth-type": "oidc" })),
      "AZS121",
    );
    expect(text).toContain("id-token: write");
    expect(emulator.connects).toEqual([]);
  });

  test("a subject that the application does not trust", async () => {
    const subject = "repo:contoso/infrastructure:pull_request";
    const { emulator, runner, inputs } = await openScene({ idTokenSubject: subject }, idTokenVariables);
    const text = await expectFailure(runner, await runner.main(changed(inputs, NO_SECRET)), "AZS406");
    expect(text).toContain(`'${subject}'`);
    expect(text).not.toContain(TRUSTED_SUBJECT);
    expect(requestsTo(emulator, TOKEN)).toHaveLength(1);
    await expectSilentPost(runner);
  });

  test("an audience that the application does not trust", async () => {
    const { runner, inputs } = await openScene({}, idTokenVariables);
    const text = await expectFailure(
      runner,
      await runner.main(changed(inputs, { ...NO_SECRET, audience: "api://other" })),
      "AZS406",
    );
    expect(text).toContain("api://other");
  });

  const BROKEN: readonly (readonly [string, Fault["effect"], string])[] = [
    [
      "refuses",
      answer(403, '{"message":"Resource not accessible by integration"}'),
      "status 403, Resource not accessible",
    ],
    ["has an error", answer(500, "<html>oops</html>"), "answered 500, also when tried again: oops"],
    ["answers without a token", answer(200, "{}"), "status 200 and no token"],
    ["ends the connection", "drop", "the connection to the CI's service for ID tokens"],
    ["does not answer", "hang", "did not answer within 20 seconds"],
  ];
  // They wait before they give up, so they run at the same time.
  test.concurrent.for(BROKEN)("where the endpoint for ID tokens %s", { timeout: 60_000 }, async (broken, context) => {
    const [, effect, says] = broken;
    const { emulator, runner, inputs } = await openScene({}, idTokenVariables, context.onTestFinished);
    emulator.inject({ match: ID_TOKEN, times: Number.POSITIVE_INFINITY, effect });
    const step = await runner.main(changed(inputs, NO_SECRET));
    const text = await expectFailure(runner, step, "AZS416");
    expect(text).toContain(says);
    expect(spoken(step)).not.toContain(emulator.idTokens.requestToken);
    expect(requestsTo(emulator, TOKEN)).toEqual([]);
    await expectSilentPost(runner);
  });

  // Entra would accept the token from anybody, so it is not enough that the stamp names the host.
  test("an authority of Entra's kind on a host of the stamp, unless the user vouches for it", async () => {
    const host = "login.local.azurestack.external";
    const { emulator, runner, inputs } = await openScene(
      {
        metadata: (document) => {
          const { authentication, ...rest } = document as { readonly authentication: object };
          return { ...rest, authentication: { ...authentication, loginEndpoint: `https://${host}/` } };
        },
      },
      idTokenVariables,
    );
    const text = await expectFailure(runner, await runner.main(changed(inputs, NO_SECRET)), "AZS423");
    expect(text).toContain(`https://${host}`);
    expect(requestsTo(emulator, ID_TOKEN)).toEqual([]);
    expect(connectedHosts(emulator)).not.toContain(host);

    await runner.main(changed(inputs, { ...NO_SECRET, "trusted-authorities": host }));
    expect(connectedHosts(emulator)).toContain(host);
  });

  test("an AD FS: it takes no ID tokens of others", async () => {
    const { emulator, runner, inputs } = await openScene({ idp: "adfs" }, idTokenVariables);
    const text = await expectFailure(runner, await runner.main(changed(inputs, NO_SECRET)), "AZS417");
    expect(text).toContain("client-certificate");
    expect(requestsTo(emulator, ID_TOKEN)).toEqual([]);
    expect(connectedHosts(emulator)).not.toContain("adfs.local.azurestack.external:443");
  });
});
