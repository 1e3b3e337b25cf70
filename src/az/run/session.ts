import path from "node:path";
import { azFailures } from "../../errors/az.ts";
import type { Environment } from "../../host/host.ts";
import type { Conversation } from "../../io/conversation.ts";
import { jsonOf } from "../../io/json.ts";
import type { Processes } from "../../io/processes.ts";
import type { PythonCommand } from "../find/locate.ts";
import type { AzCommand, CommandResult } from "./commands.ts";

/** What az's Python reports about az. */
export interface AzDescription {
  readonly version: string;
  /** API profiles it knows, `latest` among them. */
  readonly profiles: readonly string[];
  /** The CA bundle that its requests library verifies with. */
  readonly certifi: string;
}

/** Importing az takes a second or two; up to a minute if the disk cache is cold and a virus scanner reads each file. */
const IMPORT_MS = 60_000;
/** A command takes seconds; a login is a few requests to an authority and a stamp that may both be slow. */
export const COMMAND_MS = 60_000;

/** A running Python that executes az commands, one after the other. */
export interface AzSession {
  /**
   * Resolves when az is imported; undefined if this Python cannot import an az.
   * Rejects with Failure `AZS514` if the import takes too long and is ended.
   */
  readonly description: Promise<AzDescription | undefined>;
  run(command: AzCommand): Promise<CommandResult>;
  close(): Promise<void>;
}

/**
 * Starts az's Python with `session.py` and returns at once, so that its imports run during the step's own requests.
 *
 * @param environment az's variables (settings.ts): config folder, CA bundle
 * @returns undefined if that Python cannot be started
 */
export async function startSession(
  { file, flags, environment: own }: PythonCommand,
  environment: Environment,
  processes: Processes,
): Promise<AzSession | undefined> {
  const script = path.join(import.meta.dirname, "session.py");
  // -B: Python writes no compiled modules into az's installation.
  const python = await processes.start(file, [...flags, "-B", script], { environment: { ...environment, ...own } });
  if (python === undefined) return undefined;
  const description = describe(file, python);
  // No unhandled rejection before somebody awaits it.
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

/** What session.py replies: text that the command logged, or how it ended. */
type Reply = { readonly said: string } | Result;
type Result = Omit<CommandResult, "stopped" | "ended">;

/** @returns undefined if the process has ended */
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

/** Undefined if Python prints something else first (a banner of a `sitecustomize`): az then runs by its launcher. */
function readDescription(line: string): AzDescription | undefined {
  const { version, profiles, certifi } = Object(jsonOf(line)) as Readonly<Record<string, unknown>>;
  if (typeof version !== "string" || typeof certifi !== "string" || !Array.isArray(profiles)) return undefined;
  return { version, certifi, profiles: profiles.map(String) };
}
