import { execFile } from "node:child_process";
import { once } from "node:events";
import { readFile, writeFile } from "node:fs/promises";
import { createServer } from "node:http";
import { type AddressInfo, connect } from "node:net";
import path from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { promisify } from "node:util";
import { expect, onTestFinished, test } from "vitest";
import type { Inputs } from "../../emulator/runner.ts";
import { pairsOf } from "../../emulator/workflow-commands.ts";
import { temporary } from "../support/provisioning.ts";

const run = promisify(execFile);

/** `npm run emulator -- …` */
async function serve(environment: Inputs, ...options: readonly string[]): Promise<string> {
  const command = [path.resolve("emulator/serve.ts"), ...options];
  const { stdout } = await run(process.execPath, command, { env: { PATH: process.env["PATH"], ...environment } });
  return stdout;
}

function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
}

/** The proxy's answer to the first line of a CONNECT request. */
function tunnel(proxy: string, target: string): Promise<string> {
  const { hostname, port } = new URL(proxy);
  return new Promise((resolve, reject) => {
    const socket = connect(Number(port), hostname, () => socket.write(`CONNECT ${target} HTTP/1.1\r\n\r\n`));
    socket.on("error", reject).once("data", (data) => {
      resolve(String(data).split("\r\n")[0] ?? "");
      socket.destroy();
    });
  });
}

test("detached, it answers when the command returns, and ends by itself", async () => {
  const facts = JSON.parse(await serve({}, "--detach", "--offline", "--idp", "adfs", "--minutes", "0.1"));
  const pid = Number(facts.pid);
  expect(facts).toMatchObject({
    endpoint: "https://management.local.azurestack.external",
    "client-certificate": expect.stringMatching(/^-----BEGIN PRIVATE KEY-----\n[\s\S]*-----BEGIN CERTIFICATE-----\n/),
    "ca-certificate": expect.stringMatching(/^-----BEGIN CERTIFICATE-----\n/),
  });
  expect(await tunnel(facts["proxy-url"], "adfs.local.azurestack.external:443")).toContain("200");
  expect(await tunnel(facts["proxy-url"], "example.com:443")).toContain("403");
  expect(isAlive(pid)).toBe(true);
  for (let tries = 0; isAlive(pid) && tries < 100; tries++) await wait(200);
  expect(isAlive(pid)).toBe(false);
});

test("other hosts are reached as this machine reaches them", async () => {
  const asked: string[] = [];
  const own = createServer().on("connect", ({ url = "" }, client) => {
    asked.push(url);
    client.end("HTTP/1.1 200 OK\r\n\r\n");
  });
  await once(own.listen(0, "127.0.0.1"), "listening");
  onTestFinished(() => void own.close());
  const HTTPS_PROXY = `http://127.0.0.1:${(own.address() as AddressInfo).port}`;
  const facts = JSON.parse(await serve({ HTTPS_PROXY, NO_PROXY: "refused.localhost" }, "--detach", "--minutes", "1"));
  onTestFinished(() => void process.kill(Number(facts.pid)));
  expect(await tunnel(facts["proxy-url"], "management.local.azurestack.external:443")).toContain("200");
  expect(asked).toEqual([]);
  expect(await tunnel(facts["proxy-url"], "index.contoso.com:443")).toContain("200");
  expect(asked).toEqual(["index.contoso.com:443"]);
  // No process listens on this port.
  expect(await tunnel(facts["proxy-url"], "refused.localhost:1")).toContain("502");
  expect(asked).toHaveLength(1);
});

test("in a step it hands over outputs, masks what is secret, and prints nothing", async () => {
  const folder = await temporary("serve-");
  const files = { GITHUB_OUTPUT: path.join(folder, "output"), GITHUB_ENV: path.join(folder, "env") };
  for (const file of Object.values(files)) await writeFile(file, "");

  const log = await serve(files, "--detach");
  const outputs = pairsOf(await readFile(files.GITHUB_OUTPUT, "utf8"));
  onTestFinished(() => {
    process.kill(Number(outputs["pid"]));
  });
  const lines = `${outputs["client-secret"]}\n${outputs["client-certificate"]}`.trimEnd().split("\n");
  expect(lines.length).toBeGreaterThan(40);
  expect(log.trimEnd().split(/\r?\n/)).toEqual(
    lines.filter((line) => line.length > 3).map((line) => `::add-mask::${line}`),
  );
  expect(pairsOf(await readFile(files.GITHUB_ENV, "utf8"))).toEqual({ HTTPS_PROXY: outputs["proxy-url"] });
});

test.each([
  ["--idp", "entra"],
  ["--role", "owner"],
  ["--minutes", "0"],
  ["--port", "1"],
])("refuses %s %s", async (...options) => {
  await expect(serve({}, ...options)).rejects.toMatchObject({ code: 2, stderr: expect.stringContaining(options[0]) });
});
