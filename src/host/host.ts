/** Environment variables as the runner passed them; only hosts read `process.env`. */
export type Environment = Readonly<Record<string, string | undefined>>;

/**
 * How certain it is that a text is a secret. `secret`: also masked by the CI, in the output of later steps. `known`:
 * the CI masks it already. `doubtful`: a value that looks like a credential in the wrong place; it is hidden in texts
 * for people, but values for later steps keep it.
 */
export type SecretGrade = "secret" | "known" | "doubtful";

/** The nature of a value for later steps. */
export interface Exported {
  /** A secret that the user wants exported, unchanged; some CIs keep it out of the environment. */
  readonly secret?: boolean;
  /** Comes from the step or the user, not from a stamp: never altered, even if it has parts of a secret. */
  readonly own?: boolean;
}

/** The request of an ID token that failed, and the CI's answer. */
export interface Trouble {
  readonly url: string;
  /** URL of the proxy, with its password; undefined if none is set. */
  readonly proxy: string | undefined;
  /** Undefined if no answer came: the error's `cause` says why. */
  readonly answer?: { readonly status: number; readonly contentType: string; readonly text: string };
}

/**
 * What a CI offers to a step: the only interface between the two jobs (login, logout) and GitHub Actions or Azure
 * Pipelines. Any text passed to a host goes through the outlet (outlet.ts) before it leaves the step.
 */
export interface Host {
  /** The CI's name: fixes of errors may depend on it. */
  readonly ci: "GitHub Actions" | "Azure Pipelines";
  readonly environment: Environment;
  /** Variables of the job that are kept out of the step's own process. */
  readonly setAside: Environment;
  /** True if the user turned on debug logging for this run. */
  readonly debugging: boolean;
  /** Folder that belongs to the job and is emptied by the runner after it (`RUNNER_TEMP`, `Agent.TempDirectory`). */
  readonly temporaryFolder: string;
  /** Folder for files that all later steps may read, even in a container: the temporary folder or a folder in it. */
  readonly publicFolder: string;
  /**
   * Folder for what later jobs on this machine reuse (`RUNNER_TOOL_CACHE`, `Agent.ToolsDirectory`); undefined if there
   * is none.
   */
  readonly toolCache: string | undefined;

  /**
   * The text of an input, trimmed unless `verbatim` is set; empty if it is not given. Names are those of action.yml,
   * also in texts that the host prints, where it may respell them.
   *
   * @throws Failure if the host takes the input from elsewhere and cannot get it
   */
  input(name: string, options?: { readonly verbatim: boolean }): Promise<string>;
  /** Sets an output of the step. @param options as for `exportVariable` */
  setOutput(name: string, value: string, options?: Pick<Exported, "own">): void;
  /** The present value of a job variable, even of one that is kept out of the environment; empty if it is not set. */
  variable(name: string): string;
  /** Sets a variable for the later steps of the job; some CIs keep a secret one out of their environment. */
  exportVariable(name: string, value: string, options?: Exported): void;
  /** Puts a folder first on the PATH of the later steps of the job. */
  addPath(folder: string): void;
  /** Whether the CI gives this job ID tokens (OIDC). */
  readonly offersIdTokens: boolean;
  /** Scheme, host and port of the CI's endpoint for ID tokens, if later steps can use it, too; else undefined. */
  readonly idTokenOrigin: string | undefined;
  /** Requests a new ID token of the job for an audience; if the CI gives none, the error may have a `trouble`. */
  idToken(audience: string): Promise<string>;
  /**
   * From now on hides a secret, in every form it may take, in everything that leaves the step.
   *
   * @param grade `secret` by default
   */
  mask(secret: string, grade?: SecretGrade): void;
  /** Saves a value for the post step, which can read it even if the step is killed after this call. */
  saveState(name: string, value: string): void;
  state(name: string): string;

  group(title: string): void;
  endGroup(): void;
  info(line: string): void;
  /** Writes an annotation that asks the user to act now. */
  notice(message: string): void;
  debug(line: string): void;
  warning(message: string): void;
  /** One annotation, and the step counts as failed. */
  fail(title: string, message: string): void;
  /** Adds Markdown to the summary of the job, if the CI has one. */
  summarize(markdown: string): Promise<void>;
}

/** A CI without the outlet: it prints texts unchanged. */
export interface Ci extends Omit<Host, "mask"> {
  /** Makes the CI mask a single line. */
  addMask(line: string): void;
  /** Secrets that the CI itself passed to the step and masks. */
  readonly secrets: readonly string[];
}
