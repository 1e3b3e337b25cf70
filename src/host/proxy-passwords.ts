import type { Environment } from "./host.ts";

/** Passwords in the URLs of proxies, encoded and decoded. */
export function proxyPasswords(environment: Environment): readonly string[] {
  const proxies = Object.entries(environment).filter(([name]) => /^(?:https?|all)_proxy$/i.test(name));
  const found = proxies.map(([, value = ""]) => {
    // As in curl, the scheme may be left out.
    const url = URL.parse(/^[a-z][a-z\d+.-]*:\/\//i.test(value) ? value : `http://${value}`);
    return url?.password ?? "";
  });
  const agents = environment["AGENT_PROXYPASSWORD"] ?? "";
  return [...new Set([agents, ...found, ...found.map(decoded)])].filter(Boolean);
}

function decoded(password: string): string {
  try {
    return decodeURIComponent(password);
  } catch {
    return password;
  }
}
