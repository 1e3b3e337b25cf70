/** Debian 13's Wine for an older machine: its packages are unpacked, but not installed. */
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { read, run } from "../../emulator/program/running.ts";

/** This release has Wine 10. Wine 8, in Debian 12, does not start Node 24. */
const RELEASE = "trixie";
const KEYS = "/usr/share/keyrings/debian-archive-keyring.gpg";
/** Documentation, translations and similar files, and the 32-bit half of Windows. No test uses them. */
const LEFT_OUT = ["./etc", "./var", "./dev", "*/share/doc", "*/share/man", "*/share/locale", "*/wine/i386-windows"];

/**
 * Downloads Debian's packages through apt, from the mirror for which this machine's apt is configured. apt verifies
 * Debian's signatures.
 *
 * @param folder gets `usr`
 * @throws Error that says what this machine lacks
 */
export async function unpackDebian(folder: string, packages: readonly string[]): Promise<void> {
  const apt = path.join(folder, "apt");
  for (const name of ["lists/partial", "archives/partial"]) mkdirSync(path.join(apt, name), { recursive: true });
  writeFileSync(path.join(apt, "sources.list"), `deb [signed-by=${KEYS}] ${await mirror()} ${RELEASE} main\n`);
  writeFileSync(path.join(apt, "status"), "");
  writeFileSync(path.join(apt, "apt.conf"), configuration(apt));
  const env = { ...process.env, APT_CONFIG: path.join(apt, "apt.conf") };
  await run("apt-get", ["-qq", "update"], { env, doing: `Asking for the packages of Debian's ${RELEASE}` });
  const install = ["-qq", "-y", "--download-only", "--no-install-recommends", "install", ...packages];
  await run("apt-get", install, { env, doing: "Downloading Wine and what it needs" });
  const archives = path.join(apt, "archives");
  for (const name of readdirSync(archives).filter((one) => one.endsWith(".deb"))) {
    const script =
      'set -o pipefail; folder=$1; shift; dpkg-deb --fsys-tarfile "$0" | tar -x --no-same-owner -C "$folder" "$@"';
    const excluded = LEFT_OUT.map((one) => `--exclude=${one}`);
    await run("bash", ["-c", script, path.join(archives, name), folder, ...excluded], { doing: "Unpacking Wine" });
  }
  linkZlib(path.join(folder, "usr"));
  rmSync(apt, { recursive: true });
}

/** apt's configuration for this download. It replaces the machine's configuration and does not change it. */
function configuration(apt: string): string {
  const places = {
    "Dir::Etc::sourcelist": path.join(apt, "sources.list"),
    "Dir::Etc::sourceparts": "/dev/null",
    "Dir::State": apt,
    "Dir::State::status": path.join(apt, "status"),
    "Dir::Cache": apt,
    "APT::Sandbox::User": "root",
    "APT::Architecture": "amd64",
    "Acquire::Languages": "none",
    "Acquire::IndexTargets::deb::DEP-11::DefaultEnabled": "false",
  };
  const hooks = ["APT::Update::Post-Invoke-Success", "APT::Update::Post-Invoke", "DPkg::Post-Invoke"];
  return [...Object.entries(places).map(([name, value]) => `${name} "${value}";`), ...hooks.map(clear)].join("\n");
}

const clear = (name: string) => `#clear ${name};`;

async function mirror(): Promise<string> {
  const format = ["--format", "$(ORIGIN)|$(COMPONENT)|$(RELEASE)|$(REPO_URI)"];
  const listed = await read("apt-get", ["indextargets", ...format, "Created-By: Packages"], {
    doing: "Asking apt for its mirror",
  });
  const lines = listed.split("\n").map((line) => line.split("|"));
  // Besides the release itself there are its updates, and its security updates from another host.
  const found = lines.find(
    ([origin, part, release = ""]) => origin === "Debian" && part === "main" && /^[a-z]+$/.test(release),
  );
  const uri = found?.[3];
  if (uri === undefined) throw new Error("apt on this machine knows no mirror of Debian: npm run windows needs one");
  return uri;
}

/**
 * Does what the package's own script does at its installation (libwine, postinst): Wine loads from its folder only
 * libraries of its own, which it recognises by a mark in their header.
 */
function linkZlib(usr: string): void {
  const library = readFileSync(path.join(usr, "x86_64-w64-mingw32", "lib", "zlib1.dll"));
  library.fill(0, 64, 96);
  library.write("Wine builtin DLL", 64, "latin1");
  writeFileSync(path.join(usr, "lib", "x86_64-linux-gnu", "wine", "x86_64-windows", "zlib1.dll"), library);
}
