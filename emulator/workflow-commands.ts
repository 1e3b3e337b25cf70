/** How a runner handles what a step prints and the files that it writes (GitHub's "Workflow commands"). */
import { EOL } from "node:os";

/**
 * Reads `name=value` lines and `name<<DELIMITER` blocks of a file command. Line ends within a value are kept.
 *
 * @param eol of the runner's system: only on Windows may a line end with CRLF (actions/runner, FileCommandManager.cs)
 * @throws Error if a block has no end
 */
export function pairsOf(text: string, eol: string = EOL): Record<string, string> {
  const end = eol === "\r\n" ? /\r?\n$/ : /\n$/;
  const pairs: Record<string, string> = {};
  const lines = text.split(/(?<=\n)/);
  for (let line = lines.shift()?.replace(end, ""); line !== undefined; line = lines.shift()?.replace(end, "")) {
    const block = /^([^=]+?)<<(.+)$/.exec(line);
    if (block !== null) {
      const last = lines.findIndex((one) => one.replace(end, "") === block[2]);
      if (last < 0) throw new Error(`no end of ${block[1]}: ${block[2]}`);
      pairs[block[1] ?? ""] = lines.splice(0, last).join("").replace(end, "");
      lines.shift();
    } else if (line.includes("=")) {
      pairs[line.slice(0, line.indexOf("="))] = line.slice(line.indexOf("=") + 1);
    }
  }
  return pairs;
}

/**
 * The log as a user sees it. Adds the masks that the text declares to `masks`, which a runner keeps for the whole job.
 * As on a runner, a mask has effect from its command on: text that was printed before stays readable.
 */
export function visibleLog(raw: string, masks: Set<string>): string {
  const seen: string[] = [];
  for (const line of raw.split(/\r?\n/)) {
    const mask = /^::add-mask::(.*)$/.exec(line)?.[1];
    if (mask === undefined) seen.push(masked(line, masks));
    else masks.add(unescaped(mask));
  }
  return seen.join("\n");
}

function masked(line: string, masks: ReadonlySet<string>): string {
  const longestFirst = [...masks].sort((a, b) => b.length - a.length);
  return longestFirst.reduce((text, mask) => (mask === "" ? text : text.replaceAll(mask, "***")), line);
}

/** The data of a command, which is one line. */
export function unescaped(text: string): string {
  return text.replaceAll("%0D", "\r").replaceAll("%0A", "\n").replaceAll("%25", "%");
}
