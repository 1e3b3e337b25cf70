/** Environment variables as the runner passed them; the one place that reads `process.env` is a host. */
export type Environment = Readonly<Record<string, string | undefined>>;

/**
 * How sure it is that a text is a secret. `secret`: the CI is told, too, for what later steps print. `known`: the CI has
 * been told already. `doubtful`: a value that looks like a credential in the wrong place; it is kept out of texts for
 * people, and later steps get it.
 */
export type SecretGrade = "secret" | "known" | "doubtful";

/** What a value for later steps is. */
export interface Exported {
  /** Asked for by the user, as it is; some CIs keep it out of the environment. */
  readonly secret?: boolean;
  /** Made by the step or given by the user, no word of a stamp's: it stays as it is, whatever it has in common with a secret. */
  readonly own?: boolean;
}

/** What a CI was asked that gave no ID token, and what came of it. */
export interface Trouble {
  readonly url: string;
  /** URL, with its password; undefined where none is set. */
  readonly proxy: string | undefined;
  /** Undefined: none came, and the error's `cause` says why. */
  readonly answer?: { readonly status: number; readonly contentType: string; readonly text: string };
}

/**
 * What a CI offers to a step: the only seam between the two jobs (login, logout) and GitHub Actions or Azure
 * Pipelines. Whatever text a host is given passes the outlet (outlet.ts) before it leaves the step.
 */
export interface Host {
  /** Its name: what to do about an error may differ. */
  readonly ci: "GitHub Actions" | "Azure Pipelines";
  readonly environment: Environment;
  /** Variables of the job that are kept out of the step's own process. */
  readonly setAside: Environment;
  /** True when the user turned debug logging on for this run. */
  readonly debugging: boolean;
  /** Folder that belongs to the job and is emptied by the runner after it (`RUNNER_TEMP`, `Agent.TempDirectory`). */
  readonly temporaryFolder: string;
  /** Folder for files that every later step may read, also one that runs in a container: in the one above, or the same. */
  readonly publicFolder: string;
  /**
   * Folder for what later jobs on this machine use again (`RUNNER_TOOL_CACHE`, `Agent.ToolsDirectory`); undefined when
   * there is none.
   */
  readonly toolCache: string | undefined;

  /**
   * The text of an input, trimmed unless it is wanted verbatim; empty when it is not given. Names are those of
   * action.yml; so are the names in what the host is given to print, which it may spell in its own way.
   *
   * @throws Failure when it cannot be had, where a host takes inputs from elsewhere
   */
  input(name: string, options?: { readonly verbatim: boolean }): Promise<string>;
  /** An output of the step. @param options as of `exportVariable` */
  setOutput(name: string, value: string, options?: Pick<Exported, "own">): void;
  /** A variable as the job has it by now, also one that is kept out of the environment; empty when there is none. */
  variable(name: string): string;
  /** Sets a variable for the later steps of the job; some CIs keep a secret one out of their environment. */
  exportVariable(name: string, value: string, options?: Exported): void;
  /** Puts a folder first on the PATH of the later steps of the job. */
  addPath(folder: string): void;
  /** Whether the CI gives this job ID tokens (OIDC). */
  readonly offersIdTokens: boolean;
  /** Scheme, host and port of the CI's endpoint for ID tokens, if later steps can ask it as this one does; else undefined. */
  readonly idTokenOrigin: string | undefined;
  /** A new ID token of the job for an audience; where the CI gives none after all, the error may have a `trouble`. */
  idToken(audience: string): Promise<string>;
  /**
   * Keeps a secret, in every form it may take, out of all that leaves the step from now on.
   *
   * @param grade `secret` by default
   */
  mask(secret: string, grade?: SecretGrade): void;
  /** Hands a value from the step to its post step; readable there even when the step was killed after this call. */
  saveState(name: string, value: string): void;
  state(name: string): string;

  group(title: string): void;
  endGroup(): void;
  info(line: string): void;
  /** An annotation that tells the user to do something now. */
  notice(message: string): void;
  debug(line: string): void;
  warning(message: string): void;
  /** One annotation, and the step counts as failed. */
  fail(title: string, message: string): void;
  /** Adds Markdown to the summary of the job, where the CI has one. */
  summarize(markdown: string): Promise<void>;
}

/** A CI as it is, before the outlet: what it is told here it prints. */
export interface Ci extends Omit<Host, "mask"> {
  /** Makes the CI hide a single line. */
  addMask(line: string): void;
  /** Secrets that the CI itself has given to the step, and hides. */
  readonly secrets: readonly string[];
}
