/**
 * Waits for all parts to end, then throws the first failure: a part that went on after another one failed would change
 * the machine after it was restored.
 *
 * @param stop is aborted on a failure, so that parts that only wait can end early
 */
export async function allOrFirstFailure(work: readonly Promise<unknown>[], stop?: AbortController): Promise<void> {
  for (const part of work) part.catch(() => stop?.abort());
  for (const outcome of await Promise.allSettled(work)) {
    if (outcome.status === "rejected") throw outcome.reason;
  }
}

/** Works on one item after the other, continues after a failure, and at the end throws the first failure. */
export async function eachOrFirstFailure<T>(items: readonly T[], work: (item: T) => Promise<void>): Promise<void> {
  const failures: unknown[] = [];
  for (const item of items) await work(item).catch((error: unknown) => failures.push(error));
  if (failures.length > 0) throw failures[0];
}
