import { beforeAll, describe, expect, test } from "vitest";
import { pinnedRootOfChain, pinnedRoots } from "../../../src/certificates/pinned.ts";
import { judgeRoot, type Root, readRoots } from "../../../src/certificates/roots.ts";
import { certificate, FROM, NOW, refusal, text } from "./workshop.ts";

const read = (name: string): Root => readRoots(text(`${name}.pem`), FROM)[0] as Root;
const sha256 = (name: string): string => read(name).fingerprints.sha256;
const names = (roots: readonly Root[]) => roots.map(({ subject }) => subject.replace(/CN=(.*), O=.*/, "$1"));

beforeAll(() => {
  for (const name of ["root", "other"]) certificate(name, { section: "root", key: "ec" });
  certificate("sub", { section: "root", key: "ec", issuer: "root" });
  certificate("subsub", { section: "root", key: "ec", issuer: "sub" });
  certificate("stranger", { section: "root", key: "ec", issuer: "other" });
  // It has the name of the root, but not its key.
  certificate("namesake", { section: "no_aki", key: "ec", subject: "/O=Contoso/CN=root" });
  certificate("forged", { section: "no_aki", key: "ec", issuer: "namesake" });
  certificate("server", { key: "ec", issuer: "sub" });
  certificate("alone", { key: "ec" });
});

describe("pinnedRoots", () => {
  test("keeps the root and what it signed, also through another", () => {
    const given = ["stranger", "subsub", "other", "forged", "namesake", "sub", "root"].map(read);
    const { kept, dropped } = pinnedRoots(given, sha256("root"), FROM);
    expect(names(kept)).toEqual(["root", "sub", "subsub"]);
    expect(names(dropped)).toEqual(["stranger", "other", "forged", "root"]);
    expect(dropped[3]?.fingerprints.sha256).toBe(sha256("namesake"));
  });

  test("refuses when none has it, naming the roots that there are", async () => {
    const { problem } = await refusal("AZS307", () => pinnedRoots(["root", "sub"].map(read), sha256("other"), FROM));
    expect(problem).toContain(sha256("other"));
    expect(problem).toContain(sha256("root"));
    expect(problem).not.toContain(sha256("sub"));
  });

  test("refuses when there is no root at all", async () => {
    const { problem } = await refusal("AZS307", () => pinnedRoots([read("sub")], sha256("root"), FROM));
    expect(problem).toContain("contains no root");
  });

  test("refuses an intermediate, naming its root", async () => {
    const { problem } = await refusal("AZS308", () => pinnedRoots(["sub", "root"].map(read), sha256("sub"), FROM));
    expect(problem).toContain(`"${read("root").subject}" with ${sha256("root")}`);
  });

  test("refuses an intermediate whose root is not there, naming its issuer", async () => {
    const { problem } = await refusal("AZS308", () => pinnedRoots([read("sub")], sha256("sub"), FROM));
    expect(problem).toContain(`issued by "${read("root").subject}"`);
  });
});

describe("pinnedRootOfChain", () => {
  const chain = (...of: string[]) => of.map(read);

  test("finds the root", () => {
    expect(names([pinnedRootOfChain(chain("server", "sub", "root"), sha256("root"), FROM)])).toEqual(["root"]);
  });

  test.each(["server", "sub"])("refuses the fingerprint of the %s", async (name) => {
    const { problem } = await refusal("AZS308", () =>
      pinnedRootOfChain(chain("server", "sub", "root"), sha256(name), FROM),
    );
    expect(problem).toContain(read(name).subject);
    expect(problem).toContain(sha256("root"));
  });

  test("refuses another root, naming both fingerprints", async () => {
    const { problem, fix } = await refusal("AZS322", () =>
      pinnedRootOfChain(chain("server", "sub", "root"), sha256("other"), FROM),
    );
    expect(problem).toContain(sha256("root"));
    expect(problem).toContain(sha256("other"));
    expect(fix).toContain("somebody else on the way");
  });

  test.each([[["server", "sub"]], [["server"]]])("refuses a chain without root: %j", async (of) => {
    const { problem, fix } = await refusal("AZS309", () => pinnedRootOfChain(chain(...of), sha256("root"), FROM));
    expect(problem).toContain(`"${read(of.at(-1) ?? "").issuer}"`);
    expect(fix).toContain("as ca-certificate");
  });

  test("leaves it to judgeRoot that a server's self-signed certificate is no CA", async () => {
    const alone = pinnedRootOfChain(chain("alone"), sha256("alone"), FROM);
    await refusal("AZS304", () => judgeRoot(alone, FROM, NOW));
  });
});
