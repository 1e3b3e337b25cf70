import { randomBytes } from "node:crypto";
import { describe, expect, test } from "vitest";
import type { Ci, Host } from "../../../src/host/host.ts";
import { guarded } from "../../../src/host/outlet.ts";

/** A host whose CI records what it gets. */
function open(secrets: readonly string[] = []) {
  const told: (readonly string[])[] = [];
  const note =
    (kind: string) =>
    (...text: readonly unknown[]) =>
      void told.push([kind, ...text.map(String)]);
  const ci: Ci = {
    environment: {},
    setAside: {},
    debugging: true,
    temporaryFolder: "/tmp",
    publicFolder: "/tmp",
    toolCache: undefined,
    ci: "GitHub Actions",
    offersIdTokens: false,
    idTokenOrigin: undefined,
    secrets,
    input: async () => "",
    variable: () => "",
    idToken: async () => "",
    state: () => "",
    addMask: note("mask"),
    setOutput: note("output"),
    exportVariable: note("variable"),
    addPath: note("path"),
    saveState: note("state"),
    group: note("group"),
    endGroup: note("endgroup"),
    info: note("info"),
    notice: note("notice"),
    debug: note("debug"),
    warning: note("warning"),
    fail: note("fail"),
    summarize: async (markdown) => note("summary")(markdown),
  };
  return { host: guarded(ci), told };
}

/** What the log shows of one line. */
function printed(secret: string, line: string, grade?: Parameters<Host["mask"]>[1]): string {
  const { host, told } = open();
  host.mask(secret, grade);
  host.info(line);
  return told.at(-1)?.[1] ?? "";
}

const SECRET = "k3V8Q~1ZxR.mP0wYt7LbN_4aSdFgHjKl/QwErTy+Ui==";
const PFX = randomBytes(1500).toString("base64");
const base64 = (text: string) => Buffer.from(text).toString("base64");
const utf16 = (text: string) => Buffer.from(text, "utf16le").toString("base64");
const spaced = (text: string) => text.replaceAll(/.{3}/g, "$& ");
const entities = (text: string) => [...text].map((sign) => `&#x${sign.charCodeAt(0).toString(16)};`).join("");
const percents = (text: string) => [...text].map((sign) => `%${sign.charCodeAt(0).toString(16)}`).join("");
const octals = (text: string) =>
  [...Buffer.from(text, "latin1")].map((byte) => `\\${byte.toString(8).padStart(3, "0")}`).join("");
const points = (text: string) => [...text].map((sign) => `\\u{${sign.charCodeAt(0).toString(16)}}`).join("");
const unicode = (text: string) => [...text].map((s) => `\\u${s.charCodeAt(0).toString(16).padStart(4, "0")}`).join("");

/** Ways in which other programs change a text. */
const WAYS: Readonly<Record<string, (text: string) => string>> = {
  "as it is": (text) => text,
  "in another's words": (text) => `the value '${text}', was refused`,
  "as a path": (text) => `/home/runner/work/${text.replaceAll(/\/+/g, "/")}`,
  "cut off": (text) => `${text.slice(0, 30)}…`,
  "without its beginning": (text) => text.slice(9),
  "a part of it": (text) => `(${text.slice(7, 23)})`,
  twice: (text) => text + text,
  "in lines": (text) => text.replaceAll(/.{16}/g, "$&\r\n"),
  "with blanks": spaced,
  "in lower case": (text) => text.toLowerCase(),
  "in upper case": (text) => text.toUpperCase(),
  "in the alphabet of URLs": (text) => text.replaceAll("+", "-").replaceAll("/", "_").replaceAll("=", ""),
  "without its signs": (text) => text.replaceAll(/[^a-z0-9]/gi, ""),
  "as a URL writes it": encodeURIComponent,
  "as a form writes it": (text) => String(new URLSearchParams({ client_secret: text })),
  "as a URL writes it, twice": (text) => encodeURIComponent(encodeURIComponent(text)),
  "as a URL may write it": percents,
  "as JSON writes it": (text) => JSON.stringify({ text: `"${text}"` }),
  "as JSON may write it": unicode,
  "as JavaScript may write it": points,
  "as a shell may write it": octals,
  "as PHP writes JSON": (text) => JSON.stringify(text).replaceAll("/", "\\/"),
  "as HTML may write it": entities,
  "in base64": base64,
  "in base64 behind a user": (text) => base64(`an-application:${text}`),
  "in base64 in the middle": (text) => base64(`ab{"secret":"${text}","more":1}`),
  "in base64, then in a URL": (text) => encodeURIComponent(base64(text)),
  "in base64 of PowerShell": utf16,
  "in hexadecimal digits": (text) => Buffer.from(text).toString("hex"),
  "in hexadecimal digits with colons": (text) =>
    Buffer.from(text)
      .toString("hex")
      .replaceAll(/..(?=.)/g, "$&:"),
  "in a table": (text) => `| ${text.replaceAll(/[_~]/g, "\\$&")} |`,
};

