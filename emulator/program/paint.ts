/** Colours, for terminals only: `styleText` asks the stream, NO_COLOR and FORCE_COLOR. */
import { styleText } from "node:util";

/** A line by itself. */
export function bold(text: string, stream: NodeJS.WriteStream = process.stdout): string {
  return `${styleText("bold", text, { stream })}\n`;
}

/** A line that says less than those around it. */
export function faint(text: string, stream: NodeJS.WriteStream = process.stdout): string {
  return `${styleText("dim", text, { stream })}\n`;
}
