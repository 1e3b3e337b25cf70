import { describe, expect, test } from "vitest";
import { openAgent } from "./support.ts";

const errors = ({ issues }: { issues: readonly { type: string; message: string }[] }) =>
  issues.filter(({ type }) => type === "error").map(({ message }) => message);
const warnings = ({ issues }: { issues: readonly { type: string; message: string }[] }) =>
  issues.filter(({ type }) => type === "warning").map(({ message }) => message);

describe("variables", () => {
  test("are there for later steps; secret ones by macro only, outputs under the step's name", async () => {
    const agent = await openAgent({
      main: `
        tell("task.setvariable variable=open.one", "a%0Ab;c]\\nd");
        tell("task.setvariable variable=closed;issecret=true", "hidden-value");
        tell("task.setvariable variable=out;isoutput=true", "value");
      `,
    });
    const step = await agent.main({});
    expect(step.issues).toEqual([]);
    expect(step.outputs).toEqual({ out: "value" });
    expect(agent.exported).toEqual({ OPEN_ONE: "a%0Ab;c]\nd" });
    expect(agent.secretVariables).toEqual({ closed: "hidden-value" });
    const later = await agent.step("env", [], { FOUND: "$(stamp.out) $(closed)" });
    expect(later.raw).toContain("FOUND=value hidden-value\n");
    expect(later.raw).toContain("STAMP_OUT=value\n");
    expect(later.raw).not.toMatch(/^CLOSED=/m);
    expect(later.log).toContain("FOUND=value ***");
  });

  test("that once were secret stay so", async () => {
    const agent = await openAgent({
      main: `
        tell("task.setvariable variable=one;issecret=true", "hidden-value");
        tell("task.setvariable variable=ONE", "other-value");
      `,
    });
    await agent.main({});
    expect(agent.exported).toEqual({});
    expect(agent.secretVariables).toEqual({ ONE: "other-value" });
  });

  test("which task.json declares as outputs are outputs", async () => {
    const definition = { outputVariables: [{ name: "out" }] };
    const agent = await openAgent({ main: 'tell("task.setvariable variable=out", "value");', definition });
    expect((await agent.main({})).outputs).toEqual({ out: "value" });
    expect(agent.exported).toEqual({});
  });

  test("of a secret with several lines fail the step", async () => {
    const main = 'tell("task.setvariable variable=one;issecret=true", "two\\nlines");';
    const step = await (await openAgent({ main })).main({});
    expect(step).toMatchObject({ exitCode: 1, result: "Failed" });
    expect(errors(step)).toContain("Secrets cannot contain multiple lines");
  });

  test("of the system can be set, with a warning", async () => {
    const agent = await openAgent({ main: 'tell("task.setvariable variable=agent.name", "mine");' });
    expect(warnings(await agent.main({}))[0]).toContain("Overwriting readonly variable 'agent.name'");
  });
});

describe("restrictions of task.json", () => {
  const restricted = (main: string, restrictions: object) => openAgent({ main, definition: { restrictions } });

  test("let a task set what they list, patterns included; the rest is a warning", async () => {
    const agent = await restricted(
      `tell("task.setvariable variable=arm_ID", "1"); tell("task.setvariable variable=OTHER", "2");
       tell("task.setvariable variable=out;isoutput=true", "3"); tell("task.prependpath", "/opt/bin");`,
      { settableVariables: { allowed: ["ARM_*"] } },
    );
    const step = await agent.main({});
    expect(step.result).toBe("Succeeded");
    expect(warnings(step)).toEqual(
      ["OTHER", "out", "PATH"].map(
        (name) => `Setting variable '${name}' has been disabled by the task or build definition.`,
      ),
    );
    expect([agent.exported, agent.outputs]).toEqual([{ ARM_ID: "1" }, {}]);
  });

  test("an empty list allows nothing", async () => {
    const agent = await restricted('tell("task.setvariable variable=a", "1");', { settableVariables: { allowed: [] } });
    await agent.main({});
    expect(agent.exported).toEqual({});
  });

  test("restricted mode leaves variables, masks and issues, and no attachments", async () => {
    const agent = await restricted(
      'tell("task.setvariable variable=a", "1"); tell("task.uploadsummary", __filename);',
      { commands: { mode: "restricted" } },
    );
    expect(warnings(await agent.main({}))).toEqual([
      "##vso[task.uploadsummary] is not allowed in this step due to policy restrictions.",
    ]);
    expect([agent.exported, agent.summary]).toEqual([{ A: "1" }, ""]);
  });
});

