/** The forms in which users have a certificate, as OpenSSL, Windows and CI systems write them. */
import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { makeLeaf, makeRoot } from "../../emulator/certificates.ts";
import type { Emulator } from "../../emulator/server.ts";

/** The text of an input, and files of the workspace. */
export interface Form {
  readonly value?: string;
  readonly files?: Readonly<Record<string, string | Buffer>>;
  readonly password?: string;
}

export type Forms = Readonly<Record<string, Form>>;

const PASSWORD = "pässwörd-of-the-file";

const base64 = (content: string | Buffer): string => Buffer.from(content).toString("base64");
const wrapped = (text: string, columns = 64, end = "\r\n"): string =>
  text.replaceAll(new RegExp(`.{1,${columns}}`, "g"), `$&${end}`);
/** The output of `certutil -encode FILE`, for any content of the file. */
const certutil = (content: string | Buffer): string =>
  `-----BEGIN CERTIFICATE-----\r\n${wrapped(base64(content))}-----END CERTIFICATE-----\r\n`;
const utf16be = (text: string): Buffer => Buffer.from(text, "utf16le").swap16();
const crlf = (text: string): string => text.replaceAll("\n", "\r\n");
const file = (content: string | Buffer, name = "given"): Form => ({ value: name, files: { [name]: content } });

function openSsl() {
  const folder = mkdtempSync(path.join(tmpdir(), "azs-forms-"));
  const run = (...words: string[]) => execFileSync("openssl", words, { cwd: folder, stdio: "pipe" });
  const put = (name: string, content: string | Buffer) => writeFileSync(path.join(folder, name), content);
  const made = (name: string) => readFileSync(path.join(folder, name));
  return { run, put, made, end: () => rmSync(folder, { recursive: true }) };
}

