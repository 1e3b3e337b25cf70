/**
 * The total time that a step may wait for others (the stamp, its authority, az). Each wait has a limit of its own, but
 * a hostile stamp could exhaust one limit after the other and so keep the step busy for an hour.
 */
export interface Deadline {
  /** Aborts when the time is up. */
  readonly signal: AbortSignal;
  /** Does work whose time does not count, because it has its own limit: installing az, a device code, providers. */
  aside<T>(work: () => Promise<T>): Promise<T>;
}

/** Starts the clock. @param milliseconds until the time is up, without the work done aside */
export function startDeadline(milliseconds: number): Deadline {
  const controller = new AbortController();
  let left = milliseconds;
  let aside = 0;
  let since = 0;
  let timer: NodeJS.Timeout | undefined;
  const run = () => {
    since = performance.now();
    // unref: the timer alone must not keep the step running.
    timer = setTimeout(() => controller.abort(), left).unref();
  };
  const pause = () => {
    clearTimeout(timer);
    left = Math.max(0, left - (performance.now() - since));
  };
  run();
  return {
    signal: controller.signal,
    async aside(work) {
      if (aside === 0) pause();
      aside += 1;
      try {
        return await work();
      } finally {
        aside -= 1;
        if (aside === 0) run();
      }
    },
  };
}
