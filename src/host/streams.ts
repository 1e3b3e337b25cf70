/**
 * Standard output and standard error of this process. The outlet alone writes there; what anybody else writes (a library,
 * Node with its warnings or `NODE_DEBUG`, task-lib while it is loaded) is handed to it instead.
 */
const MOST_EARLY = 200;
const early: string[] = [];
let deliver = (text: string): void => {
  if (early.length < MOST_EARLY) early.push(text);
};
let speaking = 0;

/** Lets `work` write, as long as it does so before it returns. */
export function speak<T>(work: () => T): T {
  speaking++;
  try {
    return work();
  } finally {
    speaking--;
  }
}

/** From now on nobody but the outlet writes. */
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

/** @param to is told what others write, and have written so far */
export function hearOthers(to: (text: string) => void): void {
  deliver = to;
  for (const text of early.splice(0)) to(text);
}

function hear(text: string): void {
  // What task-lib reads it writes as debug lines, secrets among them.
  const said = text.trimEnd();
  if (said !== "" && !said.startsWith("##vso[task.debug]")) deliver(said);
}
