/** Levels of nesting. The deepest answer that the step reads has six. */
const DEEPEST = 64;
/**
 * JSON values: each takes a parser many times the memory of its text. Ten thousand subscriptions have 150,000.
 */
const MOST_VALUES = 200_000;

/** Names the limit that a JSON text exceeds, if any, without parsing it. */
export function excessOf(text: string): string | undefined {
  if (!/^\s*[[{]/.test(text)) return undefined;
  let depth = 0;
  let values = 0;
  for (let index = 0; index < text.length; index++) {
    switch (text[index]) {
      case '"':
        index = endOfString(text, index);
        break;
      case "[":
      case "{":
        depth++;
        values++;
        break;
      case "]":
      case "}":
        depth--;
        break;
      case ",":
        values++;
        break;
    }
    if (depth > DEEPEST) return `${DEEPEST} levels`;
    if (values > MOST_VALUES) return `${MOST_VALUES} values`;
  }
  return undefined;
}

/** @param start index of the opening quote @returns index of the closing quote */
function endOfString(text: string, start: number): number {
  let index = start + 1;
  while (index < text.length && text[index] !== '"') index += text[index] === "\\" ? 2 : 1;
  return index;
}
