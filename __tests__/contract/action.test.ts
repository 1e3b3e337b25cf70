import { existsSync } from "node:fs";
import path from "node:path";
import { describe, expect, it } from "vitest";
import { OUTPUTS } from "../../src/exports.ts";
import { readInputs } from "../../src/inputs/inputs.ts";
import { INPUT_DEFAULTS } from "../../src/inputs/raw.ts";
import * as contract from "./contract.ts";
import { ROOT, readAction } from "./repository.ts";

const action = readAction();

describe("action.yml: inputs", () => {
  const defaults = Object.entries(action.inputs).map(([name, input]) => [name, input["default"] ?? ""]);

  it("have the names, order and defaults of the contract", () => {
    expect(defaults).toEqual(Object.entries(contract.INPUTS));
  });

  it("have the names, order and defaults of src/inputs/raw.ts", () => {
    expect(defaults).toEqual(Object.entries(INPUT_DEFAULTS));
  });

  it.each(Object.entries(action.inputs))("%s has a description and no key that GitHub would ignore", (_, input) => {
    expect(input.description).toMatch(/^.{20,}\.$/s);
    expect(Object.keys(input).filter((key) => key !== "description" && key !== "default")).toEqual([]);
    expect(input["default"]).not.toBe("");
  });
});

/** A value of each input that asks for what the contract promises and the code may not do yet. */
const ASKS_FOR_MORE = {
  username: "user",
  password: "password",
  "auth-type": "oidc",
  audience: "api://other",
  creds: "{}",
  "ca-certificate": "waagent",
  "ca-fingerprint": "00",
  "trust-stores": "java",
} as const satisfies Partial<Record<keyof typeof INPUT_DEFAULTS, string>>;

describe("action.yml: inputs whose work is not there yet", () => {
  async function refused(input: string, value: string): Promise<boolean> {
    const host = { input: (name: string) => (name === input ? value : ""), mask: () => undefined };
    const message = await readInputs(host, new Date()).then(String, String);
    return message.includes(`AZS116: ${input} asks for`);
  }

  it.each(Object.entries(ASKS_FOR_MORE))("%s says so if it refuses %j, and only then", async (input, value) => {
    const says = action.inputs[input]?.description.startsWith("Not supported yet") ?? false;
    expect(says).toBe(await refused(input, value));
  });

  it("are no others", () => {
    const saying = Object.entries(action.inputs).filter(([, { description }]) =>
      /not supported yet/i.test(description),
    );
    expect(saying.map(([name]) => name).filter((name) => !(name in ASKS_FOR_MORE))).toEqual([]);
  });
});

describe("action.yml: outputs", () => {
  it("have the names and order of the contract", () => {
    expect(Object.keys(action.outputs)).toEqual(contract.OUTPUTS);
  });

  it("have the names and order of src/exports.ts", () => {
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
