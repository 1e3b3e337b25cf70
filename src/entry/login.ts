import { Failure } from "../errors/failure.ts";
import { internalFailures } from "../errors/internal.ts";
import type { Host } from "../host/host.ts";
import { hearOthers } from "../host/streams.ts";
import { login } from "../job/login.ts";

/** A limit, because errors may be each other's cause. */
const DEEPEST = 10;

/** The step on any host: a failure becomes one annotation; its stack trace shows only with debug logging. */
export async function runLogin(host: Host): Promise<void> {
  hearOthers(host.debug);
  process.on("uncaughtException", (error) => {
    report(error, host);
    // This process is in an unknown state, so it ends, and post undoes what it did. If nothing can be written to the CI
    // any more, only the exit code reports the failure.
    if ((error as NodeJS.ErrnoException).syscall === "write") process.exitCode = 1;
    process.exit();
  });
  try {
    await login(host);
  } catch (error) {
    report(error, host);
  }
}

function report(error: unknown, host: Host): void {
  const message = error instanceof Error ? error.message : String(error);
  const failure = error instanceof Failure ? error : internalFailures.unexpected({ message }, error);
  let cause: unknown = failure;
  for (let depth = 0; cause instanceof Error && depth < DEEPEST; depth++, cause = cause.cause)
    host.debug(cause.stack ?? cause.message);
  host.fail(failure.code, failure.message);
}
