import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { inspect } from "node:util";
import { afterAll, expect } from "vitest";
import { Failure } from "../../../src/errors/failure.ts";

const folder = mkdtempSync(path.join(tmpdir(), "azs-certificates-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

export const FROM = "an-input (some/file)";
/** Slightly in the future, so that certificates that the tests make are valid already. */
export const NOW = new Date(Date.now() + 60 * 60 * 1000);
export const inDays = (days: number): Date => new Date(NOW.getTime() + days * 24 * 60 * 60 * 1000);

/** Runs `openssl` in the folder of this test file. The command is split at spaces, so no argument may contain one. */
export function openssl(command: string, ...more: string[]): string {
  const options = { cwd: folder, encoding: "utf8", stdio: "pipe" } as const;
  return execFileSync("openssl", [...command.split(" "), ...more], options);
}

export const bytes = (name: string): Buffer => readFileSync(path.join(folder, name));
export const text = (name: string): string => bytes(name).toString();
export const save = (name: string, content: string | Buffer): void => writeFileSync(path.join(folder, name), content);

const sections = `[req]
distinguished_name = dn
[dn]
[root]
basicConstraints = critical,CA:true
keyUsage = critical,keyCertSign
subjectKeyIdentifier = hash
authorityKeyIdentifier = keyid:always
[no_ski]
basicConstraints = critical,CA:true
subjectKeyIdentifier = none
authorityKeyIdentifier = none
[no_aki]
basicConstraints = critical,CA:true
subjectKeyIdentifier = hash
authorityKeyIdentifier = none
[cannot_sign]
basicConstraints = critical,CA:true
keyUsage = critical,digitalSignature
[leaf]
basicConstraints = CA:false
`;

interface Wish {
  readonly subject?: string;
  readonly section?: string;
  readonly key?: string;
  readonly digest?: string;
  /** files of the issuer are `<issuer>.pem` and `<issuer>.key` */
  readonly issuer?: string;
  /** Uses the existing key file. */
  readonly reuse?: boolean;
  readonly days?: number;
}

/** Makes `<name>.pem` and `<name>.key`, valid for 365 days from now, and self-signed unless an issuer is named. */
export function certificate(name: string, wish: Wish = {}): void {
  const { subject = `/O=Contoso/CN=${name}`, section = "leaf", key = "rsa:2048", digest = "sha256" } = wish;
  save("sections.cnf", sections);
  const pair = wish.reuse ? `-key ${name}.key` : `-newkey ${key} -nodes -keyout ${name}.key`;
  const curve = key === "ec" ? ["-pkeyopt", "ec_paramgen_curve:P-256"] : [];
  openssl(`req -new ${pair} -config sections.cnf -utf8 -${digest} -out ${name}.csr -subj`, subject, ...curve);
  const signer = wish.issuer === undefined ? `-key ${name}.key` : `-CA ${wish.issuer}.pem -CAkey ${wish.issuer}.key`;
  const make = `req -x509 -in ${name}.csr ${signer} -config sections.cnf -extensions ${section} -${digest}`;
  openssl(`${make} -days ${wish.days ?? 365} -out ${name}.pem`);
}

/**
 * Expects a Failure with this code that names the input. Its message, causes and stack must contain none of the
 * secrets.
 */
export async function refusal(code: string, work: () => unknown, secrets: readonly string[] = []): Promise<Failure> {
  const error = await Promise.resolve()
    .then(work)
    .then(
      () => expect.unreachable(`${code} was expected`),
      (reason: unknown) => reason,
    );
  if (!(error instanceof Failure)) throw error;
  expect(error.code).toBe(code);
  expect(error.problem).toContain(FROM);
  expect(error.fix).toMatch(/\.$/);
  const shown = inspect(error, { depth: 20 });
  for (const piece of secrets.flatMap(pieces)) expect(shown).not.toContain(piece);
  return error;
}

/** A password as a whole; of a key, every sequence of 12 characters. */
function pieces(secret: string): string[] {
  const body = secret.replace(/-----[A-Z ]+-----|\s/g, "");
  if (body.length < 100) return [body];
  return Array.from({ length: body.length - 11 }, (_, start) => body.slice(start, start + 12));
}
