import type { Failure } from "../errors/failure.ts";
import { inputFailures } from "../errors/inputs.ts";
import { parseObject } from "./creds-json.ts";
import type { InputName, Raw } from "./input-names.ts";
import type { Problems } from "./problems.ts";
import { readSecret } from "./secret-inputs.ts";

const GUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;
const ANYTHING = /^/;

/**
 * Fields of the JSON, the inputs they stand for, and their format, which is checked so that a secret in the wrong field
 * is not shown as a malformed value. The first name is that of Azure/login (its README, "creds") and of `az ad sp
 * create-for-rbac --sdk-auth`, the second that of the command without that option.
 */
const FIELDS = [
  { names: ["resourceManagerEndpointUrl"], input: "endpoint", form: /^(https?:\/\/)?[a-z0-9.:/-]+$/i },
  { names: ["tenantId", "tenant"], input: "tenant-id", form: /^[a-z0-9]+([.-][a-z0-9]+)*$/i },
  { names: ["clientId", "appId"], input: "client-id", form: GUID },
  { names: ["clientSecret", "password"], input: "client-secret", form: ANYTHING },
  { names: ["subscriptionId"], input: "subscription-id", form: GUID },
] as const satisfies readonly { readonly names: readonly string[]; readonly input: InputName; readonly form: RegExp }[];
type Field = (typeof FIELDS)[number];
type Creds = Readonly<Record<string, unknown>>;

/**
 * Fills inputs that are not given from the JSON in `creds`. Its errors show nothing of the content: JSON.parse would
 * quote the text where parsing fails.
 *
 * @param offersIdTokens whether the job can do without a secret
 */
export function withCreds(raw: Raw, problems: Problems, offersIdTokens: boolean): Raw {
  if (raw.creds === "") return raw;
  const creds = parseObject(raw.creds);
  if (creds === undefined) {
    problems.add(inputFailures.credsUnreadable({}));
    // Inputs that seem to be missing may be in there.
    problems.forgive(inputFailures.endpointMissing.code, inputFailures.noCredential.code);
    return raw;
  }
  const filled: Partial<Record<InputName, string>> = {};
  const malformed: InputName[] = [];
  for (const { names, input, form } of FIELDS) {
    const field = names.find((name) => (creds[name] ?? "") !== "");
    if (raw[input] !== "" || field === undefined) continue;
    const value = creds[field];
    const text = typeof value === "string" && (input === "client-secret" ? readSecret(value) : value.trim());
    if (text === false || !form.test(text)) {
      problems.add(inputFailures.credsField({ field }));
      malformed.push(input);
    } else filled[input] = text;
  }
  const whole = { ...raw, ...filled };
  const missing = needed(whole, offersIdTokens).filter(
    ({ input }) => whole[input] === "" && !malformed.includes(input),
  );
  if (missing.length > 0) problems.add(incomplete(creds, missing));
  if (missing.length > 0) problems.forgive(...MISSING);
  return whole;
}

const { endpointMissing, missing: inputMissing, noCredential } = inputFailures;
const MISSING = [endpointMissing.code, inputMissing.code, noCredential.code];
const OTHER_CREDENTIALS = ["client-certificate", "username", "password"] as const;

/** The fields of `creds` that the login needs, unless inputs provide another credential. */
function needed(raw: Raw, offersIdTokens: boolean): readonly Field[] {
  const authType = raw["auth-type"].toLowerCase();
  const bySecret = ["auto", "service_principal", "secret"].includes(authType);
  const other = OTHER_CREDENTIALS.some((input) => raw[input] !== "");
  const wanted: InputName[] = ["endpoint"];
  if (bySecret && !other) wanted.push("client-id");
  if (bySecret && !other && (authType === "secret" || !offersIdTokens)) wanted.push("client-secret");
  return FIELDS.filter(({ input }) => wanted.includes(input));
}

/** Shows only known names, since a secret may be in the name of a field. */
function incomplete(creds: Creds, missing: readonly Field[]): Failure {
  const isThere = (name: string) => (creds[name] ?? "") !== "";
  const present = FIELDS.flatMap(({ names }) => names.filter(isThere));
  const azStyle = ["appId", "tenant", "password"].some(isThere) && !["clientId", "clientSecret"].some(isThere);
  return inputFailures.credsIncomplete({
    present: present.join(", ") || "none of the fields that azs-login reads",
    missing: missing.map(({ names }) => (azStyle && names[1]) || names[0]).join(", "),
    inputs: missing.map(({ input }) => input).join(", "),
  });
}
