/** What the emulator records of the requests that it received: never a secret, an assertion or a token. */
import { formFields, type StampRequest } from "./http.ts";

export interface RequestRecord {
  readonly host: string;
  readonly method: string;
  readonly path: string;
  readonly query: Readonly<Record<string, string>>;
  readonly apiVersion: string | undefined;
  /** 0 if there was no answer: the request was dropped, hangs, or is not answered yet. */
  readonly status: number;
  /** The kind of token endpoint, if the request was for one. */
  readonly tokenEndpoint: "entra-v1" | "entra-v2" | "adfs" | undefined;
  /** Whether the request had an `Authorization` header. */
  readonly authorized: boolean;
  /** Names of the form's fields in the order in which they were sent, and the values of those that are not secret. */
  readonly formFields: readonly string[];
  readonly form: Readonly<Record<string, string>>;
}

const PUBLIC_FIELDS = ["client_id", "grant_type", "scope", "resource", "client_assertion_type"];

/** The parameter with which a job may download a secure file. */
const SECRET_QUERY = "ticket";

/** The record of a request that was answered with this status. */
export function recordOf(request: StampRequest, status: number): RequestRecord {
  const fields = formFields(request);
  return {
    host: request.host,
    method: request.method,
    path: request.path,
    query: Object.fromEntries([...request.query].filter(([name]) => name !== SECRET_QUERY)),
    apiVersion: request.query.get("api-version") ?? undefined,
    status,
    tokenEndpoint: tokenEndpoint(request.path.toLowerCase()),
    authorized: request.headers["authorization"] !== undefined,
    formFields: [...fields.keys()],
    form: Object.fromEntries([...fields].filter(([name]) => PUBLIC_FIELDS.includes(name))),
  };
}

function tokenEndpoint(path: string): RequestRecord["tokenEndpoint"] {
  if (/^\/adfs\/oauth2\/token\/?$/.test(path)) return "adfs";
  if (/\/oauth2\/v2\.0\/token$/.test(path)) return "entra-v2";
  return /\/oauth2\/token$/.test(path) ? "entra-v1" : undefined;
}
