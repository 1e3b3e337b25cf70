/**
 * Parses expressions of Resource Manager's templates, such as `[concat(parameters('a'), '-b').x[0]]`. There is no
 * library for them on npm. The language is described in "Template functions and syntax" in Azure's documentation.
 */
export type Expression =
  | { readonly kind: "value"; readonly value: string | number }
  | { readonly kind: "call"; readonly name: string; readonly parameters: readonly Expression[] }
  | { readonly kind: "member"; readonly of: Expression; readonly key: Expression };

const TOKEN = /\s*(?:(?<text>'(?:[^']|'')*')|(?<number>-?\d+)|(?<name>[a-z_][\w-]*)|(?<mark>[()[\],.]))/iy;

interface Reader {
  /** Consumes the next token if it is this one. */
  take(mark: string): boolean;
  next(): { readonly text: string; readonly group: string } | undefined;
}

/** Parses an expression without its outer brackets. @throws SyntaxError if the text is not an expression */
export function parse(text: string): Expression {
  const tokens = tokenize(text);
  let place = 0;
  const reader: Reader = {
    take: (mark) => {
      const found = tokens[place]?.text === mark;
      if (found) place += 1;
      return found;
    },
    next: () => tokens[place++],
  };
  const found = expression(reader);
  if (place < tokens.length) throw new SyntaxError(`'${tokens[place]?.text}' comes after the end`);
  return found;
}

function tokenize(text: string) {
  const tokens: { readonly text: string; readonly group: string }[] = [];
  TOKEN.lastIndex = 0;
  const end = text.trimEnd().length;
  while (TOKEN.lastIndex < end) {
    const from = TOKEN.lastIndex;
    const [group, token] = Object.entries(TOKEN.exec(text)?.groups ?? {}).find(([, one]) => one !== undefined) ?? [];
    if (group === undefined || token === undefined) throw new SyntaxError(`at position ${from}`);
    tokens.push({ group, text: token });
  }
  return tokens;
}

function expression(reader: Reader): Expression {
  let found = primary(reader);
  for (;;) {
    if (reader.take(".")) {
      const key = reader.next();
      if (key?.group !== "name") throw new SyntaxError("a name must follow the dot");
      found = { kind: "member", of: found, key: { kind: "value", value: key.text } };
    } else if (reader.take("[")) {
      found = { kind: "member", of: found, key: expression(reader) };
      if (!reader.take("]")) throw new SyntaxError("']' is missing");
    } else return found;
  }
}

function primary(reader: Reader): Expression {
  const token = reader.next();
  if (token?.group === "text") return { kind: "value", value: token.text.slice(1, -1).replaceAll("''", "'") };
  if (token?.group === "number") return { kind: "value", value: Number(token.text) };
  if (token?.group !== "name" || !reader.take("("))
    throw new SyntaxError(`'${token?.text ?? "the end"}' is unexpected`);
  const parameters: Expression[] = [];
  if (!reader.take(")")) {
    do parameters.push(expression(reader));
    while (reader.take(","));
    if (!reader.take(")")) throw new SyntaxError("')' is missing");
  }
  return { kind: "call", name: token.text, parameters };
}
