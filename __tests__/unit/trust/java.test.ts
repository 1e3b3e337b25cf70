import { mkdirSync, realpathSync, symlinkSync, writeFileSync } from "node:fs";
import path from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import type { StoredRoots } from "../../../src/trust/store/store.ts";
import { javaStore } from "../../../src/trust/stores/java.ts";
import { failureOf } from "../failures.ts";
import { temporaryFolder } from "../folder.ts";
import { publicRoot } from "../samples.ts";
import { jobNamed, outcome, playedMachine } from "./machines.ts";

const ISRG = publicRoot(/^CN=ISRG Root X1,/);
const PATH = process.env["PATH"];
afterEach(() => {
  process.env["PATH"] = PATH;
});

let home = "";
beforeEach(() => {
  home = path.join(temporaryFolder(), "jdk");
  for (const folder of ["bin", "lib/security"]) mkdirSync(path.join(home, folder), { recursive: true });
  for (const file of ["bin/java", "bin/keytool", "lib/security/cacerts"]) {
    writeFileSync(path.join(home, file), "", { mode: 0o755 });
  }
});
const settings = () =>
  `Property settings:\n    file.encoding = UTF-8\n    java.home = ${home}\n    java.io.tmpdir = /tmp\n`;

async function found(environment: Readonly<Record<string, string>>, answer = outcome(0, "", settings())) {
  const { machine, commands } = playedMachine(async () => answer, environment);
  const store = await javaStore(machine);
  const looked = [...commands];
  const told: StoredRoots[] = [];
  // The recorded change is all that is tested; the change itself is not made.
  const untaken = new Error("not taken");
  const announce = async (stored: StoredRoots) => {
    told.push(stored);
    throw untaken;
  };
  await expect(store.add([ISRG], jobNamed("job"), machine, announce)).rejects.toBe(untaken);
  const [{ files, program } = { files: [], program: undefined }] = told;
  return { files, program, commands: looked };
}

test("the JDK of JAVA_HOME says where it is", async () => {
  const { files, program, commands } = await found({ JAVA_HOME: "/opt/jdk" });
  expect(files).toEqual([path.join(home, "lib/security/cacerts")]);
  expect(program).toBe(path.join(home, "bin/keytool"));
  expect(commands).toEqual(["/opt/jdk/bin/java -XshowSettings:properties -version"]);
});

test("else that of the java on PATH", async () => {
  process.env["PATH"] = path.join(home, "bin");
  expect((await found({})).commands).toEqual([`${home}/bin/java -XshowSettings:properties -version`]);
});

test("jssecacerts is read instead of cacerts", async () => {
  writeFileSync(path.join(home, "lib/security/jssecacerts"), "");
  expect((await found({ JAVA_HOME: home })).files).toEqual([path.join(home, "lib/security/jssecacerts")]);
});

test("a link leads to the file that changes", async () => {
  const target = path.join(temporaryFolder(), "cacerts");
  writeFileSync(target, "");
  symlinkSync(target, path.join(home, "lib/security/jssecacerts"));
  expect((await found({ JAVA_HOME: home })).files).toEqual([realpathSync(target)]);
});

test.each([
  ["JAVA_HOME that is none", { JAVA_HOME: "/nonexistent" }, outcome(-1), /JAVA_HOME is \/nonexistent/],
  ["no java", {}, outcome(0), /no java on PATH/],
])("%s", async (_, environment, answer, words) => {
  process.env["PATH"] = temporaryFolder();
  const failure = await failureOf("AZS333", () => found(environment, answer));
  expect(failure.problem).toMatch(words);
});

test("a Java without a keystore of its own", async () => {
  home = temporaryFolder();
  const failure = await failureOf("AZS333", () => found({ JAVA_HOME: home }));
  expect(failure.problem).toContain("has no lib/security/cacerts");
});