/** Checks that neither 16 consecutive characters of the secret nor 16 of its letters and digits are in the text. */
function expectNothingOf(secret: string, text: string): void {
  for (const clean of [(one: string) => one, (one: string) => one.replaceAll(/[^a-z0-9]/gi, "").toLowerCase()]) {
    const [whole, where] = [clean(secret), clean(text)];
    for (let at = 0; at + 16 <= whole.length; at++) expect(where).not.toContain(whole.slice(at, at + 16));
  }
}

describe("no form of a secret gets out", () => {
  test.each(Object.entries(WAYS))("%s", (name, way) => {
    for (const secret of [
      SECRET,
      "Correct horse battery Staple!",
      "!§$%&/()=?*+#-.,;:_|<>^°~",
      "pässwörter-für-ålle",
    ]) {
      const line = printed(secret, way(secret));
      expectNothingOf(secret, line);
      // The text around the secret may stay.
      if (!/another|path|user|middle/.test(name)) expectNothingOf(way(secret), line);
      if (way(secret).length >= 16) expect(line).toContain("***");
    }
  });

  test.each([
    ["decimal", (sign: string) => `&#${sign.codePointAt(0)};`],
    ["hexadecimal", (sign: string) => `&#x${sign.codePointAt(0)?.toString(16)};`],
  ])("as HTML writes signs beyond Unicode's first plane: %s", (_, written) => {
    const secret = "k3V8Q1\u{1f600}Zx9RmP\u{1f511}wYt7Lb";
    expect(printed(secret, secret.replaceAll(/[^\w]/gu, written))).toBe("***");
  });

  test.each(["as a path", "cut off", "twice", "in lines", "with blanks", "in lower case", "as a URL writes it"])(
    "of a long one: %s",
    (way) => {
      const line = printed(PFX, WAYS[way]?.(PFX) ?? "");
      expectNothingOf(PFX, line);
      expect(line).toContain("***");
    },
  );

  test("of what is in base64: text as it is, a PFX in hexadecimal digits", () => {
    expect(printed(base64(SECRET), `a ${SECRET}`)).toBe("a ***");
    expect(printed(PFX, Buffer.from(PFX, "base64").toString("hex").slice(40, 140))).toBe("***");
  });

  test("of a key in PEM, but its armor may be spoken of", () => {
    const key = `-----BEGIN PRIVATE KEY-----\n${PFX.replaceAll(/.{64}/g, "$&\n")}\n-----END PRIVATE KEY-----\n`;
    expect(printed(key, PFX.slice(50, 200))).toBe("***");
    expect(printed(key, "its -----BEGIN PRIVATE KEY----- is missing")).toBe(
      "its -----BEGIN PRIVATE KEY----- is missing",
    );
    const exported = `Bag Attributes\n    friendlyName: ci\nsubject=CN = azure-stack-operators\n${key}`;
    expect(printed(exported, "CN = azure-stack-operators")).toBe("CN = azure-stack-operators");
  });

  test("of a short one, as a whole", () => {
    expect(printed("hunter2", "hunter2, %68unter2 and hunter")).toBe("***, *** and hunter");
    expect(printed("abc", "abc is left to the runner")).toBe("abc is left to the runner");
  });

  test("in no call of a host", async () => {
    const { host, told } = open();
    host.mask(SECRET, "known");
    const kinds = ["group", "info", "notice", "debug", "warning"] as const;
    for (const kind of kinds) host[kind](SECRET);
    host.fail("AZS901", SECRET);
    host.setOutput("subscription-name", SECRET);
    host.exportVariable("ARM_LOCATION", SECRET);
    host.saveState("folder", SECRET);
    await host.summarize(SECRET);
    expect(told.flat().join("\n")).not.toContain(SECRET.slice(0, 8));
    expect(told).toHaveLength(kinds.length + 5);
    host.exportVariable("ARM_CLIENT_SECRET", SECRET, { secret: true });
    expect(told.at(-1)?.[2]).toBe(SECRET);
    // Values of the step's or the user's own are not masked: a password may also be the name of the user's cloud.
    host.setOutput("cloud-name", SECRET, { own: true });
    expect(told.at(-1)?.[2]).toBe(SECRET);
    host.addPath(SECRET);
    expect(told.at(-1)?.[1]).toBe(SECRET);
  });

  test("that the CI gave; but an ID in a secret variable is what later steps need", () => {
    const id = "3d5e1f0a-7b2c-4e8d-9f10-1a2b3c4d5e6f";
    const { host, told } = open([SECRET, id]);
    host.info(`x ${SECRET}, ${id}`);
    host.setOutput("tenant-id", id);
    expect(told).toEqual([
      ["info", "x ***"],
      ["output", "tenant-id", id],
    ]);
  });

  test("nor any token, nor a run that no sentence has", () => {
    const token = `${base64('{"alg":"RS256"}')}.${PFX.replaceAll(/\W/g, "")}.${PFX.slice(0, 90).replaceAll(/\W/g, "")}`;
    expect(printed("", `token ${token}.`)).toBe("token ***.");
    expect(printed("", PFX)).toBe(`${PFX.slice(0, 8)}… (${PFX.length} characters)`);
  });
});

