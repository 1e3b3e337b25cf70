import { createHmac } from "node:crypto";
import { beforeEach, describe, expect, test } from "vitest";
import { handle, serves } from "../../emulator/hosts.ts";
import type { StampRequest, StampResponse } from "../../emulator/http.ts";
import type { Stamp } from "../../emulator/stamp/state.ts";
import { type Arm, GROUP, groupOf, SUBSCRIPTION } from "./provider-support.ts";
import { document, refusal, requestOf } from "./support.ts";

const ACCOUNT = `${GROUP}/providers/Microsoft.Storage/storageAccounts/box`;
const BODY = { location: "local", sku: { name: "Standard_LRS" }, kind: "Storage" };
const BLOBS = "https://box.blob.local.azurestack.external";

let stamp: Stamp;
let arm: Arm;
let key: string;
beforeEach(async () => {
  ({ stamp, arm } = await groupOf());
  await arm("PUT", ACCOUNT, BODY);
  const { keys } = document(await arm("POST", `${ACCOUNT}/listKeys`)) as { keys: { value: string }[] };
  key = keys[0]?.value ?? "";
});

describe("accounts", () => {
  test("names are checked, taken once, and resolve as long as the account", async () => {
    const check = (name: string) =>
      arm(
        "POST",
        `${SUBSCRIPTION}/providers/Microsoft.Storage/checkNameAvailability`,
        { name, type: "Microsoft.Storage/storageAccounts" },
        "2019-06-01",
      );
    expect([await check("box"), await check("box2"), await check("B")].map((one) => document(one)["reason"])).toEqual([
      "AlreadyExists",
      undefined,
      "AccountNameInvalid",
    ]);
    for (const service of ["blob", "queue", "table"])
      expect(serves(stamp, `box.${service}.local.azurestack.external`)).toBe(true);
    await arm("DELETE", ACCOUNT);
    expect(serves(stamp, "box.blob.local.azurestack.external")).toBe(false);
  });

  test.each<[string, string, object, readonly [number, string]]>([
    ["no SKU", "other", { location: "local" }, [400, "InvalidParameter"]],
    [
      "a SKU that stamps lack",
      "other",
      { ...BODY, sku: { name: "Standard_GRS" } },
      [400, "InvalidValuesForRequestParameters"],
    ],
    ["a name with capitals", "Other", BODY, [400, "AccountNameInvalid"]],
  ])("refused: %s", async (_, name, body, expected) => {
    expect(refusal(await arm("PUT", ACCOUNT.replace(/box$/, name), body))).toEqual(expected);
  });
});

interface Extra {
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
  readonly version?: string;
  readonly signer?: string;
}

/** Signs a request according to the documentation, without the emulator's own code. */
async function blob(
  method: string,
  path: string,
  { headers = {}, body = "", version = "2019-07-07", signer = key }: Extra = {},
) {
  const base: Record<string, string> = {
    "x-ms-date": new Date().toUTCString(),
    "x-ms-version": version,
    ...(method === "PUT" ? { "content-length": String(body.length) } : {}),
    ...headers,
  };
  const request: StampRequest = requestOf(method, `${BLOBS}${path}`, { body, headers: base });
  const length = body === "" ? "" : String(body.length);
  const first = [
    "",
    "",
    length,
    "",
    base["content-type"] ?? "",
    "",
    "",
    "",
    base["if-none-match"] ?? "",
    "",
    base["range"] ?? "",
  ];
  const own = Object.keys(base)
    .filter((name) => name.startsWith("x-ms-"))
    .toSorted()
    .map((name) => `${name}:${base[name]}\n`);
  const query = [...request.query]
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, value]) => `\n${name}:${value}`);
  const text = `${method}\n${first.join("\n")}\n${own.join("")}/box${request.path}${query.join("")}`;
  const signature = createHmac("sha256", Buffer.from(signer, "base64")).update(text).digest("base64");
  return handle({ ...request, headers: { ...base, authorization: `SharedKey box:${signature}` } }, stamp);
}

const code = ({ status, headers }: StampResponse) => [status, headers["x-ms-error-code"]];
const put = (path: string, body = "A note.", headers = {}) =>
  blob("PUT", path, { body, headers: { "x-ms-blob-type": "BlockBlob", ...headers } });

