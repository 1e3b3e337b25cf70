/**
 * `npm run emulator`: a stamp on loopback for other programs, such as later steps of a workflow's job. It prints as
 * JSON what a login there needs, and runs until it is interrupted or its time is over. With `--detach` it continues in
 * the background once it answers.
 *
 * In a step of GitHub Actions it prints nothing. Instead it sets the same values as outputs of the step, with secrets
 * masked, and sets HTTPS_PROXY for later steps. The proxy leads to the stamp, and to other hosts through the network of
 * this machine, unless `--offline` is given.
 */
import { type ChildProcess, fork } from "node:child_process";
import * as core from "@actions/core";
import { askReader, atEnd, end, program } from "./program/ending.ts";
import { oneOf, readOptions, refuse } from "./program/options.ts";
import { type Emulator, startEmulator } from "./server.ts";

const IDPS = ["aad", "adfs"] as const;
/** An owner can run whole workflows, including role assignments. */
const ROLES = ["Owner", "Contributor", "Reader"] as const;
const USAGE = `npm run emulator -- [--idp ${IDPS.join("|")}] [--role ${ROLES.join("|")}] [--minutes 60] [--detach] [--offline]
Serves a stamp on loopback and prints what a login needs, as JSON; with --detach it continues in the background.
The proxy leads to the stamp, and to other hosts through this machine's network; with --offline to the stamp only.`;

/** These have the names of azs-login's inputs where there is such an input. */
type Facts = Readonly<Record<string, string>>;

const SECRETS = ["client-secret", "client-certificate"];

const { idp, role, minutes, detach, offline } = wishes();
await program(() => (detach ? leaveBehind() : serve()));

async function serve(): Promise<void> {
  const emulator = await startEmulator({ idp, role, otherHosts: offline ? "refused" : "reached" });
  atEnd(() => emulator.close());
  // The process that started it may be killed before it can end the stamp.
  setTimeout(() => end(0), minutes * 60_000);
  if (process.send === undefined) {
    publish(factsOf(emulator));
    // `npm run emulator | head -3`: white space after the JSON does no harm.
    return askReader();
  }
  // Nobody reads standard error once the parent has ended. Writing to it then must not end the stamp.
  process.stderr.removeAllListeners("error").on("error", () => {});
  process.send(factsOf(emulator));
}

async function leaveBehind(): Promise<void> {
  const args = ["--idp", idp, "--role", role, "--minutes", String(minutes), ...(offline ? ["--offline"] : [])];
  const served = fork(import.meta.filename, args, {
    detached: true,
    // A step ends when no process has its output open any more.
    stdio: ["ignore", "ignore", "pipe", "ipc"],
  });
  publish(await firstMessage(served));
  served.disconnect();
  served.stderr?.destroy();
  served.unref();
}

function firstMessage(served: ChildProcess): Promise<Facts> {
  let said = "";
  served.stderr?.setEncoding("utf8").on("data", (text: string) => {
    said += text;
  });
  return new Promise((resolve, reject) => {
    served.once("message", (facts) => resolve(facts as Facts));
    served.once("error", reject);
    served.once("close", (code) => reject(new Error(`The emulator ended with ${code}: ${said}`)));
  });
}

function factsOf({ endpoint, proxyUrl, tenantId, application, roots }: Emulator): Facts {
  const { keyPem, certPem } = application.certificates.registered;
  return {
    endpoint,
    "tenant-id": tenantId,
    "client-id": application.clientId,
    "client-secret": application.secret,
    "client-certificate": keyPem + certPem,
    "ca-certificate": roots.pem,
    "proxy-url": proxyUrl,
    pid: String(process.pid),
  };
}

function publish(facts: Facts): void {
  if (process.env["GITHUB_OUTPUT"] === undefined) {
    console.log(JSON.stringify(facts, undefined, 2));
    return;
  }
  for (const name of SECRETS) {
    // A runner searches single lines for masks. Masking a short line (such as the end of a key) would garble the log.
    for (const line of facts[name]?.split("\n") ?? []) if (line.length > 3) core.setSecret(line);
  }
  for (const [name, value] of Object.entries(facts)) core.setOutput(name, value);
  core.exportVariable("HTTPS_PROXY", facts["proxy-url"]);
}

function wishes() {
  const { values } = readOptions(USAGE, {
    options: {
      idp: { type: "string", default: "aad" },
      role: { type: "string", default: "Owner" },
      minutes: { type: "string", default: "60" },
      detach: { type: "boolean", default: false },
      offline: { type: "boolean", default: false },
    },
  });
  const length = Number(values.minutes);
  if (!(length > 0 && length <= 24 * 60)) refuse(`--minutes is ${values.minutes}, not 1 to 1440`, USAGE);
  const [idp, role] = [oneOf("idp", values.idp, IDPS, USAGE), oneOf("role", values.role, ROLES, USAGE)];
  const { detach, offline } = values;
  return { idp, role, minutes: length, detach, offline } as const;
}
