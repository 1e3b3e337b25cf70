/** Colours, for terminals only: `styleText` checks the stream, NO_COLOR and FORCE_COLOR. */
import { styleText } from "node:util";

/** A heading. */
export function bold(text: string, stream: NodeJS.WriteStream = process.stdout): string {
  return `${styleText("bold", text, { stream })}\n`;
}

/** A line that is less important than those around it. */
export function faint(text: string, stream: NodeJS.WriteStream = process.stdout): string {
  return `${styleText("dim", text, { stream })}\n`;
}
