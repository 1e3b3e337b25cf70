import { describe, expect, test } from "vitest";
import { shareStamp } from "./shared-stamp.ts";

const stamp = shareStamp();
const HOST = "management.local.azurestack.external";
const EXAMPLE = `https://${HOST}`;

describe("an endpoint is refused with the one to set instead", () => {
  const refused: readonly (readonly [what: string, endpoint: string | undefined, code: string, says: string])[] = [
    ["missing", undefined, "AZS101", EXAMPLE],
    ["blank", "   ", "AZS101", EXAMPLE],
    ["no URL", "not a url", "AZS102", EXAMPLE],
    ["a scheme only", "https://", "AZS102", EXAMPLE],
    ["a host without a domain", "localhost", "AZS102", EXAMPLE],
    ["a domain without a region", "https://azurestack.external", "AZS102", EXAMPLE],
    ["a port that is none", `${EXAMPLE}:99999`, "AZS102", EXAMPLE],
    ["http", `http://${HOST}`, "AZS103", `set endpoint to ${EXAMPLE}`],
    ["http in capitals", `HTTP://${HOST}/`, "AZS103", `set endpoint to ${EXAMPLE}`],
    ["another scheme", `ftp://${HOST}`, "AZS103", `set endpoint to ${EXAMPLE}`],
    ["a query", `${EXAMPLE}/?api-version=1.0`, "AZS105", `a query; the endpoint of a stamp has none`],
    [
      "a portal's address from a browser",
      "https://portal.local.azurestack.external/#home",
      "AZS106",
      "https://management.local",
    ],
    ["a fragment", `${EXAMPLE}/#blade`, "AZS105", `a fragment; the endpoint of a stamp has none`],
    ["a path", `${EXAMPLE}/metadata/endpoints`, "AZS105", `set endpoint to ${EXAMPLE}`],
    ["the portal", "https://portal.local.azurestack.external", "AZS106", `set endpoint to ${EXAMPLE}`],
    ["the portal as copied", "https://Portal.local.azurestack.external/", "AZS106", `set endpoint to ${EXAMPLE}`],
    [
      "the operator's portal",
      "adminportal.local.azurestack.external",
      "AZS106",
      "set endpoint to https://adminmanagement.local.azurestack.external",
    ],
  ];

  test.each(refused)("%s", async (_what, endpoint, code, says) => {
    const { text } = await stamp.refuses({ endpoint }, code);
    expect(text).toContain(says);
  });
});

describe("a password in the endpoint is refused and shown nowhere", () => {
  const refused: readonly (readonly [what: string, endpoint: string, code: string])[] = [
    ["user and password", `https://ci:hunter2@${HOST}`, "AZS104"],
    ["without scheme", `ci:hunter2@${HOST}`, "AZS104"],
    ["over http", `http://ci:hunter2@${HOST}`, "AZS104"],
    ["password alone", `https://:hunter2@${HOST}`, "AZS104"],
    ["with an at sign", `https://ci:a@hunter2@${HOST}`, "AZS104"],
    // The URL standard does not read these as user info, but they are what a user means who pastes a secret unescaped.
    ["with a slash", `https://ci:a/hunter2@${HOST}`, "AZS102"],
    ["with a hash", `https://ci:a#hunter2@${HOST}`, "AZS102"],
    ["with a question mark", `https://ci:a?hunter2@${HOST}`, "AZS102"],
    ["with an at sign and a hash", `https://ci:a@b#hunter2@${HOST}`, "AZS102"],
    ["before a broken port", `https://ci:hunter2@${HOST}:99999`, "AZS102"],
    ["in the query of http", `http://${HOST}/?sig=hunter2`, "AZS103"],
  ];

  test.each(refused)("%s", async (_what, endpoint, code) => {
    const { text, log } = await stamp.refuses({ endpoint }, code);
    expect(log).not.toContain("hunter2");
    expect(text).toContain(EXAMPLE);
  });
});

describe("an endpoint is taken as people paste it", () => {
  test.each([
    ["without scheme", HOST],
    ["in capitals", `HTTPS://${HOST.toUpperCase()}`],
    ["with a slash", `${EXAMPLE}/`],
    ["with slashes", `${HOST}//`],
    ["with spaces around", `  ${EXAMPLE}  `],
    ["with its port", `${EXAMPLE}:443`],
  ])("%s", async (_what, endpoint) => {
    const { log } = await stamp.accepts({ endpoint });
    expect(log).toMatch(new RegExp(`^inputs: secret of application \\S+ for ${EXAMPLE} \\(`, "m"));
  });
});
