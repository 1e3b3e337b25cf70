import { Failure } from "../errors/failure.ts";
import { inputFailures } from "../errors/inputs.ts";

/** Most problems that are listed: one input can have thousands of wrong entries. */
const MOST_LISTED = 30;

/** Collects all problems with the inputs, so that one run reports all of them. */
export class Problems {
  readonly #found: Failure[] = [];
  readonly #forgiven = new Set<string>();

  add(failure: Failure): undefined {
    if (!this.#forgiven.has(failure.code)) this.#found.push(failure);
    return undefined;
  }

  /** From now on ignores problems with these codes, because they follow from one that is in the list. */
  forgive(...codes: readonly string[]): void {
    for (const code of codes) this.#forgiven.add(code);
  }

  /** Runs a reader; if it throws a `Failure`, collects that and returns undefined. */
  async collect<T>(read: () => T | Promise<T>): Promise<T | undefined> {
    try {
      return await read();
    } catch (error) {
      if (error instanceof Failure) return this.add(error);
      throw error;
    }
  }

  /** Throws the problems, if any: a single one as it is, several as one list. */
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
