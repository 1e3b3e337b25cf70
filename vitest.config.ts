import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    include: ["__tests__/**/*.test.ts"],
    testTimeout: 120_000,
    hookTimeout: 60_000,
    // Scenarios start real processes: more than one a core makes their timings and time-outs meaningless.
    maxWorkers: 2,
  },
});
