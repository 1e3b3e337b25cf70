/**
 * The baseline: the az processes that Azure/login starts. A separate script starts them, with the same az and stamp.
 */
import { writeFile } from "node:fs/promises";
import path from "node:path";
import { SYSTEM_PATH } from "../../emulator/job.ts";
import { type Bench, timed } from "./bench.ts";

export interface Peer {
  login(): Promise<number>;
  /** Runs the job's next `az group list`. */
  next(): Promise<number>;
}

/** @param home contains az's configuration */
export async function openPeer(bench: Bench, az: string, home: string): Promise<Peer> {
  const { emulator } = bench;
  const root = path.join(home, "root.pem");
  await writeFile(root, emulator.roots.pem);
  const environment = {
    PATH: SYSTEM_PATH,
    LANG: "C.UTF-8",
    HOME: home,
    AZURE_CONFIG_DIR: path.join(home, "azure"),
    HTTPS_PROXY: emulator.proxyUrl,
    // Azure/login trusts no root, so the job must set this itself.
    REQUESTS_CA_BUNDLE: root,
    AZ: az,
    ENDPOINT: emulator.endpoint,
    CLIENT_ID: emulator.application.clientId,
    CLIENT_SECRET: emulator.application.secret,
    TENANT_ID: emulator.tenantId,
    SUBSCRIPTION_ID: emulator.subscriptions.find(({ state }) => state === "Enabled")?.id ?? "",
    PROFILE: "2020-09-01-hybrid",
  };
  return {
    login: () => timed(bench, "bash", [bench.peerSequence], environment),
    next: () => timed(bench, az, ["group", "list"], environment),
  };
}
