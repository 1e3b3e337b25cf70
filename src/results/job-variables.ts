import type { Host } from "../host/host.ts";
import { isObject, type Recorder, undoKind } from "../journal/kind.ts";

/** A variable that later steps get. */
export interface JobVariable {
  readonly name: string;
  readonly text: string;
  readonly isSecret: boolean;
  /** Comes from the step or the user, not from a stamp. */
  readonly isOwn: boolean;
}

/** The values after the job of variables that would otherwise name files of the job, or mislead other posts. */
export interface Afterwards {
  readonly ofFiles: Readonly<Record<string, string>>;
  readonly ofAz: Readonly<Record<string, string>>;
}

/** The value of a variable after the job. */
interface End {
  /** The value that the step set; undefined for a secret. */
  readonly ours?: string;
  readonly afterwards: string;
}

/** The variables that the step exports, and their values for the posts of other steps. */
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
 * The value of a variable after the job. The posts of earlier steps run after this step's post: they get the value from
 * before this step, but no secret, and no path into a folder that is gone.
 *
 * @param before the value before the step; empty if it was not set
 * @returns undefined if the variable stays as it is
 */
function endOf(
  { name, text, isSecret }: JobVariable,
  { ofFiles, ofAz }: Afterwards,
  before: string,
  folder: string,
): End | undefined {
  // No secret is written to the journal.
  if (isSecret) return { afterwards: "" };
  const afterwards = ofFiles[name] ?? ofAz[name] ?? before;
  // A variable that was not set before and names no file of the job only shows who was logged in: it may stay.
  const namesFile = text.startsWith(folder) || ofFiles[name] !== undefined;
  const isHarmless = afterwards === "" && ofAz[name] === undefined && !namesFile;
  return isHarmless || afterwards === text ? undefined : { ours: text, afterwards };
}
