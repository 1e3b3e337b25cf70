import { EOL } from "node:os";
import { describe, expect, onTestFinished, test, vi } from "vitest";
import { githubHost } from "../../../src/host/github.ts";

/** What a host prints while `work` runs. */
function printed(work: (host: ReturnType<typeof githubHost>) => void): string {
  const written: string[] = [];
  const write = vi.spyOn(process.stdout, "write").mockImplementation((text) => {
    written.push(String(text));
    return true;
  });
  try {
    work(githubHost({}));
  } finally {
    write.mockRestore();
  }
  return written.join("");
}

// A runner takes a line that begins with :: for a command, and whoever controls a stamp chooses the names of its
// subscriptions.
describe("text of others stays one line", () => {
  test("and holds no command of the runner's older form", () => {
    expect(printed((host) => host.info("Team ##[save-state name=folder]/etc"))).not.toContain("##[");
  });

  test.each(["a\n::add-mask::b", "a\r::add-mask::b", "a\r\n::add-mask::b\r\n", "\n\n::add-mask::b"])(
    "of %j",
    (text) => {
      for (const print of ["info", "warning", "group"] as const) {
        const lines = printed((host) => host[print](text))
          .trimEnd()
          .split(/\r?\n|\r/);
        expect(lines.filter((line) => line !== "")).toHaveLength(1);
        expect(lines[0]).not.toMatch(/^::add-mask/);
      }
    },
  );
});

test("a failure is one annotation with its code, and the step counts as failed", () => {
  const before = process.exitCode;
  onTestFinished(() => {
    process.exitCode = before;
  });
  expect(printed((host) => host.fail("AZS100", "AZS100: two:\n- one\n"))).toBe(
    `::error title=AZS100::AZS100: two:%0A- one%0A${EOL}`,
  );
  expect(process.exitCode).toBe(1);
});

test("debug lines show with debug logging only", () => {
  expect(printed((host) => host.debug("x"))).toBe("");
});

describe("an input", () => {
  test.each([
    ["trimmed", undefined, "hunter2"],
    ["as it is", { verbatim: true }, " hunter2\n"],
  ])("is read %s", async (_, options, value) => {
    vi.stubEnv("INPUT_CLIENT-SECRET", " hunter2\n");
    onTestFinished(() => void vi.unstubAllEnvs());
    expect(await githubHost().input("client-secret", options)).toBe(value);
  });

  test("that is not given is empty", async () => {
    expect(await githubHost().input("client-secret")).toBe("");
  });
});

test("without a summary file nothing is summarized", async () => {
  await githubHost({}).summarize("text");
});

test.each([
  [{ RUNNER_TEMP: "/runner/_temp" }, "/runner/_temp"],
  [{}, expect.stringMatching(/./)],
])("the temporary folder of %j", (environment, folder) => {
  expect(githubHost(environment).temporaryFolder).toEqual(folder);
});
