/** The blob service's refusals, in the words of the service's documentation. */
import { randomUUID } from "node:crypto";
import type { StampResponse } from "../http.ts";

const WORDS: Readonly<Record<string, readonly [number, string]>> = {
  AuthenticationFailed: [
    403,
    "Server failed to authenticate the request. Make sure the value of Authorization header is formed correctly including the signature.",
  ],
  AuthorizationPermissionMismatch: [
    403,
    "This request is not authorized to perform this operation using this permission.",
  ],
  BlobAlreadyExists: [409, "The specified blob already exists."],
  BlobNotFound: [404, "The specified blob does not exist."],
  ConditionNotMet: [412, "The condition specified using HTTP conditional header(s) is not met."],
  ContainerAlreadyExists: [409, "The specified container already exists."],
  ContainerNotFound: [404, "The specified container does not exist."],
  InvalidBlockList: [400, "The specified block list is invalid."],
  InvalidHeaderValue: [400, "The value for one of the HTTP headers is not in the correct format."],
  InvalidRange: [416, "The range specified is invalid for the current size of the resource."],
  InvalidResourceName: [400, "The specifed resource name contains invalid characters."],
  Md5Mismatch: [
    400,
    "The MD5 value specified in the request did not match with the MD5 value calculated by the server.",
  ],
  MissingRequiredHeader: [400, "An HTTP header that's mandatory for this request is not specified."],
  NoAuthenticationInformation: [
    401,
    "Server failed to authenticate the request. Please refer to the information in the www-authenticate header.",
  ],
  ResourceNotFound: [404, "The specified resource does not exist."],
  UnsupportedHttpVerb: [405, "The resource doesn't support specified Http Verb."],
  NotImplemented: [501, "The emulator's blob service does not know this operation."],
};

/** @param detail added by the service, to help whoever looks for the reason */
export function blobError(code: string, detail = ""): StampResponse {
  const [status, message] = WORDS[code] ?? [500, "Unknown."];
  const request = randomUUID();
  const more = detail === "" ? "" : `<AuthenticationErrorDetail>${escapeXml(detail)}</AuthenticationErrorDetail>`;
  const body =
    `\ufeff<?xml version="1.0" encoding="utf-8"?><Error><Code>${code}</Code><Message>${message}\n` +
    `RequestId:${request}</Message>${more}</Error>`;
  return {
    status,
    headers: { "content-type": "application/xml", "x-ms-error-code": code, "x-ms-request-id": request },
    body,
  };
}

/** Printed by stamps, also when newer SDKs and tools use a version that they do not support. */
export function versionRefused(): StampResponse {
  return blobError("InvalidHeaderValue", "x-ms-version");
}

export function escapeXml(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;").replaceAll('"', "&quot;");
}
