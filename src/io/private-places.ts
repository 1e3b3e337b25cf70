import { fileFailures } from "../errors/files.ts";
import type { Environment } from "../host/host.ts";
import type { Processes } from "./processes.ts";
import { windowsProgram } from "./windows-programs.ts";

/** Keeps a new folder, with all that will be made in it, or a new file to this user. Before anything secret is in it. */
export type KeepPrivate = (place: string, kind: "folder" | "file") => Promise<void>;

/** Where the mode of a file says who may read it. */
export const BY_MODE: KeepPrivate = async () => undefined;

/**
 * What 0700 and 0600 are elsewhere: on Windows a mode says nothing, and a new folder inherits who may read it, on a
 * self-hosted runner often every user of the machine. The list of who may is replaced by one entry, the user's own, which
 * what is made in the folder inherits. Two processes for the first place, one for each further one.
 *
 * @returns what throws Failure `AZS345` when the list cannot be replaced
 */
export function keepPrivate(
  { run }: Pick<Processes, "run">,
  environment: Environment,
  platform: NodeJS.Platform = process.platform,
): KeepPrivate {
  if (platform !== "win32") return BY_MODE;
  let asked: Promise<string> | undefined;
  const userOf = async (place: string) => {
    // A name would have to be looked up in a domain, and may be another's in another.
    const { stdout, stderr } = await run(windowsProgram("whoami.exe", environment), ["/user", "/fo", "csv", "/nh"], {
      ofSystem: true,
    });
    const [sid] = /\bS-1-[\d-]+\d\b/.exec(stdout) ?? [];
    if (sid === undefined)
      throw fileFailures.notPrivate({ place, reason: `whoami said ${stderr || stdout || "nothing"}` });
    return sid;
  };
  return async (place, kind) => {
    asked ??= userOf(place);
    const user = `*${await asked}:${kind === "folder" ? "(OI)(CI)" : ""}F`;
    const args = [place, "/inheritance:r", "/grant:r", user, "/q"];
    const { exitCode, stdout, stderr } = await run(windowsProgram("icacls.exe", environment), args, { ofSystem: true });
    if (exitCode !== 0) throw fileFailures.notPrivate({ place, reason: `icacls said ${stderr || stdout || exitCode}` });
  };
}
