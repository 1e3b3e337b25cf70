import { describe, expect, test } from "vitest";
import { shareStamp } from "./shared-stamp.ts";

const stamp = shareStamp();

describe("an input whose work comes later is refused, never ignored", () => {
  const later: readonly (readonly [input: string, value: string])[] = [
    ["register-providers", "Microsoft.KeyVault"],
    ["sample-config", "azureSecretSpConfig.json"],
  ];

  test.each(later)("%s: %s", async (input, value) => {
    const { text } = await stamp.refuses({ [input]: value }, "AZS116");
    expect(text).toContain(input);
  });

  test("several of them together", async () => {
    const changes = { "register-providers": "Microsoft.KeyVault", "sample-config": "x.json" };
    const { text } = await stamp.refuses(changes, "AZS100");
    expect(text.match(/^- AZS116/gm)).toHaveLength(2);
  });
});
