import path from "node:path";
import { which } from "@actions/io";
import { trustFailures } from "../../errors/trust.ts";
import type { Environment } from "../../host/host.ts";
import type { Machine } from "../store/store.ts";

/**
 * The CA bundles of the Pythons that later steps use: the one of an active virtual environment, and the first on PATH.
 *
 * @returns paths as certifi reports them, each once
 * @throws Failure `AZS331` if there is no Python; `AZS332` if the one that later steps use has no certifi
 */
export async function pythonBundles({ processes, environment }: Machine): Promise<readonly string[]> {
  const pythons = [...virtualPython(environment), ...(await firstOnPath(environment))];
  const bundles = new Set<string>();
  for (const [index, python] of pythons.entries()) {
    // -E ignores PYTHONPATH, which may lead into the workspace, but not the user's own packages, where pip installs.
    const asked = await processes.run(python, ["-E", "-B", path.join(import.meta.dirname, "where.py")]);
    const bundle = asked.exitCode === 0 ? readAnswer(asked.stdout) : undefined;
    if (bundle !== undefined) bundles.add(bundle);
    // With a virtual environment, the Python on PATH is either its own or a second one, which need not have certifi.
    else if (index === 0) throw withoutCertifi(python, asked.exitCode);
  }
  if (pythons.length === 0) throw trustFailures.pythonMissing({});
  return [...bundles];
}

function withoutCertifi(python: string, exitCode: number) {
  const what = exitCode === 0 ? "has no certifi" : `cannot be asked for its certifi (exit code ${exitCode})`;
  return trustFailures.certifiMissing({ python, what });
}

function readAnswer(text: string): string | undefined {
  try {
    const answer: unknown = JSON.parse(text.trim().split("\n").at(-1) ?? "");
    return typeof answer === "string" ? answer : undefined;
  } catch {
    return undefined;
  }
}

/** The Python of a virtual environment, as venv and virtualenv lay it out. */
function virtualPython({ VIRTUAL_ENV }: Environment): readonly string[] {
  if (!VIRTUAL_ENV) return [];
  const program = process.platform === "win32" ? ["Scripts", "python.exe"] : ["bin", "python"];
  return [path.join(VIRTUAL_ENV, ...program)];
}

/** In one folder both names are the same Python. Windows has a `python3` that opens the Microsoft Store. */
async function firstOnPath(environment: Environment): Promise<readonly string[]> {
  const names = process.platform === "win32" ? ["python"] : ["python3", "python"];
  const found = (await Promise.all(names.map((name) => which(name)))).filter((file) => file !== "");
  const folders = (environment["PATH"] ?? "").split(path.delimiter);
  const rank = (file: string) => folders.indexOf(path.dirname(file));
  return found.sort((one, other) => rank(one) - rank(other)).slice(0, 1);
}
