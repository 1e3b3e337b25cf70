/** Descriptions of the error codes of Linux, macOS and Windows that concern the disk, whatever the file (errno(3)). */
export const DISK_REASONS: Readonly<Record<string, string>> = {
  ENOSPC: "no space, or no inode, is left on the device",
  EDQUOT: "the user's disk quota is used up",
  EROFS: "the file system is read-only",
  EIO: "the device reports an error",
  EMFILE: "too many files are open",
  ENFILE: "too many files are open",
};

/** Descriptions of those that concern a path, such as a folder in which files are to be made. */
export const PATH_REASONS: Readonly<Record<string, string>> = {
  EACCES: "permission is denied",
  EPERM: "permission is denied",
  ENOENT: "there is no such folder",
  ENOTDIR: "a part of the path is no folder",
  ENAMETOOLONG: "the path is too long",
  ELOOP: "its symbolic links lead in a circle",
};
