import { inputFailures } from "../errors/inputs.ts";
import { parseObject } from "./creds-json.ts";
import type { Problems } from "./problems.ts";
import type { InputName, Raw } from "./raw.ts";
import { readSecret } from "./secret-inputs.ts";

const GUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;
const ANYTHING = /^/;

/**
 * Fields of the JSON that Azure/login takes as `creds` (its README, "creds"), the inputs they stand for, and their form:
 * a secret that stands in the wrong field must not be shown as one that is malformed.
 */
const FIELDS = [
  { field: "resourceManagerEndpointUrl", input: "endpoint", form: /^(https?:\/\/)?[a-z0-9.:/-]+$/i },
  { field: "tenantId", input: "tenant-id", form: /^[a-z0-9]+([.-][a-z0-9]+)*$/i },
  { field: "clientId", input: "client-id", form: GUID },
  { field: "clientSecret", input: "client-secret", form: ANYTHING },
  { field: "subscriptionId", input: "subscription-id", form: GUID },
] as const satisfies readonly { readonly field: string; readonly input: InputName; readonly form: RegExp }[];

/**
 * Fills inputs that are not given from the JSON in `creds`. What is wrong with it is said without showing any of it:
 * JSON.parse quotes the text at the place where it fails.
 */
export function withCreds(raw: Raw, problems: Problems): Raw {
  if (raw.creds === "") return raw;
  const creds = parseObject(raw.creds);
  if (creds === undefined) {
    problems.add(inputFailures.credsUnreadable({}));
    // What is missing may well stand in there.
    problems.forgive(inputFailures.endpointMissing.code, inputFailures.noCredential.code);
    return raw;
  }
  const filled: Partial<Record<InputName, string>> = {};
  for (const { field, input, form } of FIELDS) {
    const value = creds[field] ?? "";
    if (raw[input] !== "" || value === "") continue;
    const text = typeof value === "string" && (input === "client-secret" ? readSecret(value) : value.trim());
    if (text === false || !form.test(text)) problems.add(inputFailures.credsField({ field }));
    else filled[input] = text;
  }
  return { ...raw, ...filled };
}
