import { describe, expect, test } from "vitest";
import type { Emulator } from "../../emulator/server.ts";
import {
  answer,
  changed,
  expectFailure,
  expectLogin,
  expectSilentPost,
  openTableScene,
  requestsTo,
  spoken,
  TOKEN,
} from "./support.ts";

const personal = (username: string, password: string) => ({
  "client-id": undefined,
  "client-secret": undefined,
  username,
  password,
});
const plain = ({ users }: Emulator) => personal(users.plain.name, users.plain.password);

describe.each(["aad", "adfs"] as const)("a user name and password, %s", (idp) => {
  test("are what later steps get on request", async () => {
    const { emulator, runner, inputs } = await openTableScene({ idp });
    const { name, password, objectId } = emulator.users.plain;
    const step = await runner.main(changed(inputs, { ...plain(emulator), "export-credentials": "true" }));
    await expectLogin(runner, step);
    expect(spoken(step)).toContain(`Logged in ${name} (`);
    expect(spoken(step)).not.toContain(password);
    expect(runner.summary).toContain("| User |");
    expect(runner.outputs["object-id"]).toBe(objectId);
    expect(runner.exported).toMatchObject({ AZURE_USERNAME: name, AZURE_AD_USER: name, AZURE_PASSWORD: password });
    expect(runner.exported["AZURE_CLIENT_ID"]).toBe(runner.outputs["client-id"]);
  });

  test("the wrong ones", async () => {
    const { emulator, runner, inputs } = await openTableScene({ idp });
    const { name } = emulator.users.plain;
    const step = await runner.main(changed(inputs, personal(name, "not-the-password")));
    const text = await expectFailure(runner, step, "AZS418");
    expect(text).toContain(`the password of ${name}`);
    expect(text).toContain(idp === "aad" ? "AADSTS50126" : "MSIS9659");
    expect(spoken(step)).not.toContain("not-the-password");
    expect(requestsTo(emulator, TOKEN)).toHaveLength(1);
    await expectSilentPost(runner);
  });

  test("of nobody", async () => {
    const { runner, inputs } = await openTableScene({ idp });
    const text = await expectFailure(
      runner,
      await runner.main(changed(inputs, personal("nobody@here", "x"))),
      "AZS418",
    );
    expect(text).toContain("nobody@here");
  });
});

test("a user who needs a second factor is told what to use instead", async () => {
  const { emulator, runner, inputs } = await openTableScene();
  const { name, password } = emulator.users.guarded;
  const text = await expectFailure(runner, await runner.main(changed(inputs, personal(name, password))), "AZS419");
  expect(text).toContain("AADSTS50076");
  expect(text).toContain("device-code");
});

test.each([
  ["AADSTS50034", "AZS418"],
  ["AADSTS50053", "AZS447"],
  ["AADSTS50055", "AZS448"],
  ["AADSTS50079", "AZS419"],
  ["AADSTS53003", "AZS444"],
])("Entra's %s", async (entra, code) => {
  const { emulator, runner, inputs } = await openTableScene();
  const body = { error: "invalid_grant", error_description: `${entra}: As you see. Trace ID: x Correlation ID: y` };
  emulator.inject({ match: TOKEN, times: Number.POSITIVE_INFINITY, effect: answer(400, JSON.stringify(body)) });
  const text = await expectFailure(runner, await runner.main(changed(inputs, plain(emulator))), code);
  expect(text).toContain(`${entra}: As you see.`);
});

test("the application of the input client-id is for later steps: az has its own", async () => {
  const { emulator, runner, inputs } = await openTableScene();
  const step = await runner.main(changed(inputs, { ...plain(emulator), "client-id": emulator.application.clientId }));
  await expectLogin(runner, step);
  expect(runner.outputs["client-id"]).toBe(emulator.application.clientId);
});
