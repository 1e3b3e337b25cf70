import { existsSync } from "node:fs";
import path from "node:path";
import { describe, expect, it } from "vitest";
import { readAction } from "../../scripts/action.ts";
import { INPUT_DEFAULTS } from "../../src/inputs/input-names.ts";
import { OUTPUTS } from "../../src/results/exports.ts";
import * as contract from "./contract.ts";
import { ROOT } from "./repository.ts";

const action = readAction();

describe("action.yml: inputs", () => {
  const defaults = Object.entries(action.inputs).map(([name, input]) => [name, input["default"] ?? ""]);

  it("have the names, order and defaults of the contract", () => {
    expect(defaults).toEqual(Object.entries(contract.INPUTS));
  });

  it("have the names, order and defaults of src/inputs/input-names.ts", () => {
    expect(defaults).toEqual(Object.entries(INPUT_DEFAULTS));
  });

  it.each(Object.entries(action.inputs))("%s has a description and no key that GitHub would ignore", (_, input) => {
    expect(input.description).toMatch(/^.{20,}\.$/s);
    expect(Object.keys(input).filter((key) => key !== "description" && key !== "default")).toEqual([]);
    expect(input["default"]).not.toBe("");
  });
});

describe("action.yml: outputs", () => {
  it("have the names and order of the contract", () => {
    expect(Object.keys(action.outputs)).toEqual(contract.OUTPUTS);
  });

  it("have the names and order of src/results/exports.ts", () => {
    expect(Object.keys(action.outputs)).toEqual(OUTPUTS.map(({ name }) => name));
  });

  it.each(Object.entries(action.outputs))("%s has a description", (_, { description }) => {
    expect(description).toMatch(/\.$/);
  });
});

describe("action.yml: runs", () => {
  it("starts the committed bundle, and its post step always", () => {
    expect(action.runs).toEqual({
      using: "node24",
      main: "dist/main/index.js",
      post: "dist/post/index.js",
      "post-if": "always()",
    });
  });

  it.each(["main", "post"])("%s is there", (job) => {
    expect(existsSync(path.join(ROOT, action.runs[job] ?? ""))).toBe(true);
  });
});
