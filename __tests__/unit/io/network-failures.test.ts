import { Agent } from "node:http";
import { expect, test } from "vitest";
import { networkFailure } from "../../../src/io/network-failures.ts";

const URL_ASKED = new URL("https://management.local.azurestack.external/metadata/endpoints");

test("what is no failure of a network is unexpected, with its words and the host", async () => {
  const error = new RangeError("nothing of the kind");
  const failure = await networkFailure(error, URL_ASKED, { proxy: undefined, agent: new Agent() });
  expect(failure.code).toBe("AZS901");
  expect(failure.problem).toContain("nothing of the kind (request to management.local.azurestack.external)");
  expect(failure.cause).toBe(error);
});
