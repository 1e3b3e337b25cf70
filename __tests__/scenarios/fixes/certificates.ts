/** Fixes for certificates, keys and files that inputs name (`AZS3xx`). */
import { execFileSync } from "node:child_process";
import path from "node:path";
import { inTurn, makeClientCertificate, makeLeaf, makeRoot } from "../../../emulator/certificates.ts";
import type { Runner } from "../../../emulator/runner.ts";
import { pfxOf } from "../../support/der.ts";
import type { Scene } from "../../support/stamp.ts";
import { type Changes, type InputFix, put, suggested } from "./fix.ts";

const DAY = 86_400_000;
const LATER = { notBefore: new Date(Date.now() + 3 * DAY) };
const EARLIER = { notBefore: new Date("2004-01-01"), days: 366 };
const oldRoot = inTurn(() => makeRoot({ subject: "Old Root", ...EARLIER }));
const earlyRoot = inTurn(() => makeRoot({ subject: "Early Root", ...LATER }));
const oldClient = inTurn(() => makeClientCertificate({ subject: "old", ...EARLIER }));
const earlyClient = inTurn(() => makeClientCertificate({ subject: "early", ...LATER }));

/** Runs a command that a fix gives between backticks, in the workspace. */
function obey({ workspace }: Runner, command: string, ...more: readonly string[]): void {
  const [program = "", ...words] = command.split(" ");
  execFileSync(program, [...words, ...more], { cwd: workspace, stdio: "pipe" });
}

type Wrong = (scene: Scene) => string | Buffer | Promise<string | Buffer>;
type Mend = (text: string, scene: Scene) => Changes | Promise<Changes>;

const NO_SECRET = { "client-secret": undefined };

/** `ca-certificate` names a file with this content. */
const root = (code: string, name: string, wrong: Wrong, mend: Mend): InputFix => ({
  code,
  name: `a root: ${name}`,
  inputs: async (scene) => ({ "ca-certificate": await put(scene.runner, `root-${code}`, await wrong(scene)) }),
  follow: async (text, scene) => ({ inputs: await mend(text, scene) }),
});
/** `client-certificate` names a file with this content. After the fix, the certificate is valid but not registered. */
const client = (code: string, name: string, wrong: Wrong, mend: Mend, more: Changes = {}): InputFix => ({
  code,
  name: `a client certificate: ${name}`,
  inputs: async (scene) => ({
    ...NO_SECRET,
    "client-certificate": await put(scene.runner, `client-${code}`, await wrong(scene)),
    ...more,
  }),
  follow: async (text, scene) => ({ inputs: await mend(text, scene) }),
});

const says = (text: string, words: RegExp) => void suggested(text, new RegExp(`(${words.source})`));
const stampsRoot =
  (words: RegExp): Mend =>
  (text, { emulator }) => {
    says(text, words);
    return { "ca-certificate": emulator.roots.pem };
  };
const pair = ({ emulator }: Scene) => emulator.application.certificates.unregistered;
const pem = (scene: Scene) => pair(scene).keyPem + pair(scene).certPem;
const whole =
  (words: RegExp, more: Changes = {}): Mend =>
  (text, scene) => {
    says(text, words);
    return { "client-certificate": pem(scene), ...more };
  };
const WORD = "a-word-of-the-file";
const pfx = (scene: Scene) => pair(scene).pfx3des(WORD);

