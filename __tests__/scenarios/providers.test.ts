import { describe, expect, test } from "vitest";
import type { Emulator, StampOptions } from "../../emulator/server.ts";
import { shareStamp } from "./shared-stamp.ts";
import {
  AZ,
  answer,
  changed,
  expectFailure,
  expectLogin,
  expectSilentPost,
  openAzScene,
  openTableScene,
  spoken,
  TOKEN,
} from "./support.ts";

const KEY_VAULT = { path: /\/providers\/Microsoft\.KeyVault(\/register)?$/ };
const REGISTER = { method: "POST", path: /\/register$/ };

/** Requests about providers, except for the one that lists the stamp's API versions. */
function asked({ requests }: Emulator): readonly string[] {
  const about = requests.filter(({ path }) => /\/providers\//.test(path) && !path.endsWith("/Microsoft.Resources"));
  return about.map(({ method, path, apiVersion }) => `${method} ${path.replace(/.*\/providers\//, "")} ${apiVersion}`);
}

describe("providers are registered", () => {
  test("only if they are not registered yet: the others cost one request each", async () => {
    const { emulator, runner, inputs } = await openTableScene();
    const wanted = "Microsoft.Storage, microsoft.compute\nMICROSOFT.STORAGE";
    const step = await runner.main(changed(inputs, { "register-providers": wanted }));
    await expectLogin(runner, step);
    expect(step.log).toMatch(
      /^providers: MICROSOFT\.STORAGE was registered already, microsoft\.compute was .* \(\d+ ms\)$/m,
    );
    expect(asked(emulator).toSorted()).toEqual([
      "GET MICROSOFT.STORAGE 2019-10-01",
      "GET microsoft.compute 2019-10-01",
    ]);
  });

  test("and waited for; post leaves them", async () => {
    const { emulator, runner, inputs } = await openAzScene({ registrationTime: 2000 });
    const step = await runner.main(changed(inputs, { "register-providers": "microsoft.keyvault" }));
    await expectLogin(runner, step);
    expect(step.log).toMatch(/^providers: microsoft\.keyvault registered \(\d{4,} ms\)$/m);
    const version = "2019-10-01";
    const get = `GET microsoft.keyvault ${version}`;
    expect(asked(emulator)).toEqual([get, `POST microsoft.keyvault/register ${version}`, get, get]);
    const show = ["provider", "show", "--namespace", "Microsoft.KeyVault", "--query", "registrationState"];
    expect((await runner.step(AZ, show)).log.trim()).toBe('"Registered"');
    const before = emulator.requests.length;
    await expectSilentPost(runner);
    expect(emulator.requests.slice(before)).toEqual([]);
  });

  test.each([
    ["1807", "2016-02-01"],
    ["1808", "2018-02-01"],
    ["2008", "2018-05-01"],
  ] as const)("on a %s in %s, on AD FS too", async (build, version) => {
    const { emulator, runner, inputs } = await openTableScene({ build, idp: "adfs" });
    await expectLogin(runner, await runner.main(changed(inputs, { "register-providers": "Microsoft.KeyVault" })));
    expect(new Set(asked(emulator).map((line) => line.split(" ").at(-1)))).toEqual(new Set([version]));
  });

  test("on the operator's endpoint, also when the stamp hiccups", async () => {
    const { emulator, runner, inputs } = await openTableScene();
    emulator.inject({ match: REGISTER, effect: answer(503, '{"error":{"code":"ServerBusy","message":"busy"}}') });
    emulator.inject({ match: { method: "GET", ...KEY_VAULT }, effect: "drop" });
    const admin = { endpoint: emulator.adminEndpoint, "register-providers": "Microsoft.KeyVault" };
    await expectLogin(runner, await runner.main(changed(inputs, admin)));
    expect(emulator.requests.filter(({ path }) => REGISTER.path.test(path)).map(({ status }) => status)).toEqual([
      503, 200,
    ]);
  });
});

describe("a refusal stops the step, and undoes the rest", () => {
  type Case = readonly [string, Partial<StampOptions>, string, string, readonly string[]];
  const table: readonly Case[] = [
    [
      "no right",
      { role: "Reader" },
      "Microsoft.KeyVault",
      "AZS430",
      ["Contributor", "Microsoft.KeyVault/register/action"],
    ],
    [
      "unknown",
      {},
      "Microsoft.Magic, Microsoft.KeyValt",
      "AZS431",
      ["Microsoft.Magic, Microsoft.KeyValt", "az provider list"],
    ],
    [
      "not offered",
      { notOffered: ["Microsoft.Storage"] },
      "microsoft.storage",
      "AZS432",
      ["microsoft.storage", "offer"],
    ],
  ];
  test.each(table)("%s", async (_, stamp, wanted, code, says) => {
    const { runner, inputs } = await openTableScene(stamp);
    const result = await runner.main(changed(inputs, { "register-providers": wanted }));
    const text = await expectFailure(runner, result, code);
    for (const words of says) expect(text).toContain(words);
    expect(spoken(result)).not.toContain(inputs["client-secret"]);
    await expectSilentPost(runner);
  });

  test("a reader may use providers that are registered already", async () => {
    const { runner, inputs } = await openTableScene({ role: "Reader" });
    await expectLogin(runner, await runner.main(changed(inputs, { "register-providers": "Microsoft.Storage" })));
  });

  test("a disabled subscription", async () => {
    const { runner, inputs } = await openTableScene();
    const wanted = { "register-providers": "Microsoft.KeyVault", "subscription-id": "Retired Offer" };
    const text = await expectFailure(runner, await runner.main(changed(inputs, wanted)), "AZS435");
    expect(text).toContain("ReadOnlyDisabledSubscription");
  });

  test("no subscription: nothing is asked for, az is not run", async () => {
    const { emulator, runner, inputs } = await openTableScene({ subscriptions: "none" });
    const wanted = { "register-providers": "Microsoft.KeyVault", "allow-no-subscriptions": "true" };
    const text = await expectFailure(runner, await runner.main(changed(inputs, wanted)), "AZS434");
    expect(text).toContain("Microsoft.KeyVault");
    expect(emulator.requests.filter(({ method, path }) => method === "POST" && TOKEN.path?.test(path))).toHaveLength(1);
    await expectSilentPost(runner);
  });

  test.each([
    ["a page of a proxy", 403, { "content-type": "text/html" }, "<html>blocked</html>", "AZS208"],
    ["a stamp that is busy for long", 503, {}, '{"error":{"code":"ServerBusy","message":"busy"}}', "AZS212"],
  ] as const)("%s, as it is everywhere", async (_, status, headers, body, code) => {
    const { emulator, runner, inputs } = await openTableScene();
    emulator.inject({ match: REGISTER, times: 9, effect: answer(status, body, headers) });
    const result = await runner.main(changed(inputs, { "register-providers": "Microsoft.KeyVault" }));
    await expectFailure(runner, result, code);
  });

  test("az's failure is reported at once, not when the waiting is over", async () => {
    const { emulator, runner, inputs } = await openAzScene({ registrationTime: Number.POSITIVE_INFINITY });
    emulator.inject({ match: TOKEN, after: 1, times: 9, effect: answer(400, '{"error":"broken"}') });
    const result = await runner.main(changed(inputs, { "register-providers": "Microsoft.KeyVault" }));
    await expectFailure(runner, result, "AZS503");
    expect(result.milliseconds).toBeLessThan(20_000);
  });
});

describe("namespaces are checked with the other inputs", () => {
  const stamp = shareStamp();

  test.each([
    ["Microsoft"],
    ["Microsoft.KeyVault; Microsoft.Storage"],
    ["Microsoft.KeyVault/vaults"],
    ["../Microsoft.Web"],
  ])("%s", async (value) => {
    const { text } = await stamp.refuses({ "register-providers": value }, "AZS113");
    expect(text).toContain(`register-providers "${value}" is not a list of namespaces`);
  });

  test("each of them is reported", async () => {
    const { text } = await stamp.refuses({ "register-providers": "one, Microsoft.Storage, two" }, "AZS100");
    expect(text.match(/^- AZS113/gm)).toHaveLength(2);
  });
});
