import { readGivenRoots } from "../certificates/roots.ts";
import { inputFailures } from "../errors/inputs.ts";
import type { Host } from "../host/host.ts";
import { contentIn, urlIn } from "./content.ts";
import { doubtfulPart } from "./doubtful.ts";
import { isListOfPaths } from "./file-or-content.ts";
import { INPUT_DEFAULTS, INPUT_NAMES, type InputName, type Raw } from "./input-names.ts";
import type { Problems } from "./problems.ts";
import { readSecret, SECRETS, secretsOf } from "./secret-inputs.ts";

const CERTIFICATES: readonly InputName[] = ["client-certificate", "ca-certificate"];

const { endpointMissing, missing, noCredential } = inputFailures;
const MISSING = [endpointMissing.code, missing.code, noCredential.code];

type Mask = Host["mask"];

/** Reads every input as text and masks the secret ones before anything else looks at them. */
export async function readRaw(host: Pick<Host, "input" | "mask">, problems: Problems): Promise<Raw> {
  const raw: Record<InputName, string> = { ...INPUT_DEFAULTS };
  for (const name of INPUT_NAMES) {
    const verbatim = SECRETS.includes(name);
    const given = await problems.collect(() => host.input(name, { verbatim }));
    // If an input could not be read, others that seem to be missing may be due to that.
    if (given === undefined) problems.forgive(...MISSING);
    const text = verbatim ? readSecret(given ?? "") : (given ?? "");
    if (text === "") continue;
    raw[name] = text;
    await hide(name, text, host.mask);
  }
  return raw;
}

async function hide(name: InputName, text: string, mask: Mask): Promise<void> {
  if (SECRETS.includes(name)) {
    const { sure, doubtful } = secretsOf(name, text);
    for (const secret of sure) mask(secret);
    for (const secret of doubtful) mask(secret, "doubtful");
  } else if (CERTIFICATES.includes(name) && urlIn(text) === undefined) await hideCertificate(name, text, mask);
  else {
    hideUserInfo(text, mask);
    const doubtful = doubtfulPart(name, text);
    if (doubtful !== "") mask(doubtful, "doubtful");
  }
}

/** Masks everything that may contain a key, but neither paths, which errors must show, nor roots, which are public. */
async function hideCertificate(name: InputName, text: string, mask: Mask): Promise<void> {
  const content = contentIn(text);
  if (content === undefined && (await isListOfPaths(text))) return;
  if (name === "ca-certificate" && content !== undefined && (await isPublic(content))) return;
  for (const secret of new Set([text, content ?? text].map(withoutDump))) mask(secret);
}

/**
 * Removes the text that OpenSSL prints along with a certificate in PEM: it names the stamp's hosts, which must not be
 * masked, since later steps need them. Keeps a line that may contain a part of a key.
 */
function withoutDump(text: string): string {
  if (!text.includes("-----BEGIN ")) return text;
  let isInBlock = false;
  const kept = text.split("\n").filter((line) => {
    const wasInBlock = isInBlock;
    isInBlock = (isInBlock || line.includes("-----BEGIN ")) && !line.includes("-----END ");
    return wasInBlock || isInBlock || /[\w+/=-]{20}/.test(line) || line.includes("-----");
  });
  return kept.join("\n");
}

async function isPublic(content: string): Promise<boolean> {
  return readGivenRoots(content, "").then(
    (roots) => roots.length > 0,
    () => false,
  );
}

/** The URL of a package index, or any URL copied from a browser, may contain a user and a password. */
function hideUserInfo(text: string, mask: Mask): void {
  const userInfo = /^\w+:\/\/(.*)@/s.exec(text)?.[1] ?? "";
  // Does not mask the user alone, which may be any word of the log, unless it stands for the password, as a token does.
  const password = userInfo.slice(userInfo.indexOf(":") + 1);
  const parts = new Set([userInfo, password, decoded(userInfo), decoded(password)]);
  for (const part of parts) if (part !== "") mask(part);
}

/** The text unchanged if it is no valid URL encoding. */
function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
