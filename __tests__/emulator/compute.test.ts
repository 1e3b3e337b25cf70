import { beforeEach, describe, expect, test } from "vitest";
import { type Arm, COMPUTE, cardOf, groupOf, machineOf, NETWORK, networkOf, SUBSCRIPTION } from "./provider-support.ts";
import { document, documents, refusal } from "./support.ts";

let arm: Arm;
beforeEach(async () => {
  ({ arm } = await groupOf());
  await arm("PUT", `${NETWORK}/virtualNetworks/net`, networkOf());
  await arm("PUT", `${NETWORK}/networkInterfaces/card`, cardOf());
});

const VM = `${COMPUTE}/virtualMachines/vm`;
const OPERATIONS = `${SUBSCRIPTION}/providers/Microsoft.Compute/locations/local/operations`;
const GALLERY = `${SUBSCRIPTION}/providers/Microsoft.Compute/locations/local/publishers`;

describe("virtual machines", () => {
  test("made with a disk, without showing the password; stopped and started", async () => {
    const made = await arm("PUT", VM, machineOf());
    expect(made.status).toBe(201);
    expect(made.body).not.toContain("Passw0rd");
    expect(document(await arm("GET", `${VM}?$expand=instanceView`))["properties"]).toHaveProperty("instanceView");
    expect(document(await arm("GET", VM))["properties"]).not.toHaveProperty("instanceView");
    expect(document(await arm("GET", `${COMPUTE}/disks`))).toMatchObject({
      value: [{ properties: { diskState: "Attached" } }],
    });
    for (const [action, state] of Object.entries({
      powerOff: "stopped",
      start: "running",
      deallocate: "deallocated",
    })) {
      expect((await arm("POST", `${VM}/${action}`)).status).toBe(202);
      expect((await arm("GET", `${VM}/instanceView`)).body).toContain(`PowerState/${state}`);
    }
    expect(refusal(await arm("POST", `${VM}/explode`))).toEqual([404, "InvalidResourceType"]);
    expect(refusal(await arm("DELETE", `${NETWORK}/networkInterfaces/card`))).toEqual([400, "NicInUse"]);
  });

  test("answer before they are made, and say when they are", async () => {
    let now = Date.now();
    const slow = await groupOf({ operationTime: 60_000, now: () => now });
    await slow.arm("PUT", `${NETWORK}/virtualNetworks/net`, networkOf());
    await slow.arm("PUT", `${NETWORK}/networkInterfaces/card`, cardOf());
    const state = async () => (document(await slow.arm("GET", VM)) as { properties: object }).properties;
    const made = await slow.arm("PUT", VM, machineOf());
    expect(document(made)).toMatchObject({ properties: { provisioningState: "Creating" } });
    expect(await state()).toMatchObject({ provisioningState: "Creating" });
    const stop = await slow.arm("POST", `${VM}/powerOff`);
    expect(stop).toMatchObject({ status: 202, body: "" });
    const ask = async ({ headers }: typeof made, name: string) => {
      const { pathname, searchParams } = new URL(headers[name] ?? "");
      searchParams.delete("api-version");
      return slow.arm("GET", `${pathname}?${searchParams}`, undefined, "2020-06-01");
    };
    expect(document(await ask(made, "azure-asyncoperation"))).toMatchObject({ status: "InProgress" });
    expect((await ask(stop, "location")).status).toBe(202);
    now += 60_001;
    expect(document(await ask(made, "azure-asyncoperation"))).toMatchObject({ status: "Succeeded" });
    expect((await ask(stop, "location")).status).toBe(200);
    expect(await state()).toMatchObject({ provisioningState: "Succeeded" });
    expect((await slow.arm("DELETE", VM)).status).toBe(202);
    expect((await slow.arm("DELETE", VM)).status).toBe(204);
    const lost = { ...made, headers: { lost: `https://management.local.azurestack.external${OPERATIONS}/x` } };
    expect(refusal(await ask(lost, "lost"))).toEqual([404, "NotFound"]);
  });

  test.each<[string, object, readonly [number, string]]>([
    ["an unknown size", { hardwareProfile: { vmSize: "Standard_Huge" } }, [400, "InvalidParameter"]],
    ["no size", { hardwareProfile: undefined }, [400, "InvalidParameter"]],
    ["no operating system's profile", { osProfile: undefined }, [400, "InvalidParameter"]],
    [
      "a lost card",
      { networkProfile: { networkInterfaces: [{ id: `${NETWORK}/networkInterfaces/no` }] } },
      [400, "InvalidResourceReference"],
    ],
    [
      "an image that is not there",
      { storageProfile: { imageReference: { publisher: "a", offer: "b", sku: "c", version: "latest" } } },
      [404, "PlatformImageNotFound"],
    ],
  ])("refused: %s", async (_, changes, expected) => {
    expect(refusal(await arm("PUT", VM, machineOf(changes)))).toEqual(expected);
  });
});

test("an extension needs its machine, and shows no protected settings", async () => {
  const properties = { publisher: "p", type: "t", typeHandlerVersion: "1.0", protectedSettings: { key: "hidden" } };
  const body = { location: "local", properties };
  expect(refusal(await arm("PUT", `${VM}/extensions/e`, body))).toEqual([404, "ParentResourceNotFound"]);
  await arm("PUT", VM, machineOf());
  expect((await arm("PUT", `${VM}/extensions/e`, body)).body).not.toContain("hidden");
  await arm("DELETE", VM);
  expect(refusal(await arm("GET", `${VM}/extensions/e`))).toEqual([404, "ResourceNotFound"]);
});

test("images: publishers, offers, SKUs, versions, one version", async () => {
  const offers = `${GALLERY}/Canonical/artifacttypes/vmimage/offers`;
  const versions = `${offers}/UbuntuServer/skus/18.04-LTS/versions`;
  const names = async (path: string) => documents(await arm("GET", path)).map((one) => (one as { name: string }).name);
  expect(await names(GALLERY)).toContain("Canonical");
  expect(await names(offers)).toContain("UbuntuServer");
  expect(await names(versions)).toEqual(["18.04.202109180", "18.04.202212090"]);
  expect(await names(`${versions}?$top=1&$orderby=name desc`)).toEqual(["18.04.202212090"]);
  expect((await arm("GET", `${versions}/18.04.202109180`)).body).toContain('"Linux"');
  expect(refusal(await arm("GET", `${versions}/1.0`))).toEqual([404, "PlatformImageNotFound"]);
  expect(refusal(await arm("GET", `${GALLERY}/Nobody/artifacttypes/vmimage/offers`))).toEqual([404, "NotFound"]);
});

test("disks have an API version of their own, and a size", async () => {
  const body = { location: "local", properties: { creationData: { createOption: "Empty" }, diskSizeGB: 4 } };
  expect((await arm("PUT", `${COMPUTE}/disks/d`, body)).status).toBe(200);
  expect(refusal(await arm("PUT", `${COMPUTE}/disks/d`, body, "2020-06-01"))).toEqual([
    400,
    "NoRegisteredProviderFound",
  ]);
  const sizeless = { location: "local", properties: { creationData: { createOption: "Empty" } } };
  expect(refusal(await arm("PUT", `${COMPUTE}/disks/e`, sizeless))).toEqual([400, "InvalidParameter"]);
});
