import { beforeEach, describe, expect, test } from "vitest";
import { evaluate } from "../../emulator/templates/evaluate.ts";
import { type Arm, GROUP, groupOf, NETWORK, networkOf } from "./provider-support.ts";
import { document, refusal } from "./support.ts";

const ONE = `${GROUP}/providers/Microsoft.Resources/deployments/d`;
let arm: Arm;
beforeEach(async () => {
  ({ arm } = await groupOf());
});

const network = (name: string, more: object = {}) => ({
  ...{
    type: "Microsoft.Network/virtualNetworks",
    apiVersion: "2018-11-01",
    name,
    location: "[resourceGroup().location]",
  },
  properties: (networkOf() as { properties: object }).properties,
  ...more,
});

function deploymentOf(resources: readonly object[], more: object = {}, parameters: object = {}): object {
  const template = {
    $schema: "https://schema.management.azure.com/schemas/2015-01-01/deploymentTemplate.json#",
    contentVersion: "1.0.0.0",
    resources,
    ...more,
  };
  return { properties: { mode: "incremental", template, parameters } };
}

describe("expressions", () => {
  test.each<[string, unknown]>([
    ["[concat('a', 'b', string(1))]", "ab1"],
    ["[[not an expression]", "[not an expression]"],
    ["[if(equals(1, 1), 'yes', missing())]", "yes"],
    ["[createArray(1, 2)[1]]", 2],
    ['[json(\'{"a": {"B": 3}}\').A.b]', 3],
    ["[split('a,b', ',')[1]]", "b"],
    ["[format('{0}-{1}', 'x', 2)]", "x-2"],
    ["['it''s']", "it's"],
    ["[substring('abcdef', 1, 2)]", "bc"],
    ["[length(union(createArray(1), createArray(1, 2)))]", 2],
    ["[padLeft(5, 3, '0')]", "005"],
  ])("%s", (text, expected) => {
    expect(evaluate(text, {})).toEqual(expected);
  });

  test.each([
    "[magic()]",
    "[concat('a']",
    "[concat('a') 'b']",
    "[createArray(1)[7]]",
    "[substring('a', 0, 9)]",
    "[constructor()]",
  ])("%s is refused", (text) => {
    expect(() => evaluate(text, {})).toThrow(/Unable|not valid|range/);
  });
});

describe("deployments", () => {
  test("make what they describe in order, and say what came of it", async () => {
    const subnet = "[resourceId('Microsoft.Network/virtualNetworks/subnets', variables('net'), 'one')]";
    const card = {
      ...{ type: "Microsoft.Network/networkInterfaces", apiVersion: "2018-11-01", name: "card", location: "local" },
      dependsOn: ["[resourceId('Microsoft.Network/virtualNetworks', variables('net'))]"],
      properties: { ipConfigurations: [{ name: "ip", properties: { subnet: { id: subnet } } }] },
    };
    const more = {
      parameters: { name: { type: "string" }, secret: { type: "secureString", defaultValue: "hidden" } },
      variables: { net: "[concat(parameters('name'), '-net')]" },
      outputs: { space: { type: "string", value: "[reference(variables('net')).addressSpace.addressPrefixes[0]]" } },
    };
    const body = deploymentOf([card, network("[variables('net')]")], more, { name: { value: "my" } });
    expect(document(await arm("POST", `${ONE}/validate`, body))).toMatchObject({
      properties: { provisioningState: "Succeeded" },
    });
    expect((await arm("GET", `${NETWORK}/networkInterfaces/card`)).status).toBe(404);
    const made = await arm("PUT", ONE, body);
    expect([made.status, document(made)]).toMatchObject([
      201,
      { properties: { provisioningState: "Succeeded", outputs: { space: { value: "10.0.0.0/16" } } } },
    ]);
    expect(made.body).not.toContain("hidden");
    expect((await arm("GET", `${NETWORK}/networkInterfaces/card`)).status).toBe(200);
    const operations = document(await arm("GET", `${ONE}/operations`)) as { value: unknown[] };
    expect(operations.value).toHaveLength(2);
    expect((await arm("DELETE", ONE)).status).toBe(204);
    expect(refusal(await arm("GET", ONE))).toEqual([404, "DeploymentNotFound"]);
  });

  test("copies count, conditions decide", async () => {
    const copies = network("[concat('net', copyIndex(1))]", { copy: { name: "c", count: 2 } });
    await arm("PUT", ONE, deploymentOf([copies, network("never", { condition: "[equals(1, 2)]" })]));
    const { value } = document(await arm("GET", `${NETWORK}/virtualNetworks`)) as { value: { name: string }[] };
    expect(value.map(({ name }) => name)).toEqual(["net1", "net2"]);
  });

  test("one that fails says at which resource", async () => {
    const old = network("net", { apiVersion: "2022-07-01" });
    expect(document(await arm("PUT", ONE, deploymentOf([old])))).toMatchObject({
      properties: {
        provisioningState: "Failed",
        error: { code: "DeploymentFailed", details: [{ code: "NoRegisteredProviderFound" }] },
      },
    });
  });

  test.each<[string, object, string]>([
    ["a parameter without value", deploymentOf([], { parameters: { a: { type: "string" } } }), "InvalidTemplate"],
    [
      "a parameter of another type",
      deploymentOf([], { parameters: { a: { type: "int", defaultValue: "x" } } }),
      "InvalidTemplate",
    ],
    ["a parameter too many", deploymentOf([], {}, { b: { value: 1 } }), "InvalidTemplate"],
    [
      "a value that is not allowed",
      deploymentOf([], { parameters: { a: { type: "int", defaultValue: 3, allowedValues: [1] } } }),
      "InvalidTemplate",
    ],
    [
      "a circle",
      deploymentOf([network("a", { dependsOn: ["b"] }), network("b", { dependsOn: ["a"] })]),
      "InvalidTemplate",
    ],
    ["a need that is not there", deploymentOf([network("a", { dependsOn: ["c"] })]), "InvalidTemplate"],
    ["names that do not fit the type", deploymentOf([network("a/b")]), "InvalidTemplate"],
    ["no mode", { properties: { template: {} } }, "InvalidRequestContent"],
    ["no schema", deploymentOf([], { $schema: undefined }), "InvalidTemplate"],
  ])("refused: %s", async (_, body, code) => {
    for (const [method, path] of [
      ["PUT", ONE],
      ["POST", `${ONE}/validate`],
    ] as const) {
      expect(refusal(await arm(method, path, body))).toEqual([400, code]);
    }
  });
});
