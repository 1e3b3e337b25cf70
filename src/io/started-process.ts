import { existsSync } from "node:fs";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { undoKind } from "../journal/kind.ts";
import { isAlive, type Process, UNFINISHED } from "./lives.ts";

const LONGEST_WAIT_MS = 10_000;
const POLL_MS = 20;

/**
 * A process that may outlive a killed step. Post waits for its end before it changes files that the process may write.
 *
 * Windows and macOS do not tell when a process was started, and Windows soon reuses process IDs: a live process may be
 * a different one. So there, post does not wait after a step that ended by itself, and never warns.
 */
export const startedProcess = undoKind<Process, { readonly folder: string }>({
  name: "process",
  fields: { pid: (value) => Number.isSafeInteger(value) && (value as number) > 0 },
  lasts: false,
  async undo({ pid, start }, { folder }) {
    const process = { pid, start };
    const isCertain = start !== undefined;
    if (!isCertain && !existsSync(path.join(folder, UNFINISHED))) return;
    for (let waited = 0; waited < LONGEST_WAIT_MS && isAlive(process); waited += POLL_MS) await sleep(POLL_MS);
    if (isCertain && isAlive(process)) throw new Error(`it did not end within ${LONGEST_WAIT_MS / 1000} seconds`);
  },
  describe: ({ pid }) => `process ${pid} still runs`,
});
