/**
 * Waits for everything to end, then throws the first failure: what still runs when another part fails would change the
 * machine after it was restored.
 *
 * @param stop aborted by a failure, for parts of the work that only wait
 */
export async function allOrFirstFailure(work: readonly Promise<unknown>[], stop?: AbortController): Promise<void> {
  for (const part of work) part.catch(() => stop?.abort());
  for (const outcome of await Promise.allSettled(work)) {
    if (outcome.status === "rejected") throw outcome.reason;
  }
}

/** Works on one item after the other, the rest too when one fails, then throws the first failure. */
export async function eachOrFirstFailure<T>(items: readonly T[], work: (item: T) => Promise<void>): Promise<void> {
  const failures: unknown[] = [];
  for (const item of items) await work(item).catch((error: unknown) => failures.push(error));
  if (failures.length > 0) throw failures[0];
}
