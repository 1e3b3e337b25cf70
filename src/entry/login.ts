import { Failure } from "../errors/failure.ts";
import { internalFailures } from "../errors/internal.ts";
import type { Host } from "../host/host.ts";
import { login } from "../login.ts";

/** The step on any host: a failure becomes one annotation; its stack shows with debug logging only. */
export async function runLogin(host: Host): Promise<void> {
  try {
    await login(host);
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    const failure = error instanceof Failure ? error : internalFailures.unexpected({ message }, error);
    for (let cause: unknown = failure; cause instanceof Error; cause = cause.cause)
      host.debug(cause.stack ?? cause.message);
    host.fail(failure.code, failure.message);
  }
}
