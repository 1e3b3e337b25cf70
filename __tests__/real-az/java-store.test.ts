import { execFileSync } from "node:child_process";
import { existsSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { beforeAll, expect, test } from "vitest";
import { openRunner } from "../scenarios/support.ts";
import { killWhen } from "../support/killing.ts";
import { snapshot } from "../support/snapshot.ts";
import { type Scene, setScene } from "../support/stamp.ts";

const STORE = { "trust-stores": "java", "az-path": "/usr/bin/az" };
/** A Java of the tests' own, with a keystore of its own: Debian's JDKs share the machine's. */
const JAVA_HOME = path.resolve(".cache/java");
const SECURITY = path.join(JAVA_HOME, "lib/security");

/** Without any root of that name, and with one of the same name but another key. */
const UNTRUSTED = /unable to find valid certification path|does not chain with any of the trust anchors/;

const ASK = `
import java.net.*;
import javax.net.ssl.*;

class Ask {
  public static void main(String[] args) throws Exception {
    URI proxy = URI.create(System.getenv("HTTPS_PROXY"));
    Proxy way = new Proxy(Proxy.Type.HTTP, new InetSocketAddress(proxy.getHost(), proxy.getPort()));
    HttpsURLConnection connection = (HttpsURLConnection) URI.create(args[0]).toURL().openConnection(way);
    System.out.println(connection.getResponseCode());
  }
}
`;

beforeAll(() => {
  const complete = path.join(JAVA_HOME, "Ask.class");
  if (existsSync(complete)) return;
  rmSync(JAVA_HOME, { recursive: true, force: true });
  const modules = "java.base,jdk.crypto.ec";
  execFileSync("jlink", ["--add-modules", modules, "--strip-debug", "--output", JAVA_HOME], { stdio: "pipe" });
  const source = path.join(JAVA_HOME, "Ask.java");
  writeFileSync(source, ASK);
  execFileSync("javac", ["-d", JAVA_HOME, source], { stdio: "pipe" });
}, 120_000);

async function ask({ runner, emulator }: Scene): Promise<string> {
  const url = `${emulator.endpoint}/metadata/endpoints?api-version=2015-01-01`;
  return (await runner.step(path.join(JAVA_HOME, "bin/java"), ["-cp", JAVA_HOME, "Ask", url])).log;
}

test("HttpsURLConnection trusts the stamp by the java store alone, and no longer after post", {
  timeout: 120_000,
}, async () => {
  const scene = await setScene({}, { environment: { JAVA_HOME } });
  const before = snapshot(SECURITY);
  expect(await ask(scene)).toMatch(UNTRUSTED);
  const step = await scene.runner.main({ ...scene.inputs, ...STORE });
  expect(step.exitCode, step.log).toBe(0);
  expect(step.log).toContain("java holds the root");
  expect(Object.keys(scene.runner.exported).filter((name) => /CA_BUNDLE|CERT|JAVA/.test(name))).toEqual([]);
  expect(await ask(scene)).toBe("200\n");
  expect((await scene.runner.post()).log).toBe("");
  expect(snapshot(SECURITY)).toEqual(before);
  expect(await ask(scene)).toMatch(UNTRUSTED);
});

test("two jobs at once on two stamps share the keystore; the last one restores it", { timeout: 120_000 }, async () => {
  const [one, two] = [
    await setScene({}, { environment: { JAVA_HOME } }),
    await setScene({}, { environment: { JAVA_HOME } }),
  ];
  const third = await openRunner(one.emulator, { JAVA_HOME });
  const before = snapshot(SECURITY);
  const steps = await Promise.all([
    one.runner.main({ ...one.inputs, ...STORE }),
    two.runner.main({ ...two.inputs, ...STORE }),
    third.main({ ...one.inputs, ...STORE, "ca-certificate": one.emulator.roots.pem }),
  ]);
  for (const step of steps) expect(step.exitCode, step.log).toBe(0);
  expect([await ask(one), await ask(two)]).toEqual(["200\n", "200\n"]);
  expect((await one.runner.post()).log).toBe("");
  expect([await ask(one), await ask(two)]).toEqual(["200\n", "200\n"]);
  expect((await third.post()).log).toBe("");
  expect(await ask(one)).toMatch(UNTRUSTED);
  expect(await ask(two)).toBe("200\n");
  expect((await two.runner.post()).log).toBe("");
  await third.dispose();
  expect(snapshot(SECURITY)).toEqual(before);
});

const MOMENTS: Readonly<Record<string, () => boolean>> = {
  "the original is kept": () => existsSync(path.join(SECURITY, "cacerts.azs-login-original")),
  "the ledger is written": () => existsSync(path.join(SECURITY, "cacerts.azs-login-roots.pem")),
  "the hash is written": () => existsSync(path.join(SECURITY, "cacerts.azs-login-made")),
};
for (const [moment, seen] of Object.entries(MOMENTS)) {
  test(`a job killed when ${moment} leaves nothing after post`, { timeout: 120_000 }, async () => {
    const scene = await setScene({}, { environment: { JAVA_HOME } });
    const before = snapshot(SECURITY);
    await killWhen(scene.runner, { ...scene.inputs, ...STORE }, seen);
    expect((await scene.runner.post()).log).toBe("");
    expect(snapshot(SECURITY)).toEqual(before);
  });
}

test("without a JDK the store is refused by name", { timeout: 60_000 }, async () => {
  const scene = await setScene({}, { environment: { JAVA_HOME: "/nowhere" } });
  const step = await scene.runner.main({ ...scene.inputs, ...STORE });
  expect(step.log).toContain("AZS330: the trust store java cannot be written: there is no JDK at JAVA_HOME or on PATH");
});
