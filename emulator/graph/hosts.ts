/** The host of Microsoft Graph, depending on the cloud of the login host. */
import type { Stamp } from "../stamp/state.ts";

const HOSTS: Readonly<Record<string, string>> = {
  "login.microsoftonline.us": "graph.microsoft.us",
  "login.chinacloudapi.cn": "microsoftgraph.chinacloudapi.cn",
  "login.partner.microsoftonline.cn": "microsoftgraph.chinacloudapi.cn",
};

/** The audiences of tokens for the graph: az sends the slash at the end, other clients do not. */
export function graphAudiences(stamp: Stamp): readonly string[] {
  const graph = `https://${graphHost(stamp)}`;
  return [graph, `${graph}/`];
}

/** On AD FS, the host of the stamp's own graph. */
export function graphHost({ options, names }: Stamp): string {
  return options.idp === "adfs" ? names.graph : (HOSTS[options.loginHost] ?? "graph.microsoft.com");
}
