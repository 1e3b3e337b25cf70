import { execFileSync } from "node:child_process";
import {
  copyFileSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { readdir } from "node:fs/promises";
import { createServer } from "node:https";
import type { AddressInfo } from "node:net";
import path from "node:path";
import { describe, expect, onTestFinished, test } from "vitest";
import { makeClientCertificate } from "../../emulator/certificates.ts";
import type { Inputs } from "../../emulator/runner.ts";
import { pathOf, temporary, WHEELS } from "../support/provisioning.ts";
import { setScene } from "../support/stamp.ts";

/** A step on a machine without az is refused, and leaves nothing in the tool cache or in the job's folders. */
async function refusedOn(PATH: string, inputs: Inputs, code: string, environment: Inputs = {}): Promise<string> {
  const tools = await temporary("tools-");
  const scene = await setScene({}, { path: PATH, environment: { RUNNER_TOOL_CACHE: tools, ...environment } });
  plant(scene.runner.workspace);
  const step = await scene.runner.main({ ...scene.inputs, ...inputs });
  expect(existsSync(path.join(scene.runner.workspace, "ran"))).toBe(false);
  expect(step.exitCode, step.log).toBe(1);
  expect(step.log).toContain(`::error title=${code}::${code}: `);
  const left = await Promise.all([tools, scene.runner.temp, scene.runner.home].map((folder) => readdir(folder)));
  expect(left).toEqual([[], [], []]);
  expect(scene.runner.exported).toEqual({});
  return step.log;
}

/**
 * What a checkout, for example of a fork, may contain: modules that Python finds in its working folder, and a setting
 * of uv.
 */
function plant(workspace: string): void {
  const code = `open(${JSON.stringify(path.join(workspace, "ran"))}, "w")\n`;
  mkdirSync(path.join(workspace, "pip"));
  for (const file of ["pip/__init__.py", "pip/__main__.py", "ensurepip.py", "venv.py", "json.py", "sitecustomize.py"]) {
    writeFileSync(path.join(workspace, file), code);
  }
  writeFileSync(path.join(workspace, "pyproject.toml"), '[tool.uv]\nrequired-version = "<0.1"\n');
  writeFileSync(path.join(workspace, "uv.toml"), 'required-version = "<0.1"\n');
}

/** A folder of the test with all wheels but one. @param name the package's name, or name and version, as in the file */
async function wheelsWithout(name: string) {
  const folder = await temporary("wheels-");
  for (const file of readdirSync(WHEELS)) symlinkSync(path.join(WHEELS, file), path.join(folder, file));
  const file = readdirSync(folder).find((wheel) => wheel.startsWith(`${name}-`)) ?? "";
  rmSync(path.join(folder, file));
  return { folder, file };
}

/** Adds a file, as an attacker would who wants to run code. The archive remains valid. */
function addToWheel(file: string): void {
  const script = "import sys, zipfile; zipfile.ZipFile(sys.argv[1], 'a').writestr('azure/more.py', 'print(1)')";
  execFileSync("/usr/bin/python3", ["-c", script, file]);
}

/** The largest wheel is unpacked first, so the step is refused at once. */
const LARGEST = "azure_cli-2.66.2";

describe("installing from a folder", () => {
  test("a package with another hash than the locked one is refused and named", async () => {
    const { folder, file } = await wheelsWithout(LARGEST);
    copyFileSync(path.join(WHEELS, file), path.join(folder, file));
    addToWheel(path.join(folder, file));
    expect(await refusedOn(await pathOf("python3"), { "az-wheels": folder }, "AZS522")).toContain(LARGEST);
  });

  test("a package that is missing is named", async () => {
    const { folder } = await wheelsWithout(LARGEST);
    expect(await refusedOn(await pathOf("python3"), { "az-wheels": folder }, "AZS523")).toContain("azure-cli==2.66.2");
  });

  test("a package that is no archive any more is named", async () => {
    const { folder, file } = await wheelsWithout("knack");
    // So small that it is unpacked last: what was unpacked before goes, too.
    writeFileSync(path.join(folder, file), readFileSync(path.join(WHEELS, file)).subarray(0, 1000));
    expect(await refusedOn(await pathOf("python3"), { "az-wheels": folder }, "AZS522")).toContain("knack");
  });
});

/** An index of a man in the middle: Python does not trust the issuer of its certificate. */
async function untrustedIndex(): Promise<string> {
  const { certPem: cert, keyPem: key } = await makeClientCertificate({ subject: "127.0.0.1" });
  const server = createServer({ cert, key }, (_, answer) => answer.writeHead(404).end());
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  return `127.0.0.1:${(server.address() as AddressInfo).port}`;
}

describe("installing", () => {
  test("without hashes verifies TLS, whatever PIP_TRUSTED_HOST says", async () => {
    const index = await untrustedIndex();
    const inputs = { "az-version": "2.62.0", "az-wheels": `https://${index}/simple` };
    const variables = { PIP_TRUSTED_HOST: index, NO_PROXY: "127.0.0.1" };
    expect(await refusedOn(await pathOf("python3"), inputs, "AZS521", variables)).toMatch(/certificate/i);
  });

  test("from an index that cannot be reached fails with this reason", async () => {
    const log = await refusedOn(await pathOf("python3"), { "az-wheels": "http://127.0.0.1:9/simple" }, "AZS521");
    expect(log).toContain("set az-wheels to a package index in your network");
  });

  test("from the default index needs the network to let it through", async () => {
    await refusedOn(await pathOf("python3"), {}, "AZS521");
  });

  test("needs a Python", async () => {
    const log = await refusedOn(await pathOf(), {}, "AZS520");
    expect(log).toContain("CPython 3.8 to 3.13");
    expect(log).toContain("found: none");
  });

  test("needs a Python that starts, and names the one that does not", async () => {
    const folder = await temporary("path-");
    symlinkSync("/usr/bin/false", path.join(folder, "python3"));
    const log = await refusedOn(`${folder}:${await pathOf()}`, {}, "AZS520");
    expect(log).toContain(`${folder}/python3 (does not start)`);
  });

  test("comes after the login is proven: a wrong secret installs nothing", async () => {
    const wrong = { "az-wheels": WHEELS, "client-secret": "wrong~secret" };
    await refusedOn(await pathOf("python3"), wrong, "AZS401");
  });
});
