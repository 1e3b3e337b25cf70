import { expect, test } from "vitest";
import { commandsWork } from "../support/az-commands.ts";
import { describeEachAz } from "../support/azs.ts";
import { setScene } from "../support/stamp.ts";

const STATE = ["provider", "show", "--namespace", "Microsoft.KeyVault", "--query", "registrationState"];

describeEachAz("az has what the inputs say", (az) => {
  test("the document of image aliases, the GUID of a tenant that was given as a domain, a provider", async () => {
    const { emulator, runner, inputs } = await setScene({ registrationTime: 1000 });
    const url = "https://contoso.com/aliases.json?sig=a%2Bb&sp=r";
    const { tenantDomain, tenantId } = emulator;
    const asked = {
      "tenant-id": tenantDomain,
      "vm-image-alias-doc": url,
      "register-providers": "Microsoft.KeyVault",
      "az-path": az.path,
    };
    const step = await runner.main({ ...inputs, ...asked });
    expect(step.exitCode, step.log).toBe(0);
    expect(runner.outputs["tenant-id"]).toBe(tenantId);
    expect(runner.exported).toMatchObject({ AZURE_TENANT_ID: tenantId, ARM_TENANT_ID: tenantId });
    const said = await commandsWork(runner, az.python, [
      ["cloud", "show"],
      ["account", "show"],
      ["group", "list"],
      STATE,
    ]);
    const [cloud, account, groups, state] = said.map((log) => JSON.parse(log));
    expect(cloud).toMatchObject({ endpoints: { vmImageAliasDoc: url } });
    expect(account).toMatchObject({ tenantId });
    expect(groups).toEqual([]);
    expect(state).toBe("Registered");
  });

  test("the operator's endpoint is the cloud AzureStackAdmin, with its own vaults", async () => {
    const { emulator, runner, inputs } = await setScene();
    const step = await runner.main({ ...inputs, endpoint: emulator.adminEndpoint, "az-path": az.path });
    expect(step.exitCode, step.log).toBe(0);
    const said = await commandsWork(runner, az.python, [
      ["cloud", "show"],
      ["account", "show"],
      ["group", "list"],
    ]);
    const [cloud, account, groups] = said.map((log) => JSON.parse(log));
    expect(cloud).toMatchObject({
      name: "AzureStackAdmin",
      isActive: true,
      endpoints: {
        resourceManager: emulator.adminEndpoint,
        activeDirectoryResourceId: emulator.adminAudience,
      },
      suffixes: { keyvaultDns: ".adminvault.local.azurestack.external" },
    });
    expect(account).toMatchObject({ environmentName: "AzureStackAdmin" });
    expect(groups).toEqual([]);
  });
});
