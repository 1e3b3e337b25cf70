/** The value below which a share of the values lies, interpolated between the two nearest values. */
export function quantile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((one, other) => one - other);
  const place = (sorted.length - 1) * share;
  const below = sorted[Math.floor(place)] ?? Number.NaN;
  const above = sorted[Math.ceil(place)] ?? Number.NaN;
  return below + (above - below) * (place - Math.floor(place));
}

export function median(values: readonly number[]): number {
  return quantile(values, 0.5);
}

/** `0.16`: the first median divided by the second. */
export function ratio(one: readonly number[], other: readonly number[]): string {
  return (median(one) / median(other)).toFixed(2);
}

/** `0.99 (0.95 to 1.10)`: the median in seconds, from milliseconds, with the quartiles. */
export function seconds(values: readonly number[]): string {
  return spread(values, 0.25, 0.75);
}

/** The same with minimum and maximum, for few values. */
export function range(values: readonly number[]): string {
  return values.length === 1 ? inSeconds(median(values)) : spread(values, 0, 1);
}

export function milliseconds(values: readonly number[]): string {
  return Math.round(median(values)).toString();
}

function spread(values: readonly number[], from: number, to: number): string {
  return `${inSeconds(median(values))} (${inSeconds(quantile(values, from))} to ${inSeconds(quantile(values, to))})`;
}

function inSeconds(value: number): string {
  return (value / 1000).toFixed(2);
}
