import type { Host } from "../host/host.ts";

export type Stage = <T>(name: string, work: () => T | Promise<T>, describe?: (result: T) => string) => Promise<T>;

/** Runs the stages of a job and logs one line for each: its name, its result, and the time it took. */
export function stages(host: Pick<Host, "info">): Stage {
  return async (name, work, describe) => {
    const start = performance.now();
    const result = await work();
    const said = describe === undefined ? "" : ` ${describe(result)}`;
    host.info(`${name}:${said} (${Math.round(performance.now() - start)} ms)`);
    return result;
  };
}
