/**
 * Problems of inputs are reported together. So one step fails with many of these errors. In a second step all of their
 * fixes are followed, and it must reach the authority. This also tests the fix of AZS100.
 */
import type { Scene } from "../../support/stamp.ts";
import { azThatNeverRuns, changed, expectFailure } from "../support.ts";
import { type Changes, type InputFix, WRONG_SECRET } from "./fix.ts";

export interface Outcome {
  /** The text about the row: its line in the list, or the whole error. */
  readonly text?: string;
  /** The error after the fix was followed, if there is one. */
  readonly followed?: unknown;
  /** The error of the step in which all fixes were followed. */
  readonly after?: string;
}

/** Inputs that are checked together. */
const ALIKE: readonly (readonly string[])[] = [
  [
    "auth-type",
    "client-id",
    "client-secret",
    "client-certificate",
    "client-certificate-password",
    "username",
    "password",
    "creds",
    "sample-config",
  ],
  ["ca-certificate", "ca-fingerprint"],
];

const groupOf = (input: string) => ALIKE.find((group) => group.includes(input))?.[0] ?? input;

interface Row {
  readonly fix: InputFix;
  readonly wrong: Changes;
  readonly groups: readonly string[];
}

export async function followTogether(
  fixes: readonly InputFix[],
  scene: Scene,
  outcomes: Map<object, Outcome>,
): Promise<void> {
  const { runner } = scene;
  const working = { ...scene.inputs, ...(await azThatNeverRuns(runner)), "client-secret": WRONG_SECRET };
  const run = async (changes: readonly Changes[], code: string) =>
    expectFailure(runner, await runner.main(changed(working, Object.assign({}, ...changes))), code);
  const rows = await Promise.all(
    fixes.map(async (fix): Promise<Row> => {
      const wrong = typeof fix.inputs === "function" ? await fix.inputs(scene) : (fix.inputs ?? {});
      return { fix, wrong, groups: Object.keys(wrong).map(groupOf) };
    }),
  );
  for (const pack of packed(rows)) {
    const only = pack.length === 1 ? pack[0]?.fix.code : undefined;
    const whole = await run(
      pack.map(({ wrong }) => wrong),
      only ?? "AZS100",
    ).catch(String);
    const mends: Changes[] = [];
    for (const { fix } of pack) {
      const text = only === undefined ? lineOf(whole, fix.code) : whole;
      const followed = await Promise.resolve()
        .then(() => fix.follow(text, scene))
        .then(({ inputs = {} }) => void mends.push(inputs))
        .catch((error: unknown) => error);
      outcomes.set(fix, { text, followed });
    }
    const after = await run([...pack.map(({ wrong }) => wrong), ...mends], "AZS").catch(String);
    for (const { fix } of pack) outcomes.set(fix, { ...outcomes.get(fix), after });
  }
}

/** The line of the list in AZS100. */
function lineOf(text: string, code: string): string {
  return text.split("\n").find((line) => line.startsWith(`- ${code}: `)) ?? text;
}

/** No two rows of a pack change inputs that depend on each other. */
function packed(rows: readonly Row[]): readonly (readonly Row[])[] {
  const packs: Row[][] = [];
  for (const row of rows) {
    const fits = (pack: readonly Row[]) =>
      pack.every(({ groups, fix }) => fix.code !== row.fix.code && !groups.some((one) => row.groups.includes(one)));
    const pack = packs.find(fits);
    if (pack === undefined) packs.push([row]);
    else pack.push(row);
  }
  return packs;
}
