import { addRoots } from "../../../src/trust/store/pem-entries.ts";
import { LIFE, publicRoot } from "../samples.ts";

/** A text with the entry of one root that these jobs need. */
export function entryNeededBy(jobs: readonly string[]): string {
  const root = publicRoot(/^CN=ISRG Root X1,/);
  const now = new Date("2026-11-21T03:00:00.000Z");
  return jobs.reduce((text, name) => addRoots(text, [root], { name, life: LIFE }, now), "theirs\n");
}
