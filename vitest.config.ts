import { globSync } from "node:fs";
import { availableParallelism } from "node:os";
import { defineConfig } from "vitest/config";
import { BaseSequencer, type TestSpecification } from "vitest/node";
import { missingHere } from "./__tests__/setup/needs.ts";

const TESTS = "__tests__/**/*.test.ts";
/** __tests__/setup/prepare.ts prints these, and fails if CI=true. */
const missing = missingHere(process.env["PATH"] ?? "", process.getuid?.() === 0);
const leftOut =
  process.platform === "linux" && process.env["CI"] !== "true"
    ? globSync(TESTS).filter((file) => missing.some(({ files }) => files.test(file)))
    : [];

/**
 * Files that take long, or that keep the lock of the machine's trust stores for long, come first, so that the other
 * workers do not wait for them at the end. Files that mostly wait run beside files that use the processor. Files that
 * need Terraform come late, because it must be built first.
 */
const ORDER = [
  /real-az\/(?:undo|provision|login)\.test|__tests__\/windows|scenarios\/hostile-stamp\.test/,
  /(?:real-az\/(?!sudo|system-store)|act\/(?!e2e)|parity\/|pipelines\/|scenarios\/hostile-programs)/,
  /examples\/sdks|scenarios\/(?:trust-java|network-timeouts|oidc)/,
  /examples\/(?!terraform)|clients\/(?!terraform)|scenarios\/|act\//,
  /terraform|real-az\//,
];

class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const place = ({ moduleId }: TestSpecification) => {
      const found = ORDER.findIndex((pattern) => pattern.test(moduleId));
      return found < 0 ? ORDER.length : found;
    };
    return (await super.sort(files)).toSorted((one, other) => place(one) - place(other));
  }
}

export default defineConfig({
  test: {
    include: [TESTS],
    exclude: leftOut,
    globalSetup: "__tests__/setup/prepare.ts",
    testTimeout: 120_000,
    hookTimeout: 60_000,
    sequence: { sequencer: LongestFirst },
    // A scenario starts a process and waits for it, often until a time-out, or for the lock of the machine's trust
    // stores. So two workers more than there are cores keep the cores busy. With many more, tests would exceed their
    // time-outs.
    maxWorkers: Math.min(availableParallelism() + 2, 6),
  },
});
