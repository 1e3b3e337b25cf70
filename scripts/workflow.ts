/**
 * `npm run workflow -- FILE`: runs a workflow of yours with act against an emulated stamp, on this machine. Steps that
 * use `…/azs-login@…` get the bundle of dist/. The repository is copied first, so that the file and everything beside
 * it remain unchanged. See USAGE for what the workflow gets.
 */
import { execFileSync } from "node:child_process";
import { cpSync, existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { parse } from "yaml";
import { atEnd, program, temporaryFolder } from "../emulator/program/ending.ts";
import { oneOf, readOptions, refuse } from "../emulator/program/options.ts";
import { run } from "../emulator/program/running.ts";
import { startEmulator } from "../emulator/server.ts";

const IDPS = ["aad", "adfs"] as const;
const USAGE = `npm run workflow -- FILE [--idp ${IDPS.join("|")}] [--job NAME] [--offline]
    [--var NAME=VALUE …] [--secret NAME=VALUE …]
Runs a workflow with act against an emulated stamp. The workflow gets
  vars     AZS_ENDPOINT, AZS_CLIENT_ID, AZS_CA_CERTIFICATE
  secrets  AZS_CLIENT_SECRET, AZS_CLIENT_CERTIFICATE
  files    root.pem in the workspace
The stamp is https://management.local.azurestack.external. The job's proxy leads to it, and to other hosts such
as a package index through this machine's network; with --offline to the stamp only.`;
/** Settings of pip and uv are passed on from this machine, because the job has a home folder of its own. */
const INDEX_SETTINGS = /^(?:PIP|UV)_/;
const ROOT = path.join(import.meta.dirname, "..");
const ACT = path.join(ROOT, ".cache", "act", "bin", "act");

await program(async () => {
  const { values, positionals } = readOptions(USAGE, {
    allowPositionals: true,
    options: {
      idp: { type: "string", default: "aad" },
      job: { type: "string" },
      offline: { type: "boolean", default: false },
      var: { type: "string", multiple: true, default: [] },
      secret: { type: "string", multiple: true, default: [] },
    },
  });
  const idp = oneOf("idp", values.idp, IDPS, USAGE);
  const [given, ...more] = positionals;
  if (given === undefined || more.length > 0) refuse("One file of a workflow is needed", USAGE);
  const file = path.resolve(process.env["INIT_CWD"] ?? ".", given);
  if (!existsSync(file)) refuse(`There is no ${file}`, USAGE);
  const text = readFileSync(file, "utf8");
  if (!existsSync(ACT))
    await run(process.execPath, [path.join(ROOT, "scripts", "act.ts")], { doing: "Installing act" });

  const emulator = await startEmulator({ idp, role: "Owner", otherHosts: values.offline ? "refused" : "reached" });
  const close = atEnd(() => emulator.close());
  const folder = temporaryFolder("workflow-");
  const place = (name: string) => path.join(folder.path, name);
  for (const name of ["work", "home", "act"]) mkdirSync(place(name));
  copyRepository(path.dirname(file), place("work"));
  mkdirSync(place("work/.github/workflows"), { recursive: true });
  writeFileSync(place("work/.github/workflows/the-workflow.yml"), text);
  writeFileSync(place("work/root.pem"), emulator.roots.pem);
  commit(place("work"));
  stageAction(place("azs-login"));

  const { keyPem, certPem } = emulator.application.certificates.registered;
  const secrets = {
    AZS_CLIENT_SECRET: emulator.application.secret,
    AZS_CLIENT_CERTIFICATE: keyPem + certPem,
    ...pairs("secret", values.secret),
  };
  const vars = {
    AZS_ENDPOINT: emulator.endpoint,
    AZS_CLIENT_ID: emulator.application.clientId,
    AZS_CA_CERTIFICATE: emulator.roots.pem,
    ...pairs("var", values.var),
  };
  const logins = new Set([...text.matchAll(/uses:\s*["']?(\S+\/azs-login@[^\s"']+)/g)].map(([, uses = ""]) => uses));
  const args = [
    ...["workflow_dispatch", "--workflows", ".github/workflows/the-workflow.yml", "--no-cache-server"],
    ...["--action-cache-path", place("act")],
    ...runnersOf(text).flatMap((label) => ["--platform", `${label}=-self-hosted`]),
    ...(values.job === undefined ? [] : ["--job", values.job]),
    ...Object.entries(vars).flatMap(([name, value]) => ["--var", `${name}=${value}`]),
    ...[...logins].flatMap((uses) => ["--local-repository", `${uses}=${place("azs-login")}`]),
    // The values are in the environment, where other users' processes cannot read them.
    ...Object.keys(secrets).flatMap((name) => ["--secret", name]),
  ];
  const env = {
    ...Object.fromEntries(Object.entries(process.env).filter(([name]) => INDEX_SETTINGS.test(name))),
    PATH: `${path.dirname(process.execPath)}${path.delimiter}${process.env["PATH"]}`,
    HOME: place("home"),
    LANG: "C.UTF-8",
    HTTPS_PROXY: emulator.proxyUrl,
    ...secrets,
  };
  await run(ACT, args, { cwd: place("work"), env, doing: "Running the workflow" });
  await folder.remove();
  await close();
});

/** Copies the files that git knows of the repository. If there is no repository, only the workflow is copied. */
function copyRepository(folder: string, target: string): void {
  let root: string;
  let files: readonly string[];
  try {
    const git = (...args: readonly string[]) =>
      execFileSync("git", args, { cwd: folder, encoding: "utf8", stdio: ["ignore", "pipe", "ignore"] });
    root = git("rev-parse", "--show-toplevel").trim();
    files = git("ls-files", "-z", "--cached", "--others", "--exclude-standard", "--full-name", root).split("\0");
  } catch {
    return;
  }
  for (const name of files) {
    if (name !== "" && existsSync(path.join(root, name))) cpSync(path.join(root, name), path.join(target, name));
  }
}

/** act requires the origin of the repository. */
function commit(repository: string): void {
  const who = ["-c", "user.name=azs-login", "-c", "user.email=workflow@localhost"];
  const git = (...args: readonly string[]) =>
    execFileSync("git", [...who, ...args], { cwd: repository, stdio: "ignore" });
  git("init", "--initial-branch=main");
  git("remote", "add", "origin", "https://github.com/contoso/infrastructure");
  git("add", "--all");
  git("commit", "--message=Workflow");
}

/**
 * Copies only what a release contains, because act copies all of it for each step. The bundle writes to no trust store
 * of this machine unless the workflow asks for it.
 */
function stageAction(target: string): void {
  mkdirSync(target);
  cpSync(path.join(ROOT, "dist"), path.join(target, "dist"), { recursive: true });
  const action = readFileSync(path.join(ROOT, "action.yml"), "utf8");
  writeFileSync(
    path.join(target, "action.yml"),
    action.replace(/(\n {2}trust-stores:[\s\S]*?default: )\S+/, "$1bundle"),
  );
}

/** The labels of all its jobs; each of them means this machine. */
function runnersOf(text: string): readonly string[] {
  const document = parse(text) as { jobs?: Record<string, { "runs-on"?: string | readonly string[] }> } | null;
  const labels = Object.values(document?.jobs ?? {}).flatMap((job) => job["runs-on"] ?? []);
  return [...new Set(["ubuntu-latest", "self-hosted", ...labels])];
}

function pairs(option: string, given: readonly string[]): Readonly<Record<string, string>> {
  return Object.fromEntries(
    given.map((one) => {
      const at = one.indexOf("=");
      if (at < 1) refuse(`--${option} is not NAME=VALUE`, USAGE);
      return [one.slice(0, at), one.slice(at + 1)];
    }),
  );
}
