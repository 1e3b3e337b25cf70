import { readdirSync, readFileSync, symlinkSync, writeFileSync } from "node:fs";
import path from "node:path";
import { expect, onTestFinished, test } from "vitest";
import type { Entry } from "../../../src/journal/kind.ts";
import { storedRoots, storeRoots } from "../../../src/trust/machine-stores.ts";
import { addRoots } from "../../../src/trust/store/pem-entries.ts";
import type { StoredRoots } from "../../../src/trust/store/store.ts";
import { failureOf } from "../failures.ts";
import { temporaryFolder } from "../folder.ts";
import { publicRoot } from "../samples.ts";
import { jobNamed, NOW, outcome, playedMachine, withDead } from "./machines.ts";

const DIGICERT = publicRoot(/^CN=DigiCert Global Root G2,/);
const ISRG = publicRoot(/^CN=ISRG Root X1,/);

/** A job on a machine whose virtual environment has its own certifi. */
function job(certifi: string | null, { roots = [ISRG], dead = [] as readonly string[] } = {}) {
  const { machine } = playedMachine(async () => outcome(0, JSON.stringify(certifi)), { VIRTUAL_ENV: "/venv" });
  const recorded: Entry[] = [];
  const journal = {
    folder: machine.folder,
    record: async (entry: Entry) => void recorded.push(entry),
    life: jobNamed(path.basename(machine.folder)).life,
    finish: async () => {},
    close: async () => {},
  };
  const asked = (names: "auto" | readonly ("bundle" | "az" | "python")[], azCertifi?: string) =>
    storeRoots({ roots, trustStores: names }, azCertifi, journal, withDead(machine, ...dead));
  return { machine, recorded, store: asked };
}

test("what undoes a change is recorded before the change, and undoes it", async () => {
  const bundle = path.join(temporaryFolder(), "cacert.pem");
  writeFileSync(bundle, "theirs\n");
  const { machine, recorded, store } = job(bundle);
  expect(await store(["bundle", "python"])).toEqual(["bundle holds the root", "python holds the root"]);
  expect(readFileSync(bundle, "utf8")).toContain(ISRG.pem);
  const stored: StoredRoots = { store: "python", files: [bundle], job: path.basename(machine.folder) };
  expect(recorded).toEqual([{ undo: "roots", stored }]);
  await storedRoots.undo({ stored }, machine);
  expect(readFileSync(bundle, "utf8")).toBe("theirs\n");
});

test("a certifi that az and the job's Python share is restored", async () => {
  const bundle = path.join(temporaryFolder(), "cacert.pem");
  writeFileSync(bundle, "theirs\n");
  const { machine, recorded, store } = job(bundle);
  await store(["az", "python"], bundle);
  for (const entry of recorded.toReversed()) await storedRoots.undo(entry as never, machine);
  expect(readFileSync(bundle, "utf8")).toBe("theirs\n");
});

test("auto leaves the keychain of macOS alone, and says why", async () => {
  const { platform } = process;
  Object.defineProperty(process, "platform", { value: "darwin" });
  onTestFinished(() => {
    Object.defineProperty(process, "platform", { value: platform });
  });
  const { recorded, store } = job(null);
  expect(await store("auto")).toEqual([
    "bundle holds the root",
    "az left as it is: the Python of this az is not known",
    expect.stringMatching(/^system left as it is: macOS/),
  ]);
  expect(recorded).toEqual([]);
});

test("a store that cannot be changed keeps its own error", async () => {
  await failureOf("AZS332", () => job(null).store(["python"]));
});

test("a store that cannot be written says which and why", async () => {
  const failure = await failureOf("AZS330", () => job(null).store(["az"]));
  expect(failure.problem).toBe("the trust store az cannot be written: the Python of this az is not known.");
});

test.each([
  ["with a root of its own", [ISRG]],
  ["with no root at all", []],
])("what a dead job left in a certifi goes with the next job, %s", async (_, roots) => {
  const bundle = path.join(temporaryFolder(), "cacert.pem");
  const { life } = jobNamed("azs-login-1");
  const left = addRoots("theirs\n", [DIGICERT], { name: "azs-login-1", life }, NOW);
  writeFileSync(bundle, left);
  await job(null, { roots }).store(["bundle"], bundle);
  expect(readFileSync(bundle, "utf8")).toBe(left);
  await job(null, { roots, dead: ["azs-login-1"] }).store(["bundle"], bundle);
  expect(readFileSync(bundle, "utf8")).toBe("theirs\n");
});

test("undo does not touch a certifi that became a link, and prints nothing", async () => {
  const folder = temporaryFolder();
  const bundle = path.join(folder, "cacert.pem");
  symlinkSync(path.join(folder, "elsewhere"), bundle);
  const { machine } = job(null);
  await storedRoots.undo({ stored: { store: "python", files: [bundle], job: "azs-login-1" } }, machine);
  expect(readdirSync(folder)).toEqual(["cacert.pem"]);
});
