/** The blob service of a storage account: its keys, containers and blobs. */
import { createHash, randomBytes } from "node:crypto";
import type { Stamp } from "../state.ts";

export interface Blob {
  readonly name: string;
  readonly bytes: Buffer;
  readonly type: string;
  readonly contentType: string;
  readonly metadata: Readonly<Record<string, string>>;
  readonly etag: string;
  /** Milliseconds since 1970. */
  readonly modified: number;
}

export interface Container {
  readonly name: string;
  readonly etag: string;
  readonly modified: number;
  readonly access: string | undefined;
  metadata: Readonly<Record<string, string>>;
  /** By name; names of blobs have case. */
  readonly blobs: Map<string, Blob>;
  /** Blocks that no blob has yet, by blob and block ID. */
  readonly blocks: Map<string, Buffer>;
}

export interface BlobService {
  readonly account: string;
  /** Base64, `key1` and `key2`. */
  readonly keys: Record<"key1" | "key2", string>;
  readonly containers: Map<string, Container>;
}

/** `<account>.blob.<region>.<fqdn>` */
export function serviceHost(stamp: Stamp, account: string, service = "blob"): string {
  return `${account}.${service}.${stamp.names.domain}`.toLowerCase();
}

/** Whether a host is one of an account, which need not exist. */
export function isServiceHost(stamp: Stamp, host: string): boolean {
  const parent = host.slice(host.indexOf(".") + 1);
  return ["blob", "queue", "table"].some((service) => parent === `${service}.${stamp.names.domain}`);
}

export function makeKey(): string {
  return randomBytes(64).toString("base64");
}

export function makeService(account: string): BlobService {
  return { account, keys: { key1: makeKey(), key2: makeKey() }, containers: new Map() };
}

export function newEtag(): string {
  return `"0x8D${randomBytes(6).toString("hex").toUpperCase()}"`;
}

export function md5(bytes: Buffer): string {
  return createHash("md5").update(bytes).digest("base64");
}
