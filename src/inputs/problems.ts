import { Failure } from "../errors/failure.ts";
import { inputFailures } from "../errors/inputs.ts";

/** Errors that are listed; a list in one input can have thousands of wrong entries. */
const MOST_LISTED = 30;

/** Collects what is wrong with the inputs, so that one run reports all of it. */
export class Problems {
  readonly #found: Failure[] = [];
  readonly #forgiven = new Set<string>();

  add(failure: Failure): undefined {
    if (!this.#forgiven.has(failure.code)) this.#found.push(failure);
    return undefined;
  }

  /** Leaves out problems of these codes from now on: they follow from one that is in the list. */
  forgive(...codes: readonly string[]): void {
    for (const code of codes) this.#forgiven.add(code);
  }

  /** Runs a reader; a `Failure` it throws is collected and the value is missing. */
  async collect<T>(read: () => T | Promise<T>): Promise<T | undefined> {
    try {
      return await read();
    } catch (error) {
      if (error instanceof Failure) return this.add(error);
      throw error;
    }
  }

  /** Throws what was found: one problem as itself, several as one list. */
  raise(): void {
    const [first, ...more] = this.#found;
    if (first === undefined) return;
    if (more.length === 0) throw first;
    const listed = this.#found
      .slice(0, MOST_LISTED)
      .map(({ code, problem, fix }) => `- ${code}: ${problem} Fix: ${fix}`);
    const left = this.#found.length - listed.length;
    if (left > 0) listed.push(`- and ${left} more`);
    throw inputFailures.several({ count: String(this.#found.length), list: listed.join("\n") });
  }
}
