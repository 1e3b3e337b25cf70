import type { Authority } from "./authority.ts";

const PUBLIC = "https://graph.microsoft.com/";
/** By the host of the authority, spelled exactly as az has them for its own clouds (azure-cli-core, cloud.py). */
const NATIONAL: Readonly<Record<string, string>> = {
  "login.microsoftonline.us": "https://graph.microsoft.us/",
  "login.usgovcloudapi.net": "https://graph.microsoft.us/",
  "login.chinacloudapi.cn": "https://microsoftgraph.chinacloudapi.cn",
  "login.partner.microsoftonline.cn": "https://microsoftgraph.chinacloudapi.cn",
  "login.microsoftonline.de": "https://graph.microsoft.de",
};

/**
 * The endpoint that az 2.37 and later query for users, groups and service principals (`az role assignment`, `az ad`).
 * No stamp's metadata names it.
 *
 * @param graph the stamp's own graph, which serves its AD FS
 */
export function microsoftGraphOf({ identityProvider, host }: Authority, graph: string): string {
  if (identityProvider === "adfs") return graph;
  return NATIONAL[new URL(host).hostname] ?? PUBLIC;
}
