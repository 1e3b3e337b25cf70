import { mkdir, writeFile } from "node:fs/promises";
import path from "node:path";
import { expect, test } from "vitest";
import { describeEachAz } from "../support/azs.ts";
import { credentialInputs } from "../support/credentials.ts";
import { filesHolding, snapshot } from "../support/snapshot.ts";
import { setScene } from "../support/stamp.ts";
import { watchCommandLines } from "../support/watch.ts";

/**
 * Secrets that cause trouble for shells, argument parsers, az's own @-expansion, form encoding and JSON: one with
 * special characters, and one for each first character with a special meaning.
 */
const SECRETS: Readonly<Record<string, string>> = {
  "with signs of every kind, and spaces around": `  it's "quoted" \\ and \`ticked\` a$HOME&b|c;d%PATH%^e!f(g)<h> key=@value pässwörd-ключ-鍵  `,
  "that begins with @": "@/etc/passwd",
  "that is @- alone": "@-",
  "that begins with dashes": "--password=-x",
  "of 4 KiB": "0123456789abcdef".repeat(256),
};

describeEachAz("a secret logs in and shows up nowhere", (az) => {
  // Both versions read the text in the same way, so the older one only gets the most difficult secret.
  const isOld = az.name === "az 2.45";
  const secrets = Object.entries(SECRETS).filter(([shape]) => !isOld || /every kind|begins with @/.test(shape));
  for (const [shape, secret] of secrets) {
    test(`one ${shape}`, async () => {
      const scene = await setScene();
      scene.emulator.application.registerSecret(secret);
      const watch = watchCommandLines();
      const step = await scene.runner.main({ ...scene.inputs, "client-secret": secret, "az-path": az.path });
      watch.stop();
      expect(step.exitCode, step.log).toBe(0);
      const { outputs, exported, summary } = scene.runner;
      const visible = [step.log, summary, JSON.stringify([outputs, exported]), ...watch.commandLines];
      expect(visible.filter((text) => text.includes(secret))).toEqual([]);
      expect(watch.commandLines.some((line) => line.includes("session.py"))).toBe(true);
    });
  }

  // The step cannot know the version. Only the option for a certificate differs.
  if (isOld)
    test("an az whose Python is not known runs as processes of its own, the secret by standard input", async () => {
      const scene = await setScene();
      const secret = "@opaque -'secret'";
      scene.emulator.application.registerSecret(secret);
      const wrapper = await opaqueAz(scene.runner.workspace, az.path);
      const watch = watchCommandLines();
      const step = await scene.runner.main({ ...scene.inputs, "client-secret": secret, "az-path": wrapper });
      watch.stop();
      expect(step.exitCode, step.log).toBe(0);
      expect(scene.runner.outputs["az-version"]).toBe("");
      expect(watch.commandLines.filter((line) => line.includes(secret))).toEqual([]);
      expect(watch.commandLines.some((line) => line.includes("--password=@-"))).toBe(true);
      expect((await scene.runner.step(wrapper, ["group", "list"])).exitCode).toBe(0);
    });

  test("an az whose Python is not known logs in with a certificate", async () => {
    const scene = await setScene();
    const { keyPem, certPem } = scene.emulator.application.certificates.registered;
    const wrapper = await opaqueAz(scene.runner.workspace, az.path);
    const { "client-secret": _, ...inputs } = scene.inputs;
    const step = await scene.runner.main({ ...inputs, "client-certificate": keyPem + certPem, "az-path": wrapper });
    expect(step.exitCode, step.log).toBe(0);
    expect((await scene.runner.step(wrapper, ["group", "list"])).exitCode).toBe(0);
  });

  test("with export-credentials they are variables, masked, and in no file but az's own", async () => {
    const scene = await setScene();
    const secret = scene.emulator.application.secret;
    const step = await scene.runner.main({ ...scene.inputs, "export-credentials": "true", "az-path": az.path });
    expect(step.exitCode, step.log).toBe(0);
    const { AZURE_CLIENT_SECRET, ARM_CLIENT_SECRET } = scene.runner.exported;
    expect([AZURE_CLIENT_SECRET, ARM_CLIENT_SECRET]).toEqual([secret, secret]);
    expect((await scene.runner.step("/bin/sh", ["-c", 'echo "$ARM_CLIENT_SECRET"'])).log).toBe("***\n");
    const files = filesHolding(scene.runner.temp, secret);
    expect(files.map((file) => path.basename(file))).toEqual(["service_principal_entries.json"]);
  });

  test("files with the credential or a token are the user's alone", async () => {
    const scene = await setScene();
    const { inputs } = await credentialInputs("pem", scene.emulator);
    const { "client-secret": _, ...common } = scene.inputs;
    const step = await scene.runner.main({ ...common, ...inputs, "az-path": az.path });
    expect(step.exitCode, step.log).toBe(0);
    expect((await scene.runner.step(az.path, ["group", "list"])).exitCode).toBe(0);
    const open = Object.entries(snapshot(scene.runner.temp))
      .filter(([file]) => /client\.|\.json$|\.bin$|journal/.test(file))
      .filter(([, entry]) => !entry.startsWith("file 100600 "));
    expect(open.map(([file]) => file)).toEqual([]);
  });
});

/** A launcher that does not reveal which Python it starts. */
async function opaqueAz(workspace: string, az: string): Promise<string> {
  const folder = path.join(workspace, "opaque");
  await mkdir(folder);
  const file = path.join(folder, "az");
  await writeFile(file, `#!/bin/sh\nexec ${az} "$@"\n`, { mode: 0o755 });
  return file;
}
