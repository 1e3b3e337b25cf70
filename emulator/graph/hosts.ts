/** Where Microsoft Graph is, by the cloud that the login host belongs to. */
import type { Stamp } from "../stamp/state.ts";

const HOSTS: Readonly<Record<string, string>> = {
  "login.microsoftonline.us": "graph.microsoft.us",
  "login.chinacloudapi.cn": "microsoftgraph.chinacloudapi.cn",
  "login.partner.microsoftonline.cn": "microsoftgraph.chinacloudapi.cn",
};

/** What a token for the graph may be issued for: az asks with the slash at the end, others without. */
export function graphAudiences(stamp: Stamp): readonly string[] {
  const graph = `https://${graphHost(stamp)}`;
  return [graph, `${graph}/`];
}

/** On AD FS the stamp's own graph. */
export function graphHost({ options, names }: Stamp): string {
  return options.idp === "adfs" ? names.graph : (HOSTS[options.loginHost] ?? "graph.microsoft.com");
}
