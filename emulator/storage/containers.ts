/** Containers of a blob service. */

import { empty, type StampResponse } from "../http.ts";
import type { Blob, Container } from "../stamp/blob-service.ts";
import type { BlobCall } from "./calls.ts";
import { blobError, escapeXml } from "./errors.ts";
import { md5, newEtag } from "./services.ts";

const NAME = /^(\$root|[a-z0-9](-?[a-z0-9]){2,62})$/;

/** `GET /?comp=list`, and the service's properties, which can only be read. */
export function listContainers({ request, service }: BlobCall): StampResponse {
  if (request.method !== "GET") return blobError("UnsupportedHttpVerb");
  if (request.query.get("comp") !== "list") return blobError("NotImplemented");
  const prefix = request.query.get("prefix") ?? "";
  const all = [...service.containers.values()].filter(({ name }) => name.startsWith(prefix));
  const entries = all.map(
    (one) => `<Container><Name>${one.name}</Name><Properties>${times(one)}${state}</Properties></Container>`,
  );
  const around = `<EnumerationResults ServiceEndpoint="https://${request.host}/">`;
  return xml(`${around}<Containers>${entries.join("")}</Containers><NextMarker/></EnumerationResults>`);
}

/** One container, and the list of its blobs. */
export function container(call: BlobCall, name: string): StampResponse {
  const { request, service } = call;
  const found = service.containers.get(name);
  const { method, query } = request;
  if (query.get("restype") !== "container") return blobError("NotImplemented");
  if (method === "PUT" && !query.has("comp"))
    return found === undefined ? create(call, name) : blobError("ContainerAlreadyExists");
  if (found === undefined) return blobError("ContainerNotFound");
  const comp = query.get("comp");
  if (method === "GET" && comp === "list") return listBlobs(call, found);
  if (method === "PUT" && comp === "metadata") {
    found.metadata = metadataIn(request.headers);
    return empty(200, headersOf(found));
  }
  if (method === "DELETE") {
    service.containers.delete(name);
    return empty(202);
  }
  if (method !== "GET" && method !== "HEAD") return blobError("UnsupportedHttpVerb");
  if (comp === "acl") return { ...xml("<SignedIdentifiers/>"), headers: { ...xml("").headers, ...headersOf(found) } };
  return empty(200, {
    ...headersOf(found),
    ...metadataHeaders(found.metadata),
    "x-ms-lease-status": "unlocked",
    "x-ms-lease-state": "available",
  });
}

/** `x-ms-meta-…` */
export function metadataIn(headers: Readonly<Record<string, string>>): Record<string, string> {
  const own = Object.entries(headers).filter(([name]) => name.startsWith("x-ms-meta-"));
  return Object.fromEntries(own.map(([name, value]) => [name.slice("x-ms-meta-".length), value]));
}

export function metadataHeaders(metadata: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(Object.entries(metadata).map(([name, value]) => [`x-ms-meta-${name}`, value]));
}

function create({ request, service, now }: BlobCall, name: string): StampResponse {
  if (!NAME.test(name)) return blobError("InvalidResourceName");
  const access = request.headers["x-ms-blob-public-access"];
  const made: Container = {
    ...{ name, etag: newEtag(), modified: now, access, metadata: metadataIn(request.headers) },
    ...{ blobs: new Map(), blocks: new Map() },
  };
  service.containers.set(name, made);
  return empty(201, headersOf(made));
}

function headersOf({ etag, modified, access }: Container): Record<string, string> {
  const opened: Record<string, string> = access === undefined ? {} : { "x-ms-blob-public-access": access };
  return { etag, "last-modified": new Date(modified).toUTCString(), ...opened };
}

/** With a delimiter, common prefixes of names are listed like folders. */
function listBlobs({ request }: BlobCall, { name, blobs }: Container): StampResponse {
  const prefix = request.query.get("prefix") ?? "";
  const delimiter = request.query.get("delimiter") ?? "";
  const folders = new Set<string>();
  const entries: string[] = [];
  for (const one of [...blobs.values()].toSorted((a, b) => (a.name < b.name ? -1 : 1))) {
    if (!one.name.startsWith(prefix)) continue;
    const end = delimiter === "" ? -1 : one.name.indexOf(delimiter, prefix.length);
    if (end < 0) entries.push(entry(one));
    else folders.add(one.name.slice(0, end + delimiter.length));
  }
  const prefixes = [...folders].map((folder) => `<BlobPrefix><Name>${escapeXml(folder)}</Name></BlobPrefix>`);
  const around = `<EnumerationResults ServiceEndpoint="https://${request.host}/" ContainerName="${name}">`;
  return xml(`${around}<Blobs>${entries.join("")}${prefixes.join("")}</Blobs><NextMarker/></EnumerationResults>`);
}

function entry(blob: Blob): string {
  const { bytes, contentType, type, metadata } = blob;
  const own = Object.entries(metadata).map(([key, value]) => `<${key}>${escapeXml(value)}</${key}>`);
  const properties =
    `${times(blob)}<Content-Length>${bytes.length}</Content-Length><Content-Type>${escapeXml(contentType)}</Content-Type>` +
    `<Content-MD5>${md5(bytes)}</Content-MD5><BlobType>${type}</BlobType>${state}`;
  return `<Blob><Name>${escapeXml(blob.name)}</Name><Properties>${properties}</Properties><Metadata>${own.join("")}</Metadata></Blob>`;
}

const state = "<LeaseStatus>unlocked</LeaseStatus><LeaseState>available</LeaseState>";

function times({ etag, modified }: { readonly etag: string; readonly modified: number }): string {
  return `<Last-Modified>${new Date(modified).toUTCString()}</Last-Modified><Etag>${escapeXml(etag)}</Etag>`;
}

function xml(inner: string): StampResponse {
  return {
    status: 200,
    headers: { "content-type": "application/xml" },
    body: `<?xml version="1.0" encoding="utf-8"?>${inner}`,
  };
}
