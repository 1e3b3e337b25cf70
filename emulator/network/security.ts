/** Network security groups: the required properties of a rule, and the rules that every group has. */

import { armError } from "../arm/errors.ts";
import { at, type Properties } from "../arm/kinds.ts";
import { isObject, type StampResponse } from "../http.ts";
import type { Resource } from "../stamp/contents.ts";

const REQUIRED = ["protocol", "access", "direction", "priority"];

/** Each rule is checked separately. Two rules of one direction must not have the same priority. */
export function securityGroup({ properties, id }: Resource): Properties | StampResponse {
  const { securityRules = [] } = properties;
  const rules = (Array.isArray(securityRules) ? securityRules : []).filter(isObject);
  const taken = new Map<string, string>();
  for (const rule of rules) {
    const name = String(rule["name"]);
    const missing = REQUIRED.find((field) => at(rule, `properties.${field}`) === undefined);
    if (missing !== undefined) {
      return armError(
        400,
        "MissingJsonProperty",
        `The mandatory property ${missing} of ${id}/securityRules/${name} is missing.`,
      );
    }
    const priority = Number(at(rule, "properties.priority"));
    if (!(priority >= 100 && priority <= 4096)) {
      const words = `Security rule has invalid Priority. Value provided: ${priority} Allowed range 100-4096.`;
      return armError(400, "SecurityRuleInvalidPriority", words);
    }
    const key = `${at(rule, "properties.direction")} ${priority}`;
    const other = taken.get(key);
    if (other !== undefined) {
      const words = `Security rules ${other} and ${name} have the same Priority and Direction. Rules cannot have the same Priority and Direction.`;
      return armError(400, "SecurityRuleConflict", words);
    }
    taken.set(key, name);
  }
  return { ...properties, securityRules: rules };
}

export function defaultRules(): Properties {
  const rule = (name: string, priority: number, access: string, direction: string, from = "*", to = "*") => ({
    name,
    properties: {
      ...{ protocol: "*", access, direction, priority, sourcePortRange: "*", destinationPortRange: "*" },
      ...{ sourceAddressPrefix: from, destinationAddressPrefix: to },
    },
  });
  return {
    defaultSecurityRules: [
      rule("AllowVnetInBound", 65000, "Allow", "Inbound", "VirtualNetwork", "VirtualNetwork"),
      rule("AllowAzureLoadBalancerInBound", 65001, "Allow", "Inbound", "AzureLoadBalancer"),
      rule("DenyAllInBound", 65500, "Deny", "Inbound"),
      rule("AllowVnetOutBound", 65000, "Allow", "Outbound", "VirtualNetwork", "VirtualNetwork"),
      rule("AllowInternetOutBound", 65001, "Allow", "Outbound", "*", "Internet"),
      rule("DenyAllOutBound", 65500, "Deny", "Outbound"),
    ],
  };
}
