/**
 * `npm run demo`: a stamp on loopback, and a job that logs in to it with the committed bundle as a runner or an agent
 * would, works with az, and logs out. Prints what a user would see.
 */
import { execFileSync } from "node:child_process";
import { existsSync, writeFileSync } from "node:fs";
import path from "node:path";
import { parseArgs } from "node:util";
import type { Build } from "./builds.ts";
import { DEMO_HOSTS, type DemoHost } from "./demo-hosts.ts";
import { workingInputs } from "./job.ts";
import type { Inputs, Runner, StepResult } from "./runner.ts";
import { type Emulator, startEmulator } from "./server.ts";

const IDPS = ["aad", "adfs"] as const;
const HOSTS = ["github", "pipelines"] as const;
const AUTHS = ["secret", "certificate", "pfx"] as const;
const BUILDS: readonly Build[] = ["1807", "1808", "2008", "2311"];
const USAGE = `npm run demo -- [--host ${HOSTS.join("|")}] [--idp ${IDPS.join("|")}] [--auth ${AUTHS.join("|")}] [--build ${BUILDS.join("|")}] [--az PATH] [--admin]`;

interface Wishes {
  readonly host: (typeof HOSTS)[number];
  readonly idp: (typeof IDPS)[number];
  readonly auth: (typeof AUTHS)[number];
  readonly build: Build;
  readonly az: string | undefined;
  readonly admin: boolean;
}

const wishes = readWishes();
const emulator = await startEmulator({ idp: wishes.idp, build: wishes.build });
const host = await DEMO_HOSTS[wishes.host](emulator);
try {
  process.exitCode = await runJob(wishes, emulator, host);
} finally {
  await host.close();
  await emulator.close();
}

async function runJob(asked: Wishes, stamp: Emulator, { runner: machine, spelled }: DemoHost): Promise<number> {
  const inHostNames = (inputs: Inputs) =>
    Object.fromEntries(Object.entries(inputs).map(([name, value]) => [spelled(name), value]));
  const output = (name: string) => machine.outputs[spelled(name)] ?? "";
  const { "client-secret": _, ...common } = await workingInputs(stamp, machine);
  const inputs = {
    ...common,
    endpoint: asked.admin ? stamp.adminEndpoint : stamp.endpoint,
    ...(await credential(asked.auth, stamp)),
    ...(asked.az === undefined ? {} : { "az-path": asked.az }),
  };
  title(`azs-login on ${asked.host} with endpoint ${inputs.endpoint}, ${asked.auth}, build ${asked.build}`);
  let login = await machine.main(inHostNames(inputs));
  show(login);
  if (login.log.includes("AZS521")) {
    // The runner's proxy leads to the stamp only, as it does on many a runner beside one.
    title("No az here serves the stamp: the same with a folder of wheels to install one from");
    login = await machine.main(inHostNames({ ...inputs, "az-wheels": wheels() }));
    show(login);
  }
  if (login.exitCode === 0) {
    const az = output("az-path");
    await laterStep(machine, az, ["account", "show"]);
    await laterStep(machine, az, ["group", "create", "-n", "MyResourceGroup", "-l", output("location")]);
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
        host: { type: "string", default: "github" },
        idp: { type: "string", default: "aad" },
        auth: { type: "string", default: "secret" },
        build: { type: "string", default: "2311" },
        az: { type: "string" },
        admin: { type: "boolean", default: false },
      },
    });
    return {
      host: oneOf("host", values.host, HOSTS),
      idp: oneOf("idp", values.idp, IDPS),
      auth: oneOf("auth", values.auth, AUTHS),
      build: oneOf("build", values.build, BUILDS),
      az: values.az,
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

/** Downloads them the first time, for the Python that is first on PATH. */
function wheels(): string {
  const folder = path.resolve(".cache", "demo-wheels");
  if (existsSync(path.join(folder, "complete"))) return folder;
  const version = execFileSync("python3", ["-c", "import sys; print('%d.%d' % sys.version_info[:2])"], {
    encoding: "utf8",
  });
  const script = path.join("scripts", "wheels.ts");
  execFileSync(process.execPath, [script, folder, "--python", version.trim()], {
    stdio: ["ignore", "inherit", "inherit"],
  });
  writeFileSync(path.join(folder, "complete"), "");
  return folder;
}

function title(text: string): void {
  console.log(`\n\u001b[1m▸ ${text}\u001b[0m`);
}

function show({ log, exitCode, milliseconds }: StepResult): void {
  console.log(log.trimEnd());
  console.log(`\u001b[2m  exit code ${exitCode}, ${(milliseconds / 1000).toFixed(1)} s\u001b[0m`);
}
