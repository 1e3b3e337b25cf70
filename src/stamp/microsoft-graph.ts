import type { Authority } from "./authority.ts";

const PUBLIC = "https://graph.microsoft.com/";
/** By the host of the login, letter by letter as az has them for its own clouds (azure-cli-core, cloud.py). */
const NATIONAL: Readonly<Record<string, string>> = {
  "login.microsoftonline.us": "https://graph.microsoft.us/",
  "login.usgovcloudapi.net": "https://graph.microsoft.us/",
  "login.chinacloudapi.cn": "https://microsoftgraph.chinacloudapi.cn",
  "login.partner.microsoftonline.cn": "https://microsoftgraph.chinacloudapi.cn",
  "login.microsoftonline.de": "https://graph.microsoft.de",
};

/**
 * What az asks about users, groups and service principals since 2.37: `az role assignment`, `az ad`. No stamp names it.
 *
 * @param graph the stamp's own, which is that of its AD FS
 */
export function microsoftGraphOf({ identityProvider, host }: Authority, graph: string): string {
  if (identityProvider === "adfs") return graph;
  return NATIONAL[new URL(host).hostname] ?? PUBLIC;
}
