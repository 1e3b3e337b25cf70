/** Fixes of the az that the step is to use, of where it keeps its configuration, and of trust stores. */
import { chmod, writeFile } from "node:fs/promises";
import path from "node:path";
import { type Fix, suggested } from "./fix.ts";

export const AZ: readonly Fix[] = [
  {
    code: "AZS519",
    name: "an az that may not be executed",
    inputs: async ({ runner }) => {
      const file = path.join(runner.workspace, "my-az");
      await writeFile(file, "#!/bin/sh\nexit 1\n", { mode: 0o644 });
      return { "az-path": file };
    },
    follow: async (text) => {
      await chmod(suggested(text, /chmod \+x ([^)]+)/), 0o755);
      return {};
    },
  },
];
