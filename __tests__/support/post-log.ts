import { expect } from "vitest";

/** The whole log of a post step that could undo everything: one line, or none where nothing was left to undo. */
export const POST_LOG = expect.stringMatching(/^(?:azs-login: this machine is as it was before the login\.\n?)?$/);
