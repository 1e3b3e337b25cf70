import { Failure } from "../errors/failure.ts";
import { internalFailures } from "../errors/internal.ts";
import type { Host } from "../host/host.ts";
import { hearOthers } from "../host/streams.ts";
import { login } from "../job/login.ts";

/** Errors may be each other's cause. */
const DEEPEST = 10;

/** The step on any host: a failure becomes one annotation; its stack shows with debug logging only. */
export async function runLogin(host: Host): Promise<void> {
  hearOthers(host.debug);
  process.on("uncaughtException", (error) => {
    report(error, host);
    // Nobody knows what state this process is in; post undoes what it did. To a CI that cannot be told anything any more,
    // the exit code is all that says so.
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
