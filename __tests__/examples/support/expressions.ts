/** `${{ }}` in a workflow, evaluated by GitHub's own library. */
import { data, Evaluator, Lexer, Parser } from "@actions/expressions";

/** What a context holds: texts, and further ones by name (`steps.login.outputs`). */
export interface Values {
  readonly [name: string]: string | Values;
}

/** Other than GitHub's, which reads what is not there as an empty text: in an example that is always a mistake. */
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

/** The text with its expressions replaced by their values. A context, function or name that is not known throws. */
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