describe("blobs", () => {
  beforeEach(() => blob("PUT", "/cab?restype=container"));

  test("written, listed, read whole and in part, deleted", async () => {
    expect((await put("/cab/a/note.txt")).status).toBe(201);
    expect((await blob("GET", "/cab?restype=container&comp=list")).body).toContain("<Name>a/note.txt</Name>");
    expect((await blob("GET", "/cab?restype=container&comp=list&delimiter=/")).body).toContain(
      "<BlobPrefix><Name>a/</Name>",
    );
    expect((await blob("GET", "/cab/a/note.txt")).bytes?.toString()).toBe("A note.");
    const part = await blob("GET", "/cab/a/note.txt", { headers: { "x-ms-range": "bytes=2-100" } });
    expect([part.status, part.bytes?.toString(), part.headers["content-range"]]).toEqual([206, "note.", "bytes 2-6/7"]);
    expect((await blob("DELETE", "/cab/a/note.txt")).status).toBe(202);
    expect(code(await blob("GET", "/cab/a/note.txt"))).toEqual([404, "BlobNotFound"]);
  });

  test("in blocks, in the order of the list", async () => {
    for (const [id, body] of [
      ["QQ==", "1"],
      ["Qg==", "2"],
    ] as const)
      await blob("PUT", `/cab/b?comp=block&blockid=${encodeURIComponent(id)}`, { body });
    const list = (...ids: string[]) => `<BlockList>${ids.map((id) => `<Latest>${id}</Latest>`).join("")}</BlockList>`;
    expect(code(await blob("PUT", "/cab/b?comp=blocklist", { body: list("QQ==", "Qw==") }))).toEqual([
      400,
      "InvalidBlockList",
    ]);
    expect((await blob("PUT", "/cab/b?comp=blocklist", { body: list("Qg==", "QQ==") })).status).toBe(201);
    expect((await blob("GET", "/cab/b")).bytes?.toString()).toBe("21");
  });

  test.each<[string, () => Promise<StampResponse>, readonly [number, string]]>([
    ["a newer version", () => blob("GET", "/cab/x", { version: "2019-10-10" }), [400, "InvalidHeaderValue"]],
    [
      "another key",
      () => blob("GET", "/cab/x", { signer: Buffer.from("no").toString("base64") }),
      [403, "AuthenticationFailed"],
    ],
    [
      "an old date",
      () => blob("GET", "/cab/x", { headers: { "x-ms-date": new Date(0).toUTCString() } }),
      [403, "AuthenticationFailed"],
    ],
    ["no container", () => put("/lost/x"), [404, "ContainerNotFound"]],
    ["a bad container's name", () => blob("PUT", "/Cab_?restype=container"), [400, "InvalidResourceName"]],
    ["the same container", () => blob("PUT", "/cab?restype=container"), [409, "ContainerAlreadyExists"]],
    ["no type of blob", () => blob("PUT", "/cab/x", { body: "a" }), [400, "MissingRequiredHeader"]],
  ])("refused: %s", async (_, ask, expected) => {
    expect(code(await ask())).toEqual(expected);
  });

  test("a signed address reads one blob until it ends, and no more", async () => {
    await put("/cab/a");
    await put("/cab/b");
    const address = (expiry: string, permissions = "r") => {
      const fields = [
        permissions,
        "",
        expiry,
        "/blob/box/cab/a",
        "",
        "",
        "",
        "2019-07-07",
        "b",
        "",
        "",
        "",
        "",
        "",
        "",
      ];
      const sig = createHmac("sha256", Buffer.from(key, "base64")).update(fields.join("\n")).digest("base64");
      return new URLSearchParams({ sp: permissions, se: expiry, sv: "2019-07-07", sr: "b", sig });
    };
    const ask = (method: string, path: string, query: URLSearchParams) =>
      handle(requestOf(method, `${BLOBS}${path}?${query}`), stamp);
    const good = address("2099-01-01");
    expect((await ask("GET", "/cab/a", good)).status).toBe(200);
    expect(code(await ask("DELETE", "/cab/a", good))).toEqual([403, "AuthorizationPermissionMismatch"]);
    expect(code(await ask("GET", "/cab/b", good))).toEqual([403, "AuthenticationFailed"]);
    expect(code(await ask("GET", "/cab/a", address("2001-01-01")))).toEqual([403, "AuthenticationFailed"]);
    const widened = address("2099-01-01");
    widened.set("sp", "rd");
    expect(code(await ask("DELETE", "/cab/a", widened))).toEqual([403, "AuthenticationFailed"]);
  });
});

test.each([
  ["1808", "2017-04-17", "2017-07-29"],
  ["2008", "2017-11-09", "2018-03-28"],
  ["2311", "2019-07-07", "2019-10-10"],
] as const)("build %s takes up to %s", async (build, newest, next) => {
  ({ stamp, arm } = await groupOf({ build }));
  const version = build === "1808" ? "2016-01-01" : "2017-10-01";
  await arm("PUT", ACCOUNT, BODY, version);
  const { keys } = document(await arm("POST", `${ACCOUNT}/listKeys`, undefined, version)) as {
    keys: { value: string }[];
  };
  key = keys[0]?.value ?? "";
  expect((await blob("GET", "/?comp=list", { version: newest })).status).toBe(200);
  expect(code(await blob("GET", "/?comp=list", { version: next }))).toEqual([400, "InvalidHeaderValue"]);
});
