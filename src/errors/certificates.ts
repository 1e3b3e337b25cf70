import { failure } from "./failure.ts";

type From = { readonly from: string };
type Subject = From & { readonly subject: string };
type Pin = From & { readonly fingerprint: string };
type NotAfter = Subject & { readonly notAfter: string };
type Presented = { readonly presented: string };
type Unreadable = { readonly path: string; readonly reason: string };
type NotBefore = Subject & { readonly notBefore: string; readonly now: string };

const exportWithKey =
  'export the certificate with its private key: in the Windows certificate manager choose "Yes, export the private ' +
  'key"; with OpenSSL: `openssl pkcs12 -export -inkey key.pem -in certificate.pem -out client.pfx`; as PEM, the key ' +
  "followed by the certificate.";

const convertLegacy =
  "convert it with OpenSSL 3, and pass what it writes: a PFX with `openssl pkcs12 -legacy -in client.pfx -out " +
  "client.pem`, a PEM key with `openssl pkcs8 -topk8 -provider legacy -provider default -in key.pem -out new.pem`.";

/** `AZS3xx`: certificates, keys and trust. `from` names the input and, for a file, its path. */
export const certificateFailures = {
  caUnreadable: failure("AZS301", "CA certificate cannot be read", ({ from }: From) => ({
    problem: `${from} contains no certificate that can be read.`,
    fix:
      "pass the stamp's root as a path to a file (PEM, DER, or PKCS #7 such as .p7b), as PEM text, or as base64 of one of " +
      "them; `openssl x509 -in root.pem -noout -subject` shows whether a file contains a certificate.",
  })),
  caDamaged: failure("AZS302", "CA certificate is damaged", (names: From & { readonly position: string }) => ({
    problem: `certificate ${names.position} in ${names.from} is damaged: it cannot be decoded.`,
    fix: "copy it again as a whole, its BEGIN and END lines included; `openssl x509 -in root.pem -noout -text` checks it.",
  })),
  caPrivateKey: failure("AZS303", "CA input contains a private key", ({ from }: From) => ({
    problem: `${from} contains a private key; to trust a root, only its certificate is needed.`,
    fix:
      "pass the certificate only (`openssl x509 -in root-with-key.pem -out root.pem`; from a PFX: `openssl pkcs12 -in " +
      "root.pfx -nokeys -out root.pem`), remove the key from the place this input comes from, and treat it as disclosed.",
  })),
  caNotAuthority: failure("AZS304", "Certificate is no CA", (names: Subject & { readonly issuer: string }) => ({
    problem: `${names.from} contains "${names.subject}", which is no CA certificate.`,
    fix:
      "pass the root of the chain that the stamp presents, without the server certificates below it; this one was " +
      `issued by "${names.issuer}".`,
  })),
  caExpired: failure("AZS305", "CA certificate has expired", ({ from, subject, notAfter }: NotAfter) => ({
    problem: `the CA certificate "${subject}" in ${from} expired on ${notAfter}.`,
    fix: "ask the operator of the stamp for its current root, and pass that one.",
  })),
  caNotYetValid: failure("AZS306", "CA certificate is not valid yet", (names: NotBefore) => ({
    problem: `the CA certificate "${names.subject}" in ${names.from} is valid from ${names.notBefore} only.`,
    fix: `set the runner's clock (it reads ${names.now}) if it is wrong; otherwise pass the root the stamp uses today.`,
  })),
  pinNotGiven: failure(
    "AZS307",
    "No CA certificate has the fingerprint",
    (names: Pin & { readonly found: string }) => ({
      problem: `ca-fingerprint is ${names.fingerprint}, but ${names.from} contains ${names.found}.`,
      fix:
        "ask the operator of the stamp which root is its own; pass that one as ca-certificate, and what `openssl x509 -in " +
        "root.pem -noout -fingerprint -sha256` prints for it as ca-fingerprint.",
    }),
  ),
  pinNotOfRoot: failure(
    "AZS308",
    "Fingerprint is not that of a root",
    (names: Pin & { readonly subject: string; readonly root: string }) => ({
      problem:
        `ca-fingerprint ${names.fingerprint} is that of "${names.subject}" in ${names.from}, which is not a root CA. The ` +
        `root is ${names.root}.`,
      fix: "set ca-fingerprint to the fingerprint of the root, as the operator of the stamp states it.",
    }),
  ),
  rootNotPresented: failure("AZS309", "Root is not presented", (names: Pin & { readonly missing: string }) => ({
    problem:
      `${names.from} lacks its root, "${names.missing}" (many servers do not send it), so it cannot be compared ` +
      `with ca-fingerprint ${names.fingerprint}.`,
    fix: "pass the root itself as ca-certificate (a path, PEM text, base64 or waagent); you can keep ca-fingerprint.",
  })),

  clientUnreadable: failure("AZS310", "Client certificate cannot be read", ({ from }: From) => ({
    problem: `${from} contains neither PEM blocks nor a PFX.`,
    fix:
      "pass a path to a PEM or PFX file, PEM text, or base64 of PEM or PFX (`base64 -w0 client.pfx`); a secret of " +
      "several lines must keep its line breaks.",
  })),
  clientDamaged: failure("AZS311", "Client certificate is damaged", (names: From & { readonly part: string }) => ({
    problem: `${names.part} in ${names.from} cannot be decoded.`,
    fix:
      "copy it again as a whole, and test the file: `openssl pkey -in client.pem -noout`, `openssl x509 -in client.pem " +
      "-noout`, `openssl pkcs12 -in client.pfx -noout`.",
  })),
  clientWithoutKey: failure("AZS312", "Client certificate without private key", ({ from }: From) => ({
    problem: `${from} contains a certificate but no private key.`,
    fix: exportWithKey,
  })),
  clientWithoutCertificate: failure("AZS313", "Private key without client certificate", ({ from }: From) => ({
    problem: `${from} contains a private key but no certificate.`,
    fix: "add the certificate that is registered with the application: `cat key.pem certificate.pem > client.pem`.",
  })),
  clientKeyMismatch: failure("AZS314", "Private key does not match the certificate", (names: Subject) => ({
    problem: `the private key in ${names.from} belongs to none of the certificates there (${names.subject}).`,
    fix:
      "put the key and the certificate of the same pair together; `openssl pkey -in key.pem -pubout` and `openssl x509 " +
      "-in certificate.pem -pubkey -noout` must print the same.",
  })),
  clientSeveralKeys: failure("AZS315", "Several private keys", (names: From & { readonly count: string }) => ({
    problem: `${names.from} contains ${names.count} private keys, and azs-login cannot tell which one to use.`,
    fix: "keep only the key of the certificate that is registered with the application.",
  })),
  clientPasswordMissing: failure("AZS316", "Client certificate needs a password", ({ from }: From) => ({
    problem: `the private key in ${from} is encrypted, and no password was given.`,
    fix: "pass its password as client-certificate-password, from a secret.",
  })),
  clientPasswordWrong: failure("AZS317", "Wrong password for the client certificate", ({ from }: From) => ({
    problem: `client-certificate-password does not open ${from}.`,
    fix:
      "pass the password that was set when the key was exported, without quotes and without a line break at its end; " +
      "`openssl pkcs12 -in client.pfx -noout` or `openssl pkey -in client.pem -noout` asks for it and checks it.",
  })),
  clientUnsupported: failure("AZS318", "Client certificate in an unsupported format", ({ from }: From) => ({
    problem: `${from} uses an encryption algorithm or a kind of content that is not supported.`,
    fix: convertLegacy,
  })),
  clientNotRsa: failure(
    "AZS319",
    "Key of the client certificate is not RSA",
    (names: From & { readonly type: string }) => ({
      problem: `the private key in ${names.from} is ${names.type}; Microsoft Entra ID and AD FS take RSA keys only.`,
      fix:
        "make a certificate with an RSA key of 2048 bits or more, register it with the application, and pass it: `openssl " +
        "req -x509 -newkey rsa:2048 -nodes -keyout key.pem -out certificate.pem -subj /CN=azs-login -days 365`.",
    }),
  ),
  clientExpired: failure("AZS320", "Client certificate has expired", ({ from, subject, notAfter }: NotAfter) => ({
    problem: `the client certificate "${subject}" in ${from} expired on ${notAfter}.`,
    fix: "make a new certificate, register it with the application, and pass it with its private key.",
  })),
  clientNotYetValid: failure("AZS321", "Client certificate is not valid yet", (names: NotBefore) => ({
    problem: `the client certificate "${names.subject}" in ${names.from} is valid from ${names.notBefore} only.`,
    fix: `set the runner's clock (it reads ${names.now}) if it is wrong; otherwise pass a certificate that is valid today.`,
  })),
  pinDiffers: failure("AZS322", "Presented root has another fingerprint", (names: Pin & Presented) => ({
    problem: `${names.from} leads to the root ${names.presented}, but ca-fingerprint is ${names.fingerprint}. Nothing was sent.`,
    fix:
      "check that endpoint is the stamp that the fingerprint is of, and ask its operator whether the root was replaced. If " +
      "neither explains it, a proxy or somebody else on the way answers instead of the stamp: do not copy the fingerprint that is " +
      "presented.",
  })),
  agentFileMissing: failure("AZS324", "File of the Linux agent not found", ({ path }: { readonly path: string }) => ({
    problem: `ca-certificate is waagent, but there is no ${path}: only Linux VMs inside a stamp have that file.`,
    fix: "run the job on such a VM, or pass the root itself as ca-certificate (a path, PEM text or base64).",
  })),
  agentFileUnreadable: failure("AZS325", "File of the Linux agent cannot be read", (names: Unreadable) => ({
    problem: `ca-certificate is waagent, but ${names.path} cannot be read: ${names.reason}.`,
    fix:
      "only root may read it: run the runner as root, let its user run `sudo -n cat " +
      `${names.path}\` without a password, or copy the stamp's root from it to a file and pass that as ca-certificate.`,
  })),
  tooMany: failure("AZS350", "Too many certificates", (names: From & { readonly most: string }) => ({
    problem: `${names.from} contains more than ${names.most} certificates or keys.`,
    fix: "pass only the certificates of the stamp or of the application: the root, and the intermediate CAs below it.",
  })),
  tooManyRounds: failure(
    "AZS351",
    "Key derivation takes too long",
    (names: From & { readonly rounds: string; readonly most: string }) => ({
      problem: `decrypting ${names.from} takes ${names.rounds} rounds of key derivation; azs-login does at most ${names.most}.`,
      fix:
        "export it again with fewer: a PFX with `openssl pkcs12 -export -inkey key.pem -in certificate.pem -out " +
        "client.pfx`, a PEM key with `openssl pkcs8 -topk8 -in key.pem -out new.pem`, whose defaults are accepted.",
    }),
  ),
  tooSlow: failure("AZS352", "Certificates take too long to compare", (names: From & { readonly seconds: string }) => ({
    problem: `the certificates in ${names.from} were not compared with each other within ${names.seconds} seconds.`,
    fix: "keep only the certificates of one chain, without others of the same name.",
  })),
  pfxTooLarge: failure("AZS353", "PFX or PKCS #7 file is too large", (names: From & { readonly most: string }) => ({
    problem: `the PFX or PKCS #7 file in ${names.from} is larger than ${names.most}.`,
    fix: "export only the certificate that you need (for an application, with its key), without the other certificates of the store.",
  })),
  keyTooLong: failure(
    "AZS354",
    "Key of the client certificate is too long",
    (names: From & { readonly bits: string; readonly most: string }) => ({
      problem: `the private key in ${names.from} has ${names.bits} bits; azs-login accepts at most ${names.most}.`,
      fix: "make a certificate with an RSA key of 2048 or 4096 bits, register it with the application, and pass that.",
    }),
  ),
  caMoreRefused: failure(
    "AZS355",
    "More CA certificates are refused",
    ({ input, count }: { readonly input: string; readonly count: string }) => ({
      problem: `${input} contains ${count} more certificates that are refused for reasons like these.`,
      fix: "pass the stamp's root alone.",
    }),
  ),
  agentWithoutCa: failure(
    "AZS326",
    "No CA in the file of the Linux agent",
    (names: From & { readonly count: string }) => ({
      problem: `${names.from} contains no CA certificate of a stamp (certificates in it: ${names.count}).`,
      fix:
        "pass the root itself as ca-certificate (a path, PEM text or base64); leave ca-certificate out when the stamp has " +
        "certificates of a public CA.",
    }),
  ),
};
