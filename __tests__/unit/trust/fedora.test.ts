import { chmodSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { beforeEach, describe, expect, test, vi } from "vitest";
import { processes } from "../../../src/io/processes.ts";
import { sharedFiles } from "../../../src/io/shared-files.ts";
import { anchoredStore, removeAnchors } from "../../../src/trust/anchors.ts";
import { holds } from "../../../src/trust/blocks.ts";
import { fedora } from "../../../src/trust/fedora.ts";
import { temporaryFolder } from "../folder.ts";
import { publicRoot } from "../samples.ts";

const ONE = publicRoot(/^CN=ISRG Root X1,/);
const THEIRS = publicRoot(/^CN=DigiCert Global Root G2,/);
const NOW = new Date("2026-11-21T03:00:00Z");
const [JOB, OTHER_JOB] = ["azs-login-1", "azs-login-2"];

/** A Fedora in a folder: its update-ca-trust makes the bundle from the roots of the system and the anchors. */
function machine() {
  const root = temporaryFolder();
  const at = (...names: readonly string[]) => path.join(root, ...names);
  mkdirSync(at("anchors"));
  mkdirSync(at("bin"));
  writeFileSync(at("system.pem"), THEIRS.pem);
  writeFileSync(at("bundle.pem"), THEIRS.pem);
  writeFileSync(
    at("bin", "update-ca-trust"),
    `#!/bin/sh\n[ "$*" = extract ] || exit 2\ncat ${at("system.pem")} ${at("anchors")}/*.pem > ${at("bundle.pem")} 2>/dev/null || cp ${at("system.pem")} ${at("bundle.pem")}\n`,
  );
  chmodSync(at("bin", "update-ca-trust"), 0o755);
  vi.stubEnv("PATH", `${at("bin")}:${process.env["PATH"]}`);
  const real = processes(process.env, { record: async () => undefined });
  const commands: string[] = [];
  const shared = {
    ...sharedFiles(real),
    async run(folder: string, file: string, args: readonly string[]) {
      commands.push([folder, path.basename(file), ...args].join(" "));
      expect(await real.run(file, args)).toMatchObject({ exitCode: 0 });
    },
  };
  const system = { ...fedora, anchors: at("anchors"), bundle: at("bundle.pem") };
  return {
    shared,
    commands,
    store: anchoredStore(system),
    remove: removeAnchors(system),
    bundle: () => readFileSync(at("bundle.pem"), "utf8"),
    anchors: () => readdirSync(at("anchors")),
  };
}

beforeEach(() => () => vi.unstubAllEnvs());
const EXTRACT = "/etc/pki/ca-trust/source/anchors update-ca-trust extract";

describe("the anchors of RHEL and Fedora", () => {
  test("are where its manual says", () => {
    expect(fedora).toMatchObject({
      anchors: "/etc/pki/ca-trust/source/anchors",
      bundle: "/etc/pki/ca-trust/extracted/pem/tls-ca-bundle.pem",
    });
  });

  test("get a root, and lose it with the job; the bundle is made anew both times", async () => {
    const { shared, store, remove, bundle, anchors, commands } = machine();
    const before = bundle();
    await store.add([ONE], JOB, NOW, shared);
    expect(anchors()).toEqual([expect.stringMatching(/^azs-login-[0-9a-f]{16}\.pem$/)]);
    expect(holds(bundle(), ONE)).toBe(true);
    await remove(store.plan([ONE], JOB), NOW, shared);
    expect([bundle(), anchors()]).toEqual([before, []]);
    expect(commands).toEqual([EXTRACT, EXTRACT]);
  });

  test("keep a root until the last of two jobs is done", async () => {
    const { shared, store, remove, bundle, commands } = machine();
    const before = bundle();
    for (const job of [JOB, OTHER_JOB]) await store.add([ONE], job, NOW, shared);
    await remove(store.plan([ONE], JOB), NOW, shared);
    expect(holds(bundle(), ONE)).toBe(true);
    expect(commands).toEqual([EXTRACT]);
    await remove(store.plan([ONE], OTHER_JOB), NOW, shared);
    expect(bundle()).toBe(before);
  });

  test("are left alone for a root that the system has", async () => {
    const { shared, store, remove, anchors, commands } = machine();
    await store.add([THEIRS], JOB, NOW, shared);
    await remove(store.plan([THEIRS], JOB), NOW, shared);
    expect([anchors(), commands]).toEqual([[], []]);
  });
});
