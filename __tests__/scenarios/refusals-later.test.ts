import { describe, expect, test } from "vitest";
import { shareStamp } from "./shared-stamp.ts";

const stamp = shareStamp();

describe("an input whose work comes later is refused, never ignored", () => {
  const later: readonly (readonly [input: string, value: string])[] = [
    ["auth-type", "oidc"],
    ["auth-type", "device-code"],
    ["auth-type", "password"],
    ["username", "ci@contoso.onmicrosoft.com"],
    ["password", "hunter2hunter2"],
    ["creds", '{"clientId":"x","clientSecret":"hunter2hunter2"}'],
    ["ca-fingerprint", "AB:CD"],
    ["ca-certificate", "waagent"],
    ["audience", "api://another"],
    ["trust-stores", "python"],
    ["trust-stores", "java"],
    ["trust-stores", "bundle, java"],
  ];

  test.each(later)("%s: %s", async (input, value) => {
    const { text, log } = await stamp.refuses({ [input]: value }, "AZS116");
    expect(text).toContain(input);
    expect(log).not.toContain("hunter2");
  });

  test("several of them together", async () => {
    const changes = { username: "ci@contoso.com", password: "hunter2hunter2", "ca-fingerprint": "AB:CD" };
    const { text, log } = await stamp.refuses(changes, "AZS100");
    expect(text.match(/^- AZS116/gm)).toHaveLength(3);
    expect(log).not.toContain("hunter2");
  });
});
