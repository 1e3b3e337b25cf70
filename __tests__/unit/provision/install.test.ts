import { existsSync, mkdirSync, rmSync } from "node:fs";
import path from "node:path";
import { beforeEach, describe, expect, test } from "vitest";
import { failureOf } from "../failures.ts";
import { folderOf, type Job, machine } from "./install-folders.ts";

let place: ReturnType<typeof machine>;
beforeEach(() => {
  place = machine();
});
async function order(job: Job = {}) {
  await place.provision(job);
  return place.orders.at(-1);
}

describe("the installer is told", () => {
  test("where, what, and the lock that ships for the version", async () => {
    const az = await place.provision();
    expect(place.orders).toEqual([
      {
        folder: folderOf(az),
        requirement: "azure-cli==2.66.2",
        lock: path.resolve("src/provision/az-2.66.2.txt"),
        contents: path.resolve("src/provision/az-2.66.2.json"),
        profile: "2020-09-01-hybrid",
        pip: path.resolve("src/provision/pip-25.0.1-py3-none-any.whl"),
        wheels: null,
        index: null,
      },
    ]);
    const [order] = place.orders;
    for (const name of ["lock", "contents", "pip"]) expect(existsSync(String(order?.[name])), name).toBe(true);
  });

  test("no lock for a version without one", async () => {
    expect(await order({ version: "2.62.0" })).toMatchObject({
      requirement: "azure-cli==2.62.0",
      lock: null,
      contents: null,
    });
  });

  test("a folder of wheels", async () => {
    expect(await order({ wheels: { folder: "/wheels" } })).toMatchObject({ wheels: "/wheels", index: null });
  });

  test("an index", async () => {
    const index = "https://pypi.contoso.com/simple";
    expect(await order({ wheels: { index } })).toMatchObject({ wheels: null, index });
  });
});

test("the log says what is installed where, and how it goes", async () => {
  const az = await place.provision();
  expect(place.lines).toEqual([
    `az: installing 2.66.2 on Python 3.11.7 (/usr/bin/python3.11) into ${folderOf(az)}`,
    "az: unpacking",
  ]);
});

test.each([
  ["2.66.2", "3.8 to 3.13"],
  ["2.62.0", "3.8 to 3.13"],
])("az %s is installed on CPython %s only", async (version, wanted) => {
  const work = () => place.provision({ version, probe: { version: [3, 14, 0] } });
  const { problem, fix } = await failureOf("AZS520", work);
  expect(problem).toContain(`az ${version} needs CPython ${wanted} `);
  expect(problem).toContain("found: /usr/bin/python3 (Python 3.14.0).");
  expect(fix).toContain("actions/setup-python");
  expect(place.orders).toEqual([]);
});

test.each(["2.66.2", "2.29.2", "2.62.0"])("az %s is installed on CPython 3.8 to 3.13", async (version) => {
  for (const minor of [8, 9, 10, 11, 12, 13]) {
    await place.provision({ version, probe: { version: [3, minor, 1] } });
    expect(place.lines.filter((line) => line.includes(` on Python 3.${minor}.1 `))).toHaveLength(1);
    rmSync(path.join(place.root, "tools"), { recursive: true });
    mkdirSync(path.join(place.root, "tools"));
  }
});

test("the error for an installer that dies contains its last output", async () => {
  const { problem } = await failureOf("AZS524", () => place.provision({ answer: null }));
  expect(problem).toContain("it ended without output its standard error");
});

test("the error for an installer that had to be ended says so, with its last output", async () => {
  const ended = { by: "time", reason: "after 900 seconds" } as const;
  const { problem } = await failureOf("AZS527", () => place.provision({ answer: null, ended }));
  expect(problem).toContain("was ended after 900 seconds: it ended without output its standard error");
});
