import { expect, test } from "vitest";
import { describeEachAz, type TestAz } from "../support/azs.ts";
import { type Scene, setScene } from "../support/stamp.ts";

/** What az, in a later step, says to a command. */
async function say(az: TestAz, { runner }: Scene, ...args: readonly string[]): Promise<unknown> {
  const step = await runner.step(az.path, args);
  expect(step.exitCode, step.log).toBe(0);
  return step.log === "" ? undefined : JSON.parse(step.log);
}

async function logIn(az: TestAz, scene: Scene, inputs: Readonly<Record<string, string>>): Promise<void> {
  const step = await scene.runner.main({ ...scene.inputs, "az-path": az.path, ...inputs });
  expect(step.exitCode, step.log).toBe(0);
}

describeEachAz("what is asked of the stack", (az) => {
  test("the document of image aliases is the cloud's", async () => {
    const scene = await setScene();
    const url = "https://contoso.com/aliases.json?sig=a%2Bb&sp=r";
    await logIn(az, scene, { "vm-image-alias-doc": url });
    expect(await say(az, scene, "cloud", "show")).toMatchObject({ endpoints: { vmImageAliasDoc: url } });
  });

  test("the operator's endpoint is the cloud AzureStackAdmin, with its own vaults", async () => {
    const scene = await setScene();
    await logIn(az, scene, { endpoint: scene.emulator.adminEndpoint });
    expect(await say(az, scene, "cloud", "show")).toMatchObject({
      name: "AzureStackAdmin",
      isActive: true,
      endpoints: {
        resourceManager: scene.emulator.adminEndpoint,
        activeDirectoryResourceId: scene.emulator.adminAudience,
      },
      suffixes: { keyvaultDns: ".adminvault.local.azurestack.external" },
    });
    expect(await say(az, scene, "account", "show")).toMatchObject({ environmentName: "AzureStackAdmin" });
    expect(await say(az, scene, "group", "list")).toEqual([]);
  });

  test("a tenant given as a domain is a GUID to az and to later steps", async () => {
    const scene = await setScene();
    const { tenantDomain, tenantId } = scene.emulator;
    await logIn(az, scene, { "tenant-id": tenantDomain });
    expect(scene.runner.outputs["tenant-id"]).toBe(tenantId);
    expect(scene.runner.exported).toMatchObject({ AZURE_TENANT_ID: tenantId, ARM_TENANT_ID: tenantId });
    expect(await say(az, scene, "account", "show")).toMatchObject({ tenantId });
    expect(await say(az, scene, "group", "list")).toEqual([]);
  });

  test("a provider that was asked for is registered to az", async () => {
    const scene = await setScene({ registrationTime: 1000 });
    await logIn(az, scene, { "register-providers": "Microsoft.KeyVault" });
    const state = ["provider", "show", "--namespace", "Microsoft.KeyVault", "--query", "registrationState"];
    expect(await say(az, scene, ...state)).toBe("Registered");
  });
});
