import { setTimeout as sleep } from "node:timers/promises";
import { expect, test } from "vitest";
import { stages } from "../../src/job/stages.ts";

function log() {
  const lines: string[] = [];
  return { lines, stage: stages({ info: (line) => void lines.push(line) }) };
}

test("a stage is one line with its time", async () => {
  const { lines, stage } = log();
  expect(await stage("stamp", () => sleep(20, "a result"))).toBe("a result");
  expect(lines).toHaveLength(1);
  const [, milliseconds] = /^stamp: \((\d+) ms\)$/.exec(lines[0] ?? "") ?? [];
  expect(Number(milliseconds)).toBeGreaterThanOrEqual(19);
});

test("a stage prints its result", async () => {
  const { lines, stage } = log();
  await stage(
    "identity",
    () => 7,
    (count) => `${count} found`,
  );
  expect(lines).toEqual([expect.stringMatching(/^identity: 7 found \(\d+ ms\)$/)]);
});

test("a stage that fails prints no line, because its failure is printed", async () => {
  const { lines, stage } = log();
  const fail = () => {
    throw new Error("no");
  };
  await expect(stage("az", fail, () => "words")).rejects.toThrow("no");
  await expect(stage("az", () => Promise.reject(new Error("no")))).rejects.toThrow("no");
  expect(lines).toEqual([]);
});

test("stages side by side have their lines as they end", async () => {
  const { lines, stage } = log();
  await Promise.all([stage("trust", () => sleep(40)), stage("az", () => sleep(5))]);
  expect(lines.map((line) => line.split(":")[0])).toEqual(["az", "trust"]);
});
