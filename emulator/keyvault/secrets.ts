/** Secrets: set, get, list, change and delete, in the documents of API version 2016-10-01. */

import { randomUUID } from "node:crypto";
import { isObject, json, jsonObject, type StampRequest, type StampResponse } from "../http.ts";
import type { Secret, SecretAttributes, SecretVersion, Vault } from "../stamp/vault.ts";
import { badParameter, secretDisabled, secretNotFound } from "./errors.ts";

interface SecretCall {
  readonly request: StampRequest;
  readonly vault: Vault;
  /** The path segments after `/secrets`. */
  readonly names: readonly string[];
  /** Seconds since 1970. */
  readonly now: number;
}

export interface SecretRoute {
  readonly method: string;
  /** The permission on secrets that an access policy must grant. */
  readonly permission: "get" | "list" | "set" | "delete";
  readonly fits: (names: readonly string[]) => boolean;
  readonly answer: (call: SecretCall) => StampResponse;
}

const depth = (wanted: number) => (names: readonly string[]) => names.length === wanted;
const versions = ([, second = "", ...rest]: readonly string[]) => second === "versions" && rest.length === 0;

/** The first matching route answers. */
export const SECRET_ROUTES: readonly SecretRoute[] = [
  { method: "GET", permission: "list", fits: depth(0), answer: listSecrets },
  { method: "GET", permission: "list", fits: versions, answer: withSecret(listVersions) },
  { method: "GET", permission: "get", fits: depth(1), answer: withSecret(getSecret) },
  { method: "GET", permission: "get", fits: depth(2), answer: withSecret(getSecret) },
  { method: "PUT", permission: "set", fits: depth(1), answer: setSecret },
  { method: "PATCH", permission: "set", fits: depth(2), answer: withSecret(changeSecret) },
  { method: "DELETE", permission: "delete", fits: depth(1), answer: withSecret(deleteSecret) },
];

/** Azure's limit, in bytes. */
const LONGEST_VALUE = 25_600;
/** Also the page size if the caller does not name one. */
const LARGEST_PAGE = 25;

function withSecret(then: (call: SecretCall, secret: Secret) => StampResponse): (call: SecretCall) => StampResponse {
  return (call) => {
    const [name = ""] = call.names;
    const secret = call.vault.secrets.get(name.toLowerCase());
    return secret === undefined ? secretNotFound(name) : then(call, secret);
  };
}

function setSecret({ request, vault, names: [name = ""], now }: SecretCall): StampResponse {
  if (!/^[0-9a-z-]{1,127}$/i.test(name)) return badParameter(`The request URI contains an invalid name: ${name}`);
  const body = jsonObject(request);
  if (body === undefined) return badParameter("The request body is not a JSON object.");
  const { value, contentType } = body;
  if (typeof value !== "string") return badParameter('Property  "value" is missing or is no string.');
  if (Buffer.byteLength(value) > LONGEST_VALUE) return badParameter("The secret's value is too long.");
  const blank: SecretVersion = {
    version: randomUUID().replaceAll("-", ""),
    value,
    contentType: typeof contentType === "string" ? contentType : undefined,
    tags: undefined,
    attributes: { enabled: true, created: now, updated: now },
  };
  const made = changed(blank, body, now);
  if (typeof made === "string") return badParameter(made);
  const before = vault.secrets.get(name.toLowerCase());
  const secret: Secret = before ?? { name, versions: [made] };
  if (before !== undefined) before.versions = [...before.versions, made];
  vault.secrets.set(name.toLowerCase(), secret);
  return json(200, bundle(vault, secret, made));
}

/** Returns the named version, or the newest. */
function getSecret({ vault, names: [name, version] }: SecretCall, secret: Secret): StampResponse {
  const found = version === undefined ? secret.versions.at(-1) : findVersion(secret, version);
  if (found === undefined) return secretNotFound(`${name}/${version}`);
  if (!found.attributes.enabled) return secretDisabled();
  return json(200, bundle(vault, secret, found));
}

