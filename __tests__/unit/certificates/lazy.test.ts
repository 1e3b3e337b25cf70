import { execFileSync } from "node:child_process";
import path from "node:path";
import { beforeAll, expect, test } from "vitest";
import { bytes, certificate, NOW, openssl, text } from "./workshop.ts";

const folder = path.resolve(import.meta.dirname, "../../../src/certificates");

beforeAll(() => {
  certificate("client", { section: "root" });
  openssl("pkcs12 -export -inkey client.key -in client.pem -out client.pfx -passout pass:word");
});

/** Runs statements in a new Node, with the material as base64 in `input`. @returns whether node-forge was loaded */
function loadsForge(statements: string, input: string | Buffer): boolean {
  const script = `
    import { createRequire } from "node:module";
    import { judgeRoot, readRoots } from ${JSON.stringify(path.join(folder, "roots.ts"))};
    import { readClientCertificate } from ${JSON.stringify(path.join(folder, "client-certificate.ts"))};
    const input = ${JSON.stringify(Buffer.from(input).toString("base64"))};
    const now = new Date(${NOW.getTime()});
    ${statements}
    const { cache } = createRequire(${JSON.stringify(`${folder}/`)});
    console.log(Object.keys(cache).some((file) => file.includes("node-forge")));`;
  return execFileSync(process.execPath, ["--input-type=module", "-e", script], { encoding: "utf8" }) === "true\n";
}

test.each<[string, boolean, string, () => string | Buffer]>([
  ["a root", false, `judgeRoot(readRoots(input, "")[0], "", now);`, () => text("client.pem")],
  [
    "a PEM credential",
    false,
    `await readClientCertificate(input, "", "", now);`,
    () => text("client.key") + text("client.pem"),
  ],
  ["a PFX", true, `await readClientCertificate(input, "word", "", now);`, () => bytes("client.pfx")],
])("%s loads node-forge: %s", (_, expected, statements, input) => {
  expect(loadsForge(statements, input())).toBe(expected);
});
