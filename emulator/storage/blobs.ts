/** Blobs, uploaded whole or in blocks and read whole or in ranges; metadata; copies within the account. */

import { randomUUID } from "node:crypto";
import { empty, type StampRequest, type StampResponse } from "../http.ts";
import type { Blob, Container } from "../stamp/blob-service.ts";
import type { BlobCall } from "./calls.ts";
import { metadataHeaders, metadataIn } from "./containers.ts";
import { blobError } from "./errors.ts";
import { md5, newEtag } from "./services.ts";

export function blob(call: BlobCall, containerName: string, name: string): StampResponse {
  const { request, service } = call;
  const container = service.containers.get(containerName);
  if (container === undefined) return blobError("ContainerNotFound");
  const found = container.blobs.get(name);
  const { method } = request;
  const comp = request.query.get("comp") ?? "";
  if (method === "PUT" && comp !== "metadata" && comp !== "properties") return write(call, container, name, comp);
  if (found === undefined) return blobError("BlobNotFound");
  if (method === "DELETE") {
    container.blobs.delete(name);
    return empty(202);
  }
  if (method === "PUT") return change(call, container, found, comp);
  if (comp !== "" && comp !== "metadata") return blobError("NotImplemented");
  return method === "GET" || method === "HEAD" ? read(request, found) : blobError("UnsupportedHttpVerb");
}

function write(call: BlobCall, container: Container, name: string, comp: string): StampResponse {
  const { request } = call;
  const bytes = request.bytes ?? Buffer.from(request.body);
  const given = request.headers["content-md5"];
  if (given !== undefined && given !== md5(bytes)) return blobError("Md5Mismatch");
  if (comp === "block") {
    container.blocks.set(`${name}\n${request.query.get("blockid")}`, bytes);
    return empty(201, { "content-md5": md5(bytes) });
  }
  // az's `--overwrite false` and the SDKs' default send this header.
  if (request.headers["if-none-match"] === "*" && container.blobs.has(name)) return blobError("BlobAlreadyExists");
  if (comp === "blocklist") return commit(call, container, name);
  if (comp !== "") return blobError("NotImplemented");
  const source = request.headers["x-ms-copy-source"];
  if (source !== undefined) return copy(call, container, name, source);
  const type = request.headers["x-ms-blob-type"];
  if (type === undefined) return blobError("MissingRequiredHeader");
  if (type === "PageBlob" || type === "AppendBlob") return blobError("NotImplemented");
  return type === "BlockBlob" ? keep(call, container, name, bytes) : blobError("InvalidHeaderValue");
}

/** Joins the blocks of a list in its order. Each block must exist. */
function commit(call: BlobCall, container: Container, name: string): StampResponse {
  const ids = [...call.request.body.matchAll(/<(?:Latest|Uncommitted|Committed)>([^<]+)</g)].map(([, id]) => id);
  const blocks = ids.map((id) => container.blocks.get(`${name}\n${id}`));
  const there = blocks.filter((block) => block !== undefined);
  if (there.length < blocks.length) return blobError("InvalidBlockList");
  for (const id of ids) container.blocks.delete(`${name}\n${id}`);
  return keep(call, container, name, Buffer.concat(there));
}

/** Copies a blob of the same account. Copying from elsewhere would leave the emulator. */
function copy(call: BlobCall, container: Container, name: string, source: string): StampResponse {
  const { host, pathname } = new URL(source);
  const [from = "", ...rest] = decodeURIComponent(pathname).slice(1).split("/");
  const original = call.service.containers.get(from)?.blobs.get(rest.join("/"));
  if (host !== call.request.host || original === undefined) return blobError("BlobNotFound");
  const { status, headers } = keep(call, container, name, original.bytes, original.contentType);
  const done = { "x-ms-copy-id": randomUUID(), "x-ms-copy-status": "success" };
  return empty(status === 201 ? 202 : status, { ...headers, ...done });
}

function keep(call: BlobCall, container: Container, name: string, bytes: Buffer, contentType?: string): StampResponse {
  const { headers } = call.request;
  const made: Blob = {
    name,
    bytes,
    type: "BlockBlob",
    contentType:
      contentType ?? headers["x-ms-blob-content-type"] ?? headers["content-type"] ?? "application/octet-stream",
    metadata: metadataIn(headers),
    etag: newEtag(),
    modified: call.now,
  };
  container.blobs.set(name, made);
  return empty(201, { ...validators(made), "content-md5": md5(bytes), "x-ms-request-server-encrypted": "true" });
}

function change({ request, now }: BlobCall, container: Container, before: Blob, comp: string): StampResponse {
  const { headers } = request;
  const metadata = comp === "metadata" ? metadataIn(headers) : before.metadata;
  const contentType = headers["x-ms-blob-content-type"] ?? before.contentType;
  const made: Blob = { ...before, metadata, contentType, etag: newEtag(), modified: now };
  container.blobs.set(made.name, made);
  return empty(200, validators(made));
}

function read({ method, headers }: StampRequest, found: Blob): StampResponse {
  const { bytes, contentType, type, metadata } = found;
  const common = {
    ...validators(found),
    ...metadataHeaders(metadata),
    "content-type": contentType,
    "accept-ranges": "bytes",
    "x-ms-blob-type": type,
    "x-ms-lease-status": "unlocked",
    "x-ms-lease-state": "available",
    "x-ms-server-encrypted": "true",
  };
  const range = /^bytes=(\d+)-(\d*)$/.exec(headers["x-ms-range"] ?? headers["range"] ?? "");
  if (method === "HEAD")
    return empty(200, { ...common, "content-length": String(bytes.length), "content-md5": md5(bytes) });
  if (range === null) return { status: 200, headers: { ...common, "content-md5": md5(bytes) }, body: "", bytes };
  const first = Number(range[1]);
  if (first >= bytes.length) return blobError("InvalidRange");
  const last = Math.min(range[2] === "" ? bytes.length - 1 : Number(range[2]), bytes.length - 1);
  const place = { "content-range": `bytes ${first}-${last}/${bytes.length}`, "x-ms-blob-content-md5": md5(bytes) };
  return { status: 206, headers: { ...common, ...place }, body: "", bytes: bytes.subarray(first, last + 1) };
}

function validators({ etag, modified }: Blob): Record<string, string> {
  return { etag, "last-modified": new Date(modified).toUTCString() };
}