/** Forms of a client certificate with its key. Each of them logs in. */
export function clientForms({ application }: Emulator): Forms {
  const { keyPem: key, certPem: certificate } = application.certificates.registered;
  const { run, put, made, end } = openSsl();
  put("key.pem", key);
  put("cert.pem", certificate);
  const pkcs12 = (...more: string[]) => run("pkcs12", "-export", "-inkey", "key.pem", "-in", "cert.pem", ...more);
  const pfx = pkcs12("-passout", "pass:");
  const pfxWord = pkcs12("-passout", `pass:${PASSWORD}`);
  const legacy = application.certificates.registered.pfx3des(PASSWORD.replaceAll(/[äö]/g, "o"));
  const pkcs1 = run("rsa", "-traditional", "-in", "key.pem").toString();
  const encrypted = run("pkcs8", "-topk8", "-in", "key.pem", "-passout", `pass:${PASSWORD}`).toString();
  const procType = run("rsa", "-traditional", "-aes256", "-in", "key.pem", "-passout", `pass:${PASSWORD}`).toString();
  put("client.pfx", pfx);
  const bags = run("pkcs12", "-in", "client.pfx", "-nodes", "-passin", "pass:").toString();
  const p7b = run("crl2pkcs7", "-nocrl", "-certfile", "cert.pem").toString();
  const keyDer = run("pkcs8", "-topk8", "-nocrypt", "-in", "key.pem", "-outform", "DER");
  const certDer = run("x509", "-in", "cert.pem", "-outform", "DER");
  run("crl2pkcs7", "-nocrl", "-certfile", "cert.pem", "-outform", "DER", "-out", "chain.p7b");
  const p7bDer = made("chain.p7b");
  end();
  const pem = key + certificate;
  return {
    "PEM text, key first": { value: pem },
    "PEM text, certificate first": { value: certificate + key },
    "PEM text with CRLF": { value: crlf(pem) },
    "PEM text on one line": { value: pem.replaceAll("\n", " ") },
    "PEM text without any white space": { value: pem.replaceAll("\n", "") },
    "PEM text with \\n for line breaks": { value: pem.replaceAll("\n", "\\n") },
    "PEM text that is indented": { value: pem.replaceAll(/^/gm, "    ") },
    "PEM text with a PKCS #1 key": { value: pkcs1 + certificate },
    "PEM text with an encrypted PKCS #8 key": { value: encrypted + certificate, password: PASSWORD },
    "PEM text with a key encrypted by Proc-Type": { value: procType + certificate, password: PASSWORD },
    "PEM text with the certificate as PKCS #7": { value: key + p7b },
    "PEM file": file(pem),
    "PEM file with what openssl pkcs12 -nodes writes around it": file(bags),
    "PEM file with a byte order mark": file(`\uFEFF${pem}`),
    "PEM file in UTF-16LE": file(Buffer.from(`\uFEFF${crlf(pem)}`, "utf16le")),
    "PEM file in UTF-16BE": file(utf16be(`\uFEFF${crlf(pem)}`)),
    "PEM file in UTF-16BE without mark": file(utf16be(pem)),
    "base64 of PEM": { value: base64(pem) },
    "base64 of PEM in lines": { value: wrapped(base64(pem), 76) },
    "base64 of PEM in UTF-16": { value: base64(Buffer.from(pem, "utf16le")) },
    "base64 of a PFX without password": { value: base64(pfx) },
    "base64 of a PFX with password, in lines": { value: wrapped(base64(pfxWord), 76), password: PASSWORD },
    "base64 of a PFX in the letters of URLs": { value: Buffer.from(pfx).toString("base64url") },
    "base64 of a PFX in a file": file(wrapped(base64(pfx), 76)),
    "base64 of a PFX in quotes": { value: `"${base64(pfx)}"` },
    "base64 of a PFX behind base64:": { value: `base64:${base64(pfx)}` },
    "base64 of a PFX as a data URL": { value: `data:;base64,${base64(pfx)}` },
    "base64 of a PFX and zsh's %": { value: `${base64(pfx)}%` },
    "PFX file as OpenSSL 3 writes it": { ...file(pfxWord), password: PASSWORD },
    "PFX file as older Windows wrote it": { ...file(legacy), password: PASSWORD.replaceAll(/[äö]/g, "o") },
    "PFX by certutil -encode, as text": { value: certutil(pfx) },
    "PFX by certutil -encode, as a file": file(certutil(pfx)),
    "PFX by certutil -encode, as a file in UTF-16LE": file(Buffer.from(`\uFEFF${certutil(pfx)}`, "utf16le")),
    "PFX with password by certutil -encode, in base64": { value: base64(certutil(pfxWord)), password: PASSWORD },
    "PFX by certutil -encode on one line": { value: certutil(pfx).replaceAll("\r\n", " ") },
    "PFX in PEM, as GnuTLS writes it": {
      value: `-----BEGIN PKCS12-----\n${wrapped(base64(pfx), 64, "\n")}-----END PKCS12-----\n`,
    },
    "PEM by certutil -encode": { value: certutil(crlf(pem)) },
    "key by certutil -encode beside the certificate": { value: certutil(keyDer) + certificate },
    "two paths, certificate first": { value: "cert.pem, key.pem", files: { "cert.pem": certificate, "key.pem": key } },
    "two paths on two lines, DER": { value: "key.der\ncert.cer", files: { "key.der": keyDer, "cert.cer": certDer } },
    "two paths, an encrypted key": {
      value: "cert.pem,key.pem",
      files: { "cert.pem": certificate, "key.pem": encrypted },
      password: PASSWORD,
    },
    "two paths, a PKCS #7 chain": { value: "key.pem, chain.p7b", files: { "key.pem": key, "chain.p7b": p7bDer } },
    "one path with a comma in it": file(pem, "client, key.pem"),
  };
}

/** Expired in 2005. */
export const OLD = { subject: "Old Root", notBefore: new Date("2004-01-01"), days: 366 };

