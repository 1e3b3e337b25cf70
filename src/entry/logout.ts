import type { Host } from "../host/host.ts";
import { logout } from "../logout.ts";

/** The post step on any host: warns, never fails. */
export async function runLogout(host: Host): Promise<void> {
  try {
    await logout(host);
  } catch (error) {
    host.warning(`The login could not be undone: ${error instanceof Error ? error.message : String(error)}`);
  }
}
