/** What tests need on the machine, and what `npm test` makes for them. */
import { spawnSync } from "node:child_process";
import { accessSync, constants, statSync } from "node:fs";
import path from "node:path";

export interface Need {
  /** The name of a program, or `root`. */
  readonly name: string;
  /** How to install it on Debian. */
  readonly remedy: string;
  /** The test files that need it. */
  readonly files: RegExp;
  /** Arguments with which the program fails if only a part of it is installed. */
  readonly asked?: readonly string[];
}

const debian = (name: string) => `apt-get install ${name}`;

/** Tests that need az check for it one by one, because most of their file runs without az. */
const NEEDS: readonly Need[] = [
  {
    name: "openssl",
    remedy: debian("openssl"),
    files:
      /real-az\/(?:forms|undo)|unit\/(?:certificates|fuzz|inputs\/fingerprint|trust\/(?:hash-links|system-))|scenarios\/(?:sample-config|trust-fingerprint)/,
  },
  {
    name: "keytool",
    remedy: debian("openjdk-17-jdk-headless"),
    files:
      /certificates\/bounds|unit\/trust\/(?:keystore|java)|scenarios\/trust-java|clients\/java|real-az\/(?:sudo|undo)/,
  },
  {
    name: "jlink",
    remedy: debian("openjdk-17-jdk-headless"),
    files: /scenarios\/trust-java|real-az\/(?:sudo|undo)/,
  },
  {
    name: "javac",
    remedy: debian("openjdk-17-jdk-headless"),
    files: /scenarios\/trust-java|real-az\/(?:sudo|undo)/,
  },
  { name: "setfattr", remedy: debian("attr"), files: /real-az\/undo-killed|io\/shared-files-original/ },
  { name: "setfacl", remedy: debian("acl"), files: /io\/shared-files-original/ },
  { name: "trust", remedy: debian("p11-kit"), files: /trust\/system-redhat/ },
  { name: "curl", remedy: debian("curl"), files: /real-az\/(?:sudo|undo)|examples\/cli|scenarios\/network-proxy/ },
  { name: "update-ca-certificates", remedy: debian("ca-certificates"), files: /real-az\/|trust\/system-debian/ },
  { name: "git", remedy: debian("git"), files: /\/act\/|contract\/|workflows\/release-check|trust\/git-roots/ },
  { name: "wget", remedy: debian("wget"), files: /clients\/tls/ },
  { name: "go", remedy: `${debian("golang-go")} (1.19 or later)`, files: /terraform/ },
  {
    name: "python3",
    remedy: debian("python3 python3-venv python3-pip"),
    // Debian has these in separate packages.
    asked: ["-c", "import ensurepip, venv, pip"],
    files:
      /real-az\/|parity\/|clients\/|examples\/|\/act\/|scenarios\/trust-python|unit\/(?:az|io\/processes|provision|trust\/python)|__tests__\/windows/,
  },
  {
    // Wine comes from Debian's packages.
    name: "sh",
    remedy: "Debian 12 or later, on x86-64",
    asked: ["-c", 'grep -qx ID=debian /etc/os-release && [ "$(uname -m)" = x86_64 ]'],
    files: /__tests__\/windows/,
  },
  { name: "sudo", remedy: debian("sudo"), files: /real-az\/(?:sudo|waagent)/ },
  {
    name: "root",
    remedy: "sudo npm test, on a machine whose trust stores may change",
    files: /real-az\/(?:sudo|waagent|undo|system-store)|scenarios\/full-disk/,
  },
];

/** Needs of the tests that this machine does not meet. @param search value of PATH */
export function missingHere(search: string, isRoot: boolean): readonly Need[] {
  const folders = search.split(path.delimiter).filter((folder) => folder !== "");
  return NEEDS.filter(({ name, asked }) => {
    if (name === "root") return !isRoot;
    const found = folders.map((one) => path.join(one, name)).find(runs);
    return found === undefined || (asked !== undefined && spawnSync(found, asked, { stdio: "ignore" }).status !== 0);
  });
}

function runs(file: string): boolean {
  try {
    accessSync(file, constants.X_OK);
    return statSync(file).isFile();
  } catch {
    return false;
  }
}

/** What a script makes: one or several folders of `.cache`, or the bundle that is not committed. */
export interface Made {
  readonly script: string;
  readonly files: RegExp;
  /**
   * The program that the script runs, if any. If it is missing, the tests that need its result cannot run.
   */
  readonly program?: string;
  /** It takes so long that tests start while it runs. The tests that need it wait for it. */
  readonly beside?: true;
}

export const MADE: readonly Made[] = [
  {
    script: "scripts/task-bundle.ts",
    files: /\/(?:pipelines|windows)\/|real-az\/demo|contract\/(?:budget|bundle|task)\./,
  },
  { script: "scripts/windows.ts", program: "sh", files: /__tests__\/windows/, beside: true },
  { script: "scripts/terraform.ts", program: "go", files: /terraform/, beside: true },
  { script: "scripts/act.ts", program: "python3", files: /\/act\// },
  {
    script: "scripts/az.ts",
    program: "python3",
    files: /\/(?:act|clients|examples|parity|pipelines|real-az|scenarios)\/|unit\/trust\/python/,
  },
];
