import { expect, it } from "vitest";
import { VARIABLES } from "../../src/results/exports.ts";
import * as contract from "./contract.ts";

const further: Readonly<Record<string, readonly string[]>> = contract.FURTHER_VARIABLES;

it.each(Object.entries(contract.VARIABLES))("variables for %s are those of the contract", (reader, promised) => {
  const exported = VARIABLES.filter((variable) => variable.reader === reader).map(({ name }) => name);
  expect(exported).toEqual([...promised, ...(further[reader] ?? [])]);
});

it("has no other readers", () => {
  const readers = new Set(VARIABLES.map(({ reader }) => reader));
  expect([...readers]).toEqual(Object.keys(contract.VARIABLES));
});

it("has each name once", () => {
  const names = VARIABLES.map(({ name }) => name);
  expect(names).toEqual([...new Set(names)]);
});

it("the variables that need export-credentials are those of the contract", () => {
  const secret = VARIABLES.filter((variable) => variable.secret).map(({ name }) => name);
  expect(secret).toEqual(contract.SECRET_VARIABLES);
});
