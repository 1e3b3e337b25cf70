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
  readonly pathVariable: "PATH" | "Path";
  /** Separates the folders of a PATH. */
  readonly delimiter: string;
  /** Finds on this machine a file that the job names. */
  readonly found: (file: string) => string;
  /** In the order of the commands. */
  readonly prependedPaths: string[];
  /** Names that `task.setvariable` set without `isoutput`, in lower case. */
  readonly setByTasks: Set<string>;
  /** Is called with each line of a step's log, masked, when it is written. */
  readonly said: (line: string) => void;
}
