import { describe, expect, test } from "vitest";
import { madeCommandIndex } from "../../../src/az/configure/command-index.ts";
import { configClaim } from "../../../src/az/configure/config-claim.ts";
import { configChange } from "../../../src/az/configure/machine-config.ts";
import { sharedLock } from "../../../src/io/shared-lock.ts";
import { startedProcess } from "../../../src/io/started-process.ts";
import { placedFile } from "../../../src/io/temporary-replacement.ts";
import { kindOf, UNDO_KINDS } from "../../../src/job/undo.ts";
import { readRecords } from "../../../src/journal/journal.ts";
import { type Entry, undoKind } from "../../../src/journal/kind.ts";
import { unfinishedInstallation } from "../../../src/provision/unfinished-installation.ts";
import { jobVariables } from "../../../src/results/job-variables.ts";
import { rootsFolder } from "../../../src/trust/bundle/roots-folder.ts";
import { storedRoots } from "../../../src/trust/machine-stores.ts";
import { filesIn, read } from "../../contract/repository.ts";

const INDEX = {
  file: "/job/azure/commandIndex.json",
  kept: "/tools/index.json",
  version: "2.66.2",
  profile: "latest",
  extensions: "[]",
  extensionFolder: "/e",
};

/**
 * The exact line that each kind writes: the post step reads what main wrote, and a later job reads what an earlier
 * version wrote.
 */
const LINES: readonly (readonly [line: string, entry: Entry, lasts: boolean, about: string])[] = [
  ['{"undo":"process","pid":7,"start":"42"}', startedProcess.entry({ pid: 7, start: "42" }), false, "process 7"],
  ['{"undo":"lock","folder":"/etc/ssl"}', sharedLock.entry({ folder: "/etc/ssl" }), true, "lock in /etc/ssl"],
  [
    '{"undo":"roots","stored":{"store":"az","files":["/a.pem"],"job":"azs-login-1"}}',
    storedRoots.entry({ stored: { store: "az", files: ["/a.pem"], job: "azs-login-1" } }),
    true,
    "roots in the trust store az: /a.pem",
  ],
  ['{"undo":"roots-folder","folder":"/r"}', rootsFolder.entry({ folder: "/r" }), true, "the folder /r"],
  [
    '{"undo":"installation","folder":"/tools/az"}',
    unfinishedInstallation.entry({ folder: "/tools/az" }),
    true,
    "unfinished installation in /tools/az",
  ],
  [
    `{"undo":"command-index","index":${JSON.stringify(INDEX)}}`,
    madeCommandIndex.entry({ index: INDEX }),
    false,
    "command index in /tools/index.json",
  ],
  [
    '{"undo":"variables","values":{"A":{"ours":"x","afterwards":"y"},"B":{"afterwards":""}}}',
    jobVariables.entry({ values: { A: { ours: "x", afterwards: "y" }, B: { afterwards: "" } } }),
    false,
    "variables A, B",
  ],
  [
    '{"undo":"placed-file","file":"/f","kept":"/job/replaced-1","digest":"00"}',
    placedFile.entry({ file: "/f", kept: "/job/replaced-1", digest: "00" }),
    true,
    "the file /f",
  ],
  [
    '{"undo":"placed-file","file":"/f","digest":"00"}',
    placedFile.entry({ file: "/f", kept: undefined, digest: "00" }),
    true,
    "the file /f",
  ],
  [
    '{"undo":"az-claim","folder":"/azure","job":"azs-login-1","made":"/azure"}',
    configClaim.entry({ folder: "/azure", job: "azs-login-1", made: "/azure" }),
    true,
    "claim on the az configuration in /azure",
  ],
  [
    '{"undo":"az-config","folder":"/azure","existed":true,"before":"/b","after":"/a"}',
    configChange.entry({ folder: "/azure", existed: true, before: "/b", after: "/a" }),
    true,
    "az configuration in /azure",
  ],
];

describe("a change in the journal", () => {
  test.each(LINES)("%s is written so, and read back as it was", (line, entry, lasts, about) => {
    expect(JSON.stringify(entry)).toBe(line);
    expect(readRecords(`${line}\n`, UNDO_KINDS)).toEqual({ entries: [JSON.parse(line)], unreadable: 0 });
    const { kind, data } = kindOf(entry);
    expect(kind.lasts).toBe(lasts);
    expect(kind.describe(data)).toContain(about);
  });

  test.each(LINES.map(([line]) => line))("%s is unreadable without one of its fields", (line) => {
    const entry = JSON.parse(line) as Record<string, unknown>;
    const optional = ["undo", "start", "kept", "digest", "made"];
    for (const field of Object.keys(entry).filter((name) => !optional.includes(name))) {
      const { [field]: _, ...rest } = entry;
      expect(readRecords(`${JSON.stringify(rest)}\n`, UNDO_KINDS)).toEqual({ entries: [], unreadable: 1 });
    }
  });
});

test("the table lists each kind that a folder of src/ has, once, and the lines above have all of them", () => {
  const uses = filesIn("src", ".ts").flatMap((file) => read(file).match(/^export const \w+ = undoKind</gm) ?? []);
  const names = UNDO_KINDS.map(({ name }) => name).toSorted();
  expect(uses).toHaveLength(names.length);
  expect(names).toEqual([...new Set(LINES.map(([, { undo }]) => undo))].toSorted());
});

test("a kind that is in no table cannot be undone", () => {
  const kind = undoKind({ name: "other", fields: {}, lasts: true, undo: () => undefined, describe: () => "" });
  expect(() => kindOf(kind.entry({}))).toThrow("no kind of change is called other");
});
