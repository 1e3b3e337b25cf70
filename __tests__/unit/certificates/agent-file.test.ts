import { beforeAll, describe, expect, test } from "vitest";
import { readAgentRoots } from "../../../src/certificates/agent-roots.ts";
import { certificate, FROM, inDays, NOW, openssl, refusal, text } from "./workshop.ts";

/** The file as the agent writes it: `openssl pkcs12 -nodes` of what the platform sent. */
function agentFile(...names: string[]): string {
  return names.map((name) => `Bag Attributes: <No Attributes>\nsubject=CN = ${name}\n\n${text(name)}`).join("");
}

beforeAll(() => {
  certificate("root", { section: "root", key: "ec" });
  certificate("next", { section: "root", key: "ec", days: 700 });
  certificate("extensions", { subject: "/CN=Windows Azure CRP Certificate Generator" });
  certificate("server", { key: "ec", issuer: "root" });
  openssl("pkcs8 -topk8 -in server.key -passout pass:pass -out server.encrypted");
});

const subjects = (content: string, now = NOW) =>
  readAgentRoots(content, FROM, now).roots.map(({ subject }) => subject.split(",")[0]);

describe("of the agent's file are taken", () => {
  test("CA certificates, and nothing else that is in it", () => {
    const content = agentFile("extensions.key", "extensions.pem", "server.encrypted", "server.pem", "root.pem");
    const { roots, warnings } = readAgentRoots(content, FROM, NOW);
    expect(roots.map(({ pem }) => pem)).toEqual([text("root.pem")]);
    expect(warnings).toEqual([]);
  });

  test("no CA whose key is there too", () => {
    expect(subjects(agentFile("next.key", "next.pem", "root.pem"))).toEqual(["CN=root"]);
  });

  test("one that can be trusted beside one that has expired, with a warning", () => {
    const { roots, warnings } = readAgentRoots(agentFile("root.pem", "next.pem"), FROM, inDays(400));
    expect(roots.map(({ pem }) => pem)).toEqual([text("next.pem")]);
    expect(warnings).toEqual([expect.stringMatching(/^Not trusted: the CA certificate "CN=root,.* expired on /)]);
  });
});

describe("refused is", () => {
  test.each<[string, string, () => string, RegExp]>([
    ["a file without any certificate", "AZS326", () => "", /certificates in it: 0/],
    ["a file without CA", "AZS326", () => agentFile("extensions.pem", "server.pem"), /certificates in it: 2/],
    ["a file whose only CA has its key", "AZS326", () => agentFile("root.pem", "root.key"), /certificates in it: 1/],
    ["a damaged certificate", "AZS302", () => agentFile("root.pem").replace(/\n.{64}\n/, "\n"), /1 of 1/],
  ])("%s: %s", async (_, code, content, says) => {
    const secrets = [text("extensions.key"), text("root.key")];
    const { problem } = await refusal(code, () => readAgentRoots(content(), FROM, NOW), secrets);
    expect(problem).toMatch(says);
  });

  test("a file whose only CA has expired, with that reason", async () => {
    await refusal("AZS305", () => readAgentRoots(agentFile("root.pem"), FROM, inDays(400)));
  });
});