describe("a step's result", () => {
  test.each([
    [
      "said by task.complete",
      'tell("task.complete result=Failed", "bad"); tell("task.complete result=Succeeded");',
      [],
    ],
    ["an exit code that is not 0", "process.exit(3);", [expect.stringContaining("Exit code 3 returned from process")]],
    [
      "an unknown command",
      'tell("task.nothing", "x");',
      [expect.any(String), expect.stringContaining("not a recognized")],
    ],
  ])("is failed for %s", async (_why, main, expected) => {
    const step = await (await openAgent({ main })).main({});
    expect(step).toMatchObject({ exitCode: 1, result: "Failed" });
    expect(errors(step)).toEqual(expected);
  });

  test("is no failure for an issue, a command of another area, or one that is none", async () => {
    const main = `
      tell("task.logissue type=error", "too bad"); tell("task.issue type=warning;x=y", "well");
      tell("build.nothing", "x"); say("see ##vso[task] here");
    `;
    const step = await (await openAgent({ main })).main({});
    expect(step).toMatchObject({ exitCode: 0, result: "Succeeded" });
    expect(errors(step)).toEqual(["too bad"]);
    expect(warnings(step)).toEqual([
      "well",
      "Cannot find command extension for ##vso[build.command].",
      expect.stringContaining("not a legal command"),
    ]);
    expect(step.log).toContain("##[error]too bad\n##[warning]well\n");
  });

  test("commands count anywhere in a line, and on the error stream", async () => {
    const agent = await openAgent({
      main: 'console.error("x ##vso[task.setvariable variable=a]1"); console.log("done");',
    });
    expect((await agent.main({})).log).toBe("done\n");
    expect(agent.exported).toEqual({ A: "1" });
  });
});

test("debug lines show when system.debug is true", async () => {
  const main = 'tell("task.debug", "seen"); say("plain");';
  expect((await (await openAgent({ main })).main({})).log).toBe("plain\n");
  const debugging = await openAgent({ main }, { variables: { "system.debug": "true" } });
  expect((await debugging.main({})).log).toBe("##[debug]seen\nplain\n");
});

test("folders that are prepended come first, the last one before the others", async () => {
  const agent = await openAgent({
    main: 'for (const one of ["/b", "/a", "/b"]) tell("task.prependpath", one);',
  });
  await agent.main({});
  const { raw } = await agent.step("sh", ["-c", "echo $PATH"]);
  expect(raw.trim()).toBe(`/b:/a:${agent.base["PATH"]}`);
  expect(agent.exported).toEqual({ PATH: raw.trim() });
});

test("a summary is what its file holds when the step has ended", async () => {
  const main = `
    const fs = require("node:fs"), temp = process.env.AGENT_TEMPDIRECTORY;
    for (const name of ["kept.md", "gone.md"]) {
      fs.writeFileSync(temp + "/" + name, "# " + name);
      tell("task.uploadsummary", temp + "/" + name);
    }
    tell("task.uploadsummary", "/no/such/file");
    setTimeout(() => fs.rmSync(temp + "/gone.md"), 500);
  `;
  const agent = await openAgent({ main });
  const step = await agent.main({});
  expect(agent.summary).toBe("# kept.md");
  expect(errors(step)[1]).toContain("it does not exist on disk");
});

test("the post-job stage gets the task variables of its own step, as they were when that was killed", async () => {
  const agent = await openAgent({
    definition: { inputs: [{ name: "which", type: "string" }] },
    main: `
      tell("task.settaskvariable variable=state.one;issecret=true", "of " + process.env.INPUT_WHICH);
      if (process.env.INPUT_WHICH === "second") setInterval(() => {}, 1000);
    `,
    post: "say([process.env.VSTS_TASKVARIABLE_STATE_ONE, process.env.INPUT_WHICH, process.env.STATE_ONE].join());",
  });
  await agent.main({ which: "first" });
  const killed = await agent.main({ which: "second" }, (child) => {
    child.stdout?.once("data", () => setTimeout(() => child.kill("SIGKILL"), 50));
  });
  expect(killed).toMatchObject({ exitCode: null, result: "Failed" });
  expect((await agent.post(1)).raw).toBe("of second,second,\n");
  const first = await agent.post(0);
  expect([first.raw, first.log]).toEqual(["of first,first,\n", "***,first,\n"]);
});

test("what a variable's value refers to is expanded for the next step, once it is there", async () => {
  const agent = await openAgent(
    { main: 'tell("task.setvariable variable=a", "<$(b)> $(c) $(d)");' },
    { variables: { b: "1" }, secretVariables: { c: "hidden-value" } },
  );
  await agent.main({});
  expect(agent.exported).toEqual({});
  expect(agent.secretVariables).toEqual({ a: "<1> hidden-value $(d)" });
});

test("a variable that refers to itself causes a warning in each step, and is not expanded", async () => {
  const agent = await openAgent({ main: "" }, { variables: { a: "$(b)", b: "<$(A)>" } });
  const circle = (name: string) => `Unable to expand variable '${name}'. A cyclical reference was detected.`;
  expect(warnings(await agent.main({}))).toEqual([circle("a"), circle("b")]);
  const step = await agent.step("env", []);
  expect(warnings(step)).toHaveLength(2);
  expect(step.raw).toMatch(/^A=\$\(b\)$/m);
});

test("task variables are handed on as they were set", async () => {
  const agent = await openAgent(
    {
      main: 'tell("task.settaskvariable variable=state", "$(b) $(other)"); tell("task.settaskvariable variable=b", "1");',
      post: "say(process.env.VSTS_TASKVARIABLE_STATE);",
    },
    { variables: { other: "2" } },
  );
  await agent.main({});
  expect((await agent.post()).raw).toBe("$(b) $(other)\n");
});

test("PATH as a variable of the job is expanded before folders come before it", async () => {
  const options = { variables: { own: "/own/bin", PATH: "$(own):/usr/bin:/bin" } };
  const agent = await openAgent({ main: 'tell("task.prependpath", "/a");' }, options);
  await agent.main({});
  expect((await agent.step("/usr/bin/env", [])).raw).toContain("PATH=/a:/own/bin:/usr/bin:/bin\n");
});
