import type { Host } from "../host/host.ts";
import { hearOthers } from "../host/streams.ts";
import { hideSecretInputs } from "../inputs/secret-inputs.ts";
import { logout } from "../job/logout.ts";

/** The post step on any host: warns, never fails. */
export async function runLogout(host: Host): Promise<void> {
  hearOthers(host.debug);
  const warn = (error: unknown) =>
    host.warning(`The login could not be undone: ${error instanceof Error ? error.message : String(error)}`);
  // Only warns, so that the rest is undone all the same.
  process.on("uncaughtException", warn);
  try {
    await hideSecretInputs(host);
    await logout(host);
  } catch (error) {
    warn(error);
  }
}
