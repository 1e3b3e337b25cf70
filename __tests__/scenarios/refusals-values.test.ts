import { describe, expect, test } from "vitest";
import { shareStamp } from "./shared-stamp.ts";

const stamp = shareStamp();
const BOOLEANS = ["allow-no-subscriptions", "export-credentials", "isolate", "cleanup"];

describe("booleans are those of the YAML 1.2 core schema", () => {
  test.each(["yes", "1", "on", "tRUE", "0", "no", "y"])("%s is none", async (value) => {
    const { text } = await stamp.refuses({ isolate: value }, "AZS107");
    expect(text).toContain(`isolate is "${value}"`);
    expect(text).toContain("set isolate to true or false");
  });

  test.each(BOOLEANS)("%s is checked", async (input) => {
    expect((await stamp.refuses({ [input]: "yes" }, "AZS107")).text).toContain(input);
  });

  test.each(["True", "TRUE", "False", "FALSE"])("%s is one", async (value) => {
    // The post step with cleanup: false is tested elsewhere.
    const inputs = BOOLEANS.filter((input) => input !== "cleanup" || /true/i.test(value));
    await stamp.accepts(Object.fromEntries(inputs.map((input) => [input, value])));
  });
});

test("post does not mention a remaining login if there was none", async () => {
  await stamp.accepts({ cleanup: "false" });
});

describe("the error for an unknown value names the allowed ones", () => {
  const unknown: readonly (readonly [input: string, value: string, code: string, allowed: readonly string[]])[] = [
    ["auth-type", "managed-identity", "AZS108", ["auto", "secret", "certificate", "oidc", "device-code", "password"]],
    ["trust-stores", "firefox", "AZS108", ["auto", "none", "bundle", "az", "system", "python", "java"]],
    ["trust-stores", "bundle, firefox", "AZS108", ["bundle"]],
    ["profile", "2021-01-01-hybrid", "AZS114", ["auto", "2020-09-01-hybrid", "2017-03-09-profile", "latest", "2108"]],
    ["profile", "1.2199.0.1", "AZS114", ["2020-09-01-hybrid"]],
    ["az-version", "newest", "AZS108", ["auto", "runner"]],
  ];

  test.each(unknown)("%s: %s", async (input, value, code, allowed) => {
    const { text } = await stamp.refuses({ [input]: value }, code);
    expect(text).toContain(`"${value.split(", ").at(-1)}"`);
    for (const one of allowed) expect(text.split("Fix: ").at(-1)).toContain(one);
  });

  test("none beside a store is called a contradiction, not an unknown name", async () => {
    const { text } = await stamp.refuses({ "trust-stores": "none, bundle" }, "AZS118");
    expect(text).not.toContain('does not know "none"');
  });
});

describe("a malformed value is refused", () => {
  test.each([
    ["tenant-id", "contoso onmicrosoft com"],
    ["tenant-id", "https://login.microsoftonline.com/contoso"],
    ["tenant-id", "../common"],
    ["cloud-name", "my cloud"],
    ["cloud-name", "--profile"],
    ["cloud-name", "stamp]"],
    ["trusted-authorities", "http://adfs.contoso.com"],
    ["trusted-authorities", "adfs contoso"],
    ["trusted-authorities", "adfs"],
    // Read as a host name, it would match no host, and the login would fail although the user believes that the host is
    // trusted.
    ["trusted-authorities", "*.contoso.com"],
    ["vm-image-alias-doc", "http://contoso.com/aliases.json"],
    ["vm-image-alias-doc", "aliases.json"],
  ])("%s: %s", async (input, value) => {
    const { text } = await stamp.refuses({ [input]: value }, "AZS113");
    expect(text).toContain(`${input} "${value}"`);
    expect(text).toContain(`Fix: set ${input} to `);
  });
});

describe("a well-formed value is taken", () => {
  test.each([
    ["profile", "2020_09_01_hybrid"],
    ["profile", "v2019_03_01_hybrid"],
    ["profile", "1.2108.2.65"],
    ["trust-stores", "NONE"],
    ["trust-stores", "bundle\naz"],
    ["auth-type", "SERVICE_PRINCIPAL"],
    ["az-version", "runner"],
    ["trusted-authorities", "adfs.contoso.com, https://login.fabrikam.com:8443/adfs"],
    ["vm-image-alias-doc", "https://contoso.com/aliases.json"],
    ["cloud-name", "Stamp_1.test-2"],
  ])("%s: %s", async (input, value) => {
    await stamp.accepts({ [input]: value });
  });
});

test("everything that is wrong is reported at once, each with its fix", async () => {
  const wrong = {
    endpoint: "http://management.local.azurestack.external",
    "client-id": undefined,
    isolate: "yes",
    profile: "newest",
    "cloud-name": "my cloud",
    "ca-certificate": "missing.pem",
    "az-wheels": "wheels",
  };
  const { text } = await stamp.refuses(wrong, "AZS100");
  const lines = text.split("\n").filter((line) => line.startsWith("- "));
  const codes = ["AZS119", "AZS103", "AZS109", "AZS115", "AZS114", "AZS113", "AZS107"];
  expect(lines.map((line) => line.slice(2, 8)).toSorted()).toEqual(codes.toSorted());
  for (const line of lines) expect(line).toContain(" Fix: ");
  expect(text).toContain("7 inputs are wrong");
});
