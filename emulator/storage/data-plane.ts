/** Requests to the blob service: version, signature, and then containers and blobs. */

import { randomUUID } from "node:crypto";
import type { StampRequest, StampResponse } from "../http.ts";
import type { BlobService } from "../stamp/blob-service.ts";
import { newestStorageVersion } from "../stamp/builds.ts";
import type { Stamp } from "../stamp/state.ts";
import { blob } from "./blobs.ts";
import type { BlobCall } from "./calls.ts";
import { container, listContainers } from "./containers.ts";
import { blobError, versionRefused } from "./errors.ts";
import { authorize, type Grant } from "./signatures.ts";

export function blobService(request: StampRequest, stamp: Stamp, service: BlobService): StampResponse {
  const version = request.headers["x-ms-version"] ?? request.query.get("sv") ?? "";
  const answer =
    refuseVersion(stamp, version) ??
    refuseVersion(stamp, request.query.get("sv") ?? version) ??
    enter(request, service, stamp.options.now());
  const body = request.method === "HEAD" ? "" : answer.body;
  const trace = { server: "Windows-Azure-Blob/1.0", "x-ms-request-id": randomUUID(), "x-ms-version": version };
  return {
    ...answer,
    body,
    headers: { date: new Date(stamp.options.now()).toUTCString(), ...trace, ...answer.headers },
  };
}

/** Dates are compared as strings. */
function refuseVersion(stamp: Stamp, version: string): StampResponse | undefined {
  if (version === "") return blobError("MissingRequiredHeader");
  const known = /^\d{4}-\d\d-\d\d$/.test(version) && version <= newestStorageVersion(stamp.options.build);
  return known ? undefined : versionRefused();
}

function enter(request: StampRequest, service: BlobService, now: number): StampResponse {
  const grant = authorize(request, service, now);
  if (grant === "none") return publicRead(request, service, now);
  if (typeof grant === "string") return blobError("AuthenticationFailed", grant);
  return permits(grant, request) ? route({ request, service, now }) : blobError("AuthorizationPermissionMismatch");
}

/** Without a signature, only blobs of public containers can be read. */
function publicRead(request: StampRequest, service: BlobService, now: number): StampResponse {
  const [name = "", ...rest] = namesOf(request);
  const open = service.containers.get(name)?.access !== undefined;
  const reads = request.method === "GET" || request.method === "HEAD";
  return open && reads && rest.length > 0 ? route({ request, service, now }) : blobError("ResourceNotFound");
}

function permits({ permissions, container: bound, blob: one }: Grant, request: StampRequest): boolean {
  if (permissions === "all") return true;
  const [name, ...rest] = namesOf(request);
  if (bound !== undefined && bound !== name) return false;
  if (one !== undefined && one !== rest.join("/")) return false;
  const { method, query } = request;
  const needed = method === "DELETE" ? "d" : method === "PUT" ? "cw" : query.get("comp") === "list" ? "l" : "r";
  return [...needed].some((letter) => permissions.includes(letter));
}

function route(call: BlobCall): StampResponse {
  const [name, ...rest] = namesOf(call.request);
  if (name === undefined) return listContainers(call);
  return rest.length === 0 ? container(call, name) : blob(call, name, rest.join("/"));
}

function namesOf({ path }: StampRequest): readonly string[] {
  const decoded = decodeURIComponent(path).slice(1);
  return decoded === "" ? [] : decoded.split("/");
}
