import { describe, expect, test } from "vitest";
import { revert } from "../../../src/az/configure/revert.ts";

const ini = (sections: Readonly<Record<string, Readonly<Record<string, string>>>>): string =>
  Object.entries(sections)
    .map(([name, values]) => {
      const lines = Object.entries(values).map(([key, value]) => `${key} = ${value}\n`);
      return `[${name}]\n${lines.join("")}\n`;
    })
    .join("");
const json = (value: unknown): string => JSON.stringify(value, undefined, 4);

const MINE = { profile: "latest", endpoint_gallery: "https://mine" };
const STAMP = { profile: "2020-09-01-hybrid", endpoint_resource_manager: "https://stamp" };
const A = { id: "a", name: "A", isDefault: true };
const B = { id: "b", name: "B", isDefault: true };
const C = { id: "c", name: "C", isDefault: true };
const off = <T extends object>(subscription: T): T => ({ ...subscription, isDefault: false });

describe.each([
  ["config", ini({ cloud: { name: "AzureCloud" } }), ini({ cloud: { name: "AzureStackUser" } })],
  ["azureProfile.json", json({ subscriptions: [A] }), json({ subscriptions: [off(A), B] })],
  ["msal_token_cache.bin", "\u0000base", "\u0000ours"],
])("%s", (name, base, ours) => {
  test.each([
    ["that only the step changed is as before", base, ours, ours, base],
    ["that the step made goes", undefined, ours, ours, undefined],
    ["that somebody removed since comes back", base, ours, undefined, base],
    ["that the step made and somebody removed stays away", undefined, ours, undefined, undefined],
    ["that the step did not touch stays as it is", base, base, base, base],
    ["that the step did not touch is as others left it", base, base, ours, ours],
    ["that others made stays", undefined, undefined, base, base],
    ["that is by chance as before stays", base, ours, base, base],
  ])("%s", (_, before, after, current, expected) => {
    expect(revert(name, { base: before, ours: after, current })).toBe(expected);
  });
});

describe("INI: others' changes survive", () => {
  const base = ini({ mine: MINE });
  const ours = ini({ mine: MINE, AzureStackUser: STAMP });

  test("a section they added", () => {
    const current = ini({ mine: MINE, AzureStackUser: STAMP, theirs: MINE });
    expect(revert("clouds.config", { base, ours, current })).toBe(ini({ mine: MINE, theirs: MINE }));
  });

  test("a section they changed", () => {
    const changed = { ...MINE, profile: "2019-03-01-hybrid" };
    const current = ini({ mine: changed, AzureStackUser: STAMP });
    expect(revert("clouds.config", { base, ours, current })).toBe(ini({ mine: changed }));
  });

  test("a section they removed", () => {
    const current = ini({ AzureStackUser: STAMP, theirs: MINE });
    expect(revert("clouds.config", { base, ours, current })).toBe(ini({ theirs: MINE }));
  });

  test("where the file was not there before", () => {
    const current = ini({ AzureStackUser: STAMP, theirs: MINE });
    const made = ini({ AzureStackUser: STAMP });
    expect(revert("clouds.config", { base: undefined, ours: made, current })).toBe(ini({ theirs: MINE }));
  });

  test("a value beside the one that the step changed", () => {
    const config = (name: string, more: object = {}) => ini({ cloud: { name, ...more } });
    const versions = {
      base: config("AzureCloud"),
      ours: config("AzureStackUser"),
      current: config("AzureStackUser", { theirs: "yes" }),
    };
    expect(revert("config", versions)).toBe(config("AzureCloud", { theirs: "yes" }));
  });

  // `az account set`, in a later step, writes the subscription into the active cloud's section.
  test("but not in the section that the step added", () => {
    const current = ini({ mine: MINE, AzureStackUser: { ...STAMP, subscription: "b" } });
    expect(revert("clouds.config", { base, ours, current })).toBe(base);
  });

  // az rewrites the file in configparser's form, without comments. The user's original text must be restored.
  describe.each([
    ["with a final line break", "# by hand\n[core]\noutput=table\n"],
    ["without one", "# by hand\n[core]\noutput=table"],
  ])("and what was written by hand %s", (_, hand) => {
    const written = ini({ core: { output: "table" } });
    const after = written + ini({ cloud: { name: "AzureStackUser" } });

    test("has its bytes again when they took the step's section out", () => {
      expect(revert("config", { base: hand, ours: after, current: written })).toBe(hand);
    });

    test("stands beside what they added", () => {
      const theirs = ini({ theirs: { x: "1" } });
      const text = revert("config", { base: hand, ours: after, current: after + theirs });
      expect(text).toContain("# by hand\n");
      expect(text).toMatch(/^\[core\]\noutput=table\n+\[theirs\]\nx = 1\n/m);
    });
  });
});

