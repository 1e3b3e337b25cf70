import { BlockList, isIP } from "node:net";
import { proxyFailures } from "../errors/proxy.ts";
import type { Environment } from "../host/host.ts";

/** An entry of `no_proxy`, and the variable that has it. */
export interface Exception {
  readonly variable: string;
  readonly entry: string;
}

/** How a URL is reached. */
export interface ProxyWay {
  /** Undefined: directly. */
  readonly proxy: URL | undefined;
  /** Why directly, although a proxy is set. */
  readonly exception?: Exception | undefined;
}

/**
 * How a URL is reached, by curl's rules (curl(1), "Environment"; lib/noproxy.c): `https_proxy` before `HTTPS_PROXY`,
 * then `all_proxy`; an empty variable counts as unset. `no_proxy` is a list of `*`, hosts, domains with or without a
 * leading dot, which include all hosts below them, addresses and networks. In addition it accepts `host:port`, as in
 * GitHub's documentation, and `*.domain`. The npm packages for this take a domain without a leading dot for that one
 * host only.
 *
 * @throws Failure `AZS216`
 */
export function proxyFor(url: URL, environment: Environment): ProxyWay {
  const [variable, value] = read(environment, ["https_proxy", "all_proxy"]);
  if (value === "") return { proxy: undefined };
  const [list, exceptions] = read(environment, ["no_proxy"]);
  const entry = entriesOf(exceptions).find((one) => covers(one, url));
  if (entry !== undefined) return { proxy: undefined, exception: { variable: list, entry } };
  const proxy = urlOf(value);
  if (proxy === null) throw proxyFailures.invalid({ variable, what: "something that is no URL" });
  if (!isSupported(proxy))
    throw proxyFailures.invalid({ variable, what: `a proxy of the kind ${proxy.protocol.slice(0, -1)}` });
  return { proxy };
}

/**
 * The same for az, whose Python reads these variables differently (requests, utils.py, should_bypass_proxies; CPython,
 * urllib/request.py): it compares the ends of names, does not know `*.domain`, and compares a port only if the URL has
 * one.
 */
export function proxyForPython(environment: Environment): Readonly<Record<string, string>> {
  const [, proxy] = read(environment, ["https_proxy", "all_proxy"]);
  const entries = entriesOf(read(environment, ["no_proxy"])[1]);
  const exceptions = entries.includes("*") ? "*" : entries.map(inPython).join(",");
  return inBothSpellings({ https_proxy: proxy, all_proxy: "", no_proxy: exceptions });
}

/**
 * The variables that later steps need so that their az reaches these URLs the way the step does.
 *
 * @returns variables with their present value and additions; none if Python reads them as the step does
 */
export function proxyForLater(urls: readonly URL[], environment: Environment): Readonly<Record<string, string>> {
  const [, exceptions] = read(environment, ["no_proxy"]);
  const plain = exceptions.replaceAll(" ", "").split(",");
  const ways = urls.map((url) => proxyFor(url, environment));
  const misread = ways.flatMap(({ exception }) =>
    exception === undefined || (exception.entry !== "*" && plain.includes(exception.entry) && isPlain(exception.entry))
      ? []
      : [exception],
  );
  const [first] = misread;
  const added = new Set(misread.map(({ entry }) => inPython(entry)));
  const isHidden = environment["https_proxy"] === "" && ways.some(({ proxy }) => proxy !== undefined);
  return {
    ...(first === undefined || exceptions === "*" ? {} : { [first.variable]: [exceptions, ...added].join(",") }),
    // For Python, an empty variable in lower case hides the one in upper case.
    ...(isHidden ? { https_proxy: read(environment, ["https_proxy", "all_proxy"])[1] } : {}),
  };
}

/** The job's proxy, regardless of `no_proxy`; undefined if there is none that can be used. */
export function configuredProxy(environment: Environment): URL | undefined {
  const proxy = urlOf(read(environment, ["https_proxy", "all_proxy"])[1]);
  return proxy !== null && isSupported(proxy) ? proxy : undefined;
}