describe("what is no secret stays", () => {
  test("of a sentence with words of a password", () => {
    const sentence = "does not accept the password of ci@contoso.com";
    expect(printed("not-the-password", sentence)).toBe(sentence);
  });

  test("of the names of fields in creds that are hidden as a whole", () => {
    const sentence = 'set creds to {"clientId": "…", "clientSecret": "…", "resourceManagerEndpointUrl": "…"}';
    const creds = `{'clientId': 'x', "clientSecret": "${SECRET}", \\"resourceManagerEndpointUrl\\": "y"`;
    expect(printed(creds, sentence)).toBe(sentence);
    expectNothingOf(SECRET, printed(creds, SECRET));
  });

  test.each([
    "Logged in application 3d5e1f0a-7b2c-4e8d-9f10-1a2b3c4d5e6f (AD FS) to https://management.local.azurestack.external",
    'subscription "k3V8Q~1Z"',
    "/home/runner/work/_temp/azs-login-3d5e1f0a-7b2c-4e8d-9f10-1a2b3c4d5e6f/ca-bundle.pem",
    "100% of it; a%20b &amp; \\n",
  ])("%s", (line) => {
    expect(printed(SECRET, line)).toBe(line);
  });

  test("of values for later steps, whatever short secret stands in them", () => {
    const { host, told } = open();
    host.mask("azurestack.External", "known");
    host.mask("azurestack", "known");
    host.mask("local", "known");
    host.setOutput("endpoint", "https://management.local.azurestack-x.external");
    host.setOutput("location", "local");
    host.setOutput("subscription-name", "azurestack");
    expect(told.map(([, , value]) => value)).toEqual([
      "https://management.local.azurestack-x.external",
      "local",
      "***",
    ]);
  });

  test("of a value of fewer than eight letters, which may be any word", () => {
    const { host, told } = open();
    for (const secret of ["hunter2", "hunter42"]) host.mask(secret, "known");
    host.setOutput("location", "hunter2");
    host.setOutput("subscription-name", "hunter42");
    expect(told.map(([, , value]) => value)).toEqual(["hunter2", "***"]);
  });

  test("of a doubtful value, what later steps get", () => {
    const { host, told } = open();
    host.mask(SECRET, "doubtful");
    host.setOutput("client-id", SECRET);
    host.info(SECRET);
    expect(told).toEqual([
      ["output", "client-id", SECRET],
      ["info", "***"],
    ]);
  });
});

describe("the CI", () => {
  test.each([
    ["secret", ["k3V8Q~1Z"]],
    ["known", []],
    ["doubtful", []],
  ] as const)("masks what is %s: %j", (grade, masks) => {
    const { host, told } = open();
    host.mask("k3V8Q~1Z", grade);
    expect(told).toEqual(masks.map((mask) => ["mask", mask]));
  });
});

describe("the log cannot be flooded", () => {
  test("a message is cut, and its end is kept", () => {
    const line = printed("", `beginning ${"word ".repeat(10_000_000)} end`);
    expect(line).toMatch(/^beginning word .* … \(\d{8} characters left out\) … .* end$/);
    expect(line.length).toBeLessThan(5000);
  });

  test("long text is checked quickly", () => {
    const { host } = open();
    host.mask(PFX);
    host.info("");
    const start = performance.now();
    host.fail("AZS204", PFX.slice(1).repeat(20_000));
    host.debug("%41".repeat(10_000_000));
    expect(performance.now() - start).toBeLessThan(1000);
  });

  test("of thousands of warnings some are shown, and a count", () => {
    const { host, told } = open();
    for (let count = 0; count < 5000; count++) host.warning(`warning ${count}`);
    expect(told).toHaveLength(31);
    expect(told.at(-1)?.[1]).toContain("others are left out");
    host.fail("AZS100", "the failure is still said");
    expect(told.at(-1)?.[2]).toBe("the failure is still said");
  });

  test.each([
    ["\u001b[31mred\u001b[0m", "red"],
    ["a\u0000b\u0007c\u0085d", "a b c d"],
    ["\u202egnp.exe", "gnp.exe"],
  ])("with signs for a terminal: %j", (text, shown) => {
    expect(printed("", text)).toBe(shown);
  });
});
