import path from "node:path";
import { azFailures } from "../../errors/az.ts";
import type { Environment } from "../../host/host.ts";
import type { Conversation } from "../../io/conversation.ts";
import { jsonOf } from "../../io/json.ts";
import type { Processes } from "../../io/processes.ts";
import type { PythonCommand } from "../find/locate.ts";
import type { AzCommand, CommandResult } from "./commands.ts";

/** What az's Python says of its az. */
export interface AzDescription {
  readonly version: string;
  /** API profiles it knows, `latest` among them. */
  readonly profiles: readonly string[];
  /** The CA bundle that its requests library verifies with. */
  readonly certifi: string;
}

/** Importing az takes a second or two; a minute on a machine that reads it for the first time, and scans each file. */
const IMPORT_MS = 60_000;
/** A command takes seconds; a login is a few requests to an authority and a stamp that may both be slow. */
export const COMMAND_MS = 60_000;

/** A running Python that executes az commands, one after the other. */
export interface AzSession {
  /**
   * Resolves when az is imported; undefined when this Python has no az it can import.
   * Rejects with Failure `AZS514` when it is ended because it does not come to an end with that.
   */
  readonly description: Promise<AzDescription | undefined>;
  run(command: AzCommand): Promise<CommandResult>;
  close(): Promise<void>;
}

/**
 * Starts az's Python with `session.py` and returns at once, so that its imports run beside the step's own requests.
 *
 * @param environment az's variables (settings.ts): config folder, CA bundle
 * @returns undefined when that Python cannot be started
 */
export async function startSession(
  { file, flags, environment: own }: PythonCommand,
  environment: Environment,
  processes: Processes,
): Promise<AzSession | undefined> {
  const script = path.join(import.meta.dirname, "session.py");
  // -B: compiled modules that az's installation lacks are not written into it.
  const python = await processes.start(file, [...flags, "-B", script], { environment: { ...environment, ...own } });
  if (python === undefined) return undefined;
  const description = describe(file, python);
  // Until somebody wants to know.
  description.catch(() => undefined);
  return {
    description,
    async run({ args, input, heard, withinMs = COMMAND_MS }) {
      python.say(JSON.stringify({ args, input, aloud: heard !== undefined }));
      const reply = await python.within(withinMs, () => nextReply(python, heard));
      if (reply !== undefined) return { ...reply, stopped: false };
      const errors = await python.end();
      return { exitCode: -1, output: "", errors, reason: "", stopped: true, ended: python.ended() };
    },
    async close() {
      await python.end();
    },
  };
}

async function describe(python: string, conversation: Conversation): Promise<AzDescription | undefined> {
  const line = await conversation.within(IMPORT_MS, conversation.next);
  if (line !== undefined) return readDescription(line);
  const ended = conversation.ended();
  if (ended !== undefined) throw azFailures.importsTooSlowly({ python, ended: ended.reason });
  return undefined;
}

/** What session.py answers: a line that the command wrote, or how it ended. */
type Reply = { readonly said: string } | Result;
type Result = Omit<CommandResult, "stopped" | "ended">;

/** @returns undefined when it has ended */
async function nextReply(python: Conversation, heard: AzCommand["heard"]): Promise<Result | undefined> {
  for (let line = await python.next(); line !== undefined; line = await python.next()) {
    const reply = readReply(line);
    if (reply === undefined) continue;
    if (!("said" in reply)) return reply;
    heard?.(reply.said);
  }
  return undefined;
}

/** @returns undefined for a line that is no reply */
function readReply(line: string): Reply | undefined {
  const { said, exitCode, output, errors, reason } = Object(jsonOf(line)) as Readonly<Record<string, unknown>>;
  if (typeof said === "string") return { said };
  const texts = [output, errors, reason];
  if (typeof exitCode !== "number" || !texts.every((text) => typeof text === "string")) return undefined;
  return { exitCode, output: String(output), errors: String(errors), reason: String(reason) };
}

/** A Python that says something else first (a banner of a `sitecustomize`) has to be asked in another way. */
function readDescription(line: string): AzDescription | undefined {
  const { version, profiles, certifi } = Object(jsonOf(line)) as Readonly<Record<string, unknown>>;
  if (typeof version !== "string" || typeof certifi !== "string" || !Array.isArray(profiles)) return undefined;
  return { version, certifi, profiles: profiles.map(String) };
}
