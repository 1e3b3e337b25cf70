import type { Environment } from "./host.ts";

/** Passwords in the URLs of proxies, as they stand there and as they are meant. */
export function proxyPasswords(environment: Environment): readonly string[] {
  const proxies = Object.entries(environment).filter(([name]) => /^(?:https?|all)_proxy$/i.test(name));
  const agents = environment["AGENT_PROXYPASSWORD"] ?? "";
  return [agents, ...proxies.map(([, value = ""]) => URL.parse(value)?.password ?? "")].filter(Boolean);
}
