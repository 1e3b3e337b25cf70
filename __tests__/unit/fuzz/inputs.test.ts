import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { readAgentRoots } from "../../../src/certificates/agent-roots.ts";
import { readClientCertificate, toPfx } from "../../../src/certificates/client-certificate.ts";
import { judgeRoot, readGivenRoots, readRoots } from "../../../src/certificates/roots.ts";
import { readConnection } from "../../../src/host/service-connection.ts";
import { INPUT_NAMES } from "../../../src/inputs/input-names.ts";
import { readInputs } from "../../../src/inputs/inputs.ts";
import { asLife } from "../../../src/io/lives.ts";
import { UNDO_KINDS } from "../../../src/job/undo.ts";
import { readRecords } from "../../../src/journal/journal.ts";
import { parseProfile } from "../../../src/stamp/profiles.ts";
import { endNeeds, removeNeeds } from "../../../src/trust/store/pem-entries.ts";
import type { AnyEntry } from "../any-entry.ts";
import { bytes, certificate, FROM, text as fileText, NOW, openssl } from "../certificates/workshop.ts";
import { CLIENT_ID, ENDPOINT, inputHost, LIFE, NO_PROCESSES, TENANT_ID } from "../samples.ts";
import { entryNeededBy } from "../trust/entries.ts";
import { damaged, holds, mutated, text } from "./readers.ts";

/** Fewer, because each decryption takes milliseconds. */
const FEW = Number(process.env["CASES"] ?? 100);

describe("certificates", () => {
  certificate("root", { section: "root" });
  certificate("client", { issuer: "root" });
  openssl("pkcs8 -topk8 -in client.key -out client.enc -v2 aes-256-cbc -passout pass:word");
  openssl("pkcs12 -export -inkey client.key -in client.pem -out client.pfx -passout pass:word");
  openssl("x509 -in root.pem -outform DER -out root.der");
  openssl("crl2pkcs7 -nocrl -certfile root.pem -outform DER -out root.p7b");
  const pem = fileText("client.key") + fileText("client.pem") + fileText("root.pem");

  const read = (material: Buffer | string) => readClientCertificate(material, "word", FROM, NOW);
  const ofClient = (found: Awaited<ReturnType<typeof read>>) => {
    expect(found.thumbprint).toMatch(/^[0-9A-F]{40}$/);
    expect(found.pem).toMatch(/^-----BEGIN PRIVATE KEY-----\n/);
    expect(found.subject).not.toMatch(/\n/);
  };

  test.each([
    ["PEM", Buffer.from(pem)],
    ["an encrypted key", Buffer.from(fileText("client.enc") + fileText("client.pem"))],
    ["PFX", bytes("client.pfx")],
    ["base64 of a PFX", Buffer.from(bytes("client.pfx").toString("base64"))],
  ])("of a client, damaged %s", { timeout: 300_000 }, async (_, content) => {
    await holds(
      fc.oneof({ weight: 1, arbitrary: fc.constant(content) }, { weight: 9, arbitrary: damaged(content) }),
      read,
      ofClient,
      FEW,
    );
  });

  const judged = (material: Buffer | string) => {
    const roots = readRoots(material, FROM);
    for (const root of roots) judgeRoot(root, FROM, NOW, roots);
    return roots;
  };

  test.each([
    ["PEM", Buffer.from(fileText("root.pem") + fileText("client.pem"))],
    ["DER", bytes("root.der")],
    ["base64", Buffer.from(bytes("root.der").toString("base64"))],
    ["PKCS #7", bytes("root.p7b")],
  ])("of a CA, damaged %s", async (_, content) => {
    await holds(
      fc.oneof(fc.constant(content), damaged(content)),
      (one) => readGivenRoots(one, FROM),
      (roots) => {
        for (const { subject, fingerprints } of roots) {
          expect(subject).not.toMatch(/\n/);
          expect(fingerprints.sha256).toMatch(/^([0-9A-F]{2}:){31}[0-9A-F]{2}$/);
        }
      },
    );
    await holds(damaged(content), judged);
  });

  test("of a VM's agent", async () => {
    await holds(damaged(Buffer.from(pem)), (one) => readAgentRoots(one, FROM, NOW));
  });

  test("of anything else", async () => {
    const blocks = fc.array(
      fc.constantFrom(...pem.split("\n"), "-----BEGIN X-----", "Proc-Type: 4,ENCRYPTED", "", "="),
      { maxLength: 60 },
    );
    const material = fc.oneof(
      text,
      fc.uint8Array({ maxLength: 300 }).map((one) => Buffer.from(one)),
      blocks.map((one) => one.join("\n")),
    );
    await holds(material, read);
    await holds(material, judged);
  });

  test("are written as PFX with any password", async () => {
    const client = await read(Buffer.from(pem));
    await holds(
      text,
      (password) => toPfx(client, password),
      (pfx) => expect(pfx.length).toBeGreaterThan(1000),
      30,
    );
  });
});

