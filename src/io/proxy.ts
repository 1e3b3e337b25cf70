import { proxyFailures } from "../errors/proxy.ts";
import type { Environment } from "../host/host.ts";

/**
 * The proxy that a URL is reached through, read as curl and the other tools of a job read it: `NO_PROXY` is a list of
 * `*`, hosts and domains, a domain with or without its leading dot (curl(1), "Environment").
 *
 * @returns undefined when the way is direct
 * @throws Failure `AZS216`
 */
export function proxyFor(url: URL, environment: Environment): URL | undefined {
  const [, exceptions] = firstSet(environment, ["NO_PROXY", "no_proxy"]);
  const direct = exceptions.split(/[\s,]+/).some((exception) => covers(exception.toLowerCase(), url));
  return direct ? undefined : configuredProxy(environment);
}

/**
 * The proxy of the job, `HTTPS_PROXY` with or without scheme.
 *
 * @throws Failure `AZS216` for what is no URL
 */
export function configuredProxy(environment: Environment): URL | undefined {
  const [variable, value] = firstSet(environment, ["HTTPS_PROXY", "https_proxy", "ALL_PROXY", "all_proxy"]);
  if (value === "") return undefined;
  const proxy = URL.parse(/^[a-z]+:\/\//i.test(value) ? value : `http://${value}`);
  if (proxy === null || !/^https?:$/.test(proxy.protocol)) throw proxyFailures.invalid({ variable });
  return proxy;
}

function firstSet(environment: Environment, names: readonly string[]): readonly [name: string, value: string] {
  const name = names.find((one) => environment[one]) ?? "";
  return [name, environment[name]?.trim() ?? ""];
}

function covers(exception: string, { hostname, host }: URL): boolean {
  const domain = exception.replace(/^\*?\./, "");
  if (exception === "*") return true;
  return domain !== "" && [hostname, host].some((name) => name === domain || name.endsWith(`.${domain}`));
}
