import { RestError } from "@azure/core-rest-pipeline";
import { expect, test } from "vitest";
import { networkFailures } from "../../../src/errors/network.ts";
import type { Providers } from "../../../src/identity/arm.ts";
import { type Pause, registerProviders } from "../../../src/identity/providers.ts";
import { failureOf } from "../failures.ts";

type Answer = string | Error;
const SUBSCRIPTION = "55555555-5555-5555-5555-555555555555";
const refusal = (statusCode: number, code: string) => new RestError(`because of ${code}`, { code, statusCode });

/** A stamp that answers each request about a namespace with the next answer of its list, and repeats the last one. */
function stampWith(states: Readonly<Record<string, readonly Answer[]>>, registering: Answer = "Registering") {
  const asked: string[] = [];
  const paused: number[] = [];
  const turns = new Map<string, number>();
  const say = (answer: Answer) => {
    if (answer instanceof Error) throw answer;
    return answer;
  };
  const providers: Providers = {
    subscription: SUBSCRIPTION,
    state: async (namespace) => {
      const turn = turns.get(namespace) ?? 0;
      turns.set(namespace, turn + 1);
      asked.push(`GET ${namespace}`);
      return say(states[namespace]?.at(turn) ?? states[namespace]?.at(-1) ?? "");
    },
    register: async (namespace) => {
      asked.push(`POST ${namespace}`);
      return say(registering);
    },
  };
  const pause: Pause = async (seconds, signal) => {
    signal.throwIfAborted();
    paused.push(seconds);
  };
  const run = (stop = new AbortController().signal) => registerProviders(Object.keys(states), providers, stop, pause);
  return { asked, paused, run, providers };
}

test("a registered provider costs one request", async () => {
  const { asked, paused, run } = stampWith({ A: ["Registered"], B: ["registered"] });
  expect(await run()).toBe("A was registered already, B was registered already");
  expect([asked, paused]).toEqual([["GET A", "GET B"], []]);
});

test("an unregistered provider is registered; if the answer says that it is done, nothing is awaited", async () => {
  const { asked, paused, run } = stampWith({ A: ["NotRegistered"], B: ["Registered"] }, "Registered");
  expect(await run()).toBe("A registered, B was registered already");
  expect([asked, paused]).toEqual([["GET A", "GET B", "POST A"], []]);
});

test("a registration under way is waited for, at growing intervals, and not begun again", async () => {
  const { asked, paused, run } = stampWith({ A: [...Array(7).fill("Registering"), "Registered"] });
  expect(await run()).toBe("A registered");
  expect(asked).toEqual(Array(8).fill("GET A"));
  expect(paused).toEqual([1, 2, 4, 8, 10, 10, 10]);
});

test("a registration that was undone in the meantime is begun again", async () => {
  const { asked, run } = stampWith({ A: ["Unregistering", "Unregistered", "Registered"] });
  expect(await run()).toBe("A registered");
  expect(asked).toEqual(["GET A", "POST A", "GET A", "POST A", "GET A"]);
});

test("several are registered at the same time", async () => {
  const { asked, paused, run } = stampWith({ A: ["NotRegistered", "Registered"], B: ["NotRegistered", "Registered"] });
  expect(await run()).toBe("A registered, B registered");
  expect(asked.slice(0, 4).toSorted()).toEqual(["GET A", "GET B", "POST A", "POST B"]);
  expect(paused).toEqual([1, 1]);
});

test("five minutes are enough; then the states are named", async () => {
  const { paused, run } = stampWith({ A: ["NotRegistered", "Registering"], B: ["Registered"], C: ["Registering"] });
  const { problem } = await failureOf("AZS433", run);
  expect(problem).toBe(
    `5 minutes after registering began, subscription ${SUBSCRIPTION} has A in state Registering, C in state Registering.`,
  );
  expect(paused.filter((_, index) => index % 2 === 0).reduce((sum, seconds) => sum + seconds)).toBeGreaterThanOrEqual(
    300,
  );
  expect(paused.length).toBeLessThan(80);
});

test.each([
  [403, "AuthorizationFailed", "AZS430"],
  [404, "InvalidResourceNamespace", "AZS431"],
  [400, "DisallowedProvider", "AZS432"],
  [403, "DisallowedProvider", "AZS432"],
  [409, "ReadOnlyDisabledSubscription", "AZS435"],
  [404, "SubscriptionNotFound", "AZS435"],
])("%i %s is %s, whether it was asked for or registered", async (status, code, expected) => {
  for (const [states, registering] of [
    [[refusal(status, code)], "Registering"],
    [["NotRegistered"], refusal(status, code)],
  ] as const) {
    const { run, paused } = stampWith({ "Microsoft.KeyVault": states }, registering);
    const { problem } = await failureOf(expected, run);
    expect(problem).toContain(`The stamp says: ${code}: because of ${code}`);
    for (const name of ["Microsoft.KeyVault", SUBSCRIPTION]) expect(problem).toContain(name);
    expect(paused).toEqual([]);
  }
});

test("providers that are refused alike make one failure; others are waited for no longer", async () => {
  const denied = () => [refusal(403, "AuthorizationFailed")];
  const { run, paused } = stampWith({ A: denied(), B: ["Registering"], C: [refusal(404, "X")], D: denied() });
  const { problem } = await failureOf("AZS430", run);
  expect(problem).toContain("may not register A, D in subscription");
  expect(paused.length).toBeLessThan(2);
});

test("a failure of the network is reported before a refusal", async () => {
  const lost = networkFailures.timedOut({ party: "arm", host: "management", seconds: "20" });
  const { run } = stampWith({ A: [refusal(403, "AuthorizationFailed")], B: [lost] });
  await expect(run()).rejects.toBe(lost);
});

test("the waiting ends as soon as it is useless", async () => {
  const stop = new AbortController();
  const { providers } = stampWith({ A: ["Registering"] });
  const begun = performance.now();
  setTimeout(() => stop.abort(), 50);
  await expect(registerProviders(["A"], providers, stop.signal)).rejects.toThrow(/abort/i);
  expect(performance.now() - begun).toBeLessThan(900);
});

test("a stamp whose answers are slow is not waited for longer, either", async () => {
  const late = new AbortController();
  const { providers } = stampWith({ A: ["Registering"] });
  const slow: Providers = {
    ...providers,
    state: (_, signal) =>
      new Promise((_resolve, reject) => {
        signal.addEventListener("abort", () => reject(signal.reason));
        late.abort();
      }),
  };
  const run = () => registerProviders(["A"], slow, new AbortController().signal, undefined, late.signal);
  expect((await failureOf("AZS433", run)).problem).toContain("has A in state unknown.");
});
