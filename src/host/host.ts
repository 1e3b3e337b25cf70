/** Environment variables as the runner passed them; the one place that reads `process.env` is a host. */
export type Environment = Readonly<Record<string, string | undefined>>;

/**
 * What a CI offers to a step: the only seam between the two jobs (login, logout) and GitHub Actions or Azure
 * Pipelines. Everything a host prints goes through its masks.
 */
export interface Host {
  readonly environment: Environment;
  /** True when the user turned debug logging on for this run. */
  readonly debugging: boolean;
  /** Folder that belongs to the job and is emptied by the runner after it (`RUNNER_TEMP`, `Agent.TempDirectory`). */
  readonly temporaryFolder: string;
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
  setOutput(name: string, value: string): void;
  /** A variable as the job has it by now, also one that is kept out of the environment; empty when there is none. */
  variable(name: string): string;
  /** Sets a variable for the later steps of the job; some CIs keep a secret one out of their environment. */
  exportVariable(name: string, value: string, options?: { readonly secret: boolean }): void;
  /** Puts a folder first on the PATH of the later steps of the job. */
  addPath(folder: string): void;
  /** Whether the CI gives this job ID tokens (OIDC). */
  readonly offersIdTokens: boolean;
  /** A new ID token of the job for an audience; throws when the CI gives none after all. */
  idToken(audience: string): Promise<string>;
  /** Hides a single line from everything that is printed from now on. */
  mask(line: string): void;
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

/** Shorter lines of a multi-line secret say nothing, but masking them (`}`, `==`) would garble the whole log. */
const SHORTEST_MASKED_LINE = 4;

/**
 * Masks a secret as a whole if it is one line, else line by line: runners match masks against single log lines.
 * Its URL-encoded form is masked too, since that is how a secret travels in a form body.
 */
export function maskSecret(host: Pick<Host, "mask">, secret: string): void {
  const lines = secret.split(/[\r\n]+/).map((line) => line.trim());
  const masked = lines.length === 1 ? lines : lines.filter((line) => line.length >= SHORTEST_MASKED_LINE);
  for (const line of new Set(masked.flatMap((line) => [line, encodeURIComponent(line)]))) {
    if (line !== "") host.mask(line);
  }
}
