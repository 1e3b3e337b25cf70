import { stripVTControlCharacters } from "node:util";
import { bounded } from "../errors/shown.ts";
import type { Ci, Host } from "./host.ts";
import { masksOf } from "./masks.ts";
import { Secrets } from "./secrets.ts";
import { speak } from "./streams.ts";

/** Limits per kind of message: characters of one, and number of messages in a step. */
const LIMITS = {
  line: { longest: 4000, most: 1000 },
  annotation: { longest: 8000, most: 30 },
  failure: { longest: 24_000, most: 1 },
  debug: { longest: 20_000, most: 2000 },
  value: { longest: 10_000 },
  summary: { longest: 100_000 },
} as const;

/**
 * The one place where text leaves the step. Log lines, annotations, the summary, outputs and exported values all pass
 * through here: it limits their length and number, and removes control characters and secrets in any form.
 */
export function guarded({ addMask, secrets: known, ...ci }: Ci): Host {
  const secrets = new Secrets();
  // Doubtful: IDs are often kept in secret variables, but later steps need them.
  for (const secret of known) secrets.addDoubtful(secret);
  const text = (said: string, longest: number) => secrets.hiddenIn(harmless(bounded(said, longest)));
  const value = (said: string) => secrets.hiddenInValue(bounded(said, LIMITS.value.longest));
  const sayer = (
    print: (text: string) => void,
    { longest, most }: { readonly longest: number; readonly most: number },
  ) => {
    let said = 0;
    return (message: string) => {
      said++;
      if (said <= most) speak(() => print(text(message, longest)));
      else if (said === most + 1)
        speak(() => print(`More than ${most} messages like this one; the others are left out.`));
    };
  };
  return {
    ...ci,
    mask(secret, grade = "secret") {
      if (grade === "doubtful") return secrets.addDoubtful(secret);
      secrets.add(secret);
      if (grade === "secret") for (const line of masksOf(secret)) speak(() => addMask(line));
    },
    group: sayer(ci.group, LIMITS.line),
    endGroup: () => speak(ci.endGroup),
    info: sayer(ci.info, LIMITS.line),
    notice: sayer(ci.notice, LIMITS.annotation),
    warning: sayer(ci.warning, LIMITS.annotation),
    debug: sayer(ci.debug, LIMITS.debug),
    fail: (title, message) => speak(() => ci.fail(title, text(message, LIMITS.failure.longest))),
    summarize: (markdown) => ci.summarize(text(markdown, LIMITS.summary.longest)),
    setOutput: (name, said, options) => speak(() => ci.setOutput(name, options?.own ? said : value(said))),
    exportVariable: (name, said, options) =>
      speak(() => ci.exportVariable(name, options?.secret || options?.own ? said : value(said), options)),
    addPath: (folder) => speak(() => ci.addPath(folder)),
    saveState: (name, said) => speak(() => ci.saveState(name, value(said))),
  };
}

/** Removes terminal sequences and characters that reverse the direction of text: they can hide or fake log lines. */
function harmless(text: string): string {
  return stripVTControlCharacters(text)
    .replaceAll(/(?![\r\n\t])\p{Cc}/gu, " ")
    .replaceAll(/[\u202A-\u202E\u2066-\u2069]/g, "");
}
