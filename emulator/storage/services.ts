/** The blob service of a storage account: its keys, containers and blobs. */
import { createHash, randomBytes } from "node:crypto";
import type { BlobService } from "../stamp/blob-service.ts";
import type { Stamp } from "../stamp/state.ts";

/** `<account>.blob.<region>.<fqdn>` */
export function serviceHost(stamp: Stamp, account: string, service = "blob"): string {
  return `${account}.${service}.${stamp.names.domain}`.toLowerCase();
}

/** Whether a host has the name of an account's service; the account need not exist. */
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
