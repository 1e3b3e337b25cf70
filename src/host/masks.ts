/** Shorter lines of a multi-line secret say nothing, but masking them (`}`, `==`) would garble the whole log. */
const SHORTEST_LINE = 4;
/** A runner compares each line of the log of a job with each mask. */
const MOST_LINES = 1000;

/**
 * What the runner is to mask in whatever is printed from now on, by later steps too: a secret as a whole if it is one
 * line, else line by line, since runners match masks against single lines; as it is, without quotes around it, and as
 * URLs and JSON write it. Runners know some more forms by themselves.
 */
export function masksOf(secret: string): readonly string[] {
  const lines = secret.split(/[\r\n]+/).map((line) => line.trim());
  const masked = lines.length === 1 ? lines : lines.filter((line) => line.length >= SHORTEST_LINE);
  const forms = masked.slice(0, MOST_LINES).flatMap((line) => {
    const bare = line.replace(/^(["'`])(.{4,})\1$/, "$2");
    return [line, bare, encodeURIComponent(line.toWellFormed()), JSON.stringify(line).slice(1, -1)];
  });
  return [...new Set(forms)].filter((form) => form !== "");
}
