import { once } from "node:events";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { describe, expect, test } from "vitest";
import { ALL_NAMES_ARE_LOOPBACK } from "./servers.ts";
import { changed, connectedHosts, expectFailure, openScene, spoken } from "./support.ts";

const MANAGEMENT = "management.local.azurestack.external";
const ENTRA = "login.microsoftonline.com";

/** A port on loopback on which nothing listens. */
async function closedPort(): Promise<number> {
  const server = createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, "close");
  return port;
}

describe.concurrent("a host that cannot be reached", () => {
  test("a name that does not resolve", async ({ onTestFinished }) => {
    const { runner, inputs } = await openScene({}, { HTTPS_PROXY: "" }, onTestFinished);
    const elsewhere = changed(inputs, { endpoint: "https://management.local.azurestack.invalid" });
    const text = await expectFailure(runner, await runner.main(elsewhere), "AZS201");
    expect(text).toContain("the name management.local.azurestack.invalid cannot be resolved");
  });

  test("a stamp that refuses connections", async ({ onTestFinished }) => {
    const { runner, inputs } = await openScene(
      {},
      { HTTPS_PROXY: "", NODE_OPTIONS: ALL_NAMES_ARE_LOOPBACK },
      onTestFinished,
    );
    const port = await closedPort();
    const closed = changed(inputs, { endpoint: `https://${MANAGEMENT}:${port}` });
    const text = await expectFailure(runner, await runner.main(closed), "AZS202");
    expect(text).toContain(`${MANAGEMENT}:${port} refuses connections`);
  });

  test("a proxy that refuses connections is named, without its password", async ({ onTestFinished }) => {
    const port = await closedPort();
    const environment = { HTTPS_PROXY: `http://ci:hunter2@127.0.0.1:${port}` };
    const { runner, inputs } = await openScene({}, environment, onTestFinished);
    const result = await runner.main(inputs);
    expect(spoken(result)).not.toContain("hunter2");
    const text = await expectFailure(runner, result, "AZS202");
    expect(text).toContain(`127.0.0.1:${port}`);
  });

  test("a proxy whose name does not resolve is named, without its password", async ({ onTestFinished }) => {
    const environment = { HTTPS_PROXY: "http://ci:hunter2@proxy.azurestack.invalid:3128" };
    const { runner, inputs } = await openScene({}, environment, onTestFinished);
    const result = await runner.main(inputs);
    expect(spoken(result)).not.toContain("hunter2");
    const text = await expectFailure(runner, result, "AZS201");
    expect(text).toContain("proxy.azurestack.invalid");
  });
});

describe.concurrent("HTTPS_PROXY and NO_PROXY as curl, az and the other tools of a job read them", () => {
  const WRONG = { "client-secret": "not-the-secret-of-anybody" };

  test.for([
    ["NO_PROXY", MANAGEMENT],
    ["no_proxy", MANAGEMENT],
    ["NO_PROXY", ".azurestack.external"],
    ["NO_PROXY", "azurestack.external"],
    ["NO_PROXY", "localhost, .azurestack.external"],
    ["NO_PROXY", "*.azurestack.external"],
    ["no_proxy", `${MANAGEMENT}:443`],
    ["NO_PROXY", "*"],
  ] as const)("%s=%s leads past the proxy", async ([name, value], { onTestFinished }) => {
    const { emulator, runner, inputs } = await openScene({}, { [name]: value }, onTestFinished);
    const result = await runner.main(changed(inputs, WRONG));
    expect(emulator.connects).toEqual([]);
    const text = await expectFailure(runner, result, "AZS201");
    expect(text).toContain(`since ${name} lists "${value.split(" ").at(-1)}"`);
  });

  test.for(["stack.external", "other.example", "local.azurestack.external.other"])(
    "NO_PROXY=%s does not",
    async (value, { onTestFinished }) => {
      const { emulator, runner, inputs } = await openScene({}, { NO_PROXY: value }, onTestFinished);
      await expectFailure(runner, await runner.main(changed(inputs, WRONG)), "AZS401");
      expect(connectedHosts(emulator)).toEqual([MANAGEMENT, ENTRA]);
    },
  );

  test.for([
    ["https_proxy in small letters", "https_proxy", "http://"],
    ["HTTPS_PROXY without scheme", "HTTPS_PROXY", "", { https_proxy: "" }],
    ["a password with a % of its own", "HTTPS_PROXY", "http://ci:100%@"],
    ["https_proxy before HTTPS_PROXY", "https_proxy", "http://", { HTTPS_PROXY: "http://127.0.0.1:9" }],
    ["HTTP_PROXY that is no URL", "HTTPS_PROXY", "http://", { HTTP_PROXY: "no URL" }],
  ] as const)("%s", async ([, name, scheme, more], { onTestFinished }) => {
    const { emulator, runner, inputs } = await openScene(
      {},
      ({ proxyUrl }) => ({ HTTPS_PROXY: "", ...more, [name]: scheme + new URL(proxyUrl).host }),
      onTestFinished,
    );
    await expectFailure(runner, await runner.main(changed(inputs, WRONG)), "AZS401");
    expect(connectedHosts(emulator)).toEqual([MANAGEMENT, ENTRA]);
  });

  test("a proxy that is no URL is called that", async ({ onTestFinished }) => {
    const { runner, inputs } = await openScene({}, { HTTPS_PROXY: "our proxy" }, onTestFinished);
    const text = await expectFailure(runner, await runner.main(inputs), "AZS216");
    expect(text).toContain("HTTPS_PROXY");
  });

  test("a proxy of another kind is called that", async ({ onTestFinished }) => {
    const { runner, inputs } = await openScene({}, { HTTPS_PROXY: "socks5://127.0.0.1:9" }, onTestFinished);
    const text = await expectFailure(runner, await runner.main(inputs), "AZS216");
    expect(text).toContain("HTTPS_PROXY names a proxy of the kind socks5");
  });
});
