import { readAgentRoots } from "../certificates/agent-roots.ts";
import type { Root } from "../certificates/roots.ts";
import { certificateFailures } from "../errors/certificates.ts";
import { Failure } from "../errors/failure.ts";
import { readBounded } from "../io/files.ts";
import type { Processes } from "../io/processes.ts";
import { systemPlaces } from "../io/system-places.ts";

/** A VM with a dozen extensions has a dozen certificates. */
const MOST_BYTES = 5_000_000;

/**
 * Reads the CA certificates that a stamp gave this runner's VM. Only root can enter the agent's folder
 * (azurelinuxagent, daemon/main.py: mode 0700), so if necessary the file is read with a `sudo` that asks for no
 * password; only this process sees the private keys that may be in it.
 *
 * @param file the agent's `Certificates.pem`
 * @param input for error texts
 * @throws Failure `AZS324`, `AZS325`, `AZS341`, `AZS342`, and those of `readAgentRoots`
 */
export async function readAgentFile(
  file: string,
  input: string,
  now: Date,
  processes: Pick<Processes, "run">,
): Promise<{ readonly roots: readonly Root[]; readonly warnings: readonly string[] }> {
  if (systemPlaces(file).length === 0) throw certificateFailures.agentFileMissing({ path: file });
  const content = await readBounded(file, MOST_BYTES).catch((error: NodeJS.ErrnoException) => {
    if (error instanceof Failure) throw error;
    if (error.code === "ENOENT") throw certificateFailures.agentFileMissing({ path: file }, error);
    return readAsRoot(file, error, processes);
  });
  return readAgentRoots(content, `${input} (${file})`, now);
}

async function readAsRoot(
  file: string,
  refusal: NodeJS.ErrnoException,
  processes: Pick<Processes, "run">,
): Promise<string> {
  const { exitCode, stdout, stderr } = await processes.run("sudo", ["-n", "cat", file], { mostOutput: MOST_BYTES });
  if (exitCode === 0) return stdout;
  const said = stderr.trim().replaceAll(/\s+/g, " ");
  const reason = [refusal.code, said].filter(Boolean).join("; ");
  throw certificateFailures.agentFileUnreadable({ path: file, reason }, refusal);
}
