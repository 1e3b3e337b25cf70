/** Requests to a stamp's handlers without sockets, and the assertions and tokens for them. */
import { randomUUID } from "node:crypto";
import { importPKCS8, SignJWT } from "jose";
import { type ClientCertificate, makeClientCertificate, thumbprints } from "../../emulator/certificates.ts";
import { handle } from "../../emulator/hosts.ts";
import type { StampRequest, StampResponse } from "../../emulator/http.ts";
import { type StampOptions, withDefaults } from "../../emulator/stamp/options.ts";
import { createStamp, registerCertificate, type Stamp } from "../../emulator/stamp/state.ts";
import { JWT_BEARER } from "../../emulator/sts/assertions.ts";

export const ENDPOINT = "https://management.local.azurestack.external";
export const ADMIN_ENDPOINT = "https://adminmanagement.local.azurestack.external";
export const ADFS_TOKEN = "https://adfs.local.azurestack.external/adfs/oauth2/token";
export const ENABLED = "2b6a1e0f-93d4-4a7e-8a55-6b3a4f0d7c02";
export const DISABLED = "7f4f1b62-2f0c-4c55-9d35-5c1f6c2a9d01";

/** Shared by all tests, because RSA keys take time to make. */
export const certificate: Promise<ClientCertificate> = makeClientCertificate();
export const stranger: Promise<ClientCertificate> = makeClientCertificate();

export async function stampOf(options: Partial<StampOptions> = {}): Promise<Stamp> {
  const stamp = await createStamp(withDefaults(options));
  registerCertificate(stamp, (await certificate).certPem);
  return stamp;
}

export interface Init {
  readonly token?: string;
  readonly form?: Readonly<Record<string, string>>;
  readonly json?: unknown;
  readonly body?: string;
  readonly headers?: Readonly<Record<string, string>>;
}

export function send(stamp: Stamp, method: string, url: string, init: Init = {}): Promise<StampResponse> {
  return handle(requestOf(method, url, init), stamp);
}

export function requestOf(method: string, url: string, init: Init = {}): StampRequest {
  const { hostname, pathname, searchParams } = new URL(url);
  const headers: Record<string, string> = { ...init.headers };
  if (init.token !== undefined) headers["authorization"] = `Bearer ${init.token}`;
  if (init.form !== undefined) headers["content-type"] ??= "application/x-www-form-urlencoded";
  const form = init.form === undefined ? "" : new URLSearchParams(init.form).toString();
  const body = init.body ?? (init.json === undefined ? form : JSON.stringify(init.json));
  return { method, host: hostname, path: pathname, query: searchParams, headers, body };
}

/** The body as JSON, loosely typed; tests check it with `toMatchObject`. */
export function document(response: StampResponse): Record<string, unknown> {
  const value: unknown = JSON.parse(response.body);
  return typeof value === "object" && value !== null ? { ...value } : {};
}

/** The body as a JSON array of documents. */
export function documents(response: StampResponse): readonly unknown[] {
  const value: unknown = JSON.parse(response.body);
  return Array.isArray(value) ? value : [];
}

/** `[status, code]` of an ARM refusal. */
export function refusal(response: StampResponse): readonly [number, unknown] {
  const { error } = document(response);
  const code = typeof error === "object" && error !== null && "code" in error ? error.code : undefined;
  return [response.status, code];
}

export function tokenUrl(stamp: Stamp, version: "v1" | "v2" = "v2", tenant = stamp.tenant.id): string {
  if (stamp.options.idp === "adfs") return ADFS_TOKEN;
  const path = version === "v2" ? "oauth2/v2.0/token" : "oauth2/token";
  return `https://${stamp.options.loginHost}/${tenant}/${path}`;
}

/** The form of a valid token request with the application's secret, with these changes. */
export function secretForm(stamp: Stamp, changes: Record<string, string | undefined> = {}): Record<string, string> {
  const { clientId, secrets } = stamp.application;
  const form: Record<string, string | undefined> = {
    client_id: clientId,
    client_secret: secrets[0]?.value,
    grant_type: "client_credentials",
    scope: `${stamp.audiences.user}/.default`,
    ...changes,
  };
  return Object.fromEntries(
    Object.entries(form).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])),
  );
}

/** Gets an access token as a client does. */
export async function accessToken(stamp: Stamp, audience = stamp.audiences.user): Promise<string> {
  const form = secretForm(stamp, { scope: `${audience}/.default` });
  const { access_token: token } = document(await send(stamp, "POST", tokenUrl(stamp), { form }));
  if (typeof token !== "string") throw new Error("No token was given.");
  return token;
}

export interface Note {
  readonly signer?: ClientCertificate;
  readonly algorithm?: "RS256" | "PS256" | "RS384";
  /** Replaces the header's thumbprint; `{}` for none. */
  readonly header?: Record<string, string>;
  /** Claims that replace those of a valid assertion; undefined removes one. */
  readonly claims?: Record<string, unknown>;
}

/** A client assertion as MSAL for Python (RS256) or for Node (PS256) makes it, valid except for these changes. */
export async function assertion(stamp: Stamp, audience: string, note: Note = {}): Promise<string> {
  const { signer = await certificate, algorithm = "RS256", header, claims } = note;
  const { x5t, x5tS256 } = thumbprints(signer.certPem);
  const named = header ?? (algorithm === "RS256" ? { x5t } : { "x5t#S256": x5tS256 });
  const now = Math.floor(stamp.options.now() / 1000);
  const { clientId } = stamp.application;
  const good = { aud: audience, iss: clientId, sub: clientId, jti: randomUUID(), nbf: now, exp: now + 600 };
  const payload = Object.fromEntries(Object.entries({ ...good, ...claims }).filter(([, value]) => value !== undefined));
  const key = await importPKCS8(signer.keyPem, algorithm);
  return new SignJWT(payload).setProtectedHeader({ alg: algorithm, typ: "JWT", ...named }).sign(key);
}

export function assertionForm(stamp: Stamp, jwt: string, changes: Record<string, string | undefined> = {}) {
  const type = { client_assertion_type: JWT_BEARER, client_assertion: jwt };
  return secretForm(stamp, { client_secret: undefined, ...type, ...changes });
}
