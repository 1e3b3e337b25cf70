import { describe, expect, test } from "vitest";
import type { Subscription } from "../../../src/identity/arm-responses.ts";
import { chooseSubscription } from "../../../src/identity/identity.ts";
import { failureOf } from "../failures.ts";
import { CLIENT_ID, ENDPOINT, inputsWith } from "../samples.ts";

const ID = (digit: number): string => `${digit}aaaaaaa-0000-0000-0000-00000000000${digit}`;
const subscription = (digit: number, name: string, state = "Enabled"): Subscription => ({
  id: ID(digit),
  exactName: name,
  name: "shown",
  state,
  tenantId: undefined,
});
const DISABLED = subscription(1, "Old", "Disabled");
const TEAM = subscription(2, "Team A");
const OTHER = subscription(3, "Team B");
const WARNED = subscription(4, "Late", "Warned");
const TWIN = subscription(5, "Team A");
const VISIBLE = [DISABLED, TEAM, OTHER, WARNED];

const choose = (visible: readonly Subscription[], wanted?: string, allowNoSubscriptions = false) =>
  chooseSubscription(visible, inputsWith({ subscription: wanted, allowNoSubscriptions }), ENDPOINT);

describe("chosen is", () => {
  test.each<[string, readonly Subscription[], string | undefined, Subscription]>([
    ["the first enabled one", VISIBLE, undefined, TEAM],
    ["the one of an ID", VISIBLE, ID(3), OTHER],
    ["the one of an ID in capitals", VISIBLE, ID(3).toUpperCase(), OTHER],
    ["the one of a name", VISIBLE, "Team B", OTHER],
    ["a disabled one that is asked for", VISIBLE, ID(1), DISABLED],
    ["a warned one that is asked for", VISIBLE, "Late", WARNED],
    ["by ID one of two of the same name", [TEAM, TWIN], ID(5), TWIN],
    ["an ID before a name that reads like it", [subscription(6, ID(3)), OTHER], ID(3), OTHER],
  ])("%s", (_, visible, wanted, expected) => {
    expect(choose(visible, wanted)).toBe(expected);
    expect(choose(visible, wanted, true)).toBe(expected);
  });

  test.each([[[]], [[DISABLED, WARNED]]])("none where that is allowed", (visible) => {
    expect(choose(visible, undefined, true)).toBeUndefined();
  });
});

describe("refused is", () => {
  test.each([[[]], [[DISABLED, WARNED]]])("a login without an enabled subscription", async (visible) => {
    const { problem, fix } = await failureOf("AZS410", () => choose(visible));
    expect(problem).toContain(CLIENT_ID);
    expect(problem).toContain(ENDPOINT);
    expect(fix).toContain("allow-no-subscriptions: true");
  });

  test.each(["Team", " Team A", ID(9), "constructor"])("one that is not visible: %j", async (wanted) => {
    for (const allowed of [false, true]) {
      const { problem } = await failureOf("AZS411", () => choose(VISIBLE, wanted, allowed));
      expect(problem).toContain(`"${wanted}"`);
      for (const { id, exactName, state } of VISIBLE) expect(problem).toContain(`"${exactName}" (${id}, ${state})`);
    }
  });

  test("one that is not visible where none is", async () => {
    expect((await failureOf("AZS411", () => choose([], "Team A", true))).problem).toContain("this login sees: none.");
  });

  test("a name that several have", async () => {
    const { problem } = await failureOf("AZS412", () => choose([TEAM, OTHER, TWIN], "Team A"));
    expect(problem).toContain(`${ID(2)}, ${ID(5)}`);
    expect(problem).not.toContain(ID(3));
  });
});