/** Changes attributes, content type and tags, but never the value. */
function changeSecret({ request, vault, names: [name, version = ""], now }: SecretCall, secret: Secret): StampResponse {
  const before = findVersion(secret, version);
  if (before === undefined) return secretNotFound(`${name}/${version}`);
  const body = jsonObject(request);
  if (body === undefined) return badParameter("The request body is not a JSON object.");
  const after = changed(before, body, now);
  if (typeof after === "string") return badParameter(after);
  const [first, ...rest] = secret.versions;
  const replace = (one: SecretVersion) => (one === before ? after : one);
  secret.versions = [replace(first), ...rest.map(replace)];
  const { value: _, ...shown } = bundle(vault, secret, after);
  return json(200, shown);
}

/** A stamp has no soft delete: a deleted secret cannot be recovered, and the answer has no recovery ID. */
function deleteSecret({ vault }: SecretCall, secret: Secret): StampResponse {
  vault.secrets.delete(secret.name.toLowerCase());
  const { value: _, ...shown } = bundle(vault, secret, newest(secret));
  return json(200, shown);
}

function listSecrets({ request, vault }: SecretCall): StampResponse {
  const items = [...vault.secrets.values()].map((secret) => item(newest(secret), secretId(vault, secret)));
  return page(request, items);
}

function listVersions({ request, vault }: SecretCall, secret: Secret): StampResponse {
  const items = secret.versions.map((version) => item(version, `${secretId(vault, secret)}/${version.version}`));
  return page(request, items);
}

/**
 * One page of a list. Only the server needs to understand a `$skiptoken`; here it is the number of items returned so
 * far.
 */
function page({ host, path, query }: StampRequest, items: readonly unknown[]): StampResponse {
  const size = Number(query.get("maxresults") ?? LARGEST_PAGE);
  if (!Number.isInteger(size) || size < 1 || size > LARGEST_PAGE) {
    return badParameter(`The value of maxresults must be between 1 and ${LARGEST_PAGE}.`);
  }
  const start = Number(query.get("$skiptoken") ?? 0);
  const end = start + size;
  const rest = new URLSearchParams(query);
  rest.set("$skiptoken", `${end}`);
  const nextLink = end < items.length ? `https://${host}${path}?${rest}` : null;
  return json(200, { value: items.slice(start, end), nextLink });
}

/** The version changed by a body, or the sentence that refuses the body. */
function changed(before: SecretVersion, body: Readonly<Record<string, unknown>>, now: number): SecretVersion | string {
  const { attributes: given = {}, tags = before.tags, contentType = before.contentType } = body;
  const attributes = readAttributes(before.attributes, given ?? {}, now);
  if (attributes === undefined) return "The attributes of the secret are invalid.";
  if (tags !== undefined && tags !== null && !isObject(tags)) return "The tags of the secret are no object.";
  if (contentType !== undefined && contentType !== null && typeof contentType !== "string") {
    return "The content type of the secret is no string.";
  }
  return { ...before, attributes, tags: tags ?? undefined, contentType: contentType ?? undefined };
}

function readAttributes(before: SecretAttributes, given: unknown, now: number): SecretAttributes | undefined {
  if (!isObject(given)) return undefined;
  const { enabled, nbf, exp } = { ...before, ...withoutNulls(given) };
  const time = (value: unknown): value is number | undefined => value === undefined || Number.isInteger(value);
  if (typeof enabled !== "boolean" || !time(nbf) || !time(exp)) return undefined;
  if (nbf !== undefined && exp !== undefined && exp <= nbf) return undefined;
  const limits = { ...(nbf === undefined ? {} : { nbf }), ...(exp === undefined ? {} : { exp }) };
  return { enabled, ...limits, created: before.created, updated: now };
}

function withoutNulls(given: Readonly<Record<string, unknown>>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(given).filter(([, value]) => value !== null));
}

function findVersion(secret: Secret, version: string): SecretVersion | undefined {
  return secret.versions.find((candidate) => candidate.version === version.toLowerCase());
}

function newest({ versions: all }: Secret): SecretVersion {
  return all.at(-1) ?? all[0];
}

function secretId(vault: Vault, secret: Secret): string {
  return `https://${vault.host}/secrets/${secret.name}`;
}

function bundle(vault: Vault, secret: Secret, version: SecretVersion): Record<string, unknown> {
  return { value: version.value, ...item(version, `${secretId(vault, secret)}/${version.version}`) };
}

/** `Purgeable`: a deletion is final and immediate. */
function item({ contentType, tags, attributes }: SecretVersion, id: string): Record<string, unknown> {
  return { contentType, id, attributes: { ...attributes, recoveryLevel: "Purgeable" }, tags };
}
