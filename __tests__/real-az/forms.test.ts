import { execFileSync } from "node:child_process";
import { writeFile } from "node:fs/promises";
import path from "node:path";
import { expect, test } from "vitest";
import { makeRoot } from "../../emulator/certificates.ts";
import type { Inputs } from "../../emulator/runner.ts";
import { describeEachAz, type TestAz } from "../support/azs.ts";
import { POST_LOG } from "../support/post-log.ts";
import { type Scene, setScene } from "../support/stamp.ts";

const PASSWORD = "pass 'word' $ & %";

type Row<T> = readonly [form: string, make: (scene: Scene) => Promise<T>];

/** Forms in which a user may have the certificate. OpenSSL makes some of them, with its defaults. */
const CREDENTIALS: Readonly<Record<string, (scene: Scene) => Promise<Inputs>>> = {
  "the path of a PEM file": async (scene) => ({ "client-certificate": await pemFile(scene) }),
  "base64 of PEM": async ({ emulator }) => {
    const { keyPem, certPem } = emulator.application.certificates.registered;
    return { "client-certificate": Buffer.from(certPem + keyPem).toString("base64") };
  },
  "PEM with an encrypted key": async (scene) => {
    const key = openssl(scene, "pkcs8", "-topk8", "-in", await pemFile(scene), "-passout", `pass:${PASSWORD}`);
    const { certPem } = scene.emulator.application.certificates.registered;
    return { "client-certificate": `${key}${certPem}`, "client-certificate-password": PASSWORD };
  },
  "the path of a PFX of OpenSSL 3 (AES-256, SHA-256)": async (scene) => {
    const args = ["-export", "-in", await pemFile(scene), "-out", "client.pfx", "-passout", `pass:${PASSWORD}`];
    openssl(scene, "pkcs12", ...args);
    return { "client-certificate": "./client.pfx", "client-certificate-password": PASSWORD };
  },
};

/** Forms in which a user may have the root. */
const ROOTS: Readonly<Record<string, (scene: Scene) => Promise<string>>> = {
  "PEM text": async ({ emulator }) => emulator.roots.pem,
  "base64 of DER": async ({ emulator }) => emulator.roots.der.toString("base64"),
  "two paths": async ({ runner }) => {
    await writeFile(path.join(runner.workspace, "other.pem"), (await makeRoot({ subject: "Another Root" })).pem);
    return "other.pem, root.pem";
  },
  "several in one PEM": async ({ emulator }) =>
    `${(await makeRoot({ subject: "Another Root" })).pem}${emulator.roots.pem}`,
};

/** scenarios/certificate-forms.test.ts tests all forms. Here az uses what the step made of them, each with one az. */
const FORMS: Readonly<Record<TestAz["name"], readonly number[]>> = { "az 2.45": [0, 2], "az 2.66": [1, 3] };

describeEachAz("a login works for az", (az) => {
  const [credentials, roots] = [Object.entries(CREDENTIALS), Object.entries(ROOTS)];
  for (const index of FORMS[az.name]) {
    const [[form, credential], [rootForm, root]] = [credentials[index], roots[index]] as [Row<Inputs>, Row<string>];
    test(`client-certificate as ${form}, ca-certificate as ${rootForm}`, async () => {
      const scene = await setScene();
      const { "client-secret": _, ...common } = scene.inputs;
      const inputs = {
        ...common,
        ...(await credential(scene)),
        "ca-certificate": await root(scene),
        "az-path": az.path,
      };
      const step = await scene.runner.main(inputs);
      expect(step.exitCode, step.log).toBe(0);
      expect(step.log).not.toContain(PASSWORD);
      expect((await scene.runner.step(az.path, ["group", "list"])).exitCode).toBe(0);
      expect(await scene.runner.post()).toMatchObject({ exitCode: 0, log: POST_LOG });
    });
  }
});

describeEachAz("a subscription", (az) => {
  test("by its exact name is az's", async () => {
    const scene = await setScene();
    const [disabled] = scene.emulator.subscriptions;
    const named = { ...scene.inputs, "subscription-id": disabled?.name ?? "", "az-path": az.path };
    expect((await scene.runner.main(named)).exitCode).toBe(0);
    const account = await scene.runner.step(az.path, ["account", "show"]);
    expect(JSON.parse(account.log)).toMatchObject({ id: disabled?.id });
  });
});

async function pemFile({ runner, emulator }: Scene): Promise<string> {
  const { keyPem, certPem } = emulator.application.certificates.registered;
  const file = path.join(runner.workspace, "client.pem");
  await writeFile(file, keyPem + certPem);
  return file;
}

function openssl({ runner }: Scene, ...args: readonly string[]): string {
  return execFileSync("openssl", args, { cwd: runner.workspace, encoding: "utf8" });
}
