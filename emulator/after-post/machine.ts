/** What a login may leave on a runner: files, variables that contain their paths, and roots in trust stores. */
import { existsSync, globSync, readdirSync, readFileSync } from "node:fs";
import { homedir } from "node:os";
import path from "node:path";
import { getCACertificates } from "node:tls";

type Environment = Readonly<Record<string, string | undefined>>;

export type Things = readonly string[];

/** The script of a `run:` step, which a runner keeps until the job ends. */
const STEP_SCRIPT = /^[0-9a-f-]{36}\.\w+$/;

/** The job's own folder of azs-login. */
const JOB_FOLDER = /azs-login-[0-9a-f-]{36}/;

/**
 * What is on the machine now: entries of the runner's temporary folder and of the machine's az, variables of a login.
 */
export function lookAround(environment: Environment): Things {
  const temporary = environment["RUNNER_TEMP"] ?? "";
  const azure = path.join(homedir(), ".azure");
  return [
    ...readdirSync(temporary)
      .filter((name) => !STEP_SCRIPT.test(name))
      .map((name) => path.join(temporary, name)),
    ...(existsSync(azure) ? readdirSync(azure, { recursive: true, encoding: "utf8" }) : []).map((name) =>
      path.join(azure, name),
    ),
    ...Object.entries(environment)
      // A runner cannot remove a folder from PATH once a step has added it.
      .filter(([name, value]) => name !== "PATH" && JOB_FOLDER.test(value ?? ""))
      .map(([name]) => `the variable ${name}`),
  ];
}

export function leftBehind(before: Things, after: Things): Things {
  return after.filter((thing) => !before.includes(thing));
}

/**
 * Who trusts a root: the system, or an az that azs-login installed.
 *
 * @param root PEM
 * @throws Error if the system trusts no root at all, because then Node has not found the system's store
 */
export function trustsIn(environment: Environment, root: string): Things {
  const body = bodyOf(root);
  const roots = getCACertificates("system").map(bodyOf);
  if (roots.length === 0) throw new Error("The system has no root at all");
  const bundles = globSync("azs-login-az/**/certifi/cacert.pem", { cwd: environment["RUNNER_TOOL_CACHE"] ?? "" });
  const holding = bundles
    .map((file) => path.join(environment["RUNNER_TOOL_CACHE"] ?? "", file))
    .filter((file) => readFileSync(file, "utf8").replaceAll(/\s/g, "").includes(body));
  return [
    ...(roots.includes(body) ? ["the root in the system's store"] : []),
    ...holding.map((file) => `the root in ${file}`),
  ];
}

function bodyOf(pem: string): string {
  return pem.replaceAll(/-----[^-]*-----|\s/g, "");
}
