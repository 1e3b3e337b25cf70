/** The content of the files with roots, if variables name files that are missing or unusual. */

import { execFileSync } from "node:child_process";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { rootCertificates } from "node:tls";
import { beforeAll, describe, expect, test } from "vitest";
import { type Authority, makeRoot } from "../../emulator/certificates.ts";
import type { Inputs, Runner } from "../../emulator/runner.ts";
import { type Emulator, startEmulator } from "../../emulator/server.ts";
import { placeAnsweringAz } from "../support/azs.ts";
import { POST_LOG } from "../support/post-log.ts";
import { changed, openTableRunner, scenarioInputs } from "./support.ts";

const READ = ["REQUESTS_CA_BUNDLE", "SSL_CERT_FILE", "CURL_CA_BUNDLE", "GIT_SSL_CAINFO", "PERL_LWP_SSL_CA_FILE"];
const ALL = [...READ, "NODE_EXTRA_CA_CERTS"];

interface Case {
  readonly variables?: (place: (name: string, text: string) => string, root: Authority) => Inputs;
  /** The content of certifi's bundle in az's Python. */
  readonly certifi?: (root: Authority) => string;
  /** Variables that must contain the private root; by default none. */
  readonly withRoot?: readonly string[];
  /** Variables that contain no public roots besides Node's own. */
  readonly short?: readonly string[];
  readonly warns?: RegExp;
  /** The stamp's root is not given. */
  readonly without?: true;
}

const CASES: Readonly<Record<string, Case>> = {
  "nothing set": {},
  "az's certifi with a root that was appended": {
    certifi: ({ pem }) => `${rootCertificates.join("\n")}\n\n# Proxy\n${pem}`,
    withRoot: ["REQUESTS_CA_BUNDLE"],
  },
  "a copy of a public list, with a private root, is what one variable names": {
    variables: (place, { pem }) => ({ CURL_CA_BUNDLE: place("list.pem", `${rootCertificates.join("\n")}\n${pem}`) }),
    withRoot: ALL,
  },
  "a list that lacks its last line break": {
    variables: (place, { pem }) => ({ SSL_CERT_FILE: place("list.pem", pem.trimEnd()) }),
    withRoot: ALL,
    short: ["SSL_CERT_FILE", "CURL_CA_BUNDLE"],
  },
  "a list with line breaks of Windows, and Latin-1": {
    variables: (place, { pem }) => ({
      GIT_SSL_CAINFO: place("list.pem", `# \u00e9\r\n${pem.replaceAll("\n", "\r\n")}`),
    }),
    withRoot: ALL,
    short: ["GIT_SSL_CAINFO"],
  },
  "a damaged certificate in NODE_EXTRA_CA_CERTS": {
    variables: (place, { pem }) => ({ NODE_EXTRA_CA_CERTS: place("list.pem", pem.replace("MII", "AAA") + pem) }),
    withRoot: ALL,
  },
  "a private key beside the root": {
    variables: (place, { pem, keyPem }) => ({ NODE_EXTRA_CA_CERTS: place("list.pem", keyPem + pem) }),
    withRoot: ALL,
  },
  "a file that is gone": {
    variables: () => ({ REQUESTS_CA_BUNDLE: "/nowhere/roots.pem" }),
    warns: /REQUESTS_CA_BUNDLE names \/nowhere\/roots\.pem, which cannot be read \(ENOENT\); the system's roots/,
  },
  "a pipe": {
    variables: (place) => {
      const pipe = path.join(path.dirname(place("beside", "")), "pipe");
      execFileSync("mkfifo", [pipe]);
      return { SSL_CERT_FILE: pipe };
    },
    warns: /SSL_CERT_FILE names \S+pipe, which cannot be read \(no plain file\)/,
  },
  "an empty folder": {
    variables: (place) => {
      const folder = path.join(path.dirname(place("beside", "")), "empty");
      mkdirSync(folder);
      return { REQUESTS_CA_BUNDLE: folder };
    },
    warns: /REQUESTS_CA_BUNDLE names \S+empty, which contains no certificate/,
  },
  "a root of the runner's, and none of the stamp's": {
    variables: (place, { pem }) => ({ NODE_EXTRA_CA_CERTS: place("list.pem", pem) }),
    withRoot: ALL,
    without: true,
  },
};

describe("the files with roots", () => {
  let emulator: Emulator;
  let root: Authority;
  beforeAll(async () => {
    [emulator, root] = await Promise.all([startEmulator(), makeRoot({ subject: "Proxy" })]);
    return () => emulator.close();
  });

  test.each(Object.entries(CASES))(
    "%s",
    async (_, { variables, certifi, withRoot = [], short = [], warns, without }) => {
      const runner = await openTableRunner(emulator);
      try {
        const place = placer(runner);
        // If the stamp's root is not given, the runner must already trust it.
        const known: Inputs =
          without === true ? { NODE_EXTRA_CA_CERTS: place("known.pem", emulator.roots.pem + root.pem) } : {};
        Object.assign(runner.base, variables?.(place, root), known);
        const az = await placeAnsweringAz(runner, certifi && place("cacert.pem", certifi(root)));
        const inputs = changed(await scenarioInputs(emulator, runner), without ? { "ca-certificate": undefined } : {});
        const login = await runner.main({ ...inputs, ...az });
        expect(login.exitCode, login.log).toBe(0);
        if (warns === undefined) expect(login.log).not.toContain("::warning");
        else expect(login.log).toMatch(warns);
        for (const name of ALL) {
          const text = readFileSync(runner.exported[name] ?? "", "latin1");
          const body = text.replaceAll("\r", "");
          expect(body, name).toContain(`\n${emulator.roots.pem.split("\n")[3]}\n`);
          expect(body.includes(`${root.pem.split("\n")[3]}`), name).toBe(withRoot.includes(name));
          expect(body, name).not.toMatch(/-----BEGIN (?!CERTIFICATE)|-----END CERTIFICATE-----[^\n]/);
          const compact = body.replaceAll("\n", "");
          const isPublic = rootCertificates.some((pem) => compact.includes(pem.replaceAll("\n", "")));
          expect(isPublic, name).toBe(!short.includes(name) && name !== "NODE_EXTRA_CA_CERTS");
        }
        expect((await runner.post()).log).toEqual(POST_LOG);
      } finally {
        await runner.dispose();
      }
    },
  );
});

function placer({ workspace }: Runner) {
  return (name: string, text: string) => {
    const file = path.join(workspace, name);
    writeFileSync(file, text, "latin1");
    return file;
  };
}
