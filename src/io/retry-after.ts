import type { PipelineResponse } from "@azure/core-rest-pipeline";

/** If a stamp asks for a longer wait, the step fails instead of waiting. */
const LONGEST_WAIT_MS = 60_000;

/** Headers that the SDK's retry policy obeys, in its order, with their units in milliseconds. */
const WAITS = [
  ["retry-after-ms", 1],
  ["x-ms-retry-after-ms", 1],
  ["retry-after", 1000],
] as const;

/**
 * Replaces these headers of an answer with one that has an acceptable wait, or with none. The SDK itself parses them as
 * JavaScript numbers (`0x1000`, `1e9`) and waits as long as they say; without any it does not retry after 429.
 */
export function limitWaiting({ status, headers }: PipelineResponse): void {
  const asked = WAITS.map(([name, unit]) => ({ value: headers.get(name), unit })).find(({ value }) => value);
  const wait = asked?.value === undefined ? undefined : milliseconds(asked.value.trim(), asked.unit);
  for (const [name] of WAITS) headers.delete(name);
  if (wait !== undefined && wait <= LONGEST_WAIT_MS) headers.set("retry-after-ms", String(wait));
  else if (status === 429 && wait === undefined) headers.set("retry-after-ms", "1000");
}

/** Digits, or a date as HTTP writes it (RFC 9110, section 10.2.3); undefined for anything else. */
function milliseconds(text: string, unit: number): number | undefined {
  if (/^\d+(?:\.\d+)?$/.test(text)) return Number(text) * unit;
  const until = /^[A-Z][a-z]+, /.test(text) ? Date.parse(text) : Number.NaN;
  return Number.isNaN(until) ? undefined : Math.max(0, until - Date.now());
}