const SCHEME = /^[a-z][a-z\d+.-]*:\/\//i;
function urlOf(value: string): URL | null {
  const url = URL.parse(SCHEME.test(value) ? value : `http://${value}`);
  // Python and curl take a % that begins no encoded character literally; the library that connects to the proxy throws.
  if (url !== null) [url.username, url.password] = [encoded(url.username), encoded(url.password)];
  return url;
}

function encoded(text: string): string {
  try {
    decodeURIComponent(text);
    return text;
  } catch {
    return text.replaceAll("%", "%25");
  }
}

const isSupported = ({ protocol }: URL): boolean => /^https?:$/.test(protocol);

/** @param names in lower case; each is also looked up in upper case */
function read(environment: Environment, names: readonly string[]): readonly [name: string, value: string] {
  const name = names.flatMap((one) => [one, one.toUpperCase()]).find((one) => environment[one]?.trim());
  return name === undefined ? ["", ""] : [name, environment[name]?.trim() ?? ""];
}

function inBothSpellings(variables: Readonly<Record<string, string>>): Readonly<Record<string, string>> {
  const entries = Object.entries(variables);
  return Object.fromEntries([...entries, ...entries.map(([name, value]) => [name.toUpperCase(), value])]);
}

const entriesOf = (list: string): readonly string[] => list.split(/[\s,]+/).filter(Boolean);

/** An entry of `no_proxy`, other than `*`. */
interface Place {
  /** A domain without the dots around it, or an address. */
  readonly name: string;
  readonly family: 0 | 4 | 6;
  /** Prefix length of a network. */
  readonly bits: string | undefined;
  readonly port: string | undefined;
}

function placeOf(entry: string): Place {
  const [, host = entry, port] = /^(\[[^\]]+\]|[^:]+)(?::(\d+))?$/.exec(entry.toLowerCase()) ?? [];
  const [address = "", bits] = host.replaceAll(/[[\]]/g, "").split("/");
  const family = isIP(address) as Place["family"];
  return { name: family === 0 ? host.replace(/^\*?\./, "").replace(/\.$/, "") : address, family, bits, port };
}

function covers(entry: string, url: URL): boolean {
  if (entry === "*") return true;
  const { name, family, bits, port } = placeOf(entry);
  const host = url.hostname.replaceAll(/[[\]]|\.$/g, "");
  if (name === "" || family !== isIP(host) || (port !== undefined && port !== portOf(url))) return false;
  return family === 0
    ? host === name || host.endsWith(`.${name}`)
    : isWithin(host, name, family, Number.parseInt(bits ?? "0", 10));
}

const HTTPS_PORT = "443";
const portOf = ({ port }: URL): string => port || HTTPS_PORT;

/** @param bits as in curl, 0 means the whole address */
function isWithin(address: string, network: string, family: 4 | 6, bits: number): boolean {
  const whole = family === 4 ? 32 : 128;
  if (!(bits >= 0 && bits <= whole)) return false;
  const list = new BlockList();
  list.addSubnet(network, bits || whole, `ipv${family}`);
  return list.check(address, `ipv${family}`);
}

/** An entry in a form that means the same to requests and to urllib, which strips the leading dot. */
function inPython(entry: string): string {
  const { name, family, bits, port } = placeOf(entry);
  if (entry === "*") return entry;
  if (port !== undefined && port !== HTTPS_PORT) return `${name}:${port}`;
  return family === 0 ? `.${name}` : bits === undefined ? name : `${name}/${bits}`;
}

/** Whether Python reads an entry as the step does. */
function isPlain(entry: string): boolean {
  return /^\.?[\w-]+(?:\.[\w-]+)*$/.test(entry) || (placeOf(entry).family !== 0 && placeOf(entry).port === undefined);
}
