/** Shorter lines of a multi-line secret reveal nothing, but masking them (`}`, `==`) would garble the whole log. */
const SHORTEST_LINE = 4;
/** A limit, because a runner compares each line of a job's log with each mask. */
const MOST_LINES = 1000;

/**
 * The masks of a secret for the runner, which applies them to everything printed from now on, also by later steps: the
 * whole secret if it is one line, else each line, since runners match masks against single lines. Each is masked as it
 * is, without quotes around it, and in the encodings of URLs and JSON. Runners add some more forms themselves.
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
