import { mkdirSync, symlinkSync, writeFileSync } from "node:fs";
import path from "node:path";
import { onTestFinished } from "vitest";
import type { Processes } from "../../../src/io/processes.ts";
import type { Ended } from "../../../src/io/supervision.ts";
import type { Entry } from "../../../src/journal/kind.ts";
import type { WheelSource } from "../../../src/provision/install.ts";
import { type InstallFolders, type ProvisionedAz, provision } from "../../../src/provision/provision.ts";
import { snapshot, temporaryFolder } from "../folder.ts";

export const FILES = ["lib/azure/cli/__init__.py", "lib/a name with spaces.py", "launcher/az"];
export const CONTENT = "some Python\n";

/** Makes up an installation in the form in which provision.py leaves it. */
function lay(folder: string): void {
  for (const file of FILES) write(path.join(folder, file), CONTENT);
  write(path.join(folder, "base-python"), "");
  mkdirSync(path.join(folder, "bin"));
  symlinkSync("../base-python", path.join(folder, "bin", "python"));
  write(path.join(folder, "files.txt"), FILES.map((file) => `${CONTENT.length} ${file}\n`).join(""));
}

export function write(file: string, text: string): void {
  mkdirSync(path.dirname(file), { recursive: true });
  writeFileSync(file, text);
}

const PROBE = { version: [3, 11, 7], implementation: "cpython", lacks: [] };

/** A job that installs an az with an installer of the test, and the result. */
export interface Job {
  /**
   * The last line of the installer's output; `{ "failed": … }` for a failure, null for none. By default it installs.
   */
  readonly answer?: object | null;
  /** The Python that it finds; by default a suitable one. */
  readonly probe?: object;
  readonly broken?: ProvisionedAz;
  readonly version?: string;
  readonly wheels?: WheelSource;
  /** Called before the installer's last line. */
  readonly meanwhile?: () => Promise<void>;
  /** The reason for which the step ended the installer. */
  readonly ended?: Ended;
}

/** A machine with a tool cache, a job's folder and a Python. */
export function machine() {
  const root = temporaryFolder();
  const installFolders: InstallFolders = { toolCache: path.join(root, "tools"), jobFolder: path.join(root, "job") };
  mkdirSync(installFolders.jobFolder);
  mkdirSync(path.join(root, "tools"));
  const { PATH } = process.env;
  onTestFinished(() => {
    process.env["PATH"] = PATH;
  });
  process.env["PATH"] = path.join(root, "bin");

  const orders: Record<string, unknown>[] = [];
  const lines: string[] = [];
  /** The recorded entries, each with the tool cache at the time when the entry was written. */
  const recorded: (readonly [entry: Entry, toolCache: unknown])[] = [];

  const processes = ({ answer = { done: true }, probe = {}, meanwhile, ended }: Job) =>
    ({
      async run() {
        return { exitCode: 0, stdout: JSON.stringify({ ...PROBE, file: "/usr/bin/python3.11", ...probe }), stderr: "" };
      },
      async start() {
        const answers = [{ progress: "unpacking" }, answer].map((one) => one && JSON.stringify(one));
        return {
          pid: undefined,
          say(line) {
            const order = JSON.parse(line) as { folder: string };
            orders.push(order);
            lay(order.folder);
          },
          async next() {
            if (answers.length === 1) await meanwhile?.();
            return answers.shift() ?? undefined;
          },
          within: (_, work) => work(),
          ended: () => ended,
          end: async () => "its standard error",
        };
      },
    }) satisfies Processes;

  return {
    root,
    installFolders,
    orders,
    lines,
    recorded,
    provision: (job: Job = {}, changed: Partial<InstallFolders> = {}) =>
      provision(
        job.version ?? "2.66.2",
        job.broken,
        { ...installFolders, ...changed },
        { record: async (entry) => void recorded.push([entry, snapshot(path.join(root, "tools"))]) },
        {
          profile: "2020-09-01-hybrid",
          wheels: job.wheels,
          toolCache: undefined,
          ownPython: "/usr/bin/python3",
          processes: processes(job),
          report: (line) => void lines.push(line),
          debug: (text) => void lines.push(`debug: ${text}`),
        },
      ),
  };
}

/** The folder of an installation. */
export function folderOf(az: ProvisionedAz): string {
  return path.dirname(path.dirname(az.path));
}
