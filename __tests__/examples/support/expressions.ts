/** Evaluates `${{ }}` in a workflow with GitHub's own library. */
import { data, Evaluator, Lexer, Parser } from "@actions/expressions";

/** The content of a context: texts, and further contexts by name (`steps.login.outputs`). */
export interface Values {
  readonly [name: string]: string | Values;
}

/**
 * Throws for a name that does not exist. GitHub returns an empty text, but in an example such a name is always a
 * mistake.
 */
class Context extends data.Dictionary {
  readonly #path: string;

  constructor(path: string, values: Values) {
    super();
    this.#path = path;
    for (const [name, value] of Object.entries(values)) {
      this.add(name, typeof value === "string" ? new data.StringData(value) : new Context(`${path}${name}.`, value));
    }
  }

  override get(name: string) {
    const value = super.get(name);
    if (value === undefined) throw new Error(`there is no ${this.#path}${name} in this job`);
    return value;
  }
}

/** Replaces the expressions in a text with their values. @throws for an unknown context, function or name */
export function evaluate(text: string, contexts: Values): string {
  return text.replaceAll(/\$\{\{(.*?)\}\}/gs, (_, expression: string) => {
    const { tokens } = new Lexer(expression).lex();
    const parsed = new Parser(tokens, Object.keys(contexts), []).parse();
    return new Evaluator(parsed, new Context("", contexts)).evaluate().coerceString();
  });
}

/** Each value of a mapping, evaluated. */
export function evaluateAll(texts: Readonly<Record<string, string>>, contexts: Values): Record<string, string> {
  return Object.fromEntries(Object.entries(texts).map(([name, text]) => [name, evaluate(text, contexts)]));
}
