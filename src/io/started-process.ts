import { setTimeout as sleep } from "node:timers/promises";
import { undoKind } from "../journal/kind.ts";
import { isAlive, type Process } from "./lives.ts";

const LONGEST_WAIT_MS = 10_000;
const POLL_MS = 20;

/** A process that may outlive a killed step; what it writes to is touched only after it has ended. */
export const startedProcess = undoKind<Process>({
  name: "process",
  fields: { pid: (value) => Number.isSafeInteger(value) && (value as number) > 0 },
  lasts: false,
  // Waits only, and not for long: one that cannot be told from a later process with its ID may be somebody else's.
  async undo({ pid, start }) {
    const process = { pid, start };
    for (let waited = 0; waited < LONGEST_WAIT_MS && isAlive(process); waited += POLL_MS) await sleep(POLL_MS);
    if (isAlive(process)) throw new Error(`it did not end within ${LONGEST_WAIT_MS / 1000} seconds`);
  },
  describe: ({ pid }) => `process ${pid} still runs`,
});
