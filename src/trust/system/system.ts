import { existsSync } from "node:fs";
import { which } from "@actions/io";
import type { RemoveRoots, SystemStore } from "../store/store.ts";
import { UPDATER as DEBIAN_UPDATER, debianStore, updater as debianUpdater } from "./debian.ts";
import { macosStore } from "./macos.ts";
import { ANCHORS as RED_HAT_ANCHORS, UPDATER as RED_HAT_UPDATER, redHatStore } from "./redhat.ts";
import { windowsStore } from "./windows.ts";

/** The system's own store. @throws Error if azs-login knows no store for this system */
export async function systemStore(platform: NodeJS.Platform = process.platform): Promise<SystemStore> {
  if (platform === "darwin") return macosStore;
  if (platform === "win32") return windowsStore;
  // Alpine and SUSE have a program of that name that works differently.
  if (existsSync("/etc/debian_version") && (await debianUpdater()) !== "") return debianStore;
  // Arch Linux has a program of that name that uses other folders.
  if (
    existsSync(RED_HAT_ANCHORS) &&
    (existsSync(`/usr/bin/${RED_HAT_UPDATER}`) || (await which(RED_HAT_UPDATER)) !== "")
  )
    return redHatStore;
  throw new Error(
    `there is no ${DEBIAN_UPDATER} (Debian, Ubuntu) or ${RED_HAT_UPDATER} (RHEL, Fedora) on this machine`,
  );
}

export const removeFromSystem: RemoveRoots = async (stored, machine) => (await systemStore()).remove(stored, machine);
