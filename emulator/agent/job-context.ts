/** What the steps of a job share. */
import type { SecureFile, ServiceConnection, SystemConnection } from "./connections.ts";
import type { SecretMasker } from "./secret-masker.ts";
import type { Variables } from "./variables.ts";

export interface JobContext {
  readonly masker: SecretMasker;
  readonly variables: Variables;
  readonly connections: readonly ServiceConnection[];
  readonly secureFiles: readonly SecureFile[];
  readonly system: SystemConnection;
  /** Between folders of a PATH. */
  readonly delimiter: string;
  /** A file as the job names it, on this machine. */
  readonly found: (file: string) => string;
  /** In the order of the commands. */
  readonly prependedPaths: string[];
  /** Names that `task.setvariable` set without `isoutput`, in lower case. */
  readonly setByTasks: Set<string>;
  /** Gets each line of a step's log, masked, as it comes. */
  readonly said: (line: string) => void;
}
