/**
 * Standard output and standard error of this process. Only the outlet writes to them; what other code writes (a
 * library, Node with its warnings or `NODE_DEBUG`, task-lib while it is loaded) is passed to the outlet instead.
 */
const MOST_EARLY = 200;
const early: string[] = [];
let deliver = (text: string): void => {
  if (early.length < MOST_EARLY) early.push(text);
};
let speaking = 0;

/** Lets `work` write to the streams until it returns. */
export function speak<T>(work: () => T): T {
  speaking++;
  try {
    return work();
  } finally {
    speaking--;
  }
}

/** From now on, only code inside `speak` writes to the streams. */
export function captureStreams(): void {
  for (const stream of [process.stdout, process.stderr]) {
    const write = stream.write.bind(stream) as (...args: readonly unknown[]) => boolean;
    stream.write = (chunk: string | Uint8Array, ...rest: readonly unknown[]): boolean => {
      if (speaking > 0) return write(chunk, ...rest);
      hear(typeof chunk === "string" ? chunk : Buffer.from(chunk).toString());
      const done = rest.at(-1);
      if (typeof done === "function") process.nextTick(done as () => void);
      return true;
    };
  }
}

/** @param to called with what other code writes, and has written so far */
export function hearOthers(to: (text: string) => void): void {
  deliver = to;
  for (const text of early.splice(0)) to(text);
}

function hear(text: string): void {
  // task-lib writes all it reads, even secrets, as debug lines.
  const said = text.trimEnd();
  if (said !== "" && !said.startsWith("##vso[task.debug]")) deliver(said);
}
