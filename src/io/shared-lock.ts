import { isText, undoKind } from "../journal/kind.ts";

/** A lock in a folder of shared files, which a killed step leaves behind. */
interface SharedLock {
  readonly folder: string;
}

export const sharedLock = undoKind<SharedLock, { readonly shared: { release(folder: string): Promise<void> } }>({
  name: "lock",
  fields: { folder: isText },
  lasts: true,
  undo: ({ folder }, { shared }) => shared.release(folder),
  describe: ({ folder }) => `the lock in ${folder}`,
});