/** Forms of a stamp's root. `left`: what a warning says was left out; undefined if there is no warning. */
export async function rootForms(
  { roots: { pem: root } }: Emulator,
  publicRoots: string,
): Promise<Readonly<Record<string, Form & { readonly left?: readonly string[] }>>> {
  const [old, early, strange] = await Promise.all([
    makeRoot(OLD),
    makeRoot({ subject: "Early Root", notBefore: new Date(Date.now() + 3 * 86_400_000) }),
    makeRoot({ subject: "Strange Root" }),
  ]);
  const server = await makeLeaf(strange, ["management.local.azurestack.external"]);
  const { run, put, made, end } = openSsl();
  put("root.pem", root);
  put("both.pem", root + old.pem);
  const der = run("x509", "-in", "root.pem", "-outform", "DER");
  const trusted = run("x509", "-in", "root.pem", "-trustout").toString();
  const dump = run("x509", "-in", "root.pem", "-text").toString();
  const pkcs7 = (from: string) => run("crl2pkcs7", "-nocrl", "-certfile", from).toString();
  run("crl2pkcs7", "-nocrl", "-certfile", "root.pem", "-outform", "DER", "-out", "root.p7b");
  const p7b = made("root.p7b");
  const [p7bPem, p7bBoth] = [pkcs7("root.pem"), pkcs7("both.pem")];
  end();
  const showcerts = [
    "CONNECTED(00000003)\n---\nCertificate chain\n 0 s:CN = management.local.azurestack.external\n   i:CN = Strange Root\n",
    server.pem,
    " 1 s:CN = AzureStackSelfSignedRootCert\n   i:CN = AzureStackSelfSignedRootCert\n",
    root,
    `---\nServer certificate\nsubject=CN = management.local.azurestack.external\n\n${server.pem}---\nNo client certificate CA names sent\n---\nSSL handshake has read 2345 bytes\n`,
  ].join("");
  return {
    "PEM text": { value: root },
    "PEM text on one line": { value: root.replaceAll("\n", " ") },
    "PEM text with \\n for line breaks": { value: root.replaceAll("\n", "\\n") },
    "PEM text behind openssl x509 -text": { value: dump },
    "PEM file": file(root),
    "PEM file in UTF-16LE": file(Buffer.from(`\uFEFF${crlf(root)}`, "utf16le")),
    "PEM file in UTF-16BE": file(utf16be(`\uFEFF${crlf(root)}`)),
    "PEM file in UTF-16BE without mark": file(utf16be(root)),
    "a trusted certificate of OpenSSL": file(trusted),
    "DER file": file(der),
    "base64 of DER": { value: base64(der) },
    "base64 of DER in quotes": { value: `"${base64(der)}"` },
    "base64 of PEM": { value: base64(root) },
    "DER by certutil -encode": file(certutil(der)),
    "PEM by certutil -encode": file(certutil(root)),
    ".p7b file": file(p7b),
    ".p7b file in PEM": file(crlf(p7bPem)),
    ".p7b text in PEM": { value: p7bPem },
    ".p7b in base64": { value: base64(p7b) },
    ".p7b by certutil -encode": file(certutil(p7b)),
    ".p7b with an old root": { ...file(p7bBoth), left: ["CN=Old Root"] },
    "two paths": { value: "given\nstrange.pem", files: { given: root, "strange.pem": strange.pem } },
    "beside an expired root": { ...file(old.pem + root), left: ["CN=Old Root", "expired on 2005-01-01"] },
    "beside an expired root of another file": {
      value: "given, old.pem",
      files: { given: root, "old.pem": old.pem },
      left: ["CN=Old Root"],
    },
    "beside a root that is not valid yet": { ...file(root + early.pem), left: ["CN=Early Root"] },
    "beside all that may not be trusted": {
      ...file(old.pem + early.pem + server.pem + root),
      left: ["CN=Old Root", "CN=Early Root", "CN=management.local.azurestack.external"],
    },
    "behind all public roots, with an expired one": { ...file(publicRoots + old.pem + root), left: ["CN=Old Root"] },
    "what openssl s_client -showcerts prints": {
      ...file(showcerts),
      left: ["CN=management.local.azurestack.external"],
    },
    "what openssl s_client -showcerts prints, as text": {
      value: showcerts,
      left: ["CN=management.local.azurestack.external"],
    },
  };
}
