import { readdir } from "node:fs/promises";
import { describe, expect, test } from "vitest";
import type { Emulator } from "../../emulator/server.ts";
import { withAz } from "../scenarios/support.ts";
import { expectPassed, expectTaskFailure, openAzPipeline } from "./support.ts";

async function openWithFile(name: string, content: (emulator: Emulator) => Promise<Buffer> | Buffer | string) {
  const scene = await openAzPipeline({
    prepare: async (emulator, devOps) => void devOps.store(name, await content(emulator)),
  });
  const { clientSecret: _, ...rest } = scene.inputs;
  return { ...scene, inputs: { ...rest, clientCertificateSecureFile: name } };
}

const PASSWORD = "password-of-the-pfx";
const pfx = ({ application }: Emulator) => application.certificates.registered.pfx3des(PASSWORD);
const pem = ({ application }: Emulator) =>
  application.certificates.registered.keyPem + application.certificates.registered.certPem;

describe("a secure file is the certificate", () => {
  withAz("as PFX with its password", async () => {
    const { agent, devOps, inputs } = await openWithFile("client.pfx", pfx);
    const step = await agent.main({ ...inputs, clientCertificatePassword: PASSWORD });
    expectPassed(step);
    expect(step.log).not.toContain(PASSWORD);
    expect(devOps.requests.filter(({ method }) => method === "GET")).toHaveLength(1);
    expect((await agent.step("az", ["group", "list"])).raw).toBe("[]\n");
    await agent.post();
    expect((await readdir(agent.temp)).filter((name) => /pfx|pem/.test(name))).toEqual([]);
  });

  withAz("as PEM", async () => {
    const { agent, emulator, inputs } = await openWithFile("client.pem", pem);
    const step = await agent.main(inputs);
    expectPassed(step);
    const key = pem(emulator).split("\n")[2] ?? "";
    expect(step.log).not.toContain(key);
    const shown = await agent.step("sh", ["-c", 'cat "$AZURE_CLIENT_CERTIFICATE_PATH"']);
    expect([shown.raw.includes(key), shown.log.includes(key)]).toEqual([true, false]);
  });
});

describe("a secure file that is no certificate for the login", () => {
  test.each([
    ["a password", "hunter2hunter2"],
    ["a text", "hunter2 hunter2 ".repeat(30)],
  ])("because it holds %s, which is not shown", async (_what, content) => {
    const { agent, emulator, inputs } = await openWithFile("notes.txt", () => content);
    const step = await agent.main(inputs);
    expect(expectTaskFailure(step, "AZS310")).toContain("clientCertificate");
    expect(step.log).not.toContain("hunter2");
    expect(step.log).not.toContain(Buffer.from(content).toString("base64").slice(0, 12));
    expect(emulator.connects).toEqual([]);
  });

  test("because the server does not give it", async () => {
    const { agent, devOps, inputs } = await openWithFile("client.pfx", pfx);
    devOps.inject({ match: { path: /securefiles/ }, times: 99, effect: { answer: { status: 403 } } });
    const text = expectTaskFailure(await agent.main(inputs), "AZS145");
    expect(text).toContain("client.pfx");
    expect(text).toContain("status 403");
    expect(text).not.toContain(devOps.secureFiles[0]?.ticket);
  });

  test("because a certificate is given as well", async () => {
    const { agent, inputs } = await openWithFile("client.pfx", pfx);
    expectTaskFailure(await agent.main({ ...inputs, clientCertificate: "x.pem" }), "AZS144");
  });

  test("because its password is missing", async () => {
    const { agent, inputs } = await openWithFile("client.pfx", pfx);
    expect(expectTaskFailure(await agent.main(inputs), "AZS31[67]")).toContain("clientCertificatePassword");
  });
});
