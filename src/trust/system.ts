import { existsSync } from "node:fs";
import { which } from "@actions/io";
import { anchoredStore } from "./anchors.ts";
import { debian } from "./debian.ts";
import { fedora } from "./fedora.ts";
import { macosStore } from "./macos.ts";
import type { TrustStore } from "./store.ts";
import { windowsStore } from "./windows.ts";

/** The roots that the system's own programs trust, on this system. */
export async function systemStore(platform: NodeJS.Platform = process.platform): Promise<TrustStore> {
  if (platform === "darwin") return macosStore;
  if (platform === "win32") return windowsStore;
  // Alpine and SUSE have a program of the same name that works in another way.
  if (existsSync("/etc/debian_version") && (await which("update-ca-certificates")) !== "") return anchoredStore(debian);
  if ((await which("update-ca-trust")) !== "") return anchoredStore(fedora);
  return noStore;
}

const noStore: TrustStore = {
  name: "system",
  unavailable: async () =>
    "there is neither update-ca-certificates (Debian, Ubuntu) nor update-ca-trust (RHEL, Fedora)",
  plan: (_roots, job) => ({ store: "debian", files: [], job }),
  add: async () => undefined,
};
