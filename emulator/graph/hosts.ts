/** Where Microsoft Graph is, by the cloud that the login host belongs to. */
import type { Stamp } from "../state.ts";

const HOSTS: Readonly<Record<string, string>> = {
  "login.microsoftonline.us": "graph.microsoft.us",
  "login.chinacloudapi.cn": "microsoftgraph.chinacloudapi.cn",
  "login.partner.microsoftonline.cn": "microsoftgraph.chinacloudapi.cn",
};

/** On AD FS the stamp's own graph. */
export function graphHost({ options, names }: Stamp): string {
  return options.idp === "adfs" ? names.graph : (HOSTS[options.loginHost] ?? "graph.microsoft.com");
}