describe("what a job leaves", () => {
  const records: readonly AnyEntry[] = [
    { undo: "process", pid: 4711 },
    { undo: "roots", stored: { store: "az", files: ["/a"], job: "azs-login-1" } },
    { undo: "placed-file", file: "/b", kept: undefined },
    { undo: "az-config", folder: "/c", existed: true, before: "/d", after: "/e" },
    { undo: "variables", values: { X: { ours: "y", afterwards: "" } } },
  ];
  const lines = Buffer.from(records.map((one) => `${JSON.stringify(one)}\n`).join(""));

  test("a journal, damaged", async () => {
    const journal = fc.oneof(
      damaged(lines).map(String),
      fc.array(mutated(records[1]).map((one) => JSON.stringify(one))).map((all) => `${all.join("\n")}\n`),
    );
    await holds(
      journal,
      (text) => readRecords(text, UNDO_KINDS),
      ({ entries }) => {
        for (const entry of entries as readonly AnyEntry[]) {
          const { files } = Object(entry["stored"]) as { readonly files?: readonly unknown[] };
          if (entry.undo === "roots") expect(files?.every((file) => typeof file === "string")).toBe(true);
          if (entry.undo === "process") expect(entry["pid"]).toBeGreaterThan(0);
        }
      },
    );
  });

  test("a life", async () => {
    await holds(mutated(LIFE), asLife, (life) => life && expect(Object.keys(life)).toContain("boot"));
  });

  test("entries of a bundle", async () => {
    const bundle = Buffer.from(entryNeededBy(["azs-login-1", "azs-login-2"]));
    await holds(
      damaged(bundle).map((one) => one.toString("latin1")),
      (one) => [removeNeeds(one, ({ job }) => job === "azs-login-1"), endNeeds(one, () => false)],
      ([_, untouched]) => expect(untouched?.length).toBeGreaterThanOrEqual(0),
    );
  });
});

test("service connections", async () => {
  const value = fc.oneof(
    text,
    fc.constantFrom("ServicePrincipal", "WorkloadIdentityFederation", "AzureStack", "true", "spnCertificate", ""),
  );
  await holds(
    fc.tuple(fc.infiniteStream(value), fc.boolean()),
    ([values, hasEndpoint]) => {
      const next = () => values.next().value ?? "";
      return readConnection({ url: next, scheme: next, data: next, authorization: next }, "id", hasEndpoint);
    },
    ({ inputs }) => expect(Object.values(inputs).every((one) => typeof one === "string")).toBe(true),
  );
});

describe("inputs", () => {
  const given = {
    endpoint: ENDPOINT,
    "client-id": CLIENT_ID,
    "client-secret": "s3cret-of-nobody",
    "tenant-id": TENANT_ID,
  };
  const values = fc.oneof(
    text,
    fc.constantFrom(
      "true",
      "auto",
      "2108",
      "AzureCloud",
      "https://a.b.c",
      "a,b",
      JSON.stringify({ clientId: CLIENT_ID }),
    ),
  );

  test("of any kind", async () => {
    // `sample-config` is left out because the generated text may be the name of an existing file.
    const names = INPUT_NAMES.filter((name) => name !== "sample-config");
    const odd = fc.record(Object.fromEntries(names.map((name) => [name, values])), { requiredKeys: [] });
    const some = odd.chain((all) => fc.subarray(Object.entries(all), { maxLength: 3 }));
    await holds(
      some,
      (changes) =>
        readInputs(
          inputHost({ ...given, ...(Object.fromEntries(changes) as Record<string, string>) }),
          NOW,
          NO_PROCESSES,
        ),
      ({ endpoint, trustedAuthorities }) => {
        expect(endpoint.url).toMatch(/^https:\/\/[a-z0-9.:-]+$/);
        for (const host of trustedAuthorities) expect(host).toMatch(/^[a-z0-9.:-]+$/);
      },
    );
  });

  test("of creds", async () => {
    const creds = {
      clientId: CLIENT_ID,
      clientSecret: "s3cret-of-nobody",
      tenantId: TENANT_ID,
      resourceManagerEndpointUrl: ENDPOINT,
    };
    await holds(
      fc.oneof(
        mutated(creds).map((one) => JSON.stringify(one) ?? ""),
        damaged(Buffer.from(JSON.stringify(creds))).map(String),
      ),
      (one) => readInputs(inputHost({ creds: one }), NOW, NO_PROCESSES),
      ({ endpoint }) => expect(endpoint.url).toMatch(/^https:\/\/[a-z0-9.:-]+$/),
    );
  });

  test("of profiles", async () => {
    await holds(text, parseProfile);
  });
});
