import { writeFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, test } from "vitest";
import { makeRoot } from "../../../emulator/certificates.ts";
import { readRoots } from "../../../src/certificates/roots.ts";
import { Problems } from "../../../src/inputs/problems.ts";
import { readRootInputs } from "../../../src/inputs/root-inputs.ts";
import { readAgentFile } from "../../../src/inputs/waagent.ts";
import type { Outcome } from "../../../src/io/processes.ts";
import { failureOf } from "../failures.ts";
import { temporaryFolder } from "../folder.ts";
import { NO_PROCESSES, publicRoot } from "../samples.ts";

const NOW = new Date("2026-11-21T03:00:00Z");
const [ONE, OTHER] = [publicRoot(/DigiCert Global Root G2/), publicRoot(/ISRG Root X1/)];

describe("ca-certificate and ca-fingerprint", () => {
  const read = async (
    certificate: string,
    fingerprint = "",
    agentFile = path.join(import.meta.dirname, "no-such-file"),
  ) => {
    const problems = new Problems();
    const raw = { "ca-certificate": certificate, "ca-fingerprint": fingerprint };
    const roots = await readRootInputs(raw, problems, NOW, NO_PROCESSES, agentFile);
    problems.raise();
    return roots;
  };

  test("neither", async () => {
    expect(await read("")).toEqual({ roots: [], caFingerprint: undefined, warnings: [] });
  });

  test("a certificate alone", async () => {
    expect(await read(ONE.pem + OTHER.pem)).toMatchObject({ roots: [ONE, OTHER], caFingerprint: undefined });
  });

  test("a fingerprint alone", async () => {
    const caFingerprint = ONE.fingerprints.sha256;
    expect(await read("", caFingerprint)).toEqual({ roots: [], caFingerprint, warnings: [] });
  });

  test("a fingerprint of one of two roots leaves that one, and says so", async () => {
    const { roots, warnings } = await read(ONE.pem + OTHER.pem, OTHER.fingerprints.sha256.toLowerCase());
    expect(roots).toEqual([OTHER]);
    expect(warnings).toContainEqual(expect.stringContaining(`"${ONE.subject}" in ca-certificate is not trusted`));
  });

  describe("one of which has expired", async () => {
    const expired = readRoots(
      (await makeRoot({ subject: "Old", notBefore: new Date("2004-01-01"), days: 366 })).pem,
      "",
    );
    const [OLD = ONE] = expired;

    test("is left out, and said so", async () => {
      const { roots, warnings } = await read(OLD.pem + ONE.pem);
      expect(roots).toEqual([ONE]);
      expect(warnings).toEqual([expect.stringContaining(`the CA certificate "CN=Old" in ca-certificate expired on`)]);
    });

    test("is no matter where a fingerprint vouches for the other", async () => {
      const { roots, warnings } = await read(OLD.pem + ONE.pem, ONE.fingerprints.sha256);
      expect(roots).toEqual([ONE]);
      expect(warnings).toEqual([expect.stringContaining("ca-fingerprint is that of another certificate")]);
    });

    test("is refused where the fingerprint is its own", async () => {
      await failureOf("AZS305", () => read(OLD.pem + ONE.pem, OLD.fingerprints.sha256));
    });

    test("is refused alone", async () => {
      await failureOf("AZS305", () => read(OLD.pem));
    });
  });

  test("both wrong are two problems", async () => {
    const { problem } = await failureOf("AZS100", () => read("missing.pem", "AB"));
    expect(problem).toContain("AZS115");
    expect(problem).toContain("AZS124");
  });

  test.each(["waagent", "waagent, root.pem", "root.pem\nwaagent", `${ONE.pem}\nwaagent`])(
    "%j takes the agent's file too",
    async (value) => {
      const folder = temporaryFolder();
      const [file, agentFile] = ["root.pem", "Certificates.pem"].map((name) => path.join(folder, name)) as [
        string,
        string,
      ];
      writeFileSync(file, ONE.pem);
      writeFileSync(agentFile, OTHER.pem);
      const { roots } = await read(value.replace("root.pem", file), "", agentFile);
      expect(roots).toEqual(value === "waagent" ? [OTHER] : [ONE, OTHER]);
    },
  );

  test("a root that both hold is one root", async () => {
    const agentFile = path.join(temporaryFolder(), "Certificates.pem");
    writeFileSync(agentFile, ONE.pem);
    expect((await read(`${ONE.pem}\nwaagent`, "", agentFile)).roots).toEqual([ONE]);
  });

  test("an agent's file that is missing is one of all problems", async () => {
    const { problem } = await failureOf("AZS100", () => read("waagent", "AB"));
    expect(problem).toContain("AZS124");
    expect(problem).toContain("AZS324");
  });

  test("a path may end in waagent", async () => {
    const file = path.join(temporaryFolder(), "waagent");
    writeFileSync(file, ONE.pem);
    expect((await read(file)).roots).toEqual([ONE]);
  });
});

describe("the agent's file", () => {
  const sudo = (outcome: Partial<Outcome>) => {
    const asked: (readonly string[])[] = [];
    const run = async (file: string, args: readonly string[]) => {
      asked.push([file, ...args]);
      return { exitCode: 0, stdout: "", stderr: "", ...outcome };
    };
    return { asked, run };
  };

  test("is read", async () => {
    const file = path.join(temporaryFolder(), "Certificates.pem");
    writeFileSync(file, ONE.pem);
    expect((await readAgentFile(file, "ca-certificate", NOW, NO_PROCESSES)).roots).toEqual([ONE]);
  });

  test("that is not there is refused", async () => {
    const file = path.join(temporaryFolder(), "Certificates.pem");
    const { problem } = await failureOf("AZS324", () => readAgentFile(file, "ca-certificate", NOW, NO_PROCESSES));
    expect(problem).toContain(file);
  });

  // Even root cannot read a folder as a file.
  test("that this user may not read is read with sudo", async () => {
    const file = temporaryFolder();
    const { asked, run } = sudo({ stdout: ONE.pem });
    expect((await readAgentFile(file, "ca-certificate", NOW, { run })).roots).toEqual([ONE]);
    expect(asked).toEqual([["sudo", "-n", "cat", file]]);
  });

  test("that sudo does not read either is refused with both reasons", async () => {
    const file = temporaryFolder();
    const { run } = sudo({ exitCode: 1, stderr: "sudo: a password is required\n" });
    const { problem, fix } = await failureOf("AZS325", () => readAgentFile(file, "ca-certificate", NOW, { run }));
    expect(problem).toContain(`${file} cannot be read: EISDIR; sudo: a password is required.`);
    expect(fix).toContain(`sudo -n cat ${file}`);
  });
});
