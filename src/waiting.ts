/**
 * Waits for everything to end, then throws the first failure: what still runs when another part fails would change the
 * machine after it was restored.
 */
export async function allOrFirstFailure(work: readonly Promise<unknown>[]): Promise<void> {
  for (const outcome of await Promise.allSettled(work)) {
    if (outcome.status === "rejected") throw outcome.reason;
  }
}