export const ROOTS: readonly InputFix[] = [
  root("AZS301", "no certificate", () => "just a text", stampsRoot(/as PEM text/)),
  root(
    "AZS302",
    "cut off",
    ({ emulator }) => emulator.roots.pem.replace(/\n[^-]{60,65}\n/, "\n"),
    stampsRoot(/BEGIN and END/),
  ),
  root(
    "AZS303",
    "with its key",
    (scene) => pair(scene).keyPem + scene.emulator.roots.pem,
    async (text, { emulator, runner }) => {
      await put(runner, "root-with-key.pem", pair({ emulator } as Scene).keyPem + emulator.roots.pem);
      obey(
        runner,
        suggested(text, /`(openssl x509 -in root-with-key\.pem[^`]*)`/).replace("-out root.pem", "-out alone.pem"),
      );
      return { "ca-certificate": "alone.pem" };
    },
  ),
  root(
    "AZS304",
    "of a server",
    async () => (await makeLeaf(await makeRoot(), ["management.local.azurestack.external"])).pem,
    stampsRoot(/pass the root/),
  ),
  root("AZS305", "expired", async () => (await oldRoot()).pem, stampsRoot(/current root/)),
  root("AZS306", "not valid yet", async () => (await earlyRoot()).pem, stampsRoot(/root the stamp uses today/)),
  {
    code: "AZS307",
    name: "a fingerprint of another root",
    inputs: ({ emulator }) => ({ "ca-fingerprint": "AB".repeat(32), "ca-certificate": emulator.roots.pem }),
    follow: (text, { emulator }) => {
      says(text, /-fingerprint -sha256/);
      return { inputs: { "ca-fingerprint": emulator.roots.fingerprint256 } };
    },
  },
  root(
    "AZS350",
    "thousands",
    ({ emulator }) => emulator.roots.pem.repeat(600),
    stampsRoot(/only the certificates of the stamp/),
  ),
  root(
    "AZS355",
    "many that have expired",
    async () =>
      (await Promise.all(Array.from({ length: 6 }, (_, n) => makeRoot({ subject: `Old ${n}`, ...EARLIER }))))
        .map((one) => one.pem)
        .join(""),
    stampsRoot(/stamp's root alone/),
  ),
  {
    code: "AZS324",
    name: "the agent's file on a runner that is no VM of a stamp",
    inputs: { "ca-certificate": "waagent" },
    follow: (text, scene) => ({ inputs: stampsRoot(/pass the root itself/)(text, scene) as Changes }),
  },
  {
    code: "AZS341",
    name: "a pipe",
    inputs: ({ runner }) => {
      execFileSync("mkfifo", [path.join(runner.workspace, "pipe")]);
      return { "ca-certificate": "pipe" };
    },
    follow: async (text, { emulator, runner }) => {
      says(text, /write its content to a file/);
      return { inputs: { "ca-certificate": await put(runner, "from-pipe.pem", emulator.roots.pem) } };
    },
  },
  root(
    "AZS342",
    "an image",
    () => Buffer.alloc(5_100_000),
    stampsRoot(/check that the path is that of the certificate/),
  ),
];

export const CLIENTS: readonly InputFix[] = [
  client("AZS310", "just a text", () => "just a text", whole(/PEM text/)),
  client(
    "AZS311",
    "cut off",
    (scene) => pfx(scene).subarray(0, 900),
    whole(/copy it again as a whole/, { "client-certificate-password": undefined }),
    {
      "client-certificate-password": WORD,
    },
  ),
  client(
    "AZS312",
    "without its key",
    (scene) => pair(scene).certPem,
    async (text, scene) => {
      await put(scene.runner, "key.pem", pair(scene).keyPem);
      await put(scene.runner, "certificate.pem", pair(scene).certPem);
      obey(scene.runner, suggested(text, /`(openssl pkcs12 -export[^`]*)`/), "-passout", "pass:");
      return { "client-certificate": "client.pfx" };
    },
  ),
  client("AZS313", "without its certificate", (scene) => pair(scene).keyPem, whole(/cat key\.pem certificate\.pem/)),
  client(
    "AZS314",
    "with another key",
    (scene) => pair(scene).keyPem + scene.emulator.application.certificates.registered.certPem,
    whole(/of the same pair together/),
  ),
  client(
    "AZS315",
    "with two keys",
    (scene) => pem(scene) + scene.emulator.application.certificates.registered.keyPem,
    whole(/keep only the key/),
  ),
  client("AZS316", "without its password", pfx, (text) => ({
    [suggested(text, /as (client-certificate-password)/)]: WORD,
  })),
  client(
    "AZS317",
    "with a wrong password",
    pfx,
    (text) => {
      says(text, /password that was set when the key was exported/);
      return { "client-certificate-password": WORD };
    },
    { "client-certificate-password": "another" },
  ),
  client(
    "AZS318",
    "encrypted with RC2",
    (scene) => legacyPfx(scene),
    async (text, scene) => {
      await put(scene.runner, "client.pfx", legacyPfx(scene));
      const command = suggested(text, /`(openssl pkcs12 -legacy[^`]*)`/);
      obey(scene.runner, command, "-passin", `pass:${WORD}`, "-passout", `pass:${WORD}`);
      return { "client-certificate": "client.pem" };
    },
    { "client-certificate-password": WORD },
  ),
  client(
    "AZS319",
    "of an elliptic curve",
    ({ runner }) => ellipticPem(runner),
    async (text, scene) => {
      obey(scene.runner, suggested(text, /`(openssl req -x509[^`]*)`/));
      return { "client-certificate": "certificate.pem, key.pem" };
    },
  ),
  client("AZS320", "expired", async () => keyed(await oldClient()), whole(/make a new certificate/)),
  client("AZS321", "not valid yet", async () => keyed(await earlyClient()), whole(/valid today/)),
  client(
    "AZS351",
    "with too many rounds",
    (scene) => encryptedKey(scene, "1000001") + pair(scene).certPem,
    async (text, scene) => {
      await put(scene.runner, "key.pem", pair(scene).keyPem);
      obey(scene.runner, suggested(text, /`(openssl pkcs8 -topk8[^`]*)`/), "-passout", `pass:${WORD}`);
      return { "client-certificate": `new.pem, ${await put(scene.runner, "one.pem", pair(scene).certPem)}` };
    },
    { "client-certificate-password": WORD },
  ),
  client("AZS353", "a whole store", () => pfxOf(Buffer.alloc(1_000_000)), whole(/only the certificate that you need/)),
];

const keyed = ({ keyPem, certPem }: { readonly keyPem: string; readonly certPem: string }) => keyPem + certPem;

function legacyPfx(scene: Scene): Buffer {
  const input = pem(scene);
  const words = ["pkcs12", "-export", "-legacy", "-certpbe", "PBE-SHA1-RC2-40", "-keypbe", "PBE-SHA1-RC4-128"];
  return execFileSync("openssl", [...words, "-passout", `pass:${WORD}`], { input, stdio: "pipe" });
}

function ellipticPem({ workspace }: Runner): string {
  const curve = ["-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-256", "-nodes", "-subj", "/CN=curve"];
  const words = ["req", "-x509", ...curve, "-keyout", "-", "-out", "-"];
  return execFileSync("openssl", words, { cwd: workspace, stdio: "pipe" }).toString();
}

function encryptedKey(scene: Scene, rounds: string): string {
  const words = ["pkcs8", "-topk8", "-iter", rounds, "-passout", `pass:${WORD}`];
  return execFileSync("openssl", words, { input: pair(scene).keyPem, stdio: "pipe" }).toString();
}
