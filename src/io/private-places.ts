import { fileFailures } from "../errors/files.ts";
import type { Environment } from "../host/host.ts";
import type { Processes } from "./processes.ts";
import { windowsProgram } from "./windows-programs.ts";

/** Makes a new folder (and all that will be created in it) or a new file private, before anything secret is in it. */
export type KeepPrivate = (place: string, kind: "folder" | "file") => Promise<void>;

/** Does nothing: where files have modes, they were created with 0700 or 0600. */
export const BY_MODE: KeepPrivate = async () => undefined;

/**
 * The equivalent of 0700 and 0600 on Windows, where modes have no effect: a new folder inherits its access list, and on
 * a self-hosted runner every user of the machine may often read it. Replaces the access list with one entry for this
 * user, which everything in the folder inherits. Starts two processes for the first place, one for each further one.
 *
 * @returns a function that throws Failure `AZS345` if the list cannot be replaced
 */
export function keepPrivate(
  { run }: Pick<Processes, "run">,
  environment: Environment,
  platform: NodeJS.Platform = process.platform,
): KeepPrivate {
  if (platform !== "win32") return BY_MODE;
  let asked: Promise<string> | undefined;
  const userOf = async (place: string) => {
    // A SID, because a name would have to be looked up in a domain, and may belong to another user in another domain.
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
