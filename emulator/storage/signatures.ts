/** Authorization at a blob service: requests signed with an account's key, and signed URLs (SAS). */

import { createHmac, timingSafeEqual } from "node:crypto";
import type { StampRequest } from "../http.ts";
import type { BlobService } from "../stamp/blob-service.ts";

/**
 * What a signature allows: `all` with a key, otherwise letters of `sp`; and the container or blob to which it is
 * limited.
 */
export interface Grant {
  readonly permissions: string;
  readonly container?: string;
  readonly blob?: string;
}

const STANDARD = [
  ...["content-encoding", "content-language", "content-length", "content-md5", "content-type", "date"],
  ...["if-modified-since", "if-match", "if-none-match", "if-unmodified-since", "range"],
];

/**
 * The grant, or the reason why there is none. Both strings to sign are built in the order of the service's
 * documentation.
 */
export function authorize(request: StampRequest, service: BlobService, now: number): Grant | string {
  const header = request.headers["authorization"] ?? "";
  if (header === "") return request.query.has("sig") ? signedAddress(request, service, now) : "none";
  const [, account = "", signature = ""] = /^SharedKey ([^:]+):(.+)$/.exec(header) ?? [];
  if (account !== service.account) return "The authorization header is not of this account.";
  const date = Date.parse(request.headers["x-ms-date"] ?? request.headers["date"] ?? "");
  // Fifteen minutes, according to the service's documentation.
  if (!(Math.abs(now - date) <= 15 * 60_000)) return "Request date header too old.";
  const text = stringToSign(request, service.account);
  return signedBy(service, text, signature)
    ? { permissions: "all" }
    : `The MAC signature is not the same. Server used: ${text}`;
}

function stringToSign(request: StampRequest, account: string): string {
  const { headers, method } = request;
  const standard = STANDARD.map((name) => {
    const value = headers[name] ?? "";
    if (name === "content-length" && value === "0") return "";
    return name === "date" && headers["x-ms-date"] !== undefined ? "" : value;
  });
  const own = Object.entries(headers)
    .filter(([name]) => name.startsWith("x-ms-"))
    .toSorted(([one], [other]) => (one < other ? -1 : 1))
    .map(([name, value]) => `${name}:${value.trim()}\n`)
    .join("");
  const names = [...new Set([...request.query.keys()].map((name) => name.toLowerCase()))].toSorted();
  const query = names.map((name) => `\n${name}:${valuesOf(request.query, name).toSorted().join(",")}`).join("");
  return `${method}\n${standard.join("\n")}\n${own}/${account}${request.path}${query}`;
}

function valuesOf(query: URLSearchParams, name: string): string[] {
  return [...query].filter(([other]) => other.toLowerCase() === name).map(([, value]) => value);
}

function signedBy(service: BlobService, text: string, signature: string): boolean {
  const given = Buffer.from(signature, "base64");
  return Object.values(service.keys).some((key) => {
    const own = createHmac("sha256", Buffer.from(key, "base64")).update(text, "utf8").digest();
    return own.length === given.length && timingSafeEqual(own, given);
  });
}

function signedAddress(request: StampRequest, service: BlobService, now: number): Grant | string {
  const field = (name: string) => request.query.get(name) ?? "";
  if (field("st") !== "" && Date.parse(field("st")) > now) return "Signature not valid yet.";
  if (!(Date.parse(field("se")) > now)) return "Signature not valid in the specified time frame.";
  const account = request.query.has("ss");
  const text = account ? accountText(service.account, field) : serviceText(request, service.account, field);
  if (!signedBy(service, text, field("sig"))) return `Signature did not match. String to sign used was ${text}`;
  if (account) return field("ss").includes("b") ? { permissions: field("sp") } : "The signature is not for blobs.";
  const [container = "", ...rest] = decodeURIComponent(request.path).slice(1).split("/");
  return { permissions: field("sp"), container, ...(field("sr") === "b" ? { blob: rest.join("/") } : {}) };
}

function accountText(account: string, field: (name: string) => string): string {
  return `${[account, ...["sp", "ss", "srt", "st", "se", "sip", "spr", "sv"].map(field)].join("\n")}\n`;
}

/** Since 2018-11-09 the signature also covers the resource and the snapshot's time. */
function serviceText(request: StampRequest, account: string, field: (name: string) => string): string {
  const path = decodeURIComponent(request.path);
  const resource = field("sr") === "c" ? `/${path.split("/")[1]}` : path;
  const since2018 = field("sv") >= "2018-11-09" ? [field("sr"), field("snapshot")] : [];
  return [
    ...["sp", "st", "se"].map(field),
    `/blob/${account}${resource}`,
    ...["si", "sip", "spr", "sv"].map(field),
    ...since2018,
    ...["rscc", "rscd", "rsce", "rscl", "rsct"].map(field),
  ].join("\n");
}
