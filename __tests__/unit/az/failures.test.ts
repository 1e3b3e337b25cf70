import { describe, expect, test } from "vitest";
import { explain } from "../../../src/az/run/command-failure.ts";
import type { CommandResult } from "../../../src/az/run/commands.ts";

const AZ = "/opt/az/bin/az";
const LOGIN = { name: "login", args: ["login"] };
const explained = (
  errors: string,
  result: Partial<CommandResult> = {},
  command: { name: string; args: string[] } = LOGIN,
) =>
  explain(
    command,
    { errors, stopped: false, ...result },
    { path: AZ, description: undefined, pythonVariables: [] },
    "2020-09-01-hybrid",
  );

describe("az's own words become", () => {
  test("a profile that it does not know, with those it knows", () => {
    const { code, problem } = explained(
      "ERROR: cloud register: '2020-09-01-hybrid' is not a valid value for '--profile'. Allowed values: latest.\n",
      { exitCode: 2 },
      { name: "cloud register", args: [] },
    );
    expect(code).toBe("AZS502");
    expect(problem).toContain("the API profile 2020-09-01-hybrid; it knows latest.");
    expect(problem).toContain(AZ);
  });

  test.each([
    "ERROR: HTTPSConnectionPool(host='login.microsoftonline.com', port=443): Max retries exceeded (Caused by SSLError(SSLCertVerificationError(1, '[SSL: CERTIFICATE_VERIFY_FAILED] certificate verify failed: self-signed certificate in certificate chain (_ssl.c:992)')))",
    "ERROR: HTTPSConnectionPool(host='adfs.local.azurestack.external', port=443): Max retries exceeded with url: /adfs (Caused by SSLError(SSLCertVerificationError(1, '[SSL: CERTIFICATE_VERIFY_FAILED] certificate verify failed: self signed certificate in certificate chain (_ssl.c:992)')))",
    "ERROR: Certificate verification failed. [SSL: CERTIFICATE_VERIFY_FAILED] certificate verify failed: Missing Authority Key Identifier (_ssl.c:1032)",
  ])("a host that it does not trust, and no more than az says of it", (errors) => {
    const { code, problem, fix } = explained(errors);
    expect(code).toBe("AZS505");
    expect(problem).toContain("certificate verify failed");
    expect(problem).toContain(`certificate of ${/host='([^']+)'/.exec(errors)?.[1] ?? "the host that answered"},`);
    expect(problem).not.toContain("the stamp");
    expect(fix).toContain("ca-certificate");
  });

  test.each([
    "ERROR: login: (InvalidApiVersionParameter) The api-version '2022-12-01' is invalid.",
    "ERROR: login: Invalid profile is used for cloud 'AzureStackUser'.",
  ])("a profile that the stamp does not serve", (errors) => {
    const { code, problem, fix } = explained(errors);
    expect(code).toBe("AZS511");
    expect(problem).toContain("the profile 2020-09-01-hybrid");
    expect(fix).toContain("profile to auto");
  });

  test("an az that ended, whatever it wrote", () => {
    const { code, problem } = explained("Segmentation fault\ncertificate verify failed", {
      exitCode: -1,
      stopped: true,
    });
    expect(code).toBe("AZS504");
    expect(problem).toContain("Segmentation fault certificate verify failed");
  });

  test("an az that failed", () => {
    const { code, problem } = explained("ERROR: The cloud 'X' is not registered.");
    expect(code).toBe("AZS503");
    expect(problem).toBe("az login failed: ERROR: The cloud 'X' is not registered.");
  });
});

describe("the answer", () => {
  test.each([
    ["begins with az's error, behind its warnings", "WARNING: old.\nWARNING: new.\nERROR: no.\n", "ERROR: no."],
    ["goes on behind it", "ERROR: no.\nTo fix it:\n  az x\n\n", "ERROR: no. To fix it: az x"],
    [
      "is of argparse",
      "usage: az login [-h]\n\naz: error: unrecognized arguments: --x\n",
      "az: error: unrecognized arguments: --x",
    ],
    [
      "is the last words of a traceback",
      "Traceback:\n  File a\n  File b\nKeyError: 'x'\n",
      "File a File b KeyError: 'x'",
    ],
    ["is said to be none", " \n", "(it said nothing)"],
    ["is cut", `ERROR: ${"x".repeat(700)}`, `ERROR: ${"x".repeat(593)}…`],
  ])("%s", (_, errors, answer) => {
    expect(explained(errors).problem).toBe(`az login failed: ${answer}`);
  });
});

describe("an az that the step ended", () => {
  test.each([
    ["time", "after 60 seconds", "AZS512"],
    ["output", "when it had written 2 MB", "AZS513"],
  ] as const)("for its %s", (by, words, code) => {
    const failure = explained("ERROR: still waiting", { stopped: true, ended: { by, reason: words } });
    expect(failure.code).toBe(code);
    expect(failure.problem).toMatch(new RegExp(`az login .*was ended ${words}: ERROR: still waiting`));
  });
});

describe("of an az that says megabytes", () => {
  const noise = "x".repeat(99);
  test.each([
    ["first", `ERROR: no such tenant\n${`${noise}\n`.repeat(500_000)}`],
    ["last", `${`${noise}\n`.repeat(500_000)}ERROR: no such tenant\n`],
    ["between empty lines", `${"\n".repeat(20_000_000)}ERROR: no such tenant`],
  ])("the error is found, soon: %s", (_, errors) => {
    const start = performance.now();
    const { problem } = explained(errors);
    expect(problem).toContain("ERROR: no such tenant");
    expect(problem.length).toBeLessThan(1000);
    expect(performance.now() - start).toBeLessThan(500);
  });
});
