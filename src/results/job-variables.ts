import type { Host } from "../host/host.ts";
import { isObject, type Recorder, undoKind } from "../journal/kind.ts";

/** A variable that later steps get. */
export interface JobVariable {
  readonly name: string;
  readonly text: string;
  readonly isSecret: boolean;
  /** The step's or the user's own, no word of a stamp's. */
  readonly isOwn: boolean;
}

/** What variables are to become that would name files of the job, or mislead other posts, when it is over. */
export interface Afterwards {
  readonly ofFiles: Readonly<Record<string, string>>;
  readonly ofAz: Readonly<Record<string, string>>;
}

/** What becomes of a variable when the job is over. */
interface End {
  /** What the step set; undefined for a secret. */
  readonly ours?: string;
  readonly afterwards: string;
}

/** Variables of the job: what the step exports, and what the posts of other steps are to find in its place. */
interface Exported {
  readonly values: Readonly<Record<string, End>>;
}

export const jobVariables = undoKind<Exported, { readonly host: Pick<Host, "variable" | "exportVariable"> }>({
  name: "variables",
  fields: { values: isObject },
  lasts: false,
  undo({ values }, { host }) {
    for (const [name, { ours, afterwards }] of Object.entries(values)) {
      // A later step may have given it another value.
      if (ours === undefined) host.exportVariable(name, afterwards, { secret: true });
      else if (host.variable(name) === ours) host.exportVariable(name, afterwards, { own: true });
    }
  },
  describe: ({ values }) => `variables ${Object.keys(values).join(", ")}`,
});

/** Sets variables for the later steps of the job. */
export async function exportVariables(
  variables: readonly JobVariable[],
  afterwards: Afterwards,
  host: Pick<Host, "variable" | "exportVariable">,
  journal: Recorder & { readonly folder: string },
): Promise<void> {
  const values = variables.flatMap((one) => {
    const end = endOf(one, afterwards, host.variable(one.name), journal.folder);
    return end === undefined ? [] : [[one.name, end] as const];
  });
  await journal.record(jobVariables.entry({ values: Object.fromEntries(values) }));
  for (const { name, text, isSecret, isOwn } of variables) {
    host.exportVariable(name, text, { secret: isSecret, own: isOwn });
  }
}

/**
 * What becomes of a variable when the job is over: the posts of other steps come after this one's. They find what they
 * had, no secret and no path into a folder that is gone.
 *
 * @param before what it held before the step, empty when it was not there
 * @returns undefined when it stays as it is
 */
function endOf(
  { name, text, isSecret }: JobVariable,
  { ofFiles, ofAz }: Afterwards,
  before: string,
  folder: string,
): End | undefined {
  // No secret of anybody's goes into the journal.
  if (isSecret) return { afterwards: "" };
  const afterwards = ofFiles[name] ?? ofAz[name] ?? before;
  // One that was not there, and names no file of the job, only says who was logged in.
  const namesFile = text.startsWith(folder) || ofFiles[name] !== undefined;
  const isHarmless = afterwards === "" && ofAz[name] === undefined && !namesFile;
  return isHarmless || afterwards === text ? undefined : { ours: text, afterwards };
}
