import { BlockList, isIP } from "node:net";
import { proxyFailures } from "../errors/proxy.ts";
import type { Environment } from "../host/host.ts";

/** An exception from the proxy, as it stands in a variable. */
export interface Exception {
  readonly variable: string;
  readonly entry: string;
}

/** How a URL is reached. */
export interface ProxyWay {
  /** Undefined: directly. */
  readonly proxy: URL | undefined;
  /** Why directly, although there is a proxy. */
  readonly exception?: Exception | undefined;
}

/**
 * The way to a URL, read as curl reads it (curl(1), "Environment"; lib/noproxy.c): `https_proxy` before `HTTPS_PROXY`,
 * then `all_proxy`; an empty variable is none. `no_proxy` is a list of `*`, hosts, domains with or without a leading dot,
 * which stand for all that is below them, addresses and networks. Beside that it takes `host:port`, as GitHub's
 * documentation has it, and `*.domain`. The npm packages for this read a domain without its dot as that one host.
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
 * The same for az, whose Python reads these variables in another way (requests, utils.py, should_bypass_proxies; CPython,
 * urllib/request.py): by `endsWith`, without `*.domain`, and with a port only where the URL has one.
 */
export function proxyForPython(environment: Environment): Readonly<Record<string, string>> {
  const [, proxy] = read(environment, ["https_proxy", "all_proxy"]);
  const entries = entriesOf(read(environment, ["no_proxy"])[1]);
  const exceptions = entries.includes("*") ? "*" : entries.map(inPython).join(",");
  return inBothSpellings({ https_proxy: proxy, all_proxy: "", no_proxy: exceptions });
}

/**
 * What later steps need so that their az goes the step's way to these URLs.
 *
 * @returns variables with what they hold already and more; none where Python reads them like the step
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
    // To Python, an empty one in small letters hides the other.
    ...(isHidden ? { https_proxy: read(environment, ["https_proxy", "all_proxy"])[1] } : {}),
  };
}

/** The proxy of the job, whatever is excepted from it; undefined where there is none that can be used. */
export function configuredProxy(environment: Environment): URL | undefined {
  const proxy = urlOf(read(environment, ["https_proxy", "all_proxy"])[1]);
  return proxy !== null && isSupported(proxy) ? proxy : undefined;
}

const SCHEME = /^[a-z][a-z\d+.-]*:\/\//i;
function urlOf(value: string): URL | null {
  const url = URL.parse(SCHEME.test(value) ? value : `http://${value}`);
  // Python and curl take a % that begins no encoded character for itself; what connects to the proxy throws.
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

/** @param names in small letters; each is looked for in capital letters, too */
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
  /** Of a network. */
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

/** @param bits curl takes none, and 0, for the whole address */
function isWithin(address: string, network: string, family: 4 | 6, bits: number): boolean {
  const whole = family === 4 ? 32 : 128;
  if (!(bits >= 0 && bits <= whole)) return false;
  const list = new BlockList();
  list.addSubnet(network, bits || whole, `ipv${family}`);
  return list.check(address, `ipv${family}`);
}

/** In the form that means the same to requests, and to urllib, which strips the leading dot. */
function inPython(entry: string): string {
  const { name, family, bits, port } = placeOf(entry);
  if (entry === "*") return entry;
  if (port !== undefined && port !== HTTPS_PORT) return `${name}:${port}`;
  return family === 0 ? `.${name}` : bits === undefined ? name : `${name}/${bits}`;
}

/** Python reads it as the step does. */
function isPlain(entry: string): boolean {
  return /^\.?[\w-]+(?:\.[\w-]+)*$/.test(entry) || (placeOf(entry).family !== 0 && placeOf(entry).port === undefined);
}