describe("JSON: others' changes survive", () => {
  const base = json({ installationId: "i", subscriptions: [A] });
  const ours = json({ installationId: "i", subscriptions: [off(A), B] });
  const reverted = (current: unknown) =>
    JSON.parse(revert("azureProfile.json", { base, ours, current: json(current) }) ?? "null");

  test("but not what is empty once the step's own entries are out", () => {
    const made = json({ subscriptions: [B] });
    const current = json({ subscriptions: [off(B)] });
    expect(revert("azureProfile.json", { base: undefined, ours: made, current })).toBeUndefined();
  });

  test("an entry they added", () => {
    const current = { installationId: "i", subscriptions: [off(A), B, off(C)] };
    expect(reverted(current)).toEqual({ installationId: "i", subscriptions: expect.arrayContaining([A, off(C)]) });
    expect(reverted(current).subscriptions).toHaveLength(2);
  });

  test("a member they added", () => {
    const current = { installationId: "i", theirs: { x: [1] }, subscriptions: [off(A), B] };
    expect(reverted(current)).toEqual({ installationId: "i", theirs: { x: [1] }, subscriptions: [A] });
  });

  test("a member they changed", () => {
    expect(reverted({ installationId: "j", subscriptions: [off(A), B] })).toEqual({
      installationId: "j",
      subscriptions: [A],
    });
  });

  test("a member they removed", () => {
    expect(reverted({ subscriptions: [off(A), B] })).toEqual({ subscriptions: [A] });
  });

  test("a token they added", () => {
    const cache = (...names: string[]) =>
      json({ AccessToken: Object.fromEntries(names.map((name) => [name, { secret: name }])) });
    const versions = { base: cache("mine"), ours: cache("mine", "step"), current: cache("mine", "step", "theirs") };
    expect(JSON.parse(revert("msal_token_cache.json", versions) ?? "")).toEqual(JSON.parse(cache("mine", "theirs")));
  });

  // `az account set`, in a later step, changes isDefault of each entry.
  test.each([
    ["chose another subscription", [A, off(B)]],
    ["logged in to another one", [off(A), off(B), C]],
  ])("but not in the entry that the step added: they %s", (_, subscriptions) => {
    const left = reverted({ installationId: "i", subscriptions });
    expect(left.subscriptions.map(({ id }: { id: string }) => id)).not.toContain("b");
    expect(left.subscriptions.filter(({ id }: { id: string }) => id === "a")).toHaveLength(1);
  });

  // az replaces an expired token in a later step. Half an entry, or an entry with a secret, must not remain.
  test("but not in the token that the step added", () => {
    const cache = (secret?: string) =>
      json({ AccessToken: secret === undefined ? {} : { key: { secret, realm: "adfs" } } });
    const versions = { base: cache(), ours: cache("first"), current: cache("second") };
    expect(revert("msal_token_cache.json", versions)).toBe(cache());
  });

  // Two jobs on a machine whose user has never used az.
  test.each([
    ["azureProfile.json", { subscriptions: [B] }, { subscriptions: [off(B), C] }, { subscriptions: [C] }],
    [
      "service_principal_entries.json",
      [{ client_id: "b" }],
      [{ client_id: "b" }, { client_id: "c" }],
      [{ client_id: "c" }],
    ],
    [
      "msal_token_cache.json",
      { AccessToken: { b: { secret: "1" } } },
      { AccessToken: { b: { secret: "2" }, c: { secret: "3" } } },
      { AccessToken: { c: { secret: "3" } } },
    ],
  ])("in %s where it was not there before", (name, after, current, expected) => {
    const text = revert(name, { base: undefined, ours: json(after), current: json(current) });
    expect(JSON.parse(text ?? "null")).toEqual(expected);
  });

  test("with az's byte order mark, as Latin-1 carries it", () => {
    const mark = "\u00ef\u00bb\u00bf";
    const current = json({ installationId: "i", theirs: 1, subscriptions: [off(A), B] });
    const text = revert("azureProfile.json", { base: mark + base, ours: mark + ours, current: mark + current });
    expect(JSON.parse((text ?? "").replace(mark, ""))).toEqual({ installationId: "i", theirs: 1, subscriptions: [A] });
  });

  // az writes json.dump's \uXXXX. The test writes the file in Latin-1, which can represent only single bytes.
  test.each(["M\u00fcller", "\u4e2d\u6587"])("with the name %s", (name) => {
    const escaped = (value: unknown) =>
      JSON.stringify(value).replace(
        /[\u0080-\uffff]/g,
        (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, "0")}`,
      );
    const named = { ...C, name };
    const text = revert("azureProfile.json", {
      base: escaped({ subscriptions: [named] }),
      ours: escaped({ subscriptions: [off(named), B] }),
      current: escaped({ subscriptions: [off(named), B], theirs: 1 }),
    });
    const written = Buffer.from(text ?? "", "latin1").toString("utf8");
    expect(JSON.parse(written)).toEqual({ subscriptions: [named], theirs: 1 });
  });

  test("equal to before it has the bytes of before", () => {
    const reordered = JSON.stringify({ subscriptions: [A, B], installationId: "i" });
    expect(
      revert("azureProfile.json", {
        base,
        ours: json({ installationId: "i", subscriptions: [A, B] }),
        current: reordered,
      }),
    ).toBe(base);
  });
});

test("an encrypted file that others changed too is as before", () => {
  expect(revert("msal_token_cache.bin", { base: "base", ours: "ours", current: "theirs" })).toBe("base");
});
