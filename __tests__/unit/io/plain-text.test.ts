import { execFileSync } from "node:child_process";
import { readdirSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { plainText } from "../../../src/io/plain-text.ts";
import { temporaryFolder } from "../folder.ts";

describe("usual names stay as they are", () => {
  test.each([
    "Default Tenant Subscription",
    "Pay-As-You-Go Dev/Test",
    "Contoso (Production)",
    "Müller, Söhne - Größe 2.0",
    "Ñandú_İstanbul",
    "研究開発 1",
    "Группа А",
    "ci@contoso.onmicrosoft.com",
    ".NET Team",
    "A",
  ])("%s", (name) => expect(plainText(name)).toBe(name));
});

describe("what could be taken for something else is replaced", () => {
  test.each([
    ["$(id)", "__id_"],
    ["`id`", "_id_"],
    ["O'Brien", "O_Brien"],
    ["O\u2019Brien", "O_Brien"],
    ["Research & Development", "Research _ Development"],
    ["a;b|c>d<e", "a_b_c_d_e"],
    ["##vso[task.x]y", "__vso_task.x_y"],
    ["::add-mask::x", "__add-mask__x"],
    ["x\r\n::stop-commands::y", "x __stop-commands__y"],
    ["| a | b |", "_ a _ b _"],
    ["\u001b[31mred", "_31mred"],
    ["left\u202eright", "left_right"],
    ["zero\u200bwidth", "zero_width"],
    ["--help", "_-help"],
    ["name -rf", "name _rf"],
    ["@/etc/passwd", "_/etc/passwd"],
    ["en \u2013 dash", "en - dash"],
    ["f () (touch x)", "f __ (touch x)"],
    ["f(e.id.)", "f_e.id._"],
    ["((1))", "__1__"],
    ["quote\u02bcs", "quote_s"],
    ["\uff04(id)", "__id_"],
    ["e\u0301 combined", "é combined"],
    ["%PATH%", "_PATH_"],
    ["\ud800x", "_x"],
    ["tab\tand\u00a0space", "tab and space"],
  ])("%j", (name, plain) => expect(plainText(name)).toBe(plain));

  test("and it is short, whatever it was", () => {
    expect(plainText("x".repeat(1e6))).toHaveLength(128);
    expect(plainText("(".repeat(1e6))).toHaveLength(128);
    expect(plainText("\u{1f600}".repeat(200))).toBe("_".repeat(128));
  });
});

describe("nothing runs where a script has it, quoted in either way or not", () => {
  const RUN = "touch ran";
  const hostile = [
    `$(${RUN})`,
    `\`${RUN}\``,
    `; ${RUN};`,
    `' ; ${RUN} ; '`,
    `" ; ${RUN} ; "`,
    `' ${RUN} '`,
    `" ${RUN} "`,
    `& ${RUN} &`,
    `| ${RUN}`,
    `x\n${RUN}\n`,
    `x\r\n${RUN}\r\n`,
    `<(${RUN})`,
    `() (${RUN})`,
    `() { ${RUN}; }; echo`,
    `(${RUN})`,
    `\${x:=$(${RUN})}`,
    `\\' ; ${RUN} #`,
    `x' || ${RUN} || '`,
    `a)\n${RUN};;`,
  ];
  const places = [
    (name: string) => `echo ${name}\necho end`,
    (name: string) => `echo "${name}"\necho end`,
    (name: string) => `echo '${name}'\necho end`,
    (name: string) => `NAME="${name}"\necho end`,
    (name: string) => `NAME='${name}'\necho end`,
  ];

  test.each(hostile)("%j", (name) => {
    const cwd = temporaryFolder();
    for (const place of places) {
      try {
        execFileSync("bash", ["-c", place(plainText(name))], { cwd, stdio: "pipe" });
      } catch {
        // A syntax error runs nothing either.
      }
      expect(readdirSync(cwd), place(plainText(name))).toEqual([]);
    }
  });
});
