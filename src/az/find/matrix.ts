// biome-ignore-all format: one az a line
// Made from docs/az-matrix.json by scripts/docs.ts: run `npm run matrix` and `npm run docs` instead of changing it.

/** The az's that were tried, oldest first, and the groups with commands that fail there and work with 2.66.2. */
export const MATRIX: readonly { readonly az: string; readonly fails: readonly string[] }[] = [
  { az: "2.45.0", fails: ["keyvault secret", "network", "vm", "role"] },
  { az: "2.65.0", fails: [] },
  { az: "2.66.2", fails: [] },
  { az: "2.72.0", fails: [] },
];
