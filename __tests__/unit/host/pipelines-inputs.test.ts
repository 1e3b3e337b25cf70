import { describe, expect, test } from "vitest";
import { type TaskReader, taskInputs } from "../../../src/host/pipelines-inputs.ts";

const CONNECTION = "b1a5d4f0-5c3e-4f7a-9d0e-0d6a2f9c1e11";
const STAMP = "https://management.local.azurestack.external/";
const DATA = { environment: "AzureStack", subscriptionid: "a subscription" };
const SECRET = { serviceprincipalid: "an application", tenantid: "a tenant", serviceprincipalkey: "hunter2" };
const CERTIFICATE = {
  serviceprincipalid: "an application",
  tenantid: "a tenant",
  authenticationType: "spnCertificate",
  servicePrincipalCertificate: "a PEM",
};

const PFX = Buffer.alloc(900, 7);

interface Connection {
  readonly scheme?: string;
  readonly url?: string;
  readonly data?: Readonly<Record<string, string>>;
  readonly authorization?: Readonly<Record<string, string>>;
}

/** Keys in any case, as an agent passes them. */
function valueIn(values: Readonly<Record<string, string>>, key: string): string {
  return Object.entries(values).find(([name]) => name.toLowerCase() === key.toLowerCase())?.[1] ?? "";
}

function reader(inputs: Readonly<Record<string, string>>, connection: Connection = {}): TaskReader {
  const { scheme = "ServicePrincipal", url = STAMP, data = DATA, authorization = SECRET } = connection;
  return {
    input: (name) => inputs[name] ?? "",
    secureFile: async (id) => {
      if (id !== "file") throw new Error("status 404");
      return PFX;
    },
    secureFileName: (id) => (id === "file" ? "client.pfx" : ""),
    url: () => url,
    scheme: () => scheme,
    data: (_, key) => valueIn(data, key),
    authorization: (_, key) => valueIn(authorization, key),
  };
}

async function read(task: TaskReader, ...names: readonly string[]) {
  const { input } = taskInputs(task);
  return Promise.all(names.map((name) => input(name)));
}

test("an input is read by its name in camel case", async () => {
  expect(await read(reader({ clientId: "x", endpoint: "y" }), "client-id", "endpoint", "az-path")).toEqual([
    "x",
    "y",
    "",
  ]);
});

test("a macro that the agent left as it is is a variable that does not exist", async () => {
  await expect(read(reader({ clientSecret: "$(AZS.SECRET)" }), "client-secret")).rejects.toMatchObject({
    code: "AZS140",
    problem: expect.stringContaining("clientSecret is the text $(AZS.SECRET)"),
  });
  expect(await read(reader({ clientSecret: "$(a b) and $x" }), "client-secret")).toEqual(["$(a b) and $x"]);
});

describe("a service connection", () => {
  const NAMES = ["endpoint", "client-id", "tenant-id", "subscription-id", "client-secret", "client-certificate"];
  const given = { azureConnection: CONNECTION };

  test.each<[string, Connection, readonly string[]]>([
    ["with a secret", {}, [STAMP, "an application", "a tenant", "a subscription", "hunter2", ""]],
    [
      "with a certificate",
      { authorization: CERTIFICATE },
      [STAMP, "an application", "a tenant", "a subscription", "", "a PEM"],
    ],
    [
      "with workload identity federation",
      { scheme: "WorkloadIdentityFederation" },
      [STAMP, "an application", "a tenant", "a subscription", "", ""],
    ],
    [
      "of an AD FS",
      { data: { ...DATA, enableAdfsAuthentication: "True" } },
      [STAMP, "an application", "", "a subscription", "hunter2", ""],
    ],
  ])("%s stands for inputs", async (_, connection, values) => {
    expect(await read(reader(given, connection), ...NAMES)).toEqual(values);
    expect(taskInputs(reader(given, connection)).connection?.federated).toBe(connection.scheme !== undefined);
  });

  test("names the cloud as AzureCLI@2 looks for it", async () => {
    expect(await read(reader(given), "cloud-name")).toEqual(["AzureStack"]);
    expect(await read(reader({ ...given, cloudName: "mine" }), "cloud-name")).toEqual(["mine"]);
  });

  test("gives way to inputs, one by one", async () => {
    const inputs = { ...given, endpoint: "https://e", subscriptionId: "s" };
    expect(await read(reader(inputs), ...NAMES)).toEqual([
      "https://e",
      "an application",
      "a tenant",
      "s",
      "hunter2",
      "",
    ]);
  });

  test.each([
    ["clientCertificate", "a PEM"],
    ["clientCertificateSecureFile", "file"],
    ["username", "somebody"],
  ])("keeps its secret to itself where %s is given", async (name, value) => {
    expect(await read(reader({ ...given, [name]: value }), "client-secret", "client-id")).toEqual([
      "",
      "an application",
    ]);
  });

  test("of another cloud says who, not where", async () => {
    const elsewhere = { data: { environment: "AzureCloud", subscriptionid: "elsewhere" } };
    expect(
      await read(reader({ ...given, endpoint: STAMP }, elsewhere), "endpoint", "subscription-id", "client-id"),
    ).toEqual([STAMP, "", "an application"]);
    await expect(read(reader(given, elsewhere), "endpoint")).rejects.toMatchObject({ code: "AZS142" });
  });

  test.each<[string, string, Readonly<Record<string, string>>, Connection]>([
    ["AZS141", "with a managed identity", {}, { scheme: "ManagedServiceIdentity" }],
    ["AZS143", "beside creds", { creds: "{}" }, {}],
    ["AZS146", "by a variable of the run", { azureConnection: "$(myStamp)" }, {}],
    ["AZS146", "that the agent does not know", {}, { scheme: "", url: "" }],
  ])("is refused: %s, %s, once", async (code, _, inputs, connection) => {
    const task = reader({ ...given, ...inputs }, connection);
    await expect(read(task, "endpoint")).rejects.toMatchObject({ code });
    expect(await read(task, "client-id", "client-secret")).toEqual(["", ""]);
    expect(taskInputs(task).connection).toBeUndefined();
  });
});

describe("a secure file", () => {
  const given = { clientCertificateSecureFile: "file" };

  test("is the certificate", async () => {
    expect(await read(reader(given), "client-certificate", "client-secret")).toEqual([PFX.toString("base64"), ""]);
  });

  test("that is too short for one is not handed on: it would be taken for a path, and shown", async () => {
    const short = { ...reader(given), secureFile: async () => Buffer.from("hunter2") };
    const refused = expect(read(short, "client-certificate")).rejects;
    await refused.toMatchObject({ code: "AZS310", message: expect.not.stringContaining("hunter2") });
  });

  test("beside a certificate is one too many", async () => {
    await expect(read(reader({ ...given, clientCertificate: "a PEM" }), "client-certificate")).rejects.toMatchObject({
      code: "AZS144",
    });
  });

  test("that cannot be had is named", async () => {
    await expect(read(reader({ clientCertificateSecureFile: "gone" }), "client-certificate")).rejects.toMatchObject({
      code: "AZS145",
      problem: expect.stringContaining("gone cannot be downloaded (status 404)"),
    });
  });
});
