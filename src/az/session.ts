import path from "node:path";
import type { Processes } from "../io/processes.ts";
import type { AzCommand, CommandResult } from "./commands.ts";
import type { PythonCommand } from "./locate.ts";

/** What az's Python says of its az. */
export interface AzDescription {
  readonly version: string;
  /** API profiles it knows, `latest` among them. */
  readonly profiles: readonly string[];
  /** The CA bundle that its requests library verifies with. */
  readonly certifi: string;
}

/** A running Python that executes az commands, one after the other. */
export interface AzSession {
  /** Resolves when az is imported; undefined when this Python has no az it can import. */
  readonly description: Promise<AzDescription | undefined>;
  run(command: AzCommand): Promise<CommandResult>;
  close(): Promise<void>;
}

/**
 * Starts az's Python with `session.py` and returns at once, so that its imports run beside the step's own requests.
 *
 * @param environment az's variables: config folder, CA bundle
 */
export async function startSession(
  { file, flags, environment: own }: PythonCommand,
  environment: Readonly<Record<string, string>>,
  processes: Processes,
): Promise<AzSession> {
  const script = path.join(import.meta.dirname, "session.py");
  // -B: compiled modules that az's installation lacks are not written into it.
  const python = await processes.start(file, [...flags, "-B", script], { environment: { ...own, ...environment } });
  const description = python.next().then((line) => (line === undefined ? undefined : described(line)));
  return {
    description,
    async run({ args, input, heard }) {
      python.say(JSON.stringify({ args, input, aloud: heard !== undefined }));
      for (let line = await python.next(); line !== undefined; line = await python.next()) {
        const reply = JSON.parse(line) as Reply;
        if (!("said" in reply)) return { ...reply, stopped: false };
        heard?.(reply.said);
      }
      return { exitCode: -1, output: "", errors: await python.end(), reason: "", stopped: true };
    },
    async close() {
      await python.end();
    },
  };
}

/** What session.py answers: a line that the command wrote, or how it ended. */
type Reply = { readonly said: string } | Omit<CommandResult, "stopped">;

function described(line: string): AzDescription | undefined {
  try {
    return JSON.parse(line) as AzDescription;
  } catch {
    return undefined;
  }
}
