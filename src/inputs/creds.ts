import { inputFailures } from "../errors/inputs.ts";
import { type Host, maskSecret } from "../host/host.ts";
import type { Problems } from "./problems.ts";
import type { InputName, Raw } from "./raw.ts";

/** Fields of the JSON that Azure/login takes as `creds` (its README, "creds"), and the inputs they stand for. */
const FIELDS = {
  resourceManagerEndpointUrl: "endpoint",
  tenantId: "tenant-id",
  clientId: "client-id",
  clientSecret: "client-secret",
  subscriptionId: "subscription-id",
} as const satisfies Readonly<Record<string, InputName>>;

/**
 * Fills inputs that are not given from the JSON in `creds`. What is wrong with it is said without showing any of it:
 * JSON.parse quotes the text at the place where it fails.
 */
export function withCreds(raw: Raw, host: Pick<Host, "mask">, problems: Problems): Raw {
  if (raw.creds === "") return raw;
  const creds = parseObject(raw.creds);
  if (creds === undefined) {
    problems.add(inputFailures.credsUnreadable({}));
    return raw;
  }
  if (typeof creds["clientSecret"] === "string") maskSecret(host, creds["clientSecret"]);
  const filled: Partial<Record<InputName, string>> = {};
  for (const [field, input] of Object.entries(FIELDS)) {
    const value = creds[field] ?? "";
    if (typeof value !== "string") problems.add(inputFailures.credsField({ field }));
    else if (raw[input] === "") filled[input] = field === "clientSecret" ? value : value.trim();
  }
  return { ...raw, ...filled };
}

function parseObject(text: string): Readonly<Record<string, unknown>> | undefined {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === "object" && value !== null && !Array.isArray(value) ? { ...value } : undefined;
  } catch {
    return undefined;
  }
}
