/**
 * `npm run demo`: a stamp on loopback, and a job that logs in to it with the committed bundle as a runner would, works
 * with az, and logs out. Prints what a user would see.
 */
import { execFileSync } from "node:child_process";
import { existsSync } from "node:fs";
import { writeFile } from "node:fs/promises";
import path from "node:path";
import { parseArgs } from "node:util";
import type { Build } from "./builds.ts";
import { createRunner, type Inputs, type Runner, type StepResult } from "./runner.ts";
import { type Emulator, startEmulator } from "./server.ts";

const IDPS = ["aad", "adfs"] as const;
const AUTHS = ["secret", "certificate", "pfx"] as const;
const BUILDS: readonly Build[] = ["1808", "2008", "2311"];
const USAGE = `npm run demo -- [--idp ${IDPS.join("|")}] [--auth ${AUTHS.join("|")}] [--build ${BUILDS.join("|")}] [--az PATH] [--admin]`;

interface Wishes {
  readonly idp: (typeof IDPS)[number];
  readonly auth: (typeof AUTHS)[number];
  readonly build: Build;
  readonly az: string;
  readonly admin: boolean;
}

const wishes = readWishes();
const emulator = await startEmulator({ idp: wishes.idp, build: wishes.build });
const runner = await createRunner({
  dist: path.resolve("dist"),
  path: process.env["PATH"] ?? "",
  environment: { HTTPS_PROXY: emulator.proxyUrl },
});
try {
  process.exitCode = await runJob(wishes, emulator, runner);
} finally {
  await runner.dispose();
  await emulator.close();
}

async function runJob(asked: Wishes, stamp: Emulator, machine: Runner): Promise<number> {
  await writeFile(path.join(machine.workspace, "root.pem"), stamp.roots.pem);
  const inputs = {
    endpoint: asked.admin ? stamp.adminEndpoint : stamp.endpoint,
    "client-id": stamp.application.clientId,
    ...(await credential(asked.auth, stamp)),
    "ca-certificate": "./root.pem",
    // The demo leaves the machine's own stores alone.
    "trust-stores": "bundle",
    "az-path": asked.az,
  };
  title(`azs-login with endpoint ${inputs.endpoint}, ${asked.auth}, build ${asked.build}`);
  let login = await machine.main(inputs);
  show(login);
  if (login.log.includes("AZS502")) {
    title("This az has no hybrid profiles: the same with az 2.66");
    login = await machine.main({ ...inputs, "az-path": projectAz() });
    show(login);
  }
  if (login.exitCode === 0) {
    const az = machine.outputs["az-path"] ?? "az";
    await laterStep(machine, az, ["account", "show"]);
    await laterStep(machine, az, ["group", "create", "-n", "MyResourceGroup", "-l", machine.outputs["location"] ?? ""]);
    title("The job summary");
    console.log(machine.summary);
  }
  title("Post");
  const logout = await machine.post();
  show(logout);
  return login.exitCode || logout.exitCode || 0;
}

async function laterStep(machine: Runner, az: string, args: readonly string[]): Promise<void> {
  title(`az ${args.join(" ")}`);
  show(await machine.step(az, args));
}

async function credential(kind: Wishes["auth"], { application }: Emulator): Promise<Inputs> {
  if (kind === "secret") return { "client-secret": application.secret };
  const { keyPem, certPem, pfx3des } = application.certificates.registered;
  if (kind === "certificate") return { "client-certificate": keyPem + certPem };
  const password = "demo password";
  const pfx = (await pfx3des(password)).toString("base64");
  return { "client-certificate": pfx, "client-certificate-password": password };
}

function readWishes(): Wishes {
  try {
    const { values } = parseArgs({
      options: {
        idp: { type: "string", default: "aad" },
        auth: { type: "string", default: "secret" },
        build: { type: "string", default: "2311" },
        az: { type: "string" },
        admin: { type: "boolean", default: false },
      },
    });
    return {
      idp: oneOf("idp", values.idp, IDPS),
      auth: oneOf("auth", values.auth, AUTHS),
      build: oneOf("build", values.build, BUILDS),
      az: values.az ?? anyAz(),
      admin: values.admin,
    };
  } catch (error) {
    console.error(`${error instanceof Error ? error.message : error}\n${USAGE}`);
    process.exit(2);
  }
}

function oneOf<T extends string>(name: string, value: string, allowed: readonly T[]): T {
  const found = allowed.find((one) => one === value);
  if (found === undefined) throw new Error(`--${name} is ${value}, not one of ${allowed.join(", ")}`);
  return found;
}

/** The machine's az, else the one that `npm run az` installs for the project. */
function anyAz(): string {
  const folders = (process.env["PATH"] ?? "").split(path.delimiter);
  const found = folders.map((folder) => path.join(folder, "az")).find((file) => existsSync(file));
  return found ?? projectAz();
}

function projectAz(): string {
  execFileSync(process.execPath, [path.join("scripts", "az.ts")], { stdio: ["ignore", "inherit", "inherit"] });
  return path.resolve(".cache", "az", "bin", "az");
}

function title(text: string): void {
  console.log(`\n\u001b[1m▸ ${text}\u001b[0m`);
}

function show({ log, exitCode, milliseconds }: StepResult): void {
  console.log(log.trimEnd());
  console.log(`\u001b[2m  exit code ${exitCode}, ${(milliseconds / 1000).toFixed(1)} s\u001b[0m`);
}
