import { expect } from "vitest";
import { Failure } from "../../src/errors/failure.ts";

/** Expects a Failure of the code with a problem and a fix, and returns it. */
export async function failureOf(code: string, work: () => unknown): Promise<Failure> {
  const error = await Promise.resolve()
    .then(work)
    .then(
      () => expect.unreachable(`${code} was expected`),
      (reason: unknown) => reason,
    );
  if (!(error instanceof Failure)) throw error;
  expect(error.code).toBe(code);
  expect(error.problem.trim()).not.toBe("");
  expect(error.fix).toMatch(/\.$/);
  return error;
}
