/**
 * `npm run demo` runs a stamp on loopback and a job. The job logs in to the stamp with the committed bundle as a runner
 * or an agent would, uses az, and logs out. It prints what a user would see.
 */
import { existsSync, writeFileSync } from "node:fs";
import path from "node:path";
import { DEMO_HOSTS, type DemoHost } from "./demo-hosts.ts";
import { workingInputs } from "./job.ts";
import { atEnd, program } from "./program/ending.ts";
import { oneOf, readOptions } from "./program/options.ts";
import { bold, faint } from "./program/paint.ts";
import { read, run, whileTold } from "./program/running.ts";
import type { Inputs, Runner, StepResult } from "./runner.ts";
import { type Emulator, startEmulator } from "./server.ts";
import type { Build } from "./stamp/builds.ts";

const IDPS = ["aad", "adfs"] as const;
const HOSTS = ["github", "pipelines"] as const;
const AUTHS = ["secret", "certificate", "pfx"] as const;
const BUILDS: readonly Build[] = ["1807", "1808", "2008", "2311"];
const USAGE = `npm run demo -- [--host ${HOSTS.join("|")}] [--idp ${IDPS.join("|")}] [--auth ${AUTHS.join("|")}]
    [--build ${BUILDS.join("|")}] [--az PATH] [--admin]
Logs in to an emulated stamp with the bundle of dist/ as a runner would, uses az there, and logs out.`;

interface Wishes {
  readonly host: (typeof HOSTS)[number];
  readonly idp: (typeof IDPS)[number];
  readonly auth: (typeof AUTHS)[number];
  readonly build: Build;
  readonly az: string | undefined;
  readonly admin: boolean;
}

await program(async () => {
  const wishes = readWishes();
  const emulator = await startEmulator({ idp: wishes.idp, build: wishes.build });
  const closeEmulator = atEnd(() => emulator.close());
  const host = await DEMO_HOSTS[wishes.host](emulator, (line) => console.log(line));
  const closeHost = atEnd(() => host.close());
  process.exitCode = await runJob(wishes, emulator, host);
  await closeHost();
  await closeEmulator();
});

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
  let login = await shown("Logging in", () => machine.main(inHostNames(inputs)));
  if (login.exitCode !== 0 && login.log.includes("AZS521")) {
    // The runner's proxy leads to the stamp only, as on many runners beside a stamp.
    title("No az here serves the stamp: the same with a folder of wheels to install one from");
    const withWheels = { ...inputs, "az-wheels": await wheels() };
    login = await shown("Installing az and logging in", () => machine.main(inHostNames(withWheels)));
  }
  if (login.exitCode === 0) {
    const az = output("az-path");
    await laterStep(machine, az, ["account", "show"]);
    await laterStep(machine, az, ["group", "create", "-n", "MyResourceGroup", "-l", output("location")]);
    title("The job summary");
    console.log(machine.summary);
  }
  title("Post");
  const logout = await shown("Logging out", () => machine.post());
  return login.exitCode || logout.exitCode || 0;
}

async function laterStep(machine: Runner, az: string, args: readonly string[]): Promise<void> {
  const command = `az ${args.slice(0, 2).join(" ")}`;
  title(`az ${args.join(" ")}`);
  await shown(command, () => machine.step(az, args));
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
  const { values } = readOptions(USAGE, {
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
    host: oneOf("host", values.host, HOSTS, USAGE),
    idp: oneOf("idp", values.idp, IDPS, USAGE),
    auth: oneOf("auth", values.auth, AUTHS, USAGE),
    build: oneOf("build", values.build, BUILDS, USAGE),
    az: values.az === undefined ? undefined : path.resolve(values.az),
    admin: values.admin,
  };
}

/** Downloads the wheels the first time, for the Python that is first on PATH. */
async function wheels(): Promise<string> {
  const folder = path.resolve(".cache", "demo-wheels");
  if (existsSync(path.join(folder, "complete"))) return folder;
  const show = ["-c", "import sys; print('%d.%d' % sys.version_info[:2])"];
  const version = await read("python3", show, { doing: "Asking Python for its version" });
  const download = [path.join("scripts", "wheels.ts"), folder, "--python", version.trim()];
  await run(process.execPath, download, { doing: "Downloading wheels" });
  writeFileSync(path.join(folder, "complete"), "");
  return folder;
}

/** Runs a step and shows its log as it is written. */
async function shown(doing: string, step: () => Promise<StepResult>): Promise<StepResult> {
  const result = await whileTold(doing, step);
  process.stdout.write(faint(`  exit code ${result.exitCode}, ${(result.milliseconds / 1000).toFixed(1)} s`));
  return result;
}

function title(text: string): void {
  process.stdout.write(`\n${bold(`▸ ${text}`)}`);
}
